import { describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import { complianceSentence } from '#domain/compliance/compliance-sentence.ts';
import { SIDES, sideOf } from '#domain/compliance/side.ts';
import { daysLate, type KeptState, markOf, tallyOf, type WatchedClock } from '#domain/compliance/watched-clock.ts';

const TODAY = asDay('2026-11-23');
const aClock = (state: KeptState, due: string, metOn: string | null = null, owedBy: WatchedClock['owedBy'] = 'school'): WatchedClock => ({
  owedBy,
  state,
  due: asDay(due),
  metOn: metOn ? asDay(metOn) : null,
});

describe('the square of a clock', () => {
  it.each([
    ['met', 'met', '2026-11-12', '2026-11-09'],
    ['met late', 'met-late', '2026-11-12', '2026-11-16'],
    ['late, from the day after it was due', 'late', '2026-11-22', null],
    ['due, on its last day', 'running', '2026-11-23', null],
  ] as const)('is %s', (_, state, due, metOn) => {
    const expected = state === 'running' ? 'due' : state;
    expect(markOf(aClock(state, due, metOn), TODAY)).toBe(expected);
  });

  it('duty 9 A3: stays late where an exception is claimed, and its date stays', () => {
    expect(markOf(aClock('excused', '2026-11-16'), TODAY)).toBe('late');
    expect(markOf(aClock('excused', '2026-11-16', '2026-11-20'), TODAY)).toBe('met-late');
  });

  it('is forecast for what a booked review will start, and is not drawn where nobody owes anything', () => {
    expect(markOf(aClock('expected', '2026-12-10'), TODAY)).toBe('forecast');
    expect(markOf(aClock('mark', '2026-12-10'), TODAY)).toBeNull();
    expect(markOf(aClock('stopped', '2026-12-10'), TODAY)).toBeNull();
  });

  it('says by how many days a date was or is missed', () => {
    expect(daysLate(aClock('met-late', '2026-11-12', '2026-11-16'), TODAY)).toBe(4);
    expect(daysLate(aClock('late', '2026-11-16'), TODAY)).toBe(7);
    expect(daysLate(aClock('met', '2026-11-16', '2026-11-10'), TODAY)).toBe(0);
  });
});

describe('what a side kept', () => {
  const clocks = [
    aClock('met', '2026-11-12', '2026-11-09'),
    aClock('met-late', '2026-11-12', '2026-11-16'),
    aClock('late', '2026-11-20'),
    aClock('running', '2026-12-14'),
    aClock('expected', '2026-12-10'),
    aClock('mark', '2026-12-10'),
    aClock('late', '2026-11-16', null, 'agency'),
    aClock('running', '2026-12-02', null, 'local-authority'),
  ];

  it('counts what was met and what is late, and neither forecast nor what is still to come', () => {
    expect(tallyOf(clocks, 'ours', TODAY)).toEqual({ open: 2, late: 1, kept: { onTime: 1, of: 3 } });
    expect(tallyOf(clocks, 'agencies', TODAY)).toEqual({ open: 1, late: 1, kept: { onTime: 0, of: 1 } });
  });

  it('is not said of a side that had nothing due yet', () => {
    expect(tallyOf(clocks, 'authority', TODAY)).toEqual({ open: 1, late: 0, kept: null });
    expect(tallyOf(clocks, 'families', TODAY)).toEqual({ open: 0, late: 0, kept: null });
  });

  it('is said in one sentence', () => {
    const tallies = (these: readonly WatchedClock[]) => new Map(SIDES.map((side) => [side, tallyOf(these, side, TODAY)] as const));
    expect(complianceSentence(tallies(clocks))).toBe('4 open clocks · 2 late: 1 ours, 1 an agency’s');
    expect(complianceSentence(tallies([clocks[3]!]))).toBe('1 open clock · none late');
    expect(complianceSentence(tallies([]))).toBe('No open clocks');
  });

  it('lies with the district in the United States as with the school in England', () => {
    expect(sideOf('district')).toBe('ours');
    expect(sideOf('state')).toBe('authority');
    expect(sideOf('health-commissioner')).toBe('agencies');
  });
});
