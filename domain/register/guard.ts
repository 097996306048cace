import { looksLikeFormula } from '#domain/roster/formula.ts';

const RUNS = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * Whether a spreadsheet that opens this text out of a CSV might run it: it begins with = + - @, a tab or a line break, also behind spaces,
 * signs that are not seen, or in full width. Wider than what is refused on import: a guard costs nothing.
 */
export const needsGuard = (text: string): boolean => RUNS.test(text) || looksLikeFormula(text);

/** The text as a CSV may hold it: an apostrophe before it keeps it text. */
export const guarded = (text: string): string => (needsGuard(text) ? `'${text}` : text);

/** The text without the apostrophe that {@link guarded} set; null where there is none to take off. */
export const unguarded = (text: string): string | null => (text.startsWith("'") && needsGuard(text.slice(1)) ? text.slice(1) : null);
