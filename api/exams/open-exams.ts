import type { ExamDate, ExamRow, ExamsPage } from '#contract/exams.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayDoInHouse } from '#domain/access/deeds.ts';
import { type Day, daysBetween } from '#domain/calendar/day.ts';
import { daysLeftWords, dayWords, dayWordsWithYear } from '#domain/calendar/wording.ts';
import { toApplyFor } from '#domain/exams/application.ts';
import { arrangementWords } from '#domain/exams/arrangement-rules.ts';
import { type ExamCase, standing } from '#domain/exams/exam-case.ts';
import { gapsOf } from '#domain/exams/gaps.ts';
import { invigilatorsList } from '#domain/exams/invigilators-list.ts';
import { datesOf, firstPaper, nextSummer, type SeasonId, seasonsAhead, seasonWords } from '#domain/exams/season.ts';
import { choiceWords } from '#domain/record/kind.ts';
import { EXAM_STATES } from '#domain/record/kinds/exam-arrangement.ts';
import { SCORE_LINE } from '#domain/record/kinds/exam-score.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import { schoolsWhere } from '../classes/class-records.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { examCases, keptDates, type StoredDate } from './exam-records.ts';

/** Everybody in exam years, what each lacks before a season (the next summer unless another is named), and the season's dates. */
export const openExams =
  (parts: Parts): Casework['openExams'] =>
  async (actor, { season }) => {
    permitInHouse(actor, 'open-exams');
    return parts.database.within(actor.scope, async (tx) => {
      const page = await examsReply(tx, actor, parts.clock.today(actor.timeZone), season);
      await note(
        tx,
        parts,
        actor,
        'open-exams',
        page.rows.map(({ pupil }) => pupil),
      );
      return page;
    });
  };

/** The page as it stands. */
export const examsReply = async (tx: Transaction, actor: Actor, today: Day, asked: SeasonId | undefined): Promise<ExamsPage> => {
  const kept = await keptDates(tx, actor.scope.organisation);
  const seasons = seasonsAhead(today, kept);
  const season = asked ?? nextSummer(seasons);
  const first = firstPaper(season, kept);
  const cases = await examCases(tx, actor.scope.organisation, await schoolsWhere(tx, actor, ['coordinator', 'leader'], today));
  return {
    season,
    seasonWords: seasonWords(season),
    seasons: [...new Set([...seasons, season])].map((id) => ({ id, words: seasonWords(id) })),
    dates: datesShown(season, kept, today),
    rows: cases.map((one) => rowOf(one, first)),
    onList: invigilatorsList(cases, first).length,
    scoreLine: `A score of ${SCORE_LINE.most} or less counts as below average (as known on ${dayWordsWithYear(SCORE_LINE.asOf as Day)}; not verified in this year’s regulations).`,
    mayKeepDates: mayDoInHouse('keep-exam-dates', actor.roles),
  };
};

/** The dates of one season as a page shows them. */
export const datesShown = (season: SeasonId, kept: readonly StoredDate[], today: Day): ExamDate[] =>
  datesOf(season, kept).map((date) => ({
    ...date,
    ...whenWords(date.on, today),
    version: kept.find((one) => one.season === season && one.date === date.id)?.version ?? 0,
  }));

/** A date of a season as it reads today; one that has passed is never late. */
export const whenWords = (on: Day, today: Day): Pick<ExamDate, 'words' | 'leftWords' | 'urgency'> => ({
  words: dayWords(on, today),
  leftWords: on < today ? 'passed' : daysLeftWords(on, today),
  urgency: urgencyOf(daysBetween(today, on)),
});

const urgencyOf = (left: number): ExamDate['urgency'] => (left < 0 ? 'later' : left <= 2 ? 'near' : left <= 14 ? 'soon' : 'later');

const rowOf = (one: ExamCase, first: Day): ExamRow => ({
  pupil: one.pupil,
  name: one.name,
  caseRef: one.caseRef,
  yearGroup: one.yearGroup,
  className: one.className,
  arrangements: standing(one).map(({ id, arrangement, state }) => ({
    id,
    words: arrangementWords(arrangement),
    stateWords: choiceWords(EXAM_STATES, state).toLowerCase(),
  })),
  gaps: [...gapsOf(one, first)],
  mayDraft: toApplyFor(one).length > 0,
});
