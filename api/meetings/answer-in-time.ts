import type { Log } from '../parts.ts';
import { Refusal } from '../refusal.ts';

/** How long a person waits for Microsoft 365 before Waymark goes on without it. */
export const PATIENCE = 8_000;

/**
 * What an outside call answers, or null where it was refused or has not answered in time; the call itself goes on and is not waited for.
 * A fault of our own is thrown as it is, and so is a refusal that `thrown` says is not to be passed over.
 */
export async function answerInTime<T>(
  log: Log,
  about: string,
  work: () => Promise<T>,
  { thrown = () => false, patience = PATIENCE }: { readonly thrown?: (fault: Refusal) => boolean; readonly patience?: number } = {},
): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const overdue = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      log.warn({ about }, 'Microsoft 365 did not answer in time; going on without it');
      resolve(null);
    }, patience);
  });
  const answer = work().catch((error: unknown) => {
    if (!(error instanceof Refusal) || thrown(error)) throw error;
    log.warn({ about, kind: error.kind }, 'Microsoft 365 refused; going on without it');
    return null;
  });
  try {
    return await Promise.race([answer, overdue]);
  } finally {
    clearTimeout(timer);
  }
}
