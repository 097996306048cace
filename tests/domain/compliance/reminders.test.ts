import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, asDay, type Day } from '#domain/calendar/day.ts';
import { USUAL_REMINDERS } from '#domain/compliance/reminder-rules.ts';
import { isTellingDay, type OwedDate, silentThrough, tellingsOf, toldKey } from '#domain/compliance/reminders.ts';

const MONDAY = asDay('2026-11-23');
const FRIDAY = asDay('2026-11-27');

const date = (more: Partial<OwedDate> & { due: Day }): OwedDate => ({
  subject: `clock:eng.review.report~1@${more.due}`,
  group: 'ours',
  pupil: 'callum',
  owner: 'gareth',
  coordinators: ['ruth'],
  ...more,
});

const told = (on: Day, dates: readonly OwedDate[], before: ReadonlyMap<string, Day> = new Map()) =>
  tellingsOf(dates, USUAL_REMINDERS, before, on).map(({ person, stage }) => `${person} ${stage}`);

/** Goes through days as the queue does, keeping who was told what. */
const overDays = (from: Day, days: number, dates: readonly OwedDate[]): string[] => {
  const before = new Map<string, Day>();
  const lines: string[] = [];
  for (let day = from; day < addDays(from, days); day = addDays(day, 1)) {
    if (!isTellingDay(day)) continue;
    for (const telling of tellingsOf(dates, USUAL_REMINDERS, before, day)) {
      before.set(toldKey(telling), day);
      lines.push(`${day} ${telling.person} ${telling.stage}`);
    }
  }
  return lines;
};

describe('who is told of a date', () => {
  it('is the owner at each lead and when it is late, then the coordinator two days after', () => {
    expect(overDays(asDay('2026-11-02'), 40, [date({ due: asDay('2026-11-25') })])).toEqual([
      '2026-11-11 gareth lead-14',
      '2026-11-20 gareth lead-3',
      '2026-11-26 gareth late',
      '2026-11-27 ruth coordinator',
    ]);
  });

  it('is the coordinator from the first lead on where Waymark cannot tell the owner', () => {
    const council = date({ due: asDay('2026-11-26'), group: 'authority', owner: null });
    expect(told(MONDAY, [council])).toEqual(['ruth lead-3']);
  });

  it('is the coordinator once, who owes it in person', () => {
    expect(overDays(asDay('2026-11-23'), 14, [date({ due: MONDAY, owner: 'ruth' })])).toEqual([
      '2026-11-23 ruth lead-3',
      '2026-11-24 ruth late',
    ]);
  });

  it('hears on Friday of what is reached on the weekend', () => {
    expect(told(FRIDAY, [date({ due: asDay('2026-12-02') })])).toEqual(['gareth lead-3']);
    expect(told(asDay('2026-11-26'), [date({ due: asDay('2026-12-02') })])).toEqual(['gareth lead-14']);
  });

  it('hears anew when the date has moved', () => {
    const before = new Map([
      [toldKey({ person: 'gareth', subject: date({ due: asDay('2026-11-25') }).subject, stage: 'lead-3' }), addDays(MONDAY, -1)],
    ]);
    expect(told(MONDAY, [date({ due: asDay('2026-11-25') })], before)).toEqual([]);
    expect(told(MONDAY, [date({ due: asDay('2026-11-26') })], before)).toEqual(['gareth lead-3']);
  });

  it('is told the same however often the day’s work is done', () => {
    const first = tellingsOf([date({ due: asDay('2026-11-25') })], USUAL_REMINDERS, new Map(), MONDAY);
    const before = new Map(first.map((telling) => [toldKey(telling), MONDAY]));
    expect(tellingsOf([date({ due: asDay('2026-11-25') })], USUAL_REMINDERS, before, MONDAY)).toEqual(first);
  });

  it('is never the coordinator before the owner, whatever the day it starts on and the date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: -60, max: 60 }), (start, ahead) => {
        const from = addDays(MONDAY, start);
        const lines = overDays(from, 90, [date({ due: addDays(from, ahead) })]);
        const late = lines.findIndex((line) => line.endsWith('gareth late'));
        const passedOn = lines.findIndex((line) => line.endsWith('coordinator'));
        expect(late).toBeGreaterThanOrEqual(0);
        expect(passedOn).toBeGreaterThan(late);
        expect(lines[passedOn]!.slice(0, 10) > lines[late]!.slice(0, 10)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('quiet days', () => {
  const isDayOff = (on: Day) => on >= '2026-10-26' && on <= '2026-10-30';

  it('nobody is told of a date on a day off of the school', () => {
    expect(isTellingDay(asDay('2026-10-27'), isDayOff)).toBe(false);
    expect(isTellingDay(asDay('2026-11-02'), isDayOff)).toBe(true);
  });

  it('what falls into half-term is told on the Friday before it, for the law does not wait', () => {
    expect(silentThrough(asDay('2026-10-23'), isDayOff)).toBe('2026-11-01');
    expect(silentThrough(asDay('2026-10-22'), isDayOff)).toBe('2026-10-22');
  });

  it('a calendar in which every day is off silences nobody for ever', () => {
    expect(silentThrough(asDay('2026-10-23'), () => true)).toBe('2026-12-22');
  });
});
