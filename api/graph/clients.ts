import type { Client } from '@microsoft/microsoft-graph-client';
import type { Actor } from '#domain/access/actor.ts';
import type { Log } from '../parts.ts';
import { graphClient, type LastLink } from './client.ts';
import type { Renew } from './renew-layer.ts';
import { IN_THE_QUEUE, type Patience, WHILE_A_PERSON_WAITS } from './retry.ts';
import type { GraphSettings } from './settings.ts';
import type { Tokens } from './tokens.ts';
import { statusOf } from './troubles.ts';

/** Graph as a person, or as the application. */
export type Clients = {
  /** On behalf of the person; `null` where none is present or no token of theirs is at hand. */
  asPerson(actor: Actor | null): Promise<Client | null>;
  /** The permissions that were agreed to for use in the person's name; none where no token of theirs is at hand. */
  grantedTo(actor: Actor): Promise<readonly string[]>;
  /** As the application. Patience is short while a person waits. */
  asApplication(actor: Actor | null): Promise<Client>;
  /**
   * As the person, and as the application where Microsoft 365 does not let that person (or there is none): the deed was permitted
   * at Waymark's own door, so a missing delegated grant costs the name in the history and not the work.
   */
  asEither<T>(actor: Actor | null, call: (client: Client) => Promise<T>): Promise<T>;
};

/** What Microsoft 365 answers someone who may not: that it is forbidden, or that there is no such thing. */
const NOT_LET_IN = [403, 404];

const patienceFor = (actor: Actor | null): Patience => (actor === null || actor.door === 'queue' ? IN_THE_QUEUE : WHILE_A_PERSON_WAITS);

/**
 * Clients are cheap: one is made for each call, bound to whose token it carries. The token is fetched before, not inside the client's
 * chain, because the client would turn a refusal to give one into an error of Graph's.
 */
export const clientsOf = (settings: GraphSettings, tokens: Tokens, lastLink: LastLink, log: Log): Clients => {
  const bound = (token: string, actor: Actor | null, renew: Renew): Client =>
    graphClient(settings.graphOrigin, async () => token, patienceFor(actor), lastLink, renew);
  /** A fresh token, or null where the issuer does not give one: then Graph's own answer stands. */
  const renewed = (forget: () => Promise<void>, ask: () => Promise<string>): Renew => {
    return () =>
      forget()
        .then(ask)
        .catch(() => null);
  };
  const renewPerson = (assertion: string): Renew =>
    renewed(
      () => tokens.forgetPerson(assertion),
      () => tokens.forPerson(assertion),
    );
  const renewApplication = renewed(
    () => tokens.forgetApplication(),
    () => tokens.forApplication(),
  );
  const asPerson: Clients['asPerson'] = async (actor) =>
    actor?.assertion ? bound(await tokens.forPerson(actor.assertion), actor, renewPerson(actor.assertion)) : null;
  const asApplication: Clients['asApplication'] = async (actor) => bound(await tokens.forApplication(), actor, renewApplication);
  return {
    asPerson,
    grantedTo: async (actor) => (actor.assertion ? tokens.grantedFor(actor.assertion) : []),
    asApplication,
    asEither: async (actor, call) => {
      const person = await asPerson(actor);
      if (!person) return call(await asApplication(actor));
      try {
        return await call(person);
      } catch (error) {
        if (!NOT_LET_IN.includes(statusOf(error))) throw error;
        log.warn({ person: actor?.person }, 'Microsoft 365 does not let this person; done as the application');
        return call(await asApplication(actor));
      }
    },
  };
};
