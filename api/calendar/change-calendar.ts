import type { CalendarFacts } from '#contract/school-calendar.ts';
import type { Actor } from '#domain/access/actor.ts';
import { calendarChangeWords } from '#domain/calendar/calendar-faults.ts';
import { schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import { movesIn } from '../clocks/case-counted.ts';
import { keepMoves } from '../clocks/event-records.ts';
import { openHouse, recount } from '../clocks/recount.ts';
import { tell } from '../conversations/tell.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Overtaken, Refusal } from '../refusal.ts';
import { acceptCalendar, calendarShown, factsOf, writtenFrom } from './calendar-facts.ts';
import { calendarChanges, calendarsOf, holdCalendar, type StoredCalendar, writeCalendar } from './calendar-records.ts';
import { movedShown, ownersToTell, touchedBy } from './moved-by-calendar.ts';

const noSuchSchool = () => new Refusal('not-found', 'There is no such school, or it is not yours.');

const ownSchool = ({ scope }: Actor, school: string): void => {
  if (!scope.schools.includes(school)) throw noSuchSchool();
};

const counted = async (tx: Transaction, parts: Parts, actor: Actor, stored: StoredCalendar, facts: CalendarFacts) => {
  const written = writtenFrom(facts, stored);
  acceptCalendar(written, facts);
  const { organisation } = actor.scope;
  const house = await openHouse(tx, organisation);
  if (!house) throw noSuchSchool();
  const setting = house.setting(stored.school, parts.clock.today(actor.timeZone));
  const touched = await touchedBy(tx, organisation, stored.school, setting, schoolCalendar(written));
  return { written, touched, told: await ownersToTell(tx, actor, stored.school, touched) };
};

/** Which open clocks a change of a calendar moves, of whom, and who will be told; nothing is saved. */
export const previewCalendar =
  (parts: Parts): Casework['previewCalendar'] =>
  async (actor, { school, facts }) => {
    permitInHouse(actor, 'keep-calendar');
    ownSchool(actor, school);
    return parts.database.within(actor.scope, async (tx) => {
      const [stored] = await calendarsOf(tx, actor.scope.organisation, [school]);
      if (!stored) throw noSuchSchool();
      const { touched, told } = await counted(tx, parts, actor, stored, facts);
      await note(
        tx,
        parts,
        actor,
        'preview-calendar',
        touched.cases.map(({ pupil }) => pupil),
      );
      return {
        moved: await movedShown(tx, actor, touched),
        counted: touched.counted,
        touched: touched.cases.length,
        told: told.map(({ name }) => name),
      };
    });
  };

/**
 * Changes a school's calendar: terms, holidays, training days, a day closed because of snow. Clocks that count school days are counted
 * again in the same moment, only those of the cases that it touches; whoever owes one is told once, with all of theirs (duty 9 A4).
 */
export const changeCalendar =
  (parts: Parts): Casework['changeCalendar'] =>
  async (actor, { school, version, facts }) => {
    permitInHouse(actor, 'keep-calendar');
    ownSchool(actor, school);
    const { organisation } = actor.scope;
    const at = parts.clock.now();
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const stored = await holdCalendar(tx, organisation, school);
      if (!stored) throw noSuchSchool();
      if (stored.version !== version)
        throw new Overtaken(
          'Somebody changed this calendar after you opened it. Nothing of yours was saved; compare it with what stands now.',
        );
      const { written, touched, told } = await counted(tx, parts, actor, stored, facts);
      const { years, noSchool, closures } = written;
      const id = parts.ids.next();
      const words = calendarChangeWords(writtenFrom(factsOf(stored.calendar), stored), written);
      await writeCalendar(tx, organisation, school, { years, noSchool, closures }, { id, words, by: actor.person, at });
      const pupils = touched.cases.map(({ pupil }) => pupil);
      await recount(tx, organisation, pupils, today, at);
      const moves = touched.cases.flatMap(({ pupil, effects }) => movesIn(effects, pupil, parts.ids.next));
      await keepMoves(tx, organisation, moves, { id, because: words, by: actor.person, at });
      for (const person of told) await tell(tx, { about: 'dates-moved', change: id, to: person.id });
      await note(tx, parts, actor, 'change-calendar', pupils, { school, change: id, moved: moves.length });
      const [now] = await calendarsOf(tx, organisation, [school]);
      return {
        calendar: calendarShown(now!, await calendarChanges(tx, organisation, [school])),
        moved: await movedShown(tx, actor, touched),
        told: told.map(({ name }) => name),
      };
    });
  };
