import { describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import { schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { type Asking, isAsked, nextAsking, occasionOf } from '#domain/classes/asking.ts';
import { countsWords, readersWords, readerWords } from '#domain/classes/gathered.ts';
import { editionOf, readingOf, shownStrategies, standingMark } from '#domain/classes/strategies.ts';
import { isStillTime, nextTime, timeFault, USUAL_MORNINGS } from '#domain/mornings/mornings.ts';

const [MONDAY, TUESDAY, SATURDAY] = [asDay('2026-11-23'), asDay('2026-11-24'), asDay('2026-11-28')];
const AUTUMN = schoolCalendar({
  name: 'Hollin Bank',
  years: [{ from: asDay('2026-09-01'), to: asDay('2027-07-23') }],
  weekdays: [1, 2, 3, 4, 5],
  noSchool: [],
  closures: [{ on: asDay('2026-11-30'), reason: 'snow' }],
});
const WEEKLY: Asking = { strategies: 'weekly', strategiesOn: 1, units: [] };
const UNITS: Asking = { strategies: 'before-units', strategiesOn: 1, units: [{ title: 'Rivers', on: asDay('2026-12-07') }] };

const EARLY = { strategiesAt: '07:45' };

describe('when a teacher is asked what helps', () => {
  it('once a week on the day chosen; on other school days only what changed', () => {
    expect(occasionOf(WEEKLY, MONDAY, AUTUMN)).toEqual({ kind: 'weekly' });
    expect(occasionOf(WEEKLY, TUESDAY, AUTUMN)).toEqual({ kind: 'changed' });
  });

  it('nobody is asked at the weekend, on a closed day, or who wants no card', () => {
    expect(occasionOf(WEEKLY, SATURDAY, AUTUMN)).toBeNull();
    expect(occasionOf(WEEKLY, asDay('2026-11-30'), AUTUMN)).toBeNull();
    expect(occasionOf({ ...WEEKLY, strategies: 'never' }, MONDAY, AUTUMN)).toBeNull();
  });

  it('a Monday on which the school is closed is asked about on Tuesday', () => {
    expect(occasionOf(WEEKLY, asDay('2026-12-01'), AUTUMN)).toEqual({ kind: 'weekly' });
    expect(nextAsking({ ...WEEKLY, ...EARLY }, TUESDAY, '09:00', AUTUMN)).toBe('2026-12-01');
  });

  it('today while the hour has not come, else on the next week’s day', () => {
    expect(nextAsking({ ...WEEKLY, ...EARLY }, MONDAY, '07:30', AUTUMN)).toBe(MONDAY);
    expect(nextAsking({ ...WEEKLY, ...EARLY }, MONDAY, '07:45', AUTUMN)).toBe('2026-12-01');
  });

  it('on the school day before a unit of work: Friday before a Monday', () => {
    expect(occasionOf(UNITS, asDay('2026-12-04'), AUTUMN)).toEqual({ kind: 'unit', title: 'Rivers' });
    expect(nextAsking({ ...UNITS, ...EARLY }, MONDAY, '09:00', AUTUMN)).toBe('2026-12-04');
    expect(nextAsking({ ...UNITS, ...EARLY, units: [] }, MONDAY, '09:00', AUTUMN)).toBeNull();
  });

  it.each([
    ['what changed since it was read is asked about on any school day', 'changed', 0, '2026-11-20', 'changed', true],
    ['what is new waits for the week’s day', 'new', 3, null, 'changed', false],
    ['what is new is asked about on the week’s day', 'new', 3, null, 'weekly', true],
    ['a strategy without an answer is asked about again', 'read', 1, '2026-11-16', 'weekly', true],
    ['all answered a week ago is left in peace', 'read', 0, '2026-11-16', 'weekly', false],
    ['all answered four weeks ago is asked again', 'read', 0, '2026-10-26', 'weekly', true],
  ] as const)('%s', (_, reading, open, answeredOn, kind, asked) => {
    expect(isAsked({ reading, open, answeredOn: answeredOn && asDay(answeredOn) }, { kind }, MONDAY)).toBe(asked);
  });
});

describe('an edition of what helps', () => {
  const at = '2026-11-19T10:00:00.000Z' as never;
  const line = (id: string, words: string, version = 1) => ({ id, words, version, changedAt: at });

  it('holds three strategies at most, and none that names a diagnosis or the family', () => {
    const lines = [
      line('a', 'Show, then tell'),
      line('b', 'Remember his autism'),
      line('c', 'Ring his mother'),
      line('d', 'Sit near'),
      line('e', 'Timer'),
      line('f', 'Map'),
    ];
    expect(shownStrategies(lines).map(({ id }) => id)).toEqual(['a', 'd', 'e']);
  });

  it('a new version of the plan or of a line is a new edition, and has not been read', () => {
    const first = editionOf({ plan: 'p', version: 3 }, [line('a', 'Show')]);
    const reads = [{ edition: first, at }];
    expect(readingOf(first, reads)).toBe('read');
    expect(readingOf(editionOf({ plan: 'p', version: 4 }, [line('a', 'Show')]), reads)).toBe('changed');
    expect(readingOf(editionOf({ plan: 'p', version: 3 }, [line('a', 'Show a picture', 2)]), reads)).toBe('changed');
    expect(readingOf(first, [])).toBe('new');
  });

  it('an answer stands for the words it was given to, until it is taken back', () => {
    const marks = [{ line: 'a', version: 1, mark: 'works' as const, said: null, at }];
    expect(standingMark(line('a', 'Show'), marks)?.mark).toBe('works');
    expect(standingMark(line('a', 'Show a picture', 2), marks)).toBeUndefined();
    expect(
      standingMark(line('a', 'Show'), [...marks, { ...marks[0]!, mark: null, at: '2026-11-20T10:00:00.000Z' as never }]),
    ).toBeUndefined();
  });
});

describe('what colleagues say, in words', () => {
  it('counts what was said and says when nothing was', () => {
    expect(countsWords(['works', 'does-not', 'works'])).toBe('Works for 2, does not for 1');
    expect(countsWords([])).toBe('No answer yet');
    expect(readersWords(2, 3)).toBe('2 of 3 have read it');
    expect(readersWords(0, 1)).toBe('0 of 1 has read it');
    expect(readersWords(1, 1)).toBe('The 1 who teaches this pupil has read it');
    expect(readersWords(0, 0)).toBe('Nobody teaches this pupil yet');
  });

  it('whoever has not read it stands with the day their card comes, or that one must ask in person', () => {
    expect(readerWords('new', null, { day: MONDAY, words: 'Mon 30 Nov' })).toBe('Not read yet; card comes Mon 30 Nov');
    expect(readerWords('changed', 'Mon 9 Nov', null)).toBe('Read before it changed, Mon 9 Nov; wants no card, so ask in person');
  });
});

describe('the time of a morning', () => {
  const HOURS = { closes: '17:00' };
  it('can be chosen from half past six until the school stops writing to people', () => {
    expect(timeFault('06:30', HOURS)).toBeNull();
    expect(timeFault('05:00', HOURS)).toMatch(/from 06:30 and before 17:00/);
    expect(timeFault('17:00', HOURS)).toMatch(/before 17:00/);
  });

  it('is today where it is still to come, else the next school day, in the school’s own zone', () => {
    expect(nextTime('07:45', '2026-11-23T07:00:00.000Z' as never, AUTUMN, 'Europe/London')).toEqual({
      day: MONDAY,
      at: '2026-11-23T07:45:00.000Z',
    });
    expect(nextTime('07:45', '2026-11-27T08:00:00.000Z' as never, AUTUMN, 'Europe/London').day).toBe('2026-12-01');
    expect(nextTime('07:45', '2026-11-23T07:00:00.000Z' as never, AUTUMN, 'America/New_York')).toEqual({
      day: MONDAY,
      at: '2026-11-23T12:45:00.000Z',
    });
  });

  it('a card set for a time goes out then and only then', () => {
    const set = { day: MONDAY, at: '07:45' };
    const still = (chosen: { on: boolean; at: string }, time: string, day = MONDAY) =>
      isStillTime(set, chosen, { day, time }, AUTUMN, HOURS);
    expect(still({ on: true, at: '07:45' }, '07:45')).toBe(true);
    expect(still({ on: false, at: '07:45' }, '07:45')).toBe(false);
    expect(still({ on: true, at: '08:30' }, '07:45')).toBe(false);
    expect(still({ on: true, at: '07:45' }, '17:30')).toBe(false);
    expect(still({ on: true, at: '07:45' }, '07:46', TUESDAY)).toBe(false);
    expect(USUAL_MORNINGS.morningOn).toBe(false);
  });
});
