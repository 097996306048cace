import type { Casework } from '#api/casework.ts';
import type { OpenDatabase } from '#api/database/connection.ts';
import { NotSignedIn } from '#api/http/not-signed-in.ts';
import type { SignIn } from '#api/http/sign-in.ts';
import type { Deed } from '#api/parts.ts';
import { outcomeOf, type Watch } from '#api/watch.ts';

/** Every deed looked at while it runs, whichever door asks for it. */
export const watchedDeeds = (deeds: Casework, watch: Watch): Casework => {
  const watched =
    (deed: string, work: Deed<unknown, unknown>): Deed<unknown, unknown> =>
    (actor, ask) =>
      watch.during('deed', { deed, door: actor.door, organisation: actor.scope.organisation }, () => work(actor, ask));
  // Each deed keeps its own ask and answer: only what stands around it is new.
  const all = Object.entries(deeds) as [string, Deed<unknown, unknown>][];
  return Object.fromEntries(all.map(([deed, work]) => [deed, watched(deed, work)])) as Casework;
};

/** Every transaction looked at. */
export const watchedDatabase = (database: OpenDatabase, watch: Watch): OpenDatabase => ({
  ...database,
  within: (scope, work) => watch.during('transaction', { organisation: scope.organisation }, () => database.within(scope, work)),
});

/** Counts who could not be let in, by the check that failed; never whose token it was. */
export const watchedSignIn =
  (signIn: SignIn, watch: Watch): SignIn =>
  async (authorization, door) => {
    try {
      return await signIn(authorization, door);
    } catch (thrown) {
      watch.signInFailed(thrown instanceof NotSignedIn ? thrown.check : outcomeOf(thrown));
      throw thrown;
    }
  };
