import { describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import { clocksToKeep } from '#domain/caseload/clocks-to-keep.ts';
import { withSchoolPractice } from '#domain/caseload/school-practice.ts';
import type { CaseEvent } from '#domain/timelines/case-event.ts';
import { ENGLAND } from '#domain/timelines/rules/england.ts';

const rules = withSchoolPractice(ENGLAND);
const event = (kind: string, on: string, more: Partial<CaseEvent> = {}): CaseEvent => ({ kind, on: asDay(on), ...more });
const open = (events: readonly CaseEvent[], today = '2026-11-23') =>
  clocksToKeep(events, { rules, calendars: { holidays: rules.holidays }, today: asDay(today) })
    .filter(({ state }) => state === 'running' || state === 'late' || state === 'expected')
    .map(({ rule, due, state }) => [rule.id, due, state]);

describe('the clocks that are kept', () => {
  it('a support plan is reviewed by the day that was agreed with it', () => {
    const events = [
      event('support-plan-agreed', '2026-09-23'),
      event('support-review-date-agreed', '2026-09-23', { agreed: asDay('2026-12-16') }),
    ];
    expect(open(events)).toEqual([['school.plan.review', '2026-12-16', 'running']]);
  });

  it('without an agreed day it is reviewed thirteen weeks later', () => {
    expect(open([event('support-plan-agreed', '2026-09-23')])).toEqual([['school.plan.review', '2026-12-23', 'running']]);
  });

  it('a parent meeting that was held ends its clock', () => {
    const expected = [
      event('parent-meeting-expected', '2026-09-07'),
      event('parent-meeting-date-agreed', '2026-09-07', { agreed: asDay('2026-11-27') }),
    ];
    expect(open(expected)).toEqual([['school.parentMeeting', '2026-11-27', 'running']]);
    expect(open([...expected, event('support-meeting-held', '2026-11-20', { about: 'meeting-1' })])).toEqual([]);
  });

  it('a consent runs for a year, and a renewal starts it again', () => {
    expect(open([event('consent-received', '2025-11-27')])).toEqual([['school.consent', '2026-11-27', 'running']]);
    expect(open([event('consent-received', '2025-11-27'), event('consent-received', '2026-11-20')])).toEqual([
      ['school.consent', '2027-11-20', 'running'],
    ]);
  });

  it('booking the review answers the wish for a date, and shows what the meeting will start', () => {
    const wanted = [event('review-planning-opened', '2026-11-10')];
    expect(open(wanted)).toEqual([['school.review.date', '2026-11-24', 'running']]);
    expect(
      open([
        ...wanted,
        event('review-meeting-booked', '2026-12-08'),
        event('review-invitations-sent', '2026-11-23'),
        event('review-papers-sent', '2026-11-23'),
      ]),
    ).toEqual([
      ['eng.review.report', '2026-12-22', 'expected'],
      ['eng.review.decision', '2027-01-05', 'expected'],
    ]);
  });

  it('notice of changes is not a second date while the decision itself is open', () => {
    expect(open([event('review-meeting-held', '2026-11-06')]).map(([rule]) => rule)).toEqual(['eng.review.report', 'eng.review.decision']);
  });
});
