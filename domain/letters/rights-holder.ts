import { addDays, addYears, type Day } from '#domain/calendar/day.ts';
import { birthdayAt, endOfCompulsorySchoolAge } from '#domain/calendar/school-year.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import type { Nation } from '#domain/letters/language.ts';

/** Majority in most States (34 CFR 300.520); a State that sets another has a line here. */
export const AGE_OF_MAJORITY = 18;

/** The day from which a learner holds the rights to decisions: after compulsory school age in England, at majority in the United States. */
export const rightsDay = (birthday: Day, nation: Nation): Day =>
  nation === 'england' ? addDays(endOfCompulsorySchoolAge(birthday), 1) : birthdayAt(birthday, AGE_OF_MAJORITY);

export type RightsHolder = { readonly holder: 'family' | 'learner'; readonly on: Day | null; readonly words: string };

type Asked = {
  readonly birthday: Day | null;
  readonly nation: Nation;
  readonly today: Day;
  readonly name: string;
  /** What contacts say of themselves: `learner` where rights have passed, `family` where they were kept by a decision. */
  readonly said: readonly ('family' | 'learner' | null)[];
};

/**
 * Who holds the rights today, and when that changes (duty 6 A4). The day counts by itself: nobody has to remember it. What a contact says is
 * stronger, for a court may leave rights with a parent or give them earlier.
 */
export const rightsHolder = ({ birthday, nation, today, name, said }: Asked): RightsHolder => {
  const on = birthday && rightsDay(birthday, nation);
  if (said.includes('family') && on && on <= today)
    return {
      holder: 'family',
      on,
      words: `The family holds the rights, as the contacts say, though ${name} reached the age on ${dayWordsWithYear(on)}.`,
    };
  if (said.includes('learner')) return { holder: 'learner', on, words: `${name} holds the rights to decisions, as the contacts say.` };
  if (!on)
    return { holder: 'family', on: null, words: 'The family holds the rights. Without a date of birth nobody can say when they pass on.' };
  if (on <= today)
    return {
      holder: 'learner',
      on,
      words: `${name} holds the rights to decisions since ${dayWordsWithYear(on)}. Letters go to ${name} first.`,
    };
  const soon = on <= addYears(today, 1) ? ' That is within a year: tell both.' : '';
  return { holder: 'family', on, words: `The family holds the rights until ${dayWordsWithYear(addDays(on, -1))}.${soon}` };
};
