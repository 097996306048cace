import { describe, expect, it } from '@jest/globals';
import { schoolCalendar, withClosure } from '#domain/calendar/school-calendar.ts';
import { isOpen } from '#domain/timelines/clock.ts';
import { clocksFor } from '#domain/timelines/compute-clocks.ts';
import { JURISDICTIONS } from '#domain/timelines/jurisdictions.ts';
import { movedClocks } from '#domain/timelines/moved-clocks.ts';
import { weeks } from '#domain/timelines/reckoning.ts';
import type { Rule } from '#domain/timelines/rule.ts';
import { ENGLAND } from '#domain/timelines/rules/england.ts';
import { IDEA } from '#domain/timelines/rules/idea.ts';
import { TEXAS } from '#domain/timelines/rules/texas.ts';
import { milestoneOutcome, standingWords, urgencyOf } from '#domain/timelines/standing.ts';
import { callumsCase, clockOf, clocksOf, day, happened, inEngland, under } from './a-case.ts';

const summary = (clocks: ReturnType<typeof clocksFor>) => clocks.map(({ rule, due, state }) => `${rule.id} ${due ?? '-'} ${state}`);

describe('the clocks of a request', () => {
  it('run to 6, 16 and 20 weeks, and say what became of each', () => {
    expect(summary(clocksFor(callumsCase, inEngland('2026-11-23')))).toEqual([
      'eng.ehcna.decision 2026-08-26 met',
      'eng.advice.response 2026-10-08 late',
      'eng.ehcna.noPlan 2026-11-04 stopped',
      'eng.plan.representations 2026-11-23 running',
      'eng.school.consultation 2026-11-25 running',
      'eng.plan.final 2026-12-02 running',
    ]);
  });

  it('do not hang on the order in which the events were written down', () => {
    const setting = inEngland('2026-11-23');
    expect(summary(clocksFor([...callumsCase].reverse(), setting))).toEqual(summary(clocksFor(callumsCase, setting)));
  });

  it('are met on the last day and late on the next', () => {
    const request = happened('request-received', '2026-01-05');
    const answered = (on: string) => [request, happened('assessment-decision-sent', on, { outcome: 'assess' })];
    const setting = inEngland('2026-03-01');
    expect(clockOf('eng.ehcna.decision', answered('2026-02-16'), setting).state).toBe('met');
    expect(clockOf('eng.ehcna.decision', answered('2026-02-17'), setting).state).toBe('met-late');
    expect(clockOf('eng.ehcna.decision', [request], inEngland('2026-02-16')).state).toBe('running');
    expect(clockOf('eng.ehcna.decision', [request], inEngland('2026-02-17')).state).toBe('late');
  });

  it('end when the council decides not to assess', () => {
    const refused = [happened('request-received', '2026-01-05'), happened('assessment-decision-sent', '2026-02-10', { outcome: 'refuse' })];
    expect(clockOf('eng.plan.final', refused, inEngland('2026-03-01')).state).toBe('stopped');
    expect(clockOf('eng.appeal.lodge', refused, inEngland('2026-03-01')).due).toBe('2026-04-10');
  });

  it('stop at a move before there is a plan; the new council’s weeks run from the day it became responsible', () => {
    const moved = [happened('request-received', '2026-09-07'), happened('became-responsible', '2026-10-12')];
    const clocks = clocksOf('eng.ehcna.decision', moved, inEngland('2026-11-01'));
    expect(clocks.map(({ due, state }) => [due, state])).toEqual([
      ['2026-10-19', 'stopped'],
      ['2026-11-23', 'running'],
    ]);
  });

  it('wait for the day the council received the request, once it was sent', () => {
    const clock = clockOf('eng.ehcna.decision', [happened('request-sent', '2026-07-13')], inEngland('2026-07-20'));
    expect(clock).toMatchObject({ state: 'not-started', waitsFor: 'request-received' });
    expect(standingWords(clock, day('2026-07-20'))).toBe('No date yet');
  });

  it('what is dated after today has not happened yet', () => {
    const events = [happened('request-received', '2026-01-05'), happened('assessment-decision-sent', '2026-02-16', { outcome: 'assess' })];
    expect(clockOf('eng.ehcna.decision', events, inEngland('2026-02-10')).state).toBe('running');
  });
});

describe('who owes', () => {
  it('advice: the school where the school was asked, else the body that was', () => {
    const events = [
      happened('advice-requested', '2026-08-27', { who: 'school' }),
      happened('advice-requested', '2026-08-27', { who: 'health' }),
      happened('advice-received', '2026-09-20', { who: 'health' }),
    ];
    const clocks = clocksOf('eng.advice.response', events, inEngland('2026-10-01'));
    expect(clocks.map(({ owedBy, state }) => [owedBy, state])).toEqual([
      ['school', 'running'],
      ['agency', 'met'],
    ]);
  });
});

describe('a review', () => {
  const held = [
    happened('plan-final', '2025-09-15'),
    happened('review-meeting-booked', '2026-06-24'),
    happened('review-meeting-held', '2026-06-24'),
  ];

  it('restarts the year on the day the decision was sent, not on the day of the meeting or of the amended plan', () => {
    const events = [
      ...held,
      happened('review-decision-sent', '2026-07-20', { outcome: 'amend' }),
      happened('amended-plan-final', '2026-09-10'),
    ];
    const dues = clocksOf('eng.review.annual', events, inEngland('2026-11-23')).map(({ due, state }) => [due, state]);
    expect(dues).toEqual([
      ['2026-09-14', 'met'],
      ['2027-07-19', 'running'],
    ]);
  });

  it('one decision that was written down twice does not meet itself', () => {
    const twice = [happened('review-decision-sent', '2026-07-20'), happened('review-decision-sent', '2026-07-20')];
    expect(clocksOf('eng.review.annual', twice, inEngland('2026-11-23')).map(({ state }) => state)).toEqual(['running', 'running']);
  });

  it('a report of this year does not meet the missing one of last year', () => {
    const events = [
      happened('review-meeting-held', '2025-06-24'),
      happened('review-meeting-held', '2026-06-24'),
      happened('review-report-sent', '2026-07-01'),
    ];
    expect(clocksOf('eng.review.report', events, inEngland('2026-11-23')).map(({ state }) => state)).toEqual(['late', 'met']);
  });

  it('invitations are met by those sent before the meeting', () => {
    const booked = happened('review-meeting-booked', '2026-06-24');
    const sent = (on: string) => [booked, happened('review-invitations-sent', on)];
    expect(clockOf('eng.review.notice', sent('2026-06-10'), inEngland('2026-06-12'))).toMatchObject({ due: '2026-06-10', state: 'met' });
    expect(clockOf('eng.review.notice', sent('2026-06-11'), inEngland('2026-06-12')).state).toBe('met-late');
    expect(clockOf('eng.review.notice', [booked], inEngland('2026-06-11')).state).toBe('late');
  });

  it('the report is expected once a meeting is booked, and has no date until it was held', () => {
    const clock = clockOf('eng.review.report', [happened('review-meeting-booked', '2026-12-08')], inEngland('2026-11-23'));
    expect(clock).toMatchObject({ state: 'not-started', waitsFor: 'review-meeting-held' });
  });

  it('a notice of changes falls away when the plan is kept', () => {
    const kept = [...held, happened('review-decision-sent', '2026-07-20', { outcome: 'keep' })];
    expect(clockOf('eng.review.amendmentNotice', kept, inEngland('2026-08-01')).state).toBe('stopped');
  });
});

describe('rights and marks', () => {
  it('a family’s time to comment runs out and is never late', () => {
    const draft = [happened('draft-plan-served', '2026-04-08')];
    const clock = clockOf('eng.plan.representations', draft, inEngland('2026-05-01'));
    expect(clock.state).toBe('stopped');
    expect(standingWords(clock, day('2026-05-01'))).toBe('Ran out Wed 22 Apr');
    expect(urgencyOf(clock, day('2026-05-01'))).toBe('quiet');
  });

  it('three meetings a year: the third meets it, and the shortfall shows', () => {
    const meetings = ['2026-10-14', '2027-02-10', '2027-06-16'].map((on) => happened('support-meeting-held', on));
    const year = happened('support-year-started', '2026-09-02');
    expect(clockOf('eng.support.meetings', [year, ...meetings.slice(0, 2)], inEngland('2027-05-01'))).toMatchObject({
      state: 'running',
      done: 2,
      due: '2027-08-31',
    });
    expect(clockOf('eng.support.meetings', [year, ...meetings], inEngland('2027-07-01')).state).toBe('met');
    expect(clockOf('eng.support.meetings', [year, ...meetings.slice(0, 2)], inEngland('2027-09-01'))).toMatchObject({
      state: 'late',
      done: 2,
    });
  });
});

describe('exceptions', () => {
  const request = happened('request-received', '2026-06-15');
  const claimed = (exception: string) => happened('exception-claimed', '2026-07-28', { exception, because: 'school closed' });

  it('a claim that the facts bear out excuses and does not move the date', () => {
    const events = [request, happened('advice-requested', '2026-07-20', { who: 'school' }), claimed('E1')];
    expect(clockOf('eng.ehcna.decision', events, inEngland('2026-08-10'))).toMatchObject({ due: '2026-07-27', state: 'excused' });
  });

  it('a claim that the facts do not bear out leaves it late', () => {
    const events = [request, happened('advice-requested', '2026-07-15', { who: 'school' }), claimed('E1')];
    expect(clockOf('eng.ehcna.decision', events, inEngland('2026-08-10'))).toMatchObject({ due: '2026-07-27', state: 'late' });
  });

  it('an absence that nobody claims excuses nothing', () => {
    const events = [request, happened('absence-from-area', '2026-06-20', { who: 'child', until: day('2026-07-25') })];
    expect(clockOf('eng.ehcna.decision', events, inEngland('2026-08-10')).state).toBe('late');
  });
});

describe('school-day clocks', () => {
  const calendar = schoolCalendar({
    name: 'A made-up district',
    years: [{ from: day('2026-08-12'), to: day('2027-05-27') }],
    weekdays: [1, 2, 3, 4, 5],
    noSchool: [{ from: day('2026-11-23'), to: day('2026-11-27') }],
    closures: [],
  });
  const consent = [happened('consent-received', '2026-09-01', { id: 'consent-1' })];

  it('wait for the school calendar and then count', () => {
    expect(clockOf('tx.eval.report', consent, under(TEXAS, '2026-09-02'))).toMatchObject({
      state: 'not-started',
      waitsFor: 'school-calendar',
    });
    const counted = clockOf('tx.eval.report', consent, {
      ...under(TEXAS, '2026-09-02'),
      calendars: { holidays: TEXAS.holidays, school: calendar },
    });
    expect(counted.due).toBe('2026-11-03');
    expect(standingWords(counted, day('2026-10-30'), { holidays: TEXAS.holidays, school: calendar })).toBe('2 school days left');
  });

  it('a snow day moves the open ones, and says from when to when', () => {
    const setting = { ...under(TEXAS, '2026-10-30'), calendars: { holidays: TEXAS.holidays, school: calendar } };
    const after = {
      ...setting,
      calendars: { ...setting.calendars, school: withClosure(calendar, { on: day('2026-11-02'), reason: 'snow' }) },
    };
    const moved = movedClocks(clocksFor(consent, setting), clocksFor(consent, after));
    expect(moved.map(({ after: now, wasDue, nowDue }) => [now.rule.id, wasDue, nowDue])).toEqual([
      ['tx.eval.report', '2026-11-03', '2026-11-04'],
    ]);
  });

  it('a corrected trigger moves its clock, found by the event’s id', () => {
    const setting = under(IDEA, '2026-10-01');
    const corrected = [happened('consent-received', '2026-09-03', { id: 'consent-1' })];
    expect(movedClocks(clocksFor(consent, setting), clocksFor(corrected, setting)).map(({ wasDue, nowDue }) => [wasDue, nowDue])).toEqual([
      ['2026-10-31', '2026-11-02'],
    ]);
  });
});

describe('where a clock stands', () => {
  const request = [happened('request-received', '2026-10-12')];
  it.each([
    ['2026-11-13', '10 days left', 'quiet'],
    ['2026-11-16', '7 days left', 'soon'],
    ['2026-11-21', '2 days left', 'near'],
    ['2026-11-23', 'Today', 'near'],
    ['2026-11-26', '3 days late', 'late'],
  ])('on %s: %s', (today, words, urgency) => {
    const clock = clockOf('eng.ehcna.decision', request, inEngland(today));
    expect([standingWords(clock, day(today)), urgencyOf(clock, day(today)), isOpen(clock)]).toEqual([words, urgency, true]);
  });

  it('met: on which day, and how early or late', () => {
    const met = [...request, happened('assessment-decision-sent', '2026-11-20', { outcome: 'assess' })];
    const clock = clockOf('eng.ehcna.decision', met, inEngland('2026-11-26'));
    expect(standingWords(clock, day('2026-11-26'))).toBe('Met Fri 20 Nov, 3 days early');
    expect(milestoneOutcome(clock, day('2026-11-26'))).toBe('Met 3 days early');
    expect(isOpen(clock)).toBe(false);
  });
});

describe('when the law changes', () => {
  const rule = ENGLAND.rules.find(({ id }) => id === 'eng.ehcna.decision')!;
  const withRules = (...rules: Rule[]) => ({ ...inEngland('2030-12-01'), rules: { ...ENGLAND, rules } });
  const requests = [
    happened('request-received', '2029-08-31', { about: 'first' }),
    happened('request-received', '2029-09-01', { about: 'second' }),
  ];

  it('duty 18 A2: a rule version has a first and a last day, and an old case keeps the version of its trigger’s day', () => {
    const old = { ...rule, effectiveTo: day('2029-08-31') };
    const changed = { ...rule, id: 'eng.ehcna.decision.2029', due: weeks(8), effectiveFrom: day('2029-09-01') };
    expect(summary(clocksFor(requests, withRules(old, changed)))).toEqual([
      'eng.ehcna.decision 2029-10-12 late',
      'eng.ehcna.decision.2029 2029-10-27 late',
    ]);
  });

  it('duty 18 A1: a rule that is only proposed starts no clock, and no rule of a nation is one', () => {
    const proposed = { ...rule, id: 'eng.proposed', proposed: true as const };
    expect(clocksFor(requests, withRules(proposed))).toEqual([]);
    for (const { rules } of Object.values(JURISDICTIONS)) expect(rules.filter((one) => one.proposed)).toEqual([]);
  });
});

describe('duty 11 A1: a move of phase', () => {
  it.each([
    ['phase-transfer-planned', '2027-09-01', 'eng.phase.other 2027-02-15 running'],
    ['post16-transfer-planned', '2027-09-01', 'eng.phase.post16 2027-03-31 running'],
    ['post16-move-planned', '2027-09-01', 'eng.phase.post16to16 2027-04-01 running'],
  ])('%s for %s stands as a date from the day it is planned, a year and more ahead', (kind, on, clock) => {
    expect(summary(clocksFor([happened(kind, on)], inEngland('2025-12-01')))).toContain(clock);
  });
});
