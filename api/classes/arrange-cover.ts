import { addDays } from '#domain/calendar/day.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { workingHere } from '../people/staff-records.ts';
import { Refusal } from '../refusal.ts';
import { classOf, schoolsWhere } from './class-records.ts';
import { saveCover } from './cover-records.ts';
import { noSuchClass } from './no-such-class.ts';
import { classesReply } from './open-classes.ts';

/** How far ahead cover can be arranged: four weeks. Longer absence is a change of the timetable. */
const MOST_DAYS_AHEAD = 28;

/** Gives a class to somebody for one day: that day they have its class sheet, and nothing else of the pupils (duty 4 A6). */
export const arrangeCover =
  (parts: Parts): Casework['arrangeCover'] =>
  async (actor, { class: taken, person, day }) => {
    permitInHouse(actor, 'arrange-cover');
    const today = parts.clock.today(actor.timeZone);
    if (day < today) throw new Refusal('not-valid', 'That day is past.', [{ field: 'day', reason: 'is past' }]);
    if (day > addDays(today, MOST_DAYS_AHEAD))
      throw new Refusal('not-valid', 'Cover is arranged for the next four weeks; for longer, change who teaches the class.', [
        { field: 'day', reason: 'lies too far ahead' },
      ]);
    return parts.database.within(actor.scope, async (tx) => {
      const found = await classOf(tx, actor, taken, today);
      if (!found || !(await schoolsWhere(tx, actor, ['coordinator', 'leader'], today)).includes(found.school)) throw noSuchClass();
      const teacher = await workingHere(tx, actor.scope.organisation, person, today);
      if (!teacher)
        throw new Refusal('not-valid', 'Cover needs somebody who works here and can sign in.', [
          { field: 'person', reason: 'does not work here' },
        ]);
      await saveCover(tx, actor.scope.organisation, { id: parts.ids.next(), class: taken, person, day, by: actor.person });
      await note(tx, parts, actor, 'arrange-cover', undefined, { class: taken, person, day });
      return classesReply(tx, actor, today);
    });
  };
