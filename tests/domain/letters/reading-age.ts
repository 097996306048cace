import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** Sentences of a text; an abbreviation in our letters never ends with a full stop. */
export const sentencesIn = (text: string): string[] => text.split(/(?<=[.?!:])\s+/).filter((sentence) => /\p{L}/u.test(sentence));

const wordsIn = (text: string): string[] => text.match(/[\p{L}’'-]+/gu) ?? [];

/** The age at which a text reads easily: the Flesch-Kincaid grade and five years, which is when its first grade begins. */
export const readingAge = (text: string): number => {
  const words = wordsIn(text);
  const counts = { sentence: sentencesIn(text).length, word: words.length, syllable: words.reduce((all, word) => all + syllable(word), 0) };
  return fleschKincaid(counts) + 5;
};

/** How many words the longest sentence has. */
export const longestSentence = (text: string): number => Math.max(...sentencesIn(text).map((sentence) => wordsIn(sentence).length));
