import type { Actor } from '#domain/access/actor.ts';
import { mayDoInHouse } from '#domain/access/deeds.ts';
import { addDays, type Day, type DayRange } from '#domain/calendar/day.ts';
import type { OtherDue } from '#domain/caseload/today.ts';
import { concernedBy, type ExamDateAhead, examDatesWithin, examDateTitle, examDateWhy, isDue } from '#domain/exams/dates-ahead.ts';
import { schoolsWhere } from '../classes/class-records.ts';
import type { Transaction } from '../database/connection.ts';
import { nationWhere } from '../register/known-records.ts';
import { examCases, keptDates } from './exam-records.ts';

/** A day that has passed is shown so long, as long as somebody is still to be applied for. */
const BACK = 14;

/**
 * Dates of exam seasons within a stretch of days, each with how many pupils it concerns. Nothing for whoever may not see exam
 * arrangements, outside England, whose seasons they are, nor for a school without a pupil in an exam year.
 */
export const examDatesAhead = async (tx: Transaction, actor: Actor, today: Day, range: DayRange): Promise<readonly ExamDateAhead[]> => {
  if (!mayDoInHouse('open-exams', actor.roles)) return [];
  if ((await nationWhere(tx, actor.scope.organisation)) !== 'england') return [];
  const kept = await keptDates(tx, actor.scope.organisation);
  const dates = examDatesWithin(kept, range);
  if (dates.length === 0) return [];
  const cases = await examCases(tx, actor.scope.organisation, await schoolsWhere(tx, actor, ['coordinator', 'leader'], today));
  return cases.length === 0 ? [] : dates.map((date) => ({ ...date, pupils: concernedBy(date, cases, kept) }));
};

/** The same as work that is due, until a day: the coordinator's own. */
export const examDatesDue = async (tx: Transaction, actor: Actor, today: Day, until: Day): Promise<readonly OtherDue[]> =>
  (await examDatesAhead(tx, actor, today, { from: addDays(today, -BACK), to: until }))
    .filter((date) => isDue(date, today))
    .map((date) => ({
      id: `exams:${date.season}:${date.id}`,
      kind: 'exam-date',
      due: date.on,
      title: examDateTitle(date),
      why: examDateWhy(date),
      pupil: null,
      owner: mayDoInHouse('keep-exam-dates', actor.roles) ? { person: actor.person, words: 'You' } : { person: null, words: 'Coordinator' },
      step: { words: 'Open', deed: 'open-exams', target: date.season },
    }));
