import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { checkCase, rulesWithForms, workOut } from '#domain/timelines/check-case.ts';
import type { WorkedExample, WorkedExamples } from '#domain/timelines/worked-examples/given.ts';

const file = JSON.parse(readFileSync(new URL('../../fixtures/worked-examples.json', import.meta.url), 'utf8')) as WorkedExamples;

describe('duty 9 A1: every worked example comes out as the law has it', () => {
  it.each(file.examples.map((example) => [example.id, example.title, example] as const))('%s: %s', (_id, _title, example) => {
    expect(checkCase(example, file.calendars).problems).toEqual([]);
  });

  it('of which there are 102, for England, the federal rules and four States', () => {
    expect(file.examples.length).toBe(102);
    expect(new Set(file.examples.map(({ rule }) => rule.split('.')[0]))).toEqual(new Set(['eng', 'us', 'tx', 'ca', 'mi', 'ny']));
  });
});

describe('it does not matter where the machine stands', () => {
  it.each(['Europe/London', 'UTC', 'America/New_York', 'Pacific/Auckland'])('all come out the same under %s', (zone) => {
    const script = fileURLToPath(new URL('./count-in-zone.ts', import.meta.url));
    const root = fileURLToPath(new URL('../../..', import.meta.url));
    const output = execFileSync(process.execPath, ['--import', 'tsx', script], {
      cwd: root,
      env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual({ zone, worked: 102, problems: [] });
  });
});

describe('an example that is wrong is told so by name', () => {
  const right: WorkedExample = { rule: 'eng.plan.final', given: { requestReceived: '2026-01-05' }, expect: { due: '2026-05-25' } };
  const problemsOf = (change: Partial<WorkedExample>) => checkCase({ ...right, ...change }, file.calendars).problems;

  it('passes when it is right', () => expect(problemsOf({})).toEqual([]));

  it('a wrong date gives both dates', () => {
    expect(problemsOf({ expect: { due: '2026-05-26' } })).toEqual(['due: expected "2026-05-26", counted "2026-05-25".']);
  });

  it.each<[string, Partial<WorkedExample>, string]>([
    ['an unknown rule', { rule: 'eng.plan.finall' }, 'There is no rule “eng.plan.finall”.'],
    ['an unknown given field', { given: { requestRecieved: '2026-01-05' } }, 'eng.plan.final does not know given.requestRecieved.'],
    ['an unknown expected field', { expect: { dueBy: '2026-05-25' } }, 'eng.plan.final does not answer expect.dueBy.'],
    [
      'a day that does not exist',
      { given: { requestReceived: '2026-06-31' } },
      'given.requestReceived: “2026-06-31” is not a date: June 2026 has 30 days.',
    ],
    [
      'a calendar that is not in the file',
      { given: { requestReceived: '2026-01-05', calendar: 'moon' } },
      'given.calendar names “moon”, which the file does not hold.',
    ],
    [
      'an unknown field of a child',
      { rule: 'eng.exception.perChild', given: { requestReceived: '2026-06-01', children: [{ id: 'A', away: 3 }] } },
      'given.children does not know away.',
    ],
    ['nothing given', { given: {} }, 'What is given starts no clock of eng.plan.final, or a calendar does not reach.'],
  ])('%s', (_what, change, problem) => expect(problemsOf(change)).toEqual([problem]));
});

/** Cases beside the file's own: dates that people argue about, and rules that the file leaves out. */
const more: [string, WorkedExample['rule'], WorkedExample['given'], WorkedExample['expect']][] = [
  [
    'a plan made on 29 February is reviewed by 28 February',
    'eng.review.annual',
    { planMade: '2028-02-29' },
    { reviewCompleteBy: '2029-02-28' },
  ],
  [
    'a plan issued again after a tribunal does not restart the year',
    'eng.review.annual',
    { planMade: '2025-09-15', planReissued: '2026-03-01' },
    { reviewCompleteBy: '2026-09-14' },
  ],
  [
    'an early amendment notice brings the final plan forward',
    'eng.review.amendedFinal',
    { meeting: '2026-06-24', amendmentNoticeSent: '2026-07-01' },
    { due: '2026-08-26', noticeLate: false },
  ],
  [
    'a late amendment notice does not push it back',
    'eng.review.amendedFinal',
    { meeting: '2026-06-24', amendmentNoticeSent: '2026-08-05' },
    { due: '2026-09-16', noticeLate: true, eightWeeksFromNotice: '2026-09-30' },
  ],
  [
    'a move known only three days ahead',
    'eng.move.transfer',
    { becameAware: '2026-04-15', moveDate: '2026-04-20', calendar: 'england-wales-bank-holidays' },
    { transferBy: '2026-05-06' },
  ],
  [
    'an appeal that runs out on Christmas Eve is not moved',
    'eng.appeal.lodge',
    { decisionSent: '2026-10-24', mediationCertificate: null },
    { due: '2026-12-24', extension: 'none' },
  ],
  [
    'an appeal about section I alone needs no certificate',
    'eng.appeal.lodge',
    { decisionSent: '2026-03-02', mediationCertificate: '2026-04-30', sectionIOnly: true },
    { due: '2026-05-05', baseDeadline: '2026-05-02' },
  ],
  ['an order to amend: five weeks, August counted', 'eng.tribunal.amend', { orderMade: '2026-07-20' }, { due: '2026-08-24' }],
  ['an order about the school alone: two weeks', 'eng.tribunal.placement', { orderMade: '2026-12-18' }, { due: '2027-01-01' }],
  [
    'a conceded refusal to assess: 2, 10 and 14 weeks from telling the tribunal',
    'eng.appeal.conceded.assess',
    { tribunalNotified: '2026-05-15' },
    { notifyBy: '2026-05-29', noPlanDecisionBy: '2026-07-24', finalPlanBy: '2026-08-21' },
  ],
  [
    'a conceded refusal to make a plan: 5 and 11 weeks',
    'eng.appeal.conceded.makePlan',
    { tribunalNotified: '2026-05-15' },
    { draftBy: '2026-06-19', finalBy: '2026-07-31' },
  ],
  ['mediation is arranged in 30 calendar days', 'eng.mediation.arrange', { mediationRequested: '2026-12-10' }, { due: '2027-01-09' }],
  [
    'the certificate follows in three working days, Easter left out',
    'eng.mediation.certificate',
    { mediationDeclined: '2026-04-02' },
    { due: '2026-04-09' },
  ],
  ['what was agreed in mediation is done in two weeks', 'eng.mediation.agreement', { agreementMade: '2026-03-02' }, { due: '2026-03-16' }],
  ['the answer to a request to re-assess: 15 days', 'eng.reassess.decision', { requestReceived: '2026-12-18' }, { due: '2027-01-02' }],
  ['six months without a duty to re-assess', 'eng.reassess.gap', { lastAssessment: '2026-08-31' }, { due: '2027-02-28' }],
  [
    'a summer birthday: a young person before turning sixteen',
    'eng.status.youngPerson',
    { dateOfBirth: '2010-08-20' },
    { compulsorySchoolAgeEnds: '2026-06-26' },
  ],
  [
    'a new health commissioner who knew late',
    'eng.move.health',
    { becameAware: '2026-06-01', moveDate: '2026-06-03' },
    { transferBy: '2026-06-19' },
  ],
  [
    'three absences take 30 June away',
    'tx.eval.endOfYear',
    { consentReceived: '2027-04-01', absences: 3, calendar: 'us-cal-2026-27' },
    { schoolDaysLeft: 40, due: '2027-08-20' },
  ],
  [
    'a report of 30 June is followed by the 15th school day',
    'tx.ard.initial',
    { consentReceived: '2027-04-01', reportCompleted: '2027-06-30', calendar: 'us-cal-2026-27' },
    { due: '2027-08-31' },
  ],
  [
    'summer services do not wait for the first day of classes',
    'tx.ard.initial',
    { reportCompleted: '2027-05-17', needsSummerServices: true, calendar: 'us-cal-2026-27' },
    { due: '2027-06-16' },
  ],
  [
    'a Texan transfer: 20 school days from the copy',
    'tx.transfer.inState',
    { copyReceived: '2026-10-01', calendar: 'us-cal-2026-27' },
    { due: '2026-10-30' },
  ],
  [
    'a winter break pauses the sixty days',
    'ca.eval.iepMeeting',
    { consentReceived: '2026-11-02', breaks: [['2026-12-21', '2027-01-03']] },
    { tolledBreaks: [['2026-12-21', '2027-01-03']], due: '2027-01-15' },
  ],
  [
    'a referral at the end of May is answered in August',
    'ca.assessmentPlan',
    { referral: '2027-05-20', calendar: 'us-cal-2026-27' },
    { due: '2027-08-21' },
  ],
  ['a Californian parent sees the records in five business days', 'ca.records', { requested: '2026-07-01' }, { due: '2026-07-09' }],
  [
    'both sides waive resolution: 45 days from then',
    'us.dueProcess.adjusted',
    { complaintReceived: '2026-02-10', resolutionWaived: '2026-02-20' },
    { decisionBy: '2026-04-06' },
  ],
  [
    'a district that agreed on a date keeps that date',
    'us.eval.initial',
    { consentReceived: '2026-09-08', enrolledInOtherAgency: '2026-10-05', sufficientProgress: true, agreedDate: '2026-12-01' },
    { due: '2026-12-01', exceptionApplies: true },
  ],
  ['an age of majority of 19', 'us.rights.transfer', { dateOfBirth: '2008-02-29', ageOfMajority: 19 }, { statementInIepBy: '2026-02-28' }],
  [
    'the federal age of 16 where the State names none',
    'us.transition.age16',
    { dateOfBirth: '2010-05-02', ieps: [{ effective: '2025-11-01', ends: '2026-10-31' }] },
    { turnsTransitionAge: '2026-05-02', iepThatMustContainTransition: '2025-11-01' },
  ],
  [
    'evidence goes over five business days before the hearing',
    'us.dueProcess.disclosure',
    { hearing: '2026-09-08' },
    { discloseBy: '2026-08-31' },
  ],
  [
    'the other side answers in 10 days and may challenge in 15',
    'us.dueProcess.response',
    { complaintReceived: '2026-02-10' },
    { responseBy: '2026-02-20', sufficiencyChallengeBy: '2026-02-25' },
  ],
  ['a State review in 30 days, a civil action in 90', 'us.civil', { decisionMailed: '2026-04-26' }, { fileBy: '2026-07-25' }],
  [
    'removals of last year do not count',
    'us.discipline.cumulative',
    {
      removals: [
        ['2027-05-17', '2027-05-27'],
        ['2027-08-16', '2027-08-17'],
      ],
      calendar: 'us-cal-2026-27',
    },
    { schoolDaysRemoved: 2, overTen: false },
  ],
  [
    'Michigan’s services in 15 school days',
    'mi.services.start',
    { noticeReceived: '2026-11-16', calendar: 'us-cal-2026-27' },
    { due: '2026-12-14' },
  ],
  [
    'a referral in the last days of the Californian year: 30 days into the next',
    'ca.eval.endOfYear',
    { referral: '2027-05-03', consentReceived: '2027-05-14', calendar: 'us-cal-2026-27' },
    { due: '2027-09-10' },
  ],
  [
    'a referral 31 days before the end is an ordinary one',
    'ca.eval.endOfYear',
    { referral: '2027-04-26', consentReceived: '2027-05-07', calendar: 'us-cal-2026-27' },
    { due: '2027-09-19' },
  ],
  [
    'a third birthday in a district’s summer',
    'us.partC.thirdBirthday',
    { dateOfBirth: '2024-06-10', calendar: 'us-cal-2026-27' },
    { serviceStartDecidedByIepTeam: true },
  ],
  [
    'a third birthday before its summer begins',
    'us.partC.thirdBirthday',
    { dateOfBirth: '2024-05-27', calendar: 'us-cal-2026-27' },
    { serviceStartDecidedByIepTeam: false },
  ],
];

describe('dates that coordinators argue about', () => {
  it.each(more)('%s', (_title, rule, given, expected) => {
    expect(checkCase({ rule, given, expect: expected }, file.calendars).problems).toEqual([]);
  });

  it('a form exists for every rule id that is worked here', () => {
    const known = new Set(rulesWithForms());
    expect([...file.examples.map(({ rule }) => rule), ...more.map(([, rule]) => rule)].filter((rule) => !known.has(rule))).toEqual([]);
    expect(Object.keys(workOut({ rule: 'eng.chain.new', given: { requestReceived: '2026-09-14' } }))).toHaveLength(4);
  });
});
