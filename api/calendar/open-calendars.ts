import { mayDoInHouse } from '#domain/access/deeds.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { calendarShown } from './calendar-facts.ts';
import { calendarChange, calendarChanges, calendarsOf, movesOfChange } from './calendar-records.ts';

/** The calendars of the actor's schools: terms, days off, closures added later, and who changed what. Shows no record. */
export const openCalendars =
  (parts: Parts): Casework['openCalendars'] =>
  async (actor) => {
    permitInHouse(actor, 'open-calendar');
    const { organisation, schools } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      const stored = await calendarsOf(tx, organisation, schools);
      const changes = await calendarChanges(tx, organisation, schools);
      return {
        schools: stored.map((one) =>
          calendarShown(
            one,
            changes.filter(({ school }) => school === one.school),
          ),
        ),
        may: mayDoInHouse('keep-calendar', actor.roles),
      };
    });
  };

/** The dates that one change of a calendar moved, of the pupils whom the actor may see; none for a change of somebody else's. */
export const openDatesMoved =
  (parts: Parts): Casework['openDatesMoved'] =>
  async (actor, { change }) => {
    permitInHouse(actor, 'open-caseload');
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const found = await calendarChange(tx, actor, change);
      if (!found) return { words: 'Nothing that you may see was moved', at: parts.clock.now(), by: null, moved: [] };
      const moved = await movesOfChange(tx, actor, today, change);
      await note(
        tx,
        parts,
        actor,
        'open-dates-moved',
        moved.map(({ pupil }) => pupil.id),
      );
      return { ...found, moved };
    });
  };
