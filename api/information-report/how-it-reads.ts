import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { Reading } from '#domain/information-report/plain-words.ts';

/** Too few words say nothing about how a text reads. */
const FEWEST_WORDS = 20;
/** The first grade begins at six; Flesch and Kincaid count grades. */
const AGE_AT_GRADE_0 = 5;

const wordsIn = (text: string): string[] => text.match(/[\p{L}’'-]+/gu) ?? [];

/** Sentences of a text; an abbreviation in our letters never ends with a full stop. */
export const sentencesIn = (text: string): string[] => text.split(/(?<=[.?!:])\s+|\n+/).filter((sentence) => /\p{L}/u.test(sentence));

/** The age at which a text reads easily: the Flesch-Kincaid grade and five years, which is when its first grade begins. */
export const readingAge = (text: string): number => {
  const words = wordsIn(text);
  const counts = { sentence: sentencesIn(text).length, word: words.length, syllable: words.reduce((all, word) => all + syllable(word), 0) };
  return fleschKincaid(counts) + AGE_AT_GRADE_0;
};

/** How many words the longest sentence has. */
export const longestSentence = (text: string): number => Math.max(...sentencesIn(text).map((sentence) => wordsIn(sentence).length));

/** How a text reads; null where it is too short to tell. Addresses are not read aloud and do not count. */
export const readingOf = (text: string): Reading | null => {
  const read = text.replace(/\S+@\S+|https?:\S+/g, '');
  if (wordsIn(read).length < FEWEST_WORDS) return null;
  return { age: Math.round(readingAge(read) * 10) / 10, longest: longestSentence(read) };
};
