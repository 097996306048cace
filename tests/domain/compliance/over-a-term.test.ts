import { describe, expect, it } from '@jest/globals';
import { addDays, asDay, type Day, weekdayOf } from '#domain/calendar/day.ts';
import { spreadOver, usualNumber } from '#domain/compliance/forecast.ts';
import { forecastNote, heaviestAhead, isClosedThrough, whileClosed } from '#domain/compliance/notes.ts';
import { periodOf } from '#domain/compliance/period.ts';

const TODAY = asDay('2026-11-23');
const due = (...days: string[]) => days.map((day) => ({ due: asDay(day) }));
const WINTER = [{ from: asDay('2026-12-21'), to: asDay('2027-01-03') }];

describe('the days that are looked at', () => {
  it('are eleven weeks either side of this one in a term, by their Mondays', () => {
    const { columns, from, to } = periodOf('term', TODAY);
    expect(columns).toHaveLength(23);
    expect([from, to]).toEqual(['2026-09-07', '2027-02-14']);
    expect(columns.every((column) => weekdayOf(column.from) === 1)).toBe(true);
    expect(columns[14]).toEqual({ from: '2026-12-14', to: '2026-12-20', words: '14 Dec', title: 'Mon 14 Dec' });
  });

  it.each(['2026-11-23', '2026-02-10', '2026-03-31', '2027-01-01'])('are in a month all weeks that touch it, seen from %s', (today) => {
    const { columns, from, to } = periodOf('month', asDay(today));
    const month = today.slice(0, 7);
    expect([from <= `${month}-01`, addDays(to, 1) > `${month}-28`]).toEqual([true, true]);
    expect(columns.filter((column) => !column.from.startsWith(month) && !column.to.startsWith(month))).toEqual([]);
  });

  it('are the school year in months, from September', () => {
    const { columns, from, to } = periodOf('year', TODAY);
    expect([from, to]).toEqual(['2026-09-01', '2027-08-31']);
    expect(columns.map(({ words }) => words).join(' ')).toBe('Sep Oct Nov Dec Jan Feb Mar Apr May Jun Jul Aug');
    expect(columns[5]).toMatchObject({ from: '2027-02-01', to: '2027-02-28', title: 'February' });
  });
});

describe('what stands beside the chart', () => {
  const { columns } = periodOf('term', TODAY);

  it('names the week ahead that holds most of our own, and never says that a date moves', () => {
    const ours = due('2026-11-25', '2026-12-14', '2026-12-15', '2026-12-16', '2026-12-18', '2027-01-11');
    expect(heaviestAhead(ours, columns, TODAY)).toEqual({
      title: 'Heaviest ahead: Mon 14 Dec',
      words: '4 of ours, against 1 in the other weeks after this one. The dates do not move; the work can start earlier.',
      column: '2026-12-14',
    });
  });

  it('counts what falls after the last school day beside the months, and calls no holiday heavy', () => {
    const year = periodOf('year', TODAY);
    const summer = { from: asDay('2027-07-22'), to: asDay('2027-08-31') };
    const april = ['2027-04-16', '2027-04-16', '2027-04-20', '2027-04-21'];
    const august = Array.from({ length: 9 }, () => '2027-08-31');
    expect(heaviestAhead(due(...april, '2027-05-28', ...august), year.columns, TODAY, summer)).toMatchObject({
      title: 'Heaviest ahead: April',
      words:
        '4 of ours, against 1 in the other months after this one. 9 more fall after the last school day, Wed 21 Jul. The dates do not move; the work can start earlier.',
    });
    expect(heaviestAhead(due('2027-05-28', ...august), year.columns, TODAY, summer)).toBeNull();
  });

  it('names none where no week stands out', () => {
    expect(heaviestAhead(due('2026-12-14', '2026-12-21'), columns, TODAY)).toBeNull();
  });

  it('says which clocks of others end while the school is shut', () => {
    expect(whileClosed(due('2026-12-23'), WINTER, TODAY)?.words).toContain('1 clock of others ends while the school is shut');
    expect(whileClosed([], WINTER, TODAY)?.words).toContain('No clock');
    expect(whileClosed([], [{ from: asDay('2026-12-04'), to: asDay('2026-12-06') }], TODAY)).toBeNull();
  });

  it('marks a week as closed where no weekday of it is taught', () => {
    const closed = columns.filter((column) => isClosedThrough(column, WINTER)).map(({ words }) => words);
    expect(closed).toEqual(['21 Dec', '28 Dec']);
  });

  it('says on what the forecast rests, and that it is in no count', () => {
    expect(forecastNote(2, null).words).toBe(
      '2 dashed squares follow from reviews that are booked. New requests are not guessed at: that takes two years of the school’s own. None is in a count or a rate.',
    );
    expect(forecastNote(1, { count: 6, words: '5 to 8 in the same weeks of the last 3 years' }).words).toContain(
      '6 from the usual number of new requests',
    );
  });
});

describe('the usual number of new requests', () => {
  const stretch = { from: asDay('2026-11-24'), to: asDay('2027-02-14') };
  const requests = (['2023-12-01', '2024-12-10', '2025-01-20', '2025-12-01', '2025-12-02', '2026-01-09', '2026-03-01'] as const).map(
    (day) => asDay(day),
  );

  it('is that of the same weeks in the last three years', () => {
    expect(usualNumber(requests, asDay('2023-09-01'), stretch)).toEqual({ least: 1, most: 3, mean: 2, years: 3 });
  });

  it('is not guessed at from less than two years', () => {
    expect(usualNumber(requests, asDay('2025-09-01'), stretch)).toBeNull();
    expect(usualNumber([], null, stretch)).toBeNull();
  });

  it('is spread evenly and stays inside the weeks', () => {
    const days: Day[] = spreadOver(5, stretch);
    expect(days).toHaveLength(5);
    expect(days.filter((day) => day < stretch.from || day > stretch.to)).toEqual([]);
    expect(spreadOver(0, stretch)).toEqual([]);
  });
});
