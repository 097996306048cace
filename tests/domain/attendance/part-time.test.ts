import { expect, it } from '@jest/globals';
import { isOftenAway } from '#domain/attendance/attendance.ts';
import { type PartTime, partTimeStanding } from '#domain/attendance/part-time.ts';
import { asDay } from '#domain/calendar/day.ts';
import { schoolCalendar } from '#domain/calendar/school-calendar.ts';

const school = schoolCalendar({
  name: 'Hollin Bank School',
  years: [{ from: asDay('2026-09-02'), to: asDay('2027-07-20') }],
  weekdays: [1, 2, 3, 4, 5],
  noSchool: [{ from: asDay('2026-10-26'), to: asDay('2026-10-30') }],
  closures: [],
});
const today = asDay('2026-11-23');
const one = (from: string, to: string | null, reviewOn: string | null = null): PartTime => ({
  id: 'a timetable',
  from: asDay(from),
  to: to === null ? null : asDay(to),
  hoursAWeek: 15,
  reviewOn: reviewOn === null ? null : asDay(reviewOn),
  reason: null,
});
const standing = (timetable: PartTime) => partTimeStanding(timetable, school, today);

it('a part-time timetable leads to its review, and says how many school days it has lasted', () => {
  expect(standing(one('2026-10-19', '2026-12-18', '2026-11-27'))).toEqual({
    state: 'running',
    urgency: 'soon',
    words: 'Review Fri 27 Nov, 4 days left',
    schoolDays: 21,
  });
});

it.each([
  ['a review that was missed is late', one('2026-11-02', '2026-12-18', '2026-11-20'), 'late', 'Review was due Fri 20 Nov, 3 days late'],
  ['without a review its end comes next', one('2026-11-02', '2026-11-24'), 'near', 'Ends Tue 24 Nov, 1 day left'],
  ['without an end or a review it says so', one('2026-11-02', null), 'near', 'No end and no review agreed'],
  ['one that is over is quiet', one('2026-09-07', '2026-10-02', '2026-09-25'), 'later', 'Ended Fri 2 Oct'],
] as const)('%s', (_name, timetable, urgency, words) => {
  expect(standing(timetable)).toMatchObject({ urgency, words });
});

it('one that has not begun has lasted no day', () => {
  expect(standing(one('2026-11-30', '2026-12-18'))).toMatchObject({ state: 'to-come', schoolDays: 0 });
});

it('a pupil is often away under 90 per cent', () => {
  expect([89.9, 90].map(isOftenAway)).toEqual([true, false]);
});
