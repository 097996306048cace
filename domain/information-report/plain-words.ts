/** How a text reads: the age at which it reads easily, and the words of its longest sentence. */
export type Reading = { readonly age: number; readonly longest: number };

/** A report for every family reads easily at this age, and no sentence of it is longer than this. */
export const READS_FROM = 13;
export const LONGEST_SENTENCE = 30;

const ABBREVIATION = /\b[A-Z][A-Z&]{1,6}s?\b/g;

/** Names that everybody reads as words. */
const KNOWN = new Set(['UK', 'NHS', 'TV', 'IT', 'PE', 'OK', 'ID', 'AM', 'PM']);

/**
 * Abbreviations of a text that are explained nowhere in the report: neither set in brackets behind their long form, `educational psychologist
 * (EP)`, nor followed by it. A reader outside the school meets them for the first time here.
 */
export const unexplainedIn = (text: string, report: string): string[] => {
  const found = new Set(text.replace(/\S+@\S+|https?:\S+/g, ' ').match(ABBREVIATION) ?? []);
  return [...found].filter((word) => {
    const stem = word.replace(/s$/, '');
    return !KNOWN.has(stem) && !report.includes(`(${stem}`) && !report.includes(`${stem} (`) && !report.includes(`${stem}s (`);
  });
};
