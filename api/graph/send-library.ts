import type { Actor } from '#domain/access/actor.ts';
import type { Clients } from './clients.ts';
import type { GraphSettings } from './settings.ts';
import { statusOf, trying, unwell } from './troubles.ts';

/** The library of the SEND site, as the calls on it see it. */
export type SendLibrary = {
  /**
   * Runs a call on the library, for whoever waits: a person is not kept waiting for it as long as the queue. `drive` is the one a file was
   * last seen in, null for the library itself. Null where what was asked for is not there. A library that has moved is found again; one that
   * is gone is a refusal, never an empty folder or a document that was deleted.
   */
  inLibrary<T>(doing: string, actor: Actor | null, drive: string | null, call: (drive: string) => Promise<T>): Promise<T | null>;
};

export const sendLibrary = (settings: GraphSettings, clients: Clients): SendLibrary => {
  /** Asked for once a process, and again where something was not found in it. Nobody waits for somebody else's question. */
  let known: string | undefined;

  const find = async (doing: string, actor: Actor | null): Promise<string> => {
    const application = await clients.asApplication(actor);
    try {
      const { id } = (await application.api(`/sites/${settings.sendSite}/drive`).select('id').get()) as { id: string };
      known = id;
      return id;
    } catch (error) {
      throw statusOf(error) === 404 ? unwell('site-gone', doing) : error;
    }
  };

  const tried = async <T>(call: () => Promise<T>): Promise<{ found: T } | null> => {
    try {
      return { found: await call() };
    } catch (error) {
      if (statusOf(error) === 404) return null;
      throw error;
    }
  };

  return {
    inLibrary: (doing, actor, drive, call) =>
      trying(doing, async () => {
        const first = drive ?? known ?? (await find(doing, actor));
        const answer = await tried(() => call(first));
        if (answer) return answer.found;
        const now = await find(doing, actor);
        return now === first ? null : ((await tried(() => call(now)))?.found ?? null);
      }),
  };
};
