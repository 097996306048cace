import type { Actor } from '#domain/access/actor.ts';
import type { Parts } from './parts.ts';
import { Refusal, Unwell } from './refusal.ts';

/** What a virus scanner says of bytes: that it knows nothing against them, or the name of what it found. */
export type Scanned = { readonly clean: true } | { readonly clean: false; readonly found: string };

/** Looks through bytes before anything reads them. Rejects where the scanner does not answer, or not with a verdict. */
export type Scan = (bytes: Uint8Array) => Promise<Scanned>;

/**
 * Has a file looked through that somebody handed over, where Waymark was given a scanner; without one it does nothing. A file in which
 * something was found is refused, and so is every file while the scanner is away: nothing of either is read or kept.
 */
export const refuseInfected = async ({ scan, log }: Pick<Parts, 'scan' | 'log'>, actor: Actor, bytes: Uint8Array): Promise<void> => {
  if (!scan) return;
  const said = await scan(bytes).catch((fault: unknown) => {
    log.warn({ fault: (fault as Error).message }, 'the virus scanner gave no verdict');
    throw new Unwell(
      'scanner-away',
      'The virus scanner does not answer, so the file was not taken. Nothing was changed. Try again in a few minutes.',
    );
  });
  if (said.clean) return;
  log.warn({ organisation: actor.scope.organisation, person: actor.person, found: said.found }, 'a file was refused by the virus scanner');
  const reason = 'The virus scanner found something harmful in this file, so it was not taken. Nothing of it was read or kept.';
  throw new Refusal('not-valid', reason, [{ field: 'file', reason }]);
};
