/** How long one attempt may take, how many there may be, and how long all of them together. Milliseconds. */
export type Patience = { readonly attempt: number; readonly tries: number; readonly budget: number };

/** Somebody is waiting at the screen. */
export const WHILE_A_PERSON_WAITS: Patience = { attempt: 8_000, tries: 4, budget: 12_000 };

/** The queue can wait longer; it will also come back. */
export const IN_THE_QUEUE: Patience = { attempt: 30_000, tries: 6, budget: 90_000 };

const TOO_MUCH = 429;
const UNWELL = [503, 504];
const SAFE_TO_REPEAT = ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'];

/**
 * Milliseconds that a Retry-After header asks for: whole seconds, decimals (Graph has sent them) or an HTTP date.
 * `null` where there is none, or none that can be read.
 */
export const retryAfter = (header: string | null, now: number): number | null => {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds * 1000));
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
};

/**
 * Whether a reply may be asked for again. A POST that met 504 may have been carried out, so it is repeated only where a
 * transaction id makes the repeat harmless.
 */
export const mayRepeat = (method: string, status: number, repeatable: boolean): boolean => {
  if (status === TOO_MUCH || status === 503) return true;
  return UNWELL.includes(status) && (repeatable || SAFE_TO_REPEAT.includes(method));
};

/** The pause before the next attempt: what Graph asks for, else 0.4 s doubling, a quarter of it at random. */
export const pauseBefore = (attempt: number, asked: number | null, chance: number): number =>
  asked ?? Math.round(400 * 2 ** (attempt - 1) * (0.875 + chance / 4));
