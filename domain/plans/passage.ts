import type { Stated } from '#domain/plans/plan.ts';
import type { Source } from '#domain/plans/source.ts';

/** The words for one field, before a template has given them a tag. */
export type Passage = {
  readonly label: string;
  readonly kind: 'text' | 'gap';
  readonly text: string;
  readonly gap?: string;
  readonly sources: readonly Source[];
  readonly composed: boolean;
};

/** A name, a date, a reference: plain particulars of the case, which need no number in the text. */
export const particular = (label: string, text: string): Passage => ({ label, kind: 'text', text, sources: [], composed: false });

/** A gap as it is printed: the word stands first, so that no gap is sent by mistake. */
export const gapWords = (what: string): string => `Gap: ${what}`;

export const missing = (label: string, what: string, sources: readonly Source[] = []): Passage => ({
  label,
  kind: 'gap',
  text: gapWords(what),
  sources,
  composed: false,
});

/** Stored words, one after another, each untouched; or the gap when there are none. */
export function stated(label: string, said: readonly Stated[], gap: string, between = ' '): Passage {
  if (said.length === 0) return missing(label, gap);
  return {
    label,
    kind: 'text',
    text: said.map((one) => one.text).join(between),
    sources: said.map((one) => one.source),
    composed: false,
  };
}
