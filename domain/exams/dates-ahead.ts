import { type Day, type DayRange, isWithin } from '#domain/calendar/day.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { ruleOf } from './arrangement-rules.ts';
import { type ExamCase, standing } from './exam-case.ts';
import { invigilatorsList } from './invigilators-list.ts';
import { datesOf, firstPaper, type KeptDate, type SeasonDate, type SeasonId, seasonsAhead, seasonWords } from './season.ts';

/** A date of a season with how many pupils it concerns now. */
export type ExamDateAhead = SeasonDate & { readonly season: SeasonId; readonly pupils: number };

/** The dates of all seasons that fall within a stretch of days, the nearest first; no pupil is looked at yet. */
export const examDatesWithin = (kept: readonly KeptDate[], range: DayRange): readonly Omit<ExamDateAhead, 'pupils'>[] =>
  seasonsAhead(range.from, kept)
    .flatMap((season) => datesOf(season, kept).map((date) => ({ ...date, season })))
    .filter(({ on }) => isWithin(on, range))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

const NOT_ASKED = new Set(['considered', 'trial']);

/** For whom a date counts: whose application has not gone, who may need modified papers, who writes with something that holds. */
export const concernedBy = (
  { id, season }: Pick<ExamDateAhead, 'id' | 'season'>,
  cases: readonly ExamCase[],
  kept: readonly KeptDate[],
): number => {
  switch (id) {
    case 'applications':
      return cases.filter((one) => standing(one).some(({ arrangement, state }) => ruleOf(arrangement).applied && NOT_ASKED.has(state)))
        .length;
    case 'modified-papers':
      return cases.filter((one) => standing(one).some(({ arrangement }) => arrangement === 'modified-papers')).length;
    case 'first-paper':
      return invigilatorsList(cases, firstPaper(season, kept)).length;
    default:
      return id satisfies never;
  }
};

const CONCERN: Readonly<Record<ExamDateAhead['id'], string>> = {
  applications: 'still to apply for',
  'modified-papers': 'with modified papers',
  'first-paper': 'on the invigilators’ list',
};

/** `Last day to apply for access arrangements, Summer 2027`. */
export const examDateTitle = ({ title, season }: Pick<ExamDateAhead, 'title' | 'season'>): string => `${title}, ${seasonWords(season)}`;

/** `3 pupils still to apply for · regulations 2026/27, page 12`; a day that nobody has copied says so. */
export const examDateWhy = ({ id, pupils, source }: ExamDateAhead): string => `${countWords(pupils, 'pupil')} ${CONCERN[id]} · ${source}`;

/**
 * Whether a date stands on Today: one that comes while it concerns somebody, and one that has passed while an application has not gone.
 * Papers that have been written, or an order that can no longer be placed, are nobody's work any more.
 */
export const isDue = ({ id, on, pupils }: ExamDateAhead, today: Day): boolean => pupils > 0 && (on >= today || id === 'applications');
