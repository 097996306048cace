import type { RollOver } from '#contract/roll-over.ts';
import type { Actor } from '#domain/access/actor.ts';
import { addDays, type Day } from '#domain/calendar/day.ts';
import type { SchoolYear } from '#domain/calendar/school-year.ts';
import { countWords, dayWordsWithYear } from '#domain/calendar/wording.ts';
import { type Move, moveOf, nextYear, turnInto, type YearTurn } from '#domain/classes/roll-over.ts';
import { factsOf } from '../calendar/calendar-facts.ts';
import { calendarsOf, type StoredCalendar } from '../calendar/calendar-records.ts';
import type { Transaction } from '../database/connection.ts';
import { Refusal } from '../refusal.ts';
import { schoolsWhere } from './class-records.ts';
import {
  chosenTeachers,
  formsOf,
  pupilsOnRoll,
  type RollingPupil,
  rollOversOf,
  type StoredForm,
  type StoredRollOver,
  settledMoves,
} from './roll-over-records.ts';
import { handOverAfter, restingOn } from './roll-over-writes-records.ts';

/** The school, its calendar and the year that is next to step into. */
export type Ahead = {
  readonly calendar: StoredCalendar;
  readonly schools: readonly StoredCalendar[];
  readonly year: SchoolYear;
  readonly turn: YearTurn | undefined;
  readonly steps: readonly StoredRollOver[];
};

/** What is ahead of one of the actor's schools; refused as if there were none where it is not theirs to turn. */
export const aheadOf = async (tx: Transaction, actor: Actor, school: string | undefined, today: Day): Promise<Ahead> => {
  const mine = await schoolsWhere(tx, actor, ['coordinator', 'leader'], today);
  const schools = await calendarsOf(tx, actor.scope.organisation, mine);
  const calendar = school ? schools.find((one) => one.school === school) : schools[0];
  if (!calendar) throw new Refusal('not-found', 'There is no such school, or it is not yours.');
  const steps = await rollOversOf(tx, actor.scope.organisation, calendar.school);
  const { terms } = factsOf(calendar.calendar);
  const done = steps.filter(({ state }) => state === 'done').map((step) => step.year);
  const year = nextYear(today, terms, done);
  return { calendar, schools, year, turn: turnInto(year, terms), steps };
};

/** Everyone on the roll with what becomes of them, and the classes of the new year. */
export type Planned = {
  readonly pupils: readonly (RollingPupil & { readonly move: Move; readonly settled: boolean })[];
  readonly classes: RollOver['classes'];
  readonly forms: readonly StoredForm[];
};

export const planOf = async (tx: Transaction, organisation: string, ahead: Ahead, today: Day): Promise<Planned> => {
  const { school } = ahead.calendar;
  const prepared = ahead.steps.find(({ year, state }) => year === ahead.year.name && state === 'prepared');
  const forms = await formsOf(tx, organisation, school, today);
  const onRoll = await pupilsOnRoll(tx, organisation, school, ahead.turn?.from ?? ahead.year.from);
  const settled = new Map((prepared ? await settledMoves(tx, organisation, prepared.id) : []).map((one) => [one.pupil, one]));
  const chosen = new Map((prepared ? await chosenTeachers(tx, organisation, prepared.id) : []).map((one) => [one.class, one]));
  const lastYear = Math.max(...forms.map(({ yearGroup }) => yearGroup), ...onRoll.map(({ yearGroup }) => yearGroup ?? 0), 0);
  const pupils = onRoll.map((pupil) => {
    const by = settled.get(pupil.id);
    return { ...pupil, move: moveOf(pupil, forms, lastYear, by), settled: by !== undefined };
  });
  const counted = new Map<string, number>();
  for (const { move } of pupils)
    if ((move.sort === 'moves' || move.sort === 'repeats') && move.to) counted.set(move.to, (counted.get(move.to) ?? 0) + 1);
  const made = [...counted.keys()].filter((name) => !forms.some((form) => form.name === name));
  const classes = [...forms.map((form) => ({ ...form, made: false })), ...made.map((name) => ({ name, teachers: [], made: true }))].map(
    ({ name, teachers, made: isMade }) => {
      const pick = chosen.get(name);
      const teacher = pick ?? teachers[0];
      return {
        name,
        made: isMade,
        pupils: counted.get(name) ?? 0,
        teacher: teacher ? { id: teacher.id, name: teacher.name } : null,
        chosen: pick !== undefined,
      };
    },
  );
  return { pupils, classes, forms };
};

export const countsOf = (pupils: Planned['pupils']): RollOver['counts'] => {
  const of = (sort: Move['sort']) => pupils.filter(({ move }) => move.sort === sort).length;
  return { all: pupils.length, moves: of('moves'), repeats: of('repeats'), leaves: of('leaves'), doubt: of('doubt') };
};

/** The whole page. */
export const rollOverReply = async (tx: Transaction, actor: Actor, school: string | undefined, today: Day): Promise<RollOver> => {
  const { organisation } = actor.scope;
  const ahead = await aheadOf(tx, actor, school, today);
  const { calendar, schools, year, turn, steps } = ahead;
  const plan = await planOf(tx, organisation, ahead, today);
  const last = lastOf(steps);
  const fresh = last?.state === 'done' && today <= addDays(last.from, 60);
  return {
    school: calendar.school,
    schoolName: calendar.name,
    schools: schools.map((one) => ({ id: one.school, name: one.name })),
    year: year.name,
    from: turn?.from ?? null,
    possible: turn !== undefined && today >= turn.possibleFrom,
    sentence: sentenceOf(year, turn, today),
    version: steps.find((step) => step.year === year.name && step.state === 'prepared')?.version ?? 0,
    counts: countsOf(plan.pupils),
    groups: groupsOf(plan),
    classes: [...plan.classes],
    handOver: fresh ? [...(await handOverAfter(tx, organisation, last.id))] : handOverIn(plan),
    last: last
      ? {
          id: last.id,
          year: last.year,
          at: last.at!,
          state: last.state === 'done' ? 'done' : 'undone',
          words: lastWords(last),
          keeps: await keeps(tx, organisation, last, steps),
        }
      : null,
  };
};

const lastOf = (steps: readonly StoredRollOver[]): StoredRollOver | undefined =>
  [...steps].filter(({ at }) => at !== null).sort((one, other) => (String(one.at) < String(other.at) ? 1 : -1))[0];

const sentenceOf = (year: SchoolYear, turn: YearTurn | undefined, today: Day): string => {
  if (!turn) return `The school calendar does not hold ${year.name} and the year before it. Add their terms under School calendar first.`;
  if (today < turn.possibleFrom)
    return `This year is taught until ${dayWordsWithYear(turn.lastDay)}. What you settle here is kept; the step can be taken from ${dayWordsWithYear(turn.possibleFrom)}.`;
  return `Classes and teachers change on ${dayWordsWithYear(turn.from)}, the first school day; last year stays as it was, with its dates.`;
};

const whyOf = ({ move, settled, placed }: Planned['pupils'][number]): string => {
  if (move.sort === 'doubt') return move.why;
  if (settled) return 'Settled by hand';
  return placed ? 'By the roster' : '';
};

const groupsOf = ({ pupils }: Planned): RollOver['groups'] => {
  const groups = new Map<string, RollOver['groups'][number]>();
  for (const pupil of pupils) {
    const name = pupil.className ?? 'In no class';
    const group = groups.get(name) ?? { name, yearGroup: pupil.yearGroup, pupils: [] };
    const to = pupil.move.sort === 'moves' || pupil.move.sort === 'repeats' ? pupil.move.to : null;
    group.pupils.push({ id: pupil.id, name: pupil.name, caseRef: pupil.caseRef, sort: pupil.move.sort, to, why: whyOf(pupil) });
    groups.set(name, group);
  }
  return [...groups.values()];
};

/** Whose key worker has their class now and will not have the next one. */
const handOverIn = ({ pupils, forms, classes }: Planned): RollOver['handOver'] =>
  pupils.flatMap(({ id, name, caseRef, className, keyWorker, keyWorkerName, move }) => {
    const teachesNow = forms.find((form) => form.name === className)?.teachers.some((one) => one.id === keyWorker);
    const next = move.sort === 'moves' || move.sort === 'repeats' ? classes.find((one) => one.name === move.to) : undefined;
    const willTeach =
      next?.teacher?.id === keyWorker ||
      forms.some((form) => form.name === next?.name && !next.chosen && form.teachers.some((one) => one.id === keyWorker));
    return teachesNow && next && !willTeach && keyWorkerName ? [{ id, name, caseRef, keyWorker: keyWorkerName }] : [];
  });

const lastWords = ({ year, counts, by, state }: StoredRollOver): string => {
  const { moves = 0, repeats = 0, leaves = 0 } = counts;
  const what = `${countWords(moves, 'pupil')} moved, ${repeats} ${repeats === 1 ? 'repeats' : 'repeat'} a year, ${leaves} left`;
  return `${state === 'done' ? 'Rolled over' : 'Taken back: the step'} into ${year}${by ? ` by ${by}` : ''}: ${what}.`;
};

/** Why a step stays: what has come to rest on it, said plainly; null where nothing has. */
export const keeps = async (
  tx: Transaction,
  organisation: string,
  step: StoredRollOver,
  steps: readonly StoredRollOver[],
): Promise<string | null> => {
  if (step.state !== 'done') return null;
  if (steps.some(({ state, year }) => state === 'done' && year > step.year)) return 'A later year has been stepped into since.';
  const { pupils, places, cover } = await restingOn(tx, { organisation, id: step.id, from: step.from });
  const changed = Math.max(pupils, places);
  if (changed > 0)
    return `${countWords(changed, 'pupil')} ${changed === 1 ? 'has' : 'have'} been moved again since: change them one by one.`;
  if (cover > 0) return `Cover is arranged in ${countWords(cover, 'new class', 'new classes')}: take it back first.`;
  return null;
};
