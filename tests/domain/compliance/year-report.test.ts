import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asDay } from '#domain/calendar/day.ts';
import { schoolYearStarting } from '#domain/calendar/school-year.ts';
import { shown, shownForPublication } from '#domain/compliance/for-publication.ts';
import { medianOf, type ReportClock } from '#domain/compliance/report-figure.ts';
import { yearReport } from '#domain/compliance/year-report.ts';

const YEAR = schoolYearStarting(2025);
const TODAY = asDay('2026-11-23');

const clock = (more: Partial<Omit<ReportClock, 'due'>> & { due: string; met?: string; from?: string }): ReportClock => {
  const { due, met, from, ...rest } = more;
  return {
    owedBy: 'local-authority',
    rule: 'eng.plan.final',
    ruleTitle: 'Final EHC plan',
    citation: 'SEND Regs 2014, reg 13',
    state: met ? (met <= due ? 'met' : 'met-late') : 'late',
    due: asDay(due),
    metOn: met ? asDay(met) : null,
    on: asDay(from ?? '2025-09-01'),
    caseRef: 'WM-0412',
    ownerWords: null,
    reason: null,
    ...rest,
  } as ReportClock;
};

const PLANS = [
  clock({ due: '2026-01-19', met: '2026-01-12' }),
  clock({ due: '2026-02-02', met: '2026-02-12' }),
  clock({ due: '2026-03-02', state: 'excused' }),
  clock({ due: '2026-09-02', met: '2026-09-01' }),
  clock({ due: '2026-03-02', state: 'stopped' }),
];
const figure = (id: string) => yearReport(PLANS, YEAR, 'england', TODAY).national.figures.find((one) => one.id === id);

describe('a school year of dates', () => {
  it('counts those that fell due in it and have passed; a claimed exception is late all the same', () => {
    const { rows, late, bySide } = yearReport(PLANS, YEAR, 'england', TODAY);
    expect(rows.map(({ number, mark, late: days }) => [number, mark, days])).toEqual([
      [1, 'met', 0],
      [2, 'met-late', 10],
      [3, 'late', 266],
    ]);
    expect(late.map(({ number }) => number)).toEqual([2, 3]);
    expect(bySide).toMatchObject([{ side: 'authority', part: 1, of: 3, median: 148.5, rows: [1, 2, 3] }]);
  });

  it('says of plans in twenty weeks every case, and those for which no exception is claimed, as SEN2 does', () => {
    expect(figure('C2')).toMatchObject({ part: 1, of: 3, rows: [1, 2, 3] });
    expect(figure('C3')).toMatchObject({ part: 1, of: 2, rows: [1, 2] });
    expect(figure('C4')).toMatchObject({ part: 1, rows: [3] });
    expect(figure('C10')).toMatchObject({ median: 138, rows: [2, 3] });
  });

  it('says of initial evaluations how many were within the federal or the State’s own limit (B-11)', () => {
    const evaluations = [
      clock({ rule: 'us.eval.initial', owedBy: 'district', due: '2025-12-01', met: '2025-11-28' }),
      clock({ rule: 'tx.eval.report', owedBy: 'district', due: '2025-12-01', met: '2025-12-03' }),
      // New York's second clock is of the services, not of the evaluation
      clock({ rule: 'ny.eval.services', owedBy: 'district', due: '2025-12-01', met: '2025-12-04' }),
    ];
    expect(yearReport(evaluations, YEAR, 'idea', TODAY).national.figures[0]).toMatchObject({ id: 'C1', part: 1, of: 2 });
  });

  it('traces every figure to rows that are there', () => {
    const { rows, bySide, byRule, national } = yearReport(PLANS, YEAR, 'england', TODAY);
    const numbers = new Set(rows.map(({ number }) => number));
    for (const { rows: own, of } of [...bySide, ...byRule, ...national.figures]) {
      expect(own.every((number) => numbers.has(number))).toBe(true);
      if (of !== null) expect(own).toHaveLength(of);
    }
  });

  it.each([
    [[], null],
    [[4], 4],
    [[9, 1, 4], 4],
    [[10, 1, 4, 5], 4.5],
  ])('has of %j the median %s', (numbers, median) => expect(medianOf(numbers)).toBe(median));
});

describe('a figure for publication', () => {
  const of = (part: number, all: number) => ({
    id: 'A1',
    words: '',
    part,
    of: all,
    median: 40,
    rows: Array.from({ length: all }, (_, index) => index),
  });

  it('withholds both sides where either is under five, and rounds the rest', () => {
    expect(shown(of(22, 24))).toEqual({ onTime: '22', of: '24', rate: '92 %', median: '40' });
    expect(shownForPublication(of(22, 24))).toEqual({ onTime: 'c', of: '25', rate: 'c', median: '40' });
    expect(shownForPublication(of(18, 24))).toEqual({ onTime: '20', of: '25', rate: '80 %', median: '40' });
    expect(shownForPublication(of(3, 3))).toEqual({ onTime: 'c', of: 'c', rate: 'c', median: 'c' });
  });

  it('never shows a count from one to four, nor lets one be had by taking away', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (some, more) => {
        const { onTime, of: all } = shownForPublication(of(some, some + more));
        for (const count of [onTime, all]) expect(count === 'c' || Number(count) % 5 === 0).toBe(true);
        if ((some > 0 && some < 5) || (more > 0 && more < 5)) expect(onTime).toBe('c');
      }),
    );
  });
});
