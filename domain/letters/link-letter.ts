import type { Day } from '#domain/calendar/day.ts';
import { dayInLanguage } from '#domain/calendar/in-language.ts';
import { LANGUAGES, type LetterLanguage, languageNamed, localeOf, type Nation } from '#domain/letters/language.ts';
import type { Piece } from '#domain/letters/letter.ts';
import { bareText, filled, plainText } from '#domain/letters/phrase.ts';
import { type PhraseKey, phraseIn } from '#domain/letters/phrases.ts';

/** What a letter that carries a link is written from: no child's name, nothing of the case. */
export type LinkWriting = {
  readonly language: LetterLanguage;
  readonly nation: Nation;
  /** Whether the school says that a native speaker has checked the phrases of the language. */
  readonly reviewed: boolean;
  readonly addressee: string;
  readonly school: string;
  /** Who made the link: whom to call. */
  readonly coordinator: string;
  readonly telephone: string | null;
  readonly until: Day;
};

/** The language somebody is written to in: theirs where there are phrases in it, else English. */
export const linkLanguage = (recorded: string | null): LetterLanguage => languageNamed(recorded) ?? 'en';

export const isRightToLeft = ({ language }: LinkWriting): boolean => LANGUAGES[language].direction === 'rtl';

/** A set phrase with its facts put in, in the reader's language. `more` are facts of this letter alone: its page, its code. */
export const linkPieces = (writing: LinkWriting, key: PhraseKey, more: Readonly<Record<string, string>> = {}): readonly Piece[] => {
  const { addressee, school, coordinator, telephone, until, language, nation } = writing;
  const facts: Readonly<Record<string, string | null>> = {
    addressee,
    school,
    coordinator,
    telephone,
    until: dayInLanguage(until, localeOf(language, nation)),
    ...more,
  };
  return filled(phraseIn(language, key), (slot) => facts[slot] ?? null) ?? [];
};

/**
 * A phrase as a line of an e-mail. Names in a sentence from right to left are isolated; an address never is, for a mark beside it would be
 * taken for a part of it, and stands on a line of its own.
 */
export const linkLine = (writing: LinkWriting, key: PhraseKey, more: Readonly<Record<string, string>> = {}): string => {
  if (!isRightToLeft(writing)) return bareText(linkPieces(writing, key, more));
  return more.page ? bareText(linkPieces(writing, key, { ...more, page: `\n${more.page}` })) : plainText(linkPieces(writing, key, more));
};

/** Whom to call, with a number where the school has one. */
export const questionsKey = ({ telephone }: LinkWriting): PhraseKey => (telephone ? 'questions' : 'questionsWithoutNumber');

/** That no native speaker has checked the phrases, in the reader's language and in English; nothing where one has, or in English. */
export const uncheckedLines = ({ language, reviewed }: LinkWriting): readonly string[] =>
  language === 'en' || reviewed ? [] : [phraseIn(language, 'notReviewed'), phraseIn('en', 'notReviewed')];
