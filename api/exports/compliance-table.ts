import type { Compliance, Mark, Side, WatchedClock } from '#contract/compliance.ts';
import { dayCell, type Table } from './table.ts';

const SIDES: Readonly<Record<Side, string>> = { ours: 'Ours', authority: 'Authority', agencies: 'Agencies', families: 'Families' };

const STATES: Readonly<Record<Mark, string>> = {
  met: 'Met on time',
  'met-late': 'Met late',
  late: 'Late, still open',
  due: 'Due',
  forecast: 'Forecast, in no count',
};

const column = (title: string, width = Math.max(10, title.length + 2)) => ({ title, width });

/** The clocks that are named, in that order; all of them where none is. A name that is not among them leads to no row. */
export const rowsNamed = (clocks: Compliance['clocks'], named: readonly string[] | undefined): readonly WatchedClock[] => {
  if (!named) return clocks;
  const byName = new Map(clocks.map((clock) => [clock.clock, clock]));
  return [...new Set(named)].flatMap((name) => byName.get(name) ?? []);
};

/** Clocks of both sides as the page shows them, with the rule's id for whoever looks it up. */
export const complianceTable = (clocks: readonly WatchedClock[]): Table => ({
  title: 'Compliance',
  columns: [
    column('Due', 12),
    column('Days left', 14),
    column('State', 22),
    column('What is owed', 40),
    column('Case'),
    column('Pupil', 28),
    column('Side', 12),
    column('Owed by', 28),
    column('Why this date', 60),
    column('Met on', 12),
    column('Reason for lateness', 40),
    column('Last step', 24),
    column('Rule', 26),
  ],
  rows: clocks.map((clock) => [
    dayCell(clock.due),
    clock.daysWords,
    STATES[clock.mark],
    clock.title,
    clock.pupil.caseRef,
    clock.pupil.name,
    SIDES[clock.side],
    clock.owner.words,
    clock.why,
    dayCell(clock.metOn),
    clock.reason,
    clock.lastStep || null,
    clock.rule,
  ]),
});
