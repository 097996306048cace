/** A sentence's place in a text. */
export type Span = { readonly from: number; readonly to: number };

/** Points that end no sentence: abbreviations of forms and reports, and single letters. */
const ENDS_NOTHING =
  /(?:\b(?:e\.g|i\.e|etc|approx|no|nos|min|mins|hr|hrs|yr|yrs|vs|dr|mr|mrs|ms|miss|st|fig|para|sec|c\.f)|\b\p{Lu}|(?:^|\n)\s*\d{1,2})\.$/iu;

/**
 * The sentences of a text, each with its place, blanks at the ends left out. A semicolon ends none; a line end does, for in forms it ends
 * an entry.
 */
export function sentencesIn(text: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  const close = (to: number): void => {
    const raw = text.slice(from, to);
    const start = from + (raw.length - raw.trimStart().length);
    const end = from + raw.trimEnd().length;
    if (end > start) spans.push({ from: start, to: end });
    from = to;
  };
  for (const found of text.matchAll(/[.!?…]+[”"’')\]]*(?=\s+[“"‘'([]?[\p{Lu}\d])|\n/gu)) {
    const end = found.index + found[0].length;
    if (found[0] !== '\n' && ENDS_NOTHING.test(text.slice(from, found.index + 1))) continue;
    close(end);
  }
  close(text.length);
  return spans;
}
