import type { LetterLanguages } from '#contract/letters.ts';
import type { Actor } from '#domain/access/actor.ts';
import { english, type FamilyPhrase } from '#domain/letters/phrases/english.ts';
import { PHRASES } from '#domain/letters/phrases.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { languageStates, phrasesDigest } from './languages.ts';
import { forgetReview, languageReviews, saveReview } from './letter-records.ts';

const KEYS = Object.keys(english) as FamilyPhrase[];

const reply = async (tx: Transaction, actor: Actor): Promise<LetterLanguages> => ({
  languages: languageStates(await languageReviews(tx, actor.scope.organisation)).map((state) => ({
    ...state,
    phrases: KEYS.map((key) => ({ key, english: english[key], text: PHRASES[state.language][key] })),
  })),
});

/** The languages of family letters with every phrase beside its English, and which were checked by whom (duty 6 A6). */
export const openLanguages =
  (parts: Parts): Casework['openLanguages'] =>
  async (actor) => {
    permitInHouse(actor, 'review-languages');
    return parts.database.within(actor.scope, (tx) => reply(tx, actor));
  };

/** Notes that a native speaker has checked the phrases of a language as they stand. Phrases that change later are unchecked again. */
export const reviewLanguage =
  (parts: Parts): Casework['reviewLanguage'] =>
  async (actor, { language, by, on }) => {
    permitInHouse(actor, 'review-languages');
    if (language === 'en') throw new Refusal('not-valid', 'The phrases were written in English; there is nothing to check.');
    if (on > parts.clock.today(actor.timeZone))
      throw new Refusal('not-valid', 'They cannot have been checked on a day that is still to come.', [
        { field: 'on', reason: 'lies ahead' },
      ]);
    return parts.database.within(actor.scope, async (tx) => {
      const review = { language, by, on, phrases: phrasesDigest(language), recordedBy: actor.person, at: parts.clock.now() };
      await saveReview(tx, actor.scope.organisation, review);
      await note(tx, parts, actor, 'review-language', undefined, { language });
      return reply(tx, actor);
    });
  };

/** Takes the mark back: letters in that language say again that nobody has checked them. */
export const forgetLanguageReview =
  (parts: Parts): Casework['forgetLanguageReview'] =>
  async (actor, { language }) => {
    permitInHouse(actor, 'review-languages');
    return parts.database.within(actor.scope, async (tx) => {
      await forgetReview(tx, actor.scope.organisation, language);
      await note(tx, parts, actor, 'forget-language-review', undefined, { language });
      return reply(tx, actor);
    });
  };
