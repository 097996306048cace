import type { ExamDates } from '#contract/exams.ts';
import { mayDoInHouse } from '#domain/access/deeds.ts';
import { seasonsAhead, seasonWords } from '#domain/exams/season.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { keptDates } from './exam-records.ts';
import { datesShown } from './open-exams.ts';

/** The dates of every season whose papers are still to be written, each with where it was copied from. No pupil is read. */
export const openExamDates =
  (parts: Parts): Casework['openExamDates'] =>
  async (actor): Promise<ExamDates> => {
    permitInHouse(actor, 'open-exams');
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const kept = await keptDates(tx, actor.scope.organisation);
      await note(tx, parts, actor, 'open-exam-dates');
      return {
        seasons: seasonsAhead(today, kept).map((id) => ({ id, words: seasonWords(id), dates: datesShown(id, kept, today) })),
        mayKeepDates: mayDoInHouse('keep-exam-dates', actor.roles),
      };
    });
  };
