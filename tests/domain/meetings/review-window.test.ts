import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, asDay, type Day, daysBetween } from '#domain/calendar/day.ts';
import { isSchoolDay, schoolCalendarOfTerms } from '#domain/calendar/school-calendar.ts';
import { afterwards, invitationsBy, reviewWindow, type WindowFacts } from '#domain/meetings/review-window.ts';

const TERMS = schoolCalendarOfTerms(
  'Hollin Bank',
  [
    { from: asDay('2026-09-02'), to: asDay('2026-12-18') },
    { from: asDay('2027-01-04'), to: asDay('2027-03-25') },
  ],
  [
    { from: asDay('2026-10-26'), to: asDay('2026-10-30') },
    { from: asDay('2027-02-15'), to: asDay('2027-02-19') },
  ],
);
const windowOf = (facts: Partial<WindowFacts> = {}) =>
  reviewWindow({
    purpose: 'annual-review',
    today: asDay('2026-11-23'),
    calendar: TERMS,
    completeBy: asDay('2027-01-15'),
    reviewBy: null,
    ...facts,
  });

describe('the window for an annual review', () => {
  it('opens two weeks from today, for papers, and closes four weeks before the twelve months end, for the decision', () => {
    const window = windowOf();
    expect([window.from, window.to, window.tooLate]).toEqual(['2026-12-07', '2026-12-18', false]);
    expect(window.words).toBe('Between Mon 7 Dec and Fri 18 Dec');
    expect(window.why.slice(0, 2)).toEqual([
      'The whole review, the council’s decision included, must be complete by Fri 15 Jan 2027 (Children and Families Act 2014 s.44(1)).',
      'The council has 4 weeks from the meeting to decide, so it is held by Fri 18 Dec (reg 20(10)).',
    ]);
  });

  it('on the very last day that can be kept it is one day long', () => {
    expect(windowOf({ completeBy: asDay('2027-01-04') })).toMatchObject({
      from: '2026-12-07',
      to: '2026-12-07',
      words: 'On Mon 7 Dec',
      tooLate: false,
    });
  });

  it('a day later it is too late, and the earliest proper date is named', () => {
    const window = windowOf({ completeBy: asDay('2027-01-03') });
    expect(window.tooLate).toBe(true);
    expect(window.why[0]).toBe('Too late to send papers two weeks ahead; the earliest proper date is Mon 7 Dec.');
    expect(window.from).toBe('2026-12-07');
  });

  it('passes over the holidays: two weeks from Fri 11 Dec is Christmas Day, so it opens with the term', () => {
    const window = windowOf({ today: asDay('2026-12-11'), completeBy: asDay('2027-03-01') });
    expect(window.from).toBe('2027-01-04');
  });

  it('holds only school days, papers two weeks ahead and room for the decision, whatever today and whatever the limit', () => {
    const day = fc.integer({ min: 0, max: 180 }).map((number) => addDays(asDay('2026-09-02'), number));
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 200 }), (today: Day, ahead) => {
        const completeBy = addDays(today, ahead);
        const window = windowOf({ today, completeBy });
        for (const one of window.days) {
          if (!isSchoolDay(one, TERMS) || daysBetween(today, one) < 14) return false;
          if (!window.tooLate && daysBetween(one, completeBy) < 28) return false;
        }
        return true;
      }),
    );
  });

  it('narrows to what was asked for, and says when no such day lies in it', () => {
    expect(windowOf({ notBefore: asDay('2026-12-14') }).from).toBe('2026-12-14');
    const unmet = windowOf({ notAfter: asDay('2026-12-01') });
    expect(unmet.from).toBe('2026-12-07');
    expect(unmet.why[0]).toBe('No day you asked for lies in it, so all of Mon 7 Dec to Fri 18 Dec is shown.');
  });

  it('shows six weeks of a long window, says until when there is time, and goes on from a later day when asked', () => {
    const completeBy = asDay('2027-03-31');
    const window = windowOf({ completeBy });
    expect([window.from, window.to]).toEqual(['2026-12-07', '2027-01-15']);
    expect(window.why).toContain('There is time until Wed 3 Mar; the first 6 weeks are shown.');
    expect(windowOf({ completeBy, notBefore: asDay('2027-02-01') })).toMatchObject({ from: '2027-02-01', to: '2027-03-03' });
  });

  it('without a school calendar, Monday to Friday stand for school days', () => {
    const none = schoolCalendarOfTerms('none', [], []);
    expect(windowOf({ calendar: none }).days).toHaveLength(10);
  });
});

describe('the window of other meetings', () => {
  it('a SEN Support review is held by the day its plan names, with a week’s notice', () => {
    const window = windowOf({ purpose: 'support-review', completeBy: null, reviewBy: asDay('2026-12-11') });
    expect([window.from, window.to]).toEqual(['2026-11-30', '2026-12-11']);
  });

  it('a parent meeting can be tomorrow', () => {
    expect(windowOf({ purpose: 'parent-meeting', completeBy: null }).from).toBe('2026-11-24');
  });
});

describe('what hangs on the day of the meeting', () => {
  it('for Tue 8 Dec: invitations by Tue 24 Nov, report by Tue 22 Dec, decision by Tue 5 Jan', () => {
    expect(invitationsBy('annual-review', asDay('2026-12-08'))).toBe('2026-11-24');
    expect(afterwards('annual-review', asDay('2026-12-08'))).toEqual({ report: '2026-12-22', decision: '2027-01-05' });
    expect(afterwards('parent-meeting', asDay('2026-12-08'))).toBeNull();
  });
});
