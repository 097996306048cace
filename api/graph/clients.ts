import type { Client } from '@microsoft/microsoft-graph-client';
import type { Actor } from '#domain/access/actor.ts';
import { graphClient, type LastLink } from './client.ts';
import { IN_THE_QUEUE, type Patience, WHILE_A_PERSON_WAITS } from './retry.ts';
import type { GraphSettings } from './settings.ts';
import type { Tokens } from './tokens.ts';

/** Graph as a person, or as the application. */
export type Clients = {
  /** On behalf of the person; `null` where none is present or no token of theirs is at hand. */
  asPerson(actor: Actor | null): Promise<Client | null>;
  /** As the application. Patience is short while a person waits. */
  asApplication(actor: Actor | null): Promise<Client>;
};

const patienceFor = (actor: Actor | null): Patience => (actor === null || actor.door === 'queue' ? IN_THE_QUEUE : WHILE_A_PERSON_WAITS);

/**
 * Clients are cheap: one is made for each call, bound to whose token it carries. The token is fetched before, not inside the client's
 * chain, because the client would turn a refusal to give one into an error of Graph's.
 */
export const clientsOf = (settings: GraphSettings, tokens: Tokens, lastLink: LastLink): Clients => {
  const bound = (token: string, actor: Actor | null): Client =>
    graphClient(settings.graphOrigin, async () => token, patienceFor(actor), lastLink);
  return {
    asPerson: async (actor) => (actor?.assertion ? bound(await tokens.forPerson(actor.assertion), actor) : null),
    asApplication: async (actor) => bound(await tokens.forApplication(), actor),
  };
};
