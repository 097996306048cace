import { describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import type { CaseFacts } from '#domain/caseload/case-facts.ts';
import { needsALook } from '#domain/caseload/flag.ts';
import { flagsOf } from '#domain/caseload/flags.ts';
import { aCase, aClock, MONDAY } from '#tests/builders/a-case.ts';

const day = asDay;
const words = (facts: Partial<CaseFacts>, setting = MONDAY) => flagsOf(aCase(facts), setting).map((flag) => flag.words);

const goal = (values: readonly number[], more: object = {}) => ({
  words: 'Read 50 words a minute',
  area: 'Reading',
  baseline: 25,
  baselineOn: day('2026-09-11'),
  target: 50,
  targetOn: day('2027-03-26'),
  state: 'open' as const,
  metOn: null,
  points: values.map(
    (value, week) =>
      [
        day(`2026-${week < 3 ? '09' : week < 8 ? '10' : '11'}-${String([11, 18, 25, 2, 9, 16, 23, 30, 6, 13, 20][week]).padStart(2, '0')}`),
        value,
      ] as const,
  ),
  ...more,
});

const weekly = (lastSession: string, more: object = {}) => ({
  timesAWeek: 1,
  groupSize: 6,
  misses: null,
  from: day('2026-09-07'),
  to: day('2026-12-18'),
  lastSession: day(lastSession),
  ...more,
});

describe('why look: the reasons beside a pupil', () => {
  it('a quiet case has no reason at all', () => {
    expect(words({})).toEqual([]);
  });

  it.each<[string, Partial<CaseFacts>, string]>([
    ['advice a week late', { clocks: [aClock('eng.advice.response', '2026-11-16', { owedBy: 'agency' })] }, 'Advice 7 days late'],
    ['a review report not sent in two weeks', { clocks: [aClock('eng.review.report', '2026-11-20')] }, 'Review report not sent'],
    [
      'the last day for comments',
      { clocks: [aClock('eng.plan.representations', '2026-11-23', { owedBy: 'family' })] },
      'Comments end today',
    ],
    ['an answer due in two days', { clocks: [aClock('eng.school.consultation', '2026-11-25')] }, 'Answer to council due Wed 25 Nov'],
    ['a review without a date', { clocks: [aClock('school.review.date', '2026-11-24')] }, 'Review not booked'],
    ['a review whose date is overdue', { clocks: [aClock('school.review.date', '2026-11-20')] }, 'Review not booked'],
    ['a consent that ends on Friday', { clocks: [aClock('school.consent', '2026-11-27')] }, 'Consent runs out Fri 27 Nov'],
    [
      'no parent meeting with one due on Friday',
      { clocks: [aClock('school.parentMeeting', '2026-11-27')] },
      'No parent meeting yet this year',
    ],
    ['seventy days without a word', { lastContact: day('2026-09-14') }, 'No contact for 70 days'],
    ['attendance under 90 %', { attendance: 84.25 }, 'Attendance 84.3 %'],
    ['an unknown home language', { homeLanguage: null }, 'Home language not recorded'],
    ['differences in a plan', { differences: 2 }, '2 differences wait in the plan'],
    [
      'exam arrangements needed and not asked for',
      { events: { asked: 0, in: 0, marks: { 'exam-arrangements-needed': day('2026-10-05') } } },
      'Exam request not sent',
    ],
    [
      'a move at the end of the year',
      { events: { asked: 0, in: 0, marks: { 'phase-transfer-planned': day('2027-09-01') } } },
      'Moves on in September',
    ],
    ['cover trained last week', { events: { asked: 0, in: 0, marks: { 'cover-trained': day('2026-11-17') } } }, 'Trained cover in place'],
    ['part of the advice in', { stage: 'assessment', events: { asked: 5, in: 2, marks: {} } }, 'Two of five advices in'],
    ['a review this week', { booked: [{ on: day('2026-11-26'), purpose: 'annual-review' }] }, 'Review on Thu 26 Nov'],
    [
      'a decision that the council owes',
      { clocks: [aClock('eng.review.decision', '2026-12-04', { owedBy: 'local-authority' })] },
      'Waiting for the council',
    ],
  ])('%s is said in words', (_, facts, reason) => {
    expect(words(facts)).toEqual([reason]);
  });

  it('four points in a row below the aimline put reading off track', () => {
    expect(words({ goals: [goal([25, 26, 28, 28, 30, 31, 27, 28, 28, 28, 30])] })).toEqual(['Reading off track']);
  });

  it('three low points are not enough to say so', () => {
    expect(words({ goals: [goal([25, 24, 23])] })).toEqual([]);
  });

  it('one point above the line among the last four takes the reason away', () => {
    expect(words({ goals: [goal([25, 26, 28, 28, 30, 31, 27, 28, 40, 28, 30])] })).toEqual([]);
  });

  it('a goal met this month is good news and asks nobody to act', () => {
    const facts = { goals: [goal([], { state: 'met', metOn: day('2026-11-18'), area: 'Spelling' })] };
    expect(words(facts)).toEqual(['Goal met: spelling']);
    expect(needsALook(flagsOf(aCase(facts), MONDAY))).toBe(false);
  });

  it('a weekly group without a session for two school weeks is named by its last one', () => {
    expect(words({ provision: [weekly('2026-11-09')] })).toEqual(['No session logged since 9 Nov']);
  });

  it('half-term does not count as weeks without a session', () => {
    const afterHalfTerm = { ...MONDAY, today: day('2026-11-03') };
    expect(words({ provision: [weekly('2026-10-20')], lastContact: day('2026-10-20') }, afterHalfTerm)).toEqual([]);
  });

  it('provision that has ended is not missed', () => {
    expect(words({ provision: [weekly('2026-10-09', { to: day('2026-10-23') })] })).toEqual([]);
  });

  it('a key worker who has left, and provision that somebody gave who has left, need another person', () => {
    const keyWorker = (leftOn: string | null) => ({
      keyWorker: { id: 'g', name: 'Gareth Pugh', leftOn: leftOn === null ? null : day(leftOn) },
    });
    expect(words(keyWorker(null))).toEqual([]);
    expect(words(keyWorker('2026-11-24'))).toEqual([]);
    expect(words(keyWorker('2026-11-23'))).toEqual(['Key worker has left: Gareth Pugh']);
    const leaver = { name: 'Gareth Pugh', leftOn: day('2026-11-20'), what: 'Sentence starters' };
    const line = weekly('2026-11-20', { leaver });
    expect(words({ provision: [line, line] })).toEqual(['Sentence starters and 1 more: Gareth Pugh has left']);
    expect(words({ provision: [weekly('2026-10-09', { leaver, to: day('2026-10-23') })] })).toEqual([]);
  });

  it('four groups that cost science are a reason, three are not', () => {
    const group = weekly('2026-11-20', { misses: 'science' });
    expect(words({ provision: [group, group, group, group] })).toEqual(['In 4 groups; misses science']);
    expect(words({ provision: [group, group, group] })).toEqual([]);
  });

  it('a decision is not waited for while the school’s own report is out', () => {
    const clocks = [aClock('eng.review.report', '2026-11-20'), aClock('eng.review.decision', '2026-12-04', { owedBy: 'local-authority' })];
    expect(words({ clocks })).toEqual(['Review report not sent']);
  });

  it('a parent meeting that is booked is no reason, and neither is one due next month', () => {
    expect(
      words({ clocks: [aClock('school.parentMeeting', '2026-11-27')], booked: [{ on: day('2026-11-26'), purpose: 'parent-meeting' }] }),
    ).toEqual([]);
    expect(words({ clocks: [aClock('school.parentMeeting', '2026-12-18')] })).toEqual([]);
  });

  it('the worst reason stands first, good news last', () => {
    const facts = {
      clocks: [aClock('eng.advice.response', '2026-11-16', { owedBy: 'agency' })],
      homeLanguage: null,
      events: { asked: 0, in: 0, marks: { 'cover-trained': day('2026-11-17'), 'phase-transfer-planned': day('2027-09-01') } },
    };
    expect(words(facts)).toEqual(['Advice 7 days late', 'Home language not recorded', 'Moves on in September', 'Trained cover in place']);
  });
});
