import type { RollOver } from '#contract/roll-over.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { countWords, dayWordsWithYear } from '#domain/calendar/wording.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { workingHere } from '../people/staff-records.ts';
import { Overtaken, Refusal } from '../refusal.ts';
import { holdRollOver, nextVersion, prepareRollOver, type StoredRollOver, writeSettled, writeTeacher } from './roll-over-records.ts';
import { type Ahead, aheadOf, countsOf, keeps, type Planned, planOf, rollOverReply } from './roll-over-reply.ts';
import { unwriteRollOver, type WrittenMove, writeRollOver } from './roll-over-writes-records.ts';

/** The step into the next school year: what becomes of every pupil, who takes which class, what is in doubt. Nothing is changed by looking. */
export const openRollOver =
  (parts: Parts): Casework['openRollOver'] =>
  async (actor, { school }): Promise<RollOver> => {
    permitInHouse(actor, 'roll-over');
    return parts.database.within(actor.scope, (tx) => rollOverReply(tx, actor, school, parts.clock.today(actor.timeZone)));
  };

/** The prepared step, held, as the person saw it. Version 0 is one that nobody has touched. */
const held = async (tx: Transaction, parts: Parts, actor: Actor, ahead: Ahead, seen: number): Promise<StoredRollOver> => {
  const { calendar, year, turn } = ahead;
  const untouched = !ahead.steps.some((step) => step.year === year.name && step.state === 'prepared');
  const from = turn?.from ?? year.from;
  const step = await prepareRollOver(tx, actor.scope.organisation, {
    id: parts.ids.next(),
    school: calendar.school,
    year: year.name,
    from,
  });
  if (step?.state === 'done') throw new Overtaken(`${step.by ?? 'Somebody'} has just stepped into ${year.name}. Nothing was done twice.`);
  if (!step || (untouched ? seen !== 0 || step.version !== 1 : step.version !== seen))
    throw new Overtaken('Somebody settled something after you opened this page. Look at what stands now.');
  return step;
};

/** Settles what becomes of pupils: another class, the same year again, off the roll; or the rule again. Kept until the step is taken. */
export const settleMoves =
  (parts: Parts): Casework['settleMoves'] =>
  async (actor, { school, version, pupils, sort, to }): Promise<RollOver> => {
    permitInHouse(actor, 'roll-over');
    if (sort === 'moves' && to === null) throw new Refusal('not-valid', 'Say into which class.', [{ field: 'to', reason: 'is missing' }]);
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const ahead = await aheadOf(tx, actor, school, today);
      const step = await held(tx, parts, actor, ahead, version);
      const plan = await planOf(tx, actor.scope.organisation, ahead, today);
      const onRoll = new Set(plan.pupils.map(({ id }) => id));
      if (!pupils.every((pupil) => onRoll.has(pupil.toLowerCase())))
        throw new Refusal('not-found', 'One of these pupils is not on the roll of this school any more. Nothing was settled.');
      await writeSettled(tx, actor.scope.organisation, step.id, pupils, { sort, to: sort === 'leaves' ? null : to, by: actor.person });
      await nextVersion(tx, actor.scope.organisation, step.id);
      await note(tx, parts, actor, 'settle-moves', [...pupils], { step: step.id, sort });
      return rollOverReply(tx, actor, school, today);
    });
  };

/** Chooses who takes a class in the new year. */
export const chooseTeacher =
  (parts: Parts): Casework['chooseTeacher'] =>
  async (actor, { school, version, class: taken, person }): Promise<RollOver> => {
    permitInHouse(actor, 'roll-over');
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const ahead = await aheadOf(tx, actor, school, today);
      const step = await held(tx, parts, actor, ahead, version);
      const { classes } = await planOf(tx, actor.scope.organisation, ahead, today);
      if (!classes.some(({ name }) => name === taken)) throw new Refusal('not-found', 'There is no such class in the new year.');
      if (person && !(await workingHere(tx, actor.scope.organisation, person, today)))
        throw new Refusal('not-valid', 'A class is taken by somebody who works here.', [{ field: 'person', reason: 'does not work here' }]);
      await writeTeacher(tx, actor.scope.organisation, step.id, taken, person);
      await nextVersion(tx, actor.scope.organisation, step.id);
      await note(tx, parts, actor, 'choose-teacher', undefined, { step: step.id, class: taken, person });
      return rollOverReply(tx, actor, school, today);
    });
  };

/** Takes the step in one transaction, as it was seen: all pupils or none. */
export const carryOutRollOver =
  (parts: Parts): Casework['carryOutRollOver'] =>
  async (actor, { school, version, pupils, withoutTeachers }): Promise<RollOver> => {
    permitInHouse(actor, 'roll-over');
    const today = parts.clock.today(actor.timeZone);
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      const ahead = await aheadOf(tx, actor, school, today);
      mustBePossible(ahead, today);
      const step = await held(tx, parts, actor, ahead, version);
      const plan = await planOf(tx, organisation, ahead, today);
      mustBeSettled(plan, pupils, withoutTeachers);
      const moves = plan.pupils.map(written);
      const counts = countsOf(plan.pupils);
      const from = ahead.turn?.from ?? ahead.year.from;
      const at = parts.clock.now();
      await writeRollOver(tx, { organisation, id: step.id, school: ahead.calendar.school, from, by: actor.person, at }, moves, counts);
      await note(
        tx,
        parts,
        actor,
        'roll-over',
        moves.map(({ pupil }) => pupil),
        { step: step.id, year: ahead.year.name, ...counts },
      );
      return rollOverReply(tx, actor, school, today);
    });
  };

const mustBePossible = ({ year, turn }: Ahead, today: Day): void => {
  if (!turn)
    throw new Refusal('not-ready', `The school calendar does not hold ${year.name} and the year before it. Add their terms first.`);
  if (today < turn.possibleFrom)
    throw new Refusal(
      'not-ready',
      `The step into ${year.name} can be taken from ${dayWordsWithYear(turn.possibleFrom)}, when this year is taught to its end.`,
    );
};

const mustBeSettled = ({ pupils, classes }: Planned, seen: number, withoutTeachers: boolean): void => {
  if (pupils.length !== seen)
    throw new Overtaken(`The roll has changed: it is ${countWords(pupils.length, 'pupil')} now. Look at what stands now.`);
  const doubts = pupils.filter(({ move }) => move.sort === 'doubt').length;
  if (doubts > 0)
    throw new Refusal('not-ready', `${countWords(doubts, 'pupil')} ${doubts === 1 ? 'is' : 'are'} in doubt. Settle each first.`);
  const alone = classes.filter((one) => one.pupils > 0 && one.teacher === null).map(({ name }) => name);
  if (alone.length > 0 && !withoutTeachers)
    throw new Refusal('not-ready', `Nobody takes ${alone.join(', ')}. Choose who does, or say that they begin without a teacher.`);
};

const written = ({ id, yearGroup, move }: Planned['pupils'][number]): WrittenMove => {
  switch (move.sort) {
    case 'moves':
      return { pupil: id, sort: 'moves', to: move.to, toYear: move.toYear };
    case 'repeats':
      return { pupil: id, sort: 'repeats', to: move.to, toYear: yearGroup };
    case 'leaves':
      return { pupil: id, sort: 'leaves', to: null, toYear: null };
    case 'doubt':
      throw new Error('A pupil in doubt is not rolled over.');
    default:
      return move satisfies never;
  }
};

/** Takes the last step back, unless something has come to rest on it: then it says what. */
export const undoRollOver =
  (parts: Parts): Casework['undoRollOver'] =>
  async (actor, { step: id }): Promise<RollOver> => {
    permitInHouse(actor, 'roll-over');
    const today = parts.clock.today(actor.timeZone);
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      const step = await holdRollOver(tx, organisation, id);
      if (!step) throw new Refusal('not-found', 'There is no such step, or it is not yours.');
      const ahead = await aheadOf(tx, actor, step.school, today);
      if (step.state !== 'done') throw new Overtaken('This step is taken back already.');
      const why = await keeps(tx, organisation, step, ahead.steps);
      if (why) throw new Refusal('not-ready', `This step cannot be taken back any more. ${why}`);
      await unwriteRollOver(tx, { organisation, id, from: step.from, by: actor.person, at: parts.clock.now() }, parts.ids.next());
      await note(tx, parts, actor, 'undo-roll-over', undefined, { step: id, year: step.year });
      return rollOverReply(tx, actor, step.school, today);
    });
  };
