import { seasonDateFault } from '#domain/exams/season.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { keepDate, keptDates } from './exam-records.ts';
import { examsReply } from './open-exams.ts';

/** Sets a date of a season as the school has copied it. Whoever comes second is shown the date that stands, and loses nothing typed. */
export const setExamDate =
  (parts: Parts): Casework['setExamDate'] =>
  async (actor, { season, date, on, source, version }) => {
    permitInHouse(actor, 'keep-exam-dates');
    return parts.database.within(actor.scope, async (tx) => {
      const { organisation } = actor.scope;
      const kept = await keptDates(tx, organisation);
      const fault = seasonDateFault(season, date, on, kept);
      if (fault) throw new Refusal('not-valid', `The date was not changed: it ${fault}.`, [{ field: 'on', reason: fault }]);
      const at = parts.clock.now();
      if (!(await keepDate(tx, organisation, { season, date, on, source, version, by: actor.person, at })))
        throw new Refusal('changed-meanwhile', 'Somebody else changed this date meanwhile. Look at what it says now, then save again.');
      await note(tx, parts, actor, 'set-exam-date', undefined, { season, date, on });
      return examsReply(tx, actor, parts.clock.today(actor.timeZone), season);
    });
  };
