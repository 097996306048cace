import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { checkCase, fieldsKnown, workOut } from '#domain/timelines/check-case.ts';
import type { WorkedExample } from '#domain/timelines/worked-examples/given.ts';
import { FURTHER, PUBLISHED } from './cases.ts';

const file = PUBLISHED;

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
    expect(JSON.parse(output)).toEqual({ zone, worked: 102 + FURTHER.examples.length, problems: [] });
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
    ['nothing given', { given: {} }, 'given.requestReceived, given.requestReceivedByOldAuthority or given.becameResponsible is needed.'],
  ])('%s', (_what, change, problem) => expect(problemsOf(change)).toEqual([problem]));
});

describe('a rule that has no form of its own', () => {
  const problemsOf = (example: WorkedExample) => checkCase(example, file.calendars).problems;

  it('is asked for with the events it knows, a day each or several', () => {
    expect(fieldsKnown('eng.support.meetings')).toEqual(expect.arrayContaining(['supportYearStarted', 'supportMeetingHeld', 'calendar']));
    expect(workOut({ rule: 'eng.review.papers', given: { meeting: '2026-12-08' } })).toMatchObject({ papersCirculatedBy: '2026-11-24' });
  });

  it.each<[string, WorkedExample, string]>([
    [
      'what starts it is named where it is missing',
      { rule: 'us.psn', given: { safeguardsNoticeGiven: '2026-10-01' }, expect: {} },
      'given.schoolYearStarted is needed.',
    ],
    [
      'a calendar that is missing is asked for',
      { rule: 'tx.ard.refusal', given: { ardRequested: '2026-11-18' }, expect: {} },
      'tx.ard.refusal counts school days: given.calendar must name a school calendar that reaches so far.',
    ],
    [
      'a day in a list that does not exist is told',
      { rule: 'us.sop', given: { exitedByDiplomaOrAge: ['2027-02-29'] }, expect: {} },
      'given.exitedByDiplomaOrAge: “2027-02-29” is not a date: February 2027 has 28 days.',
    ],
  ])('%s', (_what, example, problem) => expect(problemsOf(example)).toEqual([problem]));
});
