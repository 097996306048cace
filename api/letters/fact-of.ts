import type { Fact, FactKey, FactValue, LetterFacts } from '#domain/letters/fact.ts';

/** A fact where there is one; nothing where the record is empty. */
export const factOf = (key: FactKey, value: FactValue | null, source: string): LetterFacts =>
  value === null || isEmpty(value) ? {} : { [key]: { key, value, source } satisfies Fact };

const isEmpty = (value: FactValue): boolean =>
  (value.as === 'words' && value.words.trim() === '') ||
  (value.as === 'list' && value.lines.length === 0) ||
  (value.as === 'table' && value.rows.length === 0);

export const words = (text: string | null | undefined): FactValue | null => (text ? { as: 'words', words: text } : null);
export const list = (lines: readonly string[]): FactValue => ({ as: 'list', lines });
