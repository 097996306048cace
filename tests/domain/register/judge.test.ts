import { describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import type { SheetRow } from '#domain/register/cell.ts';
import { changesOf, questionsOf } from '#domain/register/compare.ts';
import { type DayOrder, dayOrderOf, readDay } from '#domain/register/days.ts';
import type { Entry, Facts, RefusedRow } from '#domain/register/entry.ts';
import { guessSheet } from '#domain/register/guess-columns.ts';
import { judgeRow, type SheetReading } from '#domain/register/judge-row.ts';
import { Identities, type KnownIdentity } from '#domain/register/match.ts';
import { judgeNeed } from '#domain/register/needs.ts';
import { staffNamed } from '#domain/register/staff.ts';
import { readLines, readPupilNumber, readStage, readText, readYear, splitName } from '#domain/register/values.ts';
import { upnOf } from '#tests/builders/register.ts';

const today = asDay('2026-11-23');
const row = (number: number, ...cells: SheetRow['cells']): SheetRow => ({ number, cells });

describe('which column holds what', () => {
  it.each([
    [
      'SIMS',
      ['UPN', 'Surname', 'Forename', 'DOB', 'Reg Group', 'SEN Status', 'SEN Need'],
      ['pupilNumber', 'surname', 'givenName', 'birthday', 'className', 'stage', 'primaryNeed'],
    ],
    [
      'Arbor',
      ['Unique Pupil Number (UPN)', 'Legal last name', 'Legal first name', 'Registration form', 'SEN status', 'SEN need'],
      ['pupilNumber', 'surname', 'givenName', 'className', 'stage', 'primaryNeed'],
    ],
    [
      'Bromcom',
      ['UPN', 'Last Name', 'First Name', 'Tutor Group', 'SEN Provision', 'SEN Primary Need', 'SEN Secondary Need'],
      ['pupilNumber', 'surname', 'givenName', 'className', 'stage', 'primaryNeed', 'secondaryNeed'],
    ],
    [
      'ScholarPack',
      ['upn', 'forename', 'surname', 'dob', 'nc_year', 'sen_status', 'sen_need'],
      ['pupilNumber', 'givenName', 'surname', 'birthday', 'yearGroup', 'stage', 'primaryNeed'],
    ],
    [
      'PowerSchool',
      ['State_StudentNumber', 'Student_Number', 'LastFirst', 'DOB', 'Grade_Level', 'Home_Room'],
      ['pupilNumber', 'externalId', 'fullName', 'birthday', 'yearGroup', 'className'],
    ],
  ])('is known of an export of %s', (_system, headings, fields) => {
    expect(guessSheet('Sheet1', [row(1, ...headings)], 'england').columns.map(({ field }) => field)).toEqual(fields);
  });

  it('is told by headings below a title and an empty row, with values to look at', () => {
    const { headerRow, columns } = guessSheet(
      'Register',
      [row(1, 'SEN register 2026'), row(3, 'Pupil', 'D.O.B.', 'K/E'), row(4, 'Reid, Callum', { day: asDay('2016-02-14') }, 'E')],
      'england',
    );
    expect(headerRow).toBe(3);
    expect(columns.map(({ field, samples }) => [field, samples[0]])).toEqual([
      ['fullName', 'Reid, Callum'],
      ['birthday', '2016-02-14'],
      ['stage', 'E'],
    ]);
  });

  it('is told by the values where a heading says nothing', () => {
    const rows = [
      row(1, 'Code A', 'Code B', 'Code C'),
      ...[1, 2, 3].map((each) => row(each + 1, upnOf(each), 'K', ['ASD', 'SLCN', 'MLD'][each - 1] ?? '')),
    ];
    expect(guessSheet('x', rows, 'england').columns.map(({ field, by }) => [field, by])).toEqual([
      ['pupilNumber', 'values'],
      ['stage', 'values'],
      ['primaryNeed', 'values'],
    ]);
  });

  it('says why a date that falls due is not taken', () => {
    expect(guessSheet('x', [row(1, 'UPN', 'Surname', 'Next annual review')], 'england').columns[2]).toMatchObject({
      field: null,
      notTaken: expect.stringMatching(/counted by Waymark/),
    });
  });

  it('tells suspensions and part-time timetables from a register', () => {
    expect(guessSheet('Suspensions 25-26', [row(1, 'UPN', 'Start date', 'End date', 'Sessions')], 'england')).toMatchObject({
      kind: 'suspensions',
      map: { pupilNumber: 0, from: 1, to: 2, sessions: 3 },
    });
    expect(guessSheet('Sheet2', [row(1, 'UPN', 'Start', 'Hours per week', 'Review date')], 'england')).toMatchObject({
      kind: 'part-time',
      map: { from: 1, hoursAWeek: 2, reviewOn: 3 },
    });
  });
});

describe('a date as people write it', () => {
  it.each<[string | number, DayOrder, string]>([
    ['28/02/2017', 'day-first', '2017-02-28'],
    ['02/28/2017', 'month-first', '2017-02-28'],
    ['3.4.17', 'day-first', '2017-04-03'],
    ['3/4/17', 'month-first', '2017-03-04'],
    ['2017-02-28', 'month-first', '2017-02-28'],
    ['2017-02-28T00:00:00Z', 'day-first', '2017-02-28'],
    ['28/02/2017 00:00:00', 'day-first', '2017-02-28'],
    ['Tue 28th Feb 2017', 'day-first', '2017-02-28'],
    ['February 28, 2017', 'month-first', '2017-02-28'],
    ['28-Feb-17', 'day-first', '2017-02-28'],
    [42794, 'day-first', '2017-02-28'],
    ['01/09/98', 'day-first', '1998-09-01'],
  ])('%s, %s, is %s', (text, order, day) => {
    expect(readDay(text, order, today)).toEqual({ value: day });
  });

  it.each([
    ['31/02/2017', 'There is no 31 February'],
    ['29/02/2027', '2027 has no 29 February'],
    ['31/06/2016', 'There is no 31 June'],
    ['02/28/2017', 'There is no month 28'],
    ['spring', 'Not a date'],
    ['TBC', 'Not a date'],
  ])('%s is refused: %s', (text, why) => {
    expect(readDay(text, 'day-first', today)).toEqual({ fault: why });
  });

  it('is day first or month first as the whole column proves, else as the nation writes', () => {
    expect(dayOrderOf(['03/04/2017', '28/02/2017'], 'month-first')).toBe('day-first');
    expect(dayOrderOf(['03/04/2017', '02/28/2017'], 'day-first')).toBe('month-first');
    expect(dayOrderOf(['03/04/2017'], 'month-first')).toBe('month-first');
    expect(dayOrderOf(['28/02/2017', '02/28/2017'], 'day-first')).toBe('day-first');
  });
});

describe('codes', () => {
  it('of need are the list’s own, with or without their names', () => {
    expect(
      ['ASD', 'asd - Autistic spectrum disorder', 'Speech, language and communication needs', 'SPLD'].map((text) =>
        judgeNeed(text, 'england'),
      ),
    ).toEqual([{ code: 'ASD' }, { code: 'ASD' }, { code: 'SLCN' }, { code: 'SPLD' }]);
    expect(judgeNeed('SLD', 'idea')).toEqual({ code: 'SLD' });
    expect(judgeNeed('Specific Learning Disability', 'idea')).toEqual({ code: 'SLD' });
  });

  it('BESD ended, and the list says what took its place; a diagnosis is no code and none is suggested', () => {
    expect(judgeNeed('BESD', 'england')).toEqual({ fault: 'Ended in 2015; now SEMH', suggestion: 'SEMH' });
    expect(judgeNeed('Dyslexia', 'england')).toEqual({ fault: expect.stringMatching(/^Not a code of the list/) });
  });

  it('of stage are K, E and N; S may have meant Statement, and is not guessed', () => {
    expect(['K', 'EHCP', 'n', 'SEN Support'].map((text) => readStage(text, 'england'))).toEqual([
      { value: 'support' },
      { value: 'plan' },
      { value: 'none' },
      { value: 'support' },
    ]);
    expect(readStage('S', 'england')).toEqual({ fault: 'Not a stage: use K, E or N' });
    expect(readStage('504', 'idea')).toEqual({ fault: 'A 504 plan is another thing than an IEP: leave it out' });
  });

  it('of years are Reception to 13, or K to 12', () => {
    expect(['R', 'Year 7', '13', 'Nursery'].map((text) => readYear(text, 'england'))).toEqual([
      { value: 0 },
      { value: 7 },
      { value: 13 },
      { value: null },
    ]);
    expect(readYear('14', 'england')).toEqual({ fault: 'Not a year: Reception to Year 13' });
    expect(['K', '12', 'Grade 3'].map((text) => readYear(text, 'idea'))).toEqual([{ value: 0 }, { value: 12 }, { value: 3 }]);
  });

  it('of a UPN hold a letter that fits its figures', () => {
    expect(readPupilNumber(upnOf(7))).toMatchObject({ upn: true, checks: true });
    expect(readPupilNumber(`${upnOf(7).slice(0, -1)}${(Number(upnOf(7).at(-1)) + 1) % 10}`)).toMatchObject({ upn: true, checks: false });
  });
});

describe('text', () => {
  it('that a spreadsheet would run is refused; what an export has guarded with an apostrophe is read as it was', () => {
    expect(readText("=HYPERLINK('x')")).toEqual({ fault: 'A spreadsheet would run this as a formula' });
    expect(readText("'=HYPERLINK('x')")).toEqual({ value: "=HYPERLINK('x')" });
    expect(readText("'Olu’s brother helps")).toEqual({ value: "'Olu’s brother helps" });
  });

  it('of several lines becomes one entry a line or bullet; a semicolon may stand inside one', () => {
    expect(readLines('• Sits near the front\n- Short instructions; word bank')).toEqual({
      value: ['Sits near the front', 'Short instructions; word bank'],
    });
  });

  it('names are split at the comma, else before the last word, and a doubt is told', () => {
    expect(splitName('van der Berg, Théo')).toEqual({ surname: 'van der Berg', givenName: 'Théo', sure: true });
    expect(splitName('Mary Jane Watson')).toEqual({ surname: 'Watson', givenName: 'Mary Jane', sure: false });
  });

  it('names a key worker only where one alone can be meant', () => {
    const staff = [
      ['Gareth', 'Pugh'],
      ['Priya', 'Nair'],
      ['Paul', 'Nair'],
    ].map(([givenName = '', surname = '']) => ({ id: givenName, givenName, surname, email: null }));
    expect(
      ['Mr Pugh', 'G Pugh', 'Pugh, Gareth', 'P Nair', 'Priya Nair', 'Mrs Nair'].map((text) => staffNamed(text, staff)?.id ?? null),
    ).toEqual(['Gareth', 'Gareth', 'Gareth', null, 'Priya', null]);
  });
});

const reading = (change: Partial<SheetReading> = {}): SheetReading => ({
  sheet: 0,
  kind: 'register',
  map: { pupilNumber: 0, fullName: 1, birthday: 2, stage: 3, primaryNeed: 4 },
  nation: 'england',
  today,
  staff: [],
  repairs: [],
  orders: {},
  ...change,
});
const judged = (cells: SheetRow['cells'], change: Partial<SheetReading> = {}) => judgeRow(row(14, ...cells), reading(change));

describe('a row', () => {
  it('with faults is refused with all of them, each by its column and reason', () => {
    const refused = judged([upnOf(1), 'Haddad, Sami', '31/02/2017', 'S', 'BESD']) as RefusedRow;
    expect(refused).toMatchObject({ row: 14, name: 'Haddad, Sami' });
    expect(refused.faults.map(({ column, says, why, suggestion }) => [column, says, why, suggestion])).toEqual([
      [2, '31/02/2017', 'There is no 31 February', undefined],
      [3, 'S', 'Not a stage: use K, E or N', undefined],
      [4, 'BESD', 'Ended in 2015; now SEMH', 'SEMH'],
    ]);
  });

  it('is taken once a person has put it right, for one row or for all that say the same', () => {
    const repairs = [
      { sheet: 0, column: 4, says: 'BESD', value: 'SEMH' },
      { sheet: 0, column: 2, row: 14, says: '31/02/2017', value: '28/02/2017' },
    ];
    expect((judged([upnOf(1), 'Haddad, Sami', '31/02/2017', 'K', 'BESD'], { repairs }) as Entry).facts).toMatchObject({
      birthday: '2017-02-28',
      primaryNeed: 'SEMH',
    });
  });

  it('says nothing of what it leaves empty', () => {
    expect((judged([upnOf(1), 'Haddad, Sami', null, 'K', null]) as Entry).facts).toEqual({
      pupilNumber: upnOf(1),
      surname: 'Haddad',
      givenName: 'Sami',
      stage: 'support',
    });
  });

  it('of a child born tomorrow, with an error or a number that a spreadsheet rounded is refused', () => {
    expect(
      (judged([1e16, 'Haddad, Sami', { day: asDay('2026-11-24') }, { error: '#N/A' }]) as RefusedRow).faults.map(({ why }) => why),
    ).toEqual([
      'The spreadsheet has rounded this number: format the column as text and export it again',
      'Lies in the future',
      'The sheet shows the error #N/A',
    ]);
  });

  it('without anything to know the pupil by is refused', () => {
    expect((judged([null, 'Haddad, Sami', null, 'K']) as RefusedRow).faults[0]?.why).toMatch(/^Nothing to know the pupil by/);
  });

  it('that says n/a or a dash where a date or a figure belongs says nothing there, and is not refused for it', () => {
    expect((judged([upnOf(1), 'Haddad, Sami', 'n/a', 'K', null]) as Entry).facts).not.toHaveProperty('birthday');
    expect((judged([upnOf(1), 'Haddad, Sami', '–', 'K', null]) as Entry).facts).not.toHaveProperty('birthday');
    expect((judged([upnOf(1), 'Haddad, Sami', 'soon', 'K', null]) as RefusedRow).faults).toMatchObject([{ why: 'Not a date' }]);
  });
});

describe('whom a row means', () => {
  const known: KnownIdentity[] = [
    {
      id: 'a',
      pupilNumber: upnOf(1),
      externalId: 'X1',
      caseRef: 'WM-0001',
      givenName: 'Sami',
      surname: 'Haddad',
      knownAs: null,
      birthday: asDay('2017-02-28'),
    },
    {
      id: 'b',
      pupilNumber: null,
      externalId: 'X2',
      caseRef: null,
      givenName: 'Erin',
      surname: 'Whitfield',
      knownAs: 'Rin',
      birthday: asDay('2016-05-01'),
    },
  ];
  const identities = new Identities(known);
  const match = (facts: Facts) => identities.match({ sheet: 0, row: 1, kind: 'register', name: '', facts, questions: [] });

  it('is told by a number of the pupil', () => {
    expect([match({ pupilNumber: upnOf(1) }), match({ externalId: 'x2' }), match({ caseRef: 'WM-0001' })]).toEqual([
      { how: 'same', pupil: 'a' },
      { how: 'same', pupil: 'b' },
      { how: 'same', pupil: 'a' },
    ]);
  });

  it('is doubtful where only name and date of birth agree, and never told by a name alone', () => {
    expect(match({ givenName: 'ERIN', surname: 'Whitfield', birthday: '2016-05-01' })).toEqual({ how: 'doubtful', pupils: ['b'] });
    expect(match({ givenName: 'Rin', surname: 'Whitfield', birthday: '2016-05-01', pupilNumber: upnOf(9) })).toEqual({
      how: 'doubtful',
      pupils: ['b'],
    });
    expect(match({ givenName: 'Erin', surname: 'Whitfield', birthday: '2016-05-02' })).toEqual({ how: 'new' });
    expect(match({ givenName: 'Erin', surname: 'Whitfield', pupilNumber: upnOf(9) })).toEqual({ how: 'new' });
  });

  it('is a contradiction where its numbers lead to two pupils', () => {
    expect(match({ pupilNumber: upnOf(1), externalId: 'X2' })).toMatchObject({ how: 'contradiction' });
  });
});

describe('what a row would change', () => {
  const entry = (facts: Facts): Entry => ({ sheet: 0, row: 1, kind: 'register', name: '', facts, questions: [] });

  it('is told field by field; the same said again is nothing', () => {
    const known: Facts = { stage: 'support', stageSince: '2024-01-10', attendance: 91.5, strategies: ['Word bank'] };
    expect(changesOf(entry({ stage: 'support', attendance: 91.5, strategies: ['word bank'] }), known)).toEqual([]);
    expect(changesOf(entry({ stage: 'plan', strategies: ['Word bank', 'Quiet start'] }), known)).toEqual([
      { field: 'stage', before: 'support', after: 'plan' },
      { field: 'strategies', before: ['Word bank'], after: ['Quiet start'] },
      { field: 'stageSince', before: '2024-01-10', after: null },
    ]);
  });

  it('asks before a plan is lost by a slip of the sheet', () => {
    expect(questionsOf(changesOf(entry({ stage: 'support' }), { stage: 'plan' }))).toEqual([
      'Has a plan in the record; the sheet says otherwise',
    ]);
  });
});
