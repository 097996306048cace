import { type Day, type DayRange, isWithin } from '#domain/calendar/day.ts';
import { nationalFigures } from './national-figures.ts';
import { type Figure, type ReportClock, type ReportRow, rateOf } from './report-figure.ts';
import { SIDES, type Side, sideOf } from './side.ts';
import { daysLate, markOf } from './watched-clock.ts';

export type YearReport = {
  readonly year: DayRange & { readonly name: string };
  /** The last day that is counted: yesterday, or the last day of a year that is over. */
  readonly through: Day;
  readonly rows: readonly ReportRow[];
  readonly bySide: readonly (Figure & { readonly side: Side })[];
  readonly byRule: readonly (Figure & { readonly side: Side; readonly citation: string })[];
  readonly late: readonly ReportRow[];
  readonly national: { readonly title: string; readonly note: string; readonly figures: readonly Figure[] };
};

/**
 * How a school year's dates were kept, by whose they were and by rule. Counted are dates of the year that have passed, whether met or
 * open, and those met before their day; a date that is still ahead is in no figure. A claimed exception does not make a date kept.
 */
export const yearReport = (
  clocks: readonly ReportClock[],
  year: DayRange & { readonly name: string },
  nation: 'england' | 'idea',
  today: Day,
): YearReport => {
  const rows = clocks
    .filter(({ due }) => isWithin(due, year))
    .flatMap((clock) => {
      const mark = markOf(clock, today);
      return mark === 'met' || mark === 'met-late' || mark === 'late' ? [{ ...clock, mark, late: daysLate(clock, today) }] : [];
    })
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : one.rule.localeCompare(other.rule)))
    .map((row, index) => ({ ...row, number: index + 1 }));
  return {
    year,
    through: year.to < today ? year.to : today,
    rows,
    bySide: SIDES.flatMap((side, index) => {
      const own = rows.filter(({ owedBy }) => sideOf(owedBy) === side);
      return own.length > 0 ? [{ side, ...rateOf(`A${index + 1}`, '', own) }] : [];
    }),
    byRule: byRule(rows),
    late: rows.filter(({ mark }) => mark !== 'met'),
    national: nationalFigures(rows, nation),
  };
};

const byRule = (rows: readonly ReportRow[]): YearReport['byRule'] => {
  const groups = new Map<string, ReportRow[]>();
  for (const row of rows) {
    const key = `${SIDES.indexOf(sideOf(row.owedBy))} ${row.rule}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.entries()]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([, own], index) => {
      const [{ owedBy, ruleTitle, citation }] = own as [ReportRow];
      return { side: sideOf(owedBy), citation, ...rateOf(`B${index + 1}`, ruleTitle, own) };
    });
};
