import type { Clients } from './clients.ts';
import type { GraphSettings } from './settings.ts';
import { statusOf, trying, unwell } from './troubles.ts';

/** The library of the SEND site, as the calls on it see it. */
export type SendLibrary = {
  /**
   * Runs a call on the library; `drive` is the one a file was last seen in, null for the library itself. Null where what was asked for is
   * not there. A library that has moved is found again; one that is gone is a refusal, never an empty folder or a document that was deleted.
   */
  inLibrary<T>(doing: string, drive: string | null, call: (drive: string) => Promise<T>): Promise<T | null>;
};

export const sendLibrary = (settings: GraphSettings, clients: Clients): SendLibrary => {
  let known: Promise<string> | undefined;

  const find = async (doing: string): Promise<string> => {
    const application = await clients.asApplication(null);
    try {
      return ((await application.api(`/sites/${settings.sendSite}/drive`).select('id').get()) as { id: string }).id;
    } catch (error) {
      throw statusOf(error) === 404 ? unwell('site-gone', doing) : error;
    }
  };

  /** Asked for once a process, and again where something was not found in it. */
  const library = (doing: string): Promise<string> => {
    const asked = known ?? find(doing);
    known = asked;
    return asked.catch((error) => {
      if (known === asked) known = undefined;
      throw error;
    });
  };

  const lookAgain = (doing: string): Promise<string> => {
    known = undefined;
    return library(doing);
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
    inLibrary: (doing, drive, call) =>
      trying(doing, async () => {
        const first = drive ?? (await library(doing));
        const answer = await tried(() => call(first));
        if (answer) return answer.found;
        const now = await lookAgain(doing);
        return now === first ? null : ((await tried(() => call(now)))?.found ?? null);
      }),
  };
};
