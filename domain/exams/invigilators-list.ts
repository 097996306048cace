import type { Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { arrangementWords } from './arrangement-rules.ts';
import { type ExamCase, holdingOn } from './exam-case.ts';

/** One candidate as an invigilator needs to know them: name, class and what is to be given. No need, no diagnosis, no reason. */
export type CandidateLine = {
  readonly name: string;
  readonly yearGroup: number;
  readonly className: string;
  readonly arrangements: readonly string[];
};

/** Candidates with an arrangement that holds on the season's first day, by year and surname. */
export const invigilatorsList = (cases: readonly ExamCase[], firstPaper: Day): readonly CandidateLine[] =>
  [...cases]
    .sort((a, b) => a.yearGroup - b.yearGroup || a.surname.localeCompare(b.surname, 'en') || a.givenName.localeCompare(b.givenName, 'en'))
    .flatMap((one) => {
      const arrangements = holdingOn(one, firstPaper).map(({ arrangement }) => arrangementWords(arrangement));
      return arrangements.length === 0
        ? []
        : [
            {
              name: `${one.surname}, ${one.givenName}`,
              yearGroup: one.yearGroup,
              className: one.className ?? '',
              arrangements: [...new Set(arrangements)],
            },
          ];
    });

/** What the list says under its title. */
export const listSentence = (lines: readonly CandidateLine[], today: Day): string =>
  `${lines.length === 1 ? '1 candidate' : `${lines.length} candidates`}, as of ${dayWordsWithYear(today)}. What is given is said, never why.`;
