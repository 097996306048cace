import type { LetterLanguage } from '#domain/letters/language.ts';
import { arabic } from '#domain/letters/phrases/arabic.ts';
import { authority } from '#domain/letters/phrases/authority.ts';
import { english, type FamilyPhrase, type Phrases } from '#domain/letters/phrases/english.ts';
import { polish } from '#domain/letters/phrases/polish.ts';
import { spanish } from '#domain/letters/phrases/spanish.ts';
import { urdu } from '#domain/letters/phrases/urdu.ts';
import { welsh } from '#domain/letters/phrases/welsh.ts';

/** Everything that letters say, by name. */
export type PhraseKey = FamilyPhrase | keyof typeof authority;

/** The phrases of every language that family letters exist in. */
export const PHRASES: Readonly<Record<LetterLanguage, Phrases>> = {
  en: english,
  es: spanish,
  cy: welsh,
  pl: polish,
  ur: urdu,
  ar: arabic,
};

const isForAuthority = (key: PhraseKey): key is keyof typeof authority => Object.hasOwn(authority, key);

/** A phrase in a language; what is written to the authority stands in English alone. */
export const phraseIn = (language: LetterLanguage, key: PhraseKey): string =>
  isForAuthority(key) ? authority[key] : PHRASES[language][key];
