import type { Compliance, PeriodKind } from '#contract/compliance.ts';
import type { Actor } from '#domain/access/actor.ts';
import { addDays, type Day, type DayRange, isWithin } from '#domain/calendar/day.ts';
import { breaksOf, summerOf } from '#domain/calendar/school-calendar.ts';
import { schoolYearOf } from '#domain/calendar/school-year.ts';
import { complianceSentence } from '#domain/compliance/compliance-sentence.ts';
import { spreadOver, usualNumber } from '#domain/compliance/forecast.ts';
import { forecastNote, heaviestAhead, isClosedThrough, type Note, whileClosed } from '#domain/compliance/notes.ts';
import { type Period, periodOf } from '#domain/compliance/period.ts';
import { SIDES, type Side } from '#domain/compliance/side.ts';
import { tallyOf } from '#domain/compliance/watched-clock.ts';
import { watchedLine } from '#domain/compliance/watched-line.ts';
import { examDateTitle, examDateWhy } from '#domain/exams/dates-ahead.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import { readerOf } from '../caseload/reader-of.ts';
import type { Casework } from '../casework.ts';
import { calendarFrom, type House, openHouse } from '../clocks/recount.ts';
import type { Transaction } from '../database/connection.ts';
import { examDatesAhead } from '../exams/exam-dates-due.ts';
import { whenWords } from '../exams/open-exams.ts';
import type { Parts } from '../parts.ts';
import { requestsSoFar, schoolsOf, type WatchedRow, watchedClocks } from './compliance-records.ts';

/** Every clock of both sides over a term, a month or a year: what was kept, what comes, and where the load is. */
export const openCompliance =
  (parts: Parts): Casework['openCompliance'] =>
  async (actor, { period: kind }): Promise<Compliance> => {
    permitInHouse(actor, 'open-compliance');
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const found = await complianceOf(tx, actor, kind, today);
      await note(tx, parts, actor, 'open-compliance', [...new Set(found.clocks.map(({ pupil }) => pupil.id))]);
      return { ...found, countedAt: found.countedAt ?? parts.clock.now() };
    });
  };

/** The page's answer, without a moment of counting where there is no clock. */
const complianceOf = async (tx: Transaction, actor: Actor, kind: PeriodKind, today: Day) => {
  const period = periodOf(kind, today);
  const house = await openHouse(tx, actor.scope.organisation);
  const rows = await watchedClocks(tx, actor, today, period);
  const schools = await schoolsOf(tx, actor);
  const clocks = linesOf(rows, house, actor, today);
  const calendar = schools.length === 1 ? calendarFrom(schools[0]?.calendar) : null;
  const breaks = calendar ? breaksOf(calendar) : [];
  const summer = calendar ? summerOf(calendar, schoolYearOf(today)) : null;
  const usual = await usualOf(tx, actor, period, today);
  const tallies = new Map(SIDES.map((side) => [side, tallyOf(watchedOf(rows), side, today)] as const));
  return {
    today,
    period: {
      ...period,
      columns: period.columns.map((column) => ({ ...column, closed: kind !== 'year' && isClosedThrough(column, breaks) })),
    },
    sentence: complianceSentence(tallies),
    sides: SIDES.map((side) => ({ side, words: sideWords(side, schools, rows), ...tallies.get(side)! })),
    clocks,
    usual: usual?.days ?? [],
    notes: notesOf(clocks, period, { breaks, summer }, usual, today),
    examDates: await examDatesOf(tx, actor, today, period),
    countedAt: rows.reduce<WatchedRow['countedAt'] | null>((last, { countedAt }) => (!last || countedAt > last ? countedAt : last), null),
  };
};

/** Dates of exam seasons beside the clocks: a school copies them, no rule counts them, so they are in no rate. */
const examDatesOf = async (tx: Transaction, actor: Actor, today: Day, period: Period): Promise<Compliance['examDates']> =>
  (await examDatesAhead(tx, actor, today, { from: period.from, to: period.to })).map((date) => ({
    season: date.season,
    title: examDateTitle(date),
    on: date.on,
    why: examDateWhy(date),
    verified: date.verified,
    ...whenWords(date.on, today),
  }));

const watchedOf = (rows: readonly WatchedRow[]) =>
  rows.map(({ clock, metOn }) => ({ owedBy: clock.owedBy, state: clock.state, due: clock.due, metOn }));

const linesOf = (rows: readonly WatchedRow[], house: House | undefined, actor: Actor, today: Day): Compliance['clocks'] => {
  const reader = readerOf(actor);
  const titles = house?.titles ?? new Map<string, string>();
  return rows.flatMap((row) => {
    const line = watchedLine({ ...row, ruleTitle: titles.get(row.clock.rule) ?? row.clock.rule, pupil: row.pupil.id }, today, reader);
    return line ? [{ ...line, pupil: row.pupil, reason: row.reason }] : [];
  });
};

type Usual = { readonly days: Day[]; readonly words: string };

/** The usual number of new requests in what is left of the period; nothing where the record is too young to know. */
const usualOf = async (tx: Transaction, actor: Actor, period: Period, today: Day): Promise<Usual | null> => {
  const { requests, since } = await requestsSoFar(tx, actor.scope.organisation);
  const ahead: DayRange = { from: addDays(today, 1), to: period.to };
  if (ahead.from > ahead.to) return null;
  const usual = usualNumber(requests, since, ahead);
  if (!usual) return null;
  const days = spreadOver(Math.round(usual.mean), ahead);
  return { days, words: `${usual.least} to ${usual.most} in the same weeks of the last ${usual.years} years` };
};

type Closed = { readonly breaks: readonly DayRange[]; readonly summer: DayRange | null };

const notesOf = (clocks: Compliance['clocks'], period: Period, { breaks, summer }: Closed, usual: Usual | null, today: Day): Note[] => {
  const open = clocks.filter(({ mark }) => mark === 'due' || mark === 'late');
  const dated = clocks.filter(({ mark, due }) => mark === 'forecast' && isWithin(due, period)).length;
  return [
    heaviestAhead(
      open.filter(({ side }) => side === 'ours'),
      period.columns,
      today,
      summer,
    ),
    whileClosed(
      open.filter(({ side }) => side !== 'ours'),
      breaks.filter(({ from }) => from <= period.to),
      today,
    ),
    forecastNote(dated, usual && { count: usual.days.length, words: usual.words }),
  ].filter((one): one is Note => one !== null);
};

const WORDS: Readonly<Record<Side, string>> = { ours: 'Our school', authority: 'Authority', agencies: 'Agencies', families: 'Families' };

/** How a side is called: the one school by its name, the one council that every case names, else in general. */
const sideWords = (side: Side, schools: readonly { name: string }[], rows: readonly WatchedRow[]): string => {
  if (side === 'ours') return schools.length === 1 ? schools[0]!.name : schools.length > 1 ? 'Our schools' : WORDS.ours;
  if (side !== 'authority') return WORDS[side];
  const named = new Set(rows.flatMap(({ clock }) => (clock.owedBy === 'local-authority' && clock.owner?.words ? [clock.owner.words] : [])));
  return named.size === 1 ? [...named][0]! : 'Council';
};
