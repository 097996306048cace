import type { Client } from '@microsoft/microsoft-graph-client';
import type { Actor } from '#domain/access/actor.ts';
import { graphClient, type LastLink } from './client.ts';
import { IN_THE_QUEUE, type Patience, WHILE_A_PERSON_WAITS } from './retry.ts';
import type { GraphSettings } from './settings.ts';
import type { Tokens } from './tokens.ts';

/** Graph as a person, or as the application. */
export type Clients = {
  /** On behalf of the person; `null` where none is present or no token of theirs is at hand. */
  asPerson(actor: Actor | null): Client | null;
  /** As the application. Patience is short while a person waits. */
  asApplication(actor: Actor | null): Client;
};

const patienceFor = (actor: Actor | null): Patience => (actor === null || actor.door === 'queue' ? IN_THE_QUEUE : WHILE_A_PERSON_WAITS);

/** Clients are cheap: one is made for each call, bound to whose token it carries. */
export const clientsOf = (settings: GraphSettings, tokens: Tokens, lastLink: LastLink): Clients => ({
  asPerson: (actor) => {
    const assertion = actor?.assertion;
    if (!assertion) return null;
    return graphClient(settings.graphOrigin, () => tokens.forPerson(assertion), patienceFor(actor), lastLink);
  },
  asApplication: (actor) => graphClient(settings.graphOrigin, () => tokens.forApplication(), patienceFor(actor), lastLink),
});
