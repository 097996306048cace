import { createHash } from 'node:crypto';
import type { LanguageState } from '#contract/letters.ts';
import { LANGUAGES, type LetterLanguage, letterLanguages } from '#domain/letters/language.ts';
import { PHRASES } from '#domain/letters/phrases.ts';
import type { LanguageReview } from './letter-records.ts';

/** What was checked when a language was checked: its phrases as they stand. */
export const phrasesDigest = (language: LetterLanguage): string =>
  createHash('sha256').update(JSON.stringify(PHRASES[language])).digest('hex');

/** Whether a native speaker has checked the phrases as they are today. English is what everything was written in. */
export const isReviewed = (language: LetterLanguage, reviews: readonly LanguageReview[]): boolean =>
  language === 'en' || reviews.some((review) => review.language === language && review.phrases === phrasesDigest(language));

/** Each language with its mark; one that was made of other phrases counts no more, and it says so. */
export const languageStates = (reviews: readonly LanguageReview[]): LanguageState[] =>
  letterLanguages.map((language) => {
    const { name, own, direction } = LANGUAGES[language];
    const review = reviews.find((one) => one.language === language);
    return {
      language,
      name,
      own,
      direction,
      reviewed: review ? { by: review.by, on: review.on } : null,
      outdated: review !== undefined && review.phrases !== phrasesDigest(language),
    };
  });
