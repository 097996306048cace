import type { Nation } from '#domain/pupils/nation.ts';

/** What a sheet is about: the register itself, suspensions and exclusions, or part-time timetables. */
export type SheetKind = 'register' | 'suspensions' | 'part-time';

/** How a value of a field is read. */
export type FieldShape =
  | 'number-of-pupil'
  | 'name'
  | 'text'
  | 'lines'
  | 'day'
  | 'year'
  | 'sex'
  | 'stage'
  | 'need'
  | 'percent'
  | 'count'
  | 'removal';

type FieldRule = { readonly title: string; readonly shape: FieldShape; readonly kinds: readonly SheetKind[] };

const EVERY: readonly SheetKind[] = ['register', 'suspensions', 'part-time'];
const REGISTER: readonly SheetKind[] = ['register'];

/** Every fact that a column may hold, by the name the record knows it under, in the order in which a person reads them. */
export const FIELDS = {
  pupilNumber: { title: 'UPN or state student number', shape: 'number-of-pupil', kinds: EVERY },
  externalId: { title: 'Number in the school system', shape: 'number-of-pupil', kinds: EVERY },
  caseRef: { title: 'Case', shape: 'number-of-pupil', kinds: EVERY },
  fullName: { title: 'Whole name', shape: 'name', kinds: EVERY },
  surname: { title: 'Surname', shape: 'name', kinds: EVERY },
  givenName: { title: 'Given name', shape: 'name', kinds: EVERY },
  knownAs: { title: 'Known as', shape: 'name', kinds: REGISTER },
  birthday: { title: 'Date of birth', shape: 'day', kinds: EVERY },
  sex: { title: 'Sex', shape: 'sex', kinds: REGISTER },
  yearGroup: { title: 'Year', shape: 'year', kinds: REGISTER },
  className: { title: 'Class', shape: 'text', kinds: REGISTER },
  homeLanguage: { title: 'Home language', shape: 'text', kinds: REGISTER },
  stage: { title: 'Stage of support', shape: 'stage', kinds: REGISTER },
  stageSince: { title: 'At this stage since', shape: 'day', kinds: REGISTER },
  primaryNeed: { title: 'Primary need', shape: 'need', kinds: REGISTER },
  primaryWords: { title: 'Primary need in words', shape: 'text', kinds: REGISTER },
  secondaryNeed: { title: 'Secondary need', shape: 'need', kinds: REGISTER },
  keyWorker: { title: 'Key worker', shape: 'text', kinds: REGISTER },
  strengths: { title: 'Strengths', shape: 'lines', kinds: REGISTER },
  difficulties: { title: 'What is hard', shape: 'lines', kinds: REGISTER },
  strategies: { title: 'What works', shape: 'lines', kinds: REGISTER },
  attendance: { title: 'Attendance %', shape: 'percent', kinds: REGISTER },
  attendanceAsOf: { title: 'Attendance as of', shape: 'day', kinds: REGISTER },
  planIssued: { title: 'Plan issued', shape: 'day', kinds: REGISTER },
  lastReview: { title: 'Last review held', shape: 'day', kinds: REGISTER },
  from: { title: 'From', shape: 'day', kinds: ['suspensions', 'part-time'] },
  to: { title: 'To', shape: 'day', kinds: ['suspensions', 'part-time'] },
  removal: { title: 'Kind of removal', shape: 'removal', kinds: ['suspensions'] },
  days: { title: 'School days', shape: 'count', kinds: ['suspensions'] },
  sessions: { title: 'Sessions (half days)', shape: 'count', kinds: ['suspensions'] },
  hoursAWeek: { title: 'Hours a week', shape: 'count', kinds: ['part-time'] },
  reviewOn: { title: 'To be reviewed on', shape: 'day', kinds: ['part-time'] },
  reason: { title: 'Reason', shape: 'text', kinds: ['suspensions', 'part-time'] },
} as const satisfies Readonly<Record<string, FieldRule>>;

export type FieldName = keyof typeof FIELDS;

/** All fields, in their order. */
export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[];

/** Whether a field can stand on a sheet of that kind. */
/** What a field is called in a nation: its pupils have one kind of number. */
export const fieldTitle = (field: FieldName, nation: Nation): string =>
  field === 'pupilNumber' ? (nation === 'england' ? 'UPN' : 'State student number') : FIELDS[field].title;

export const belongsOn = (field: FieldName, kind: SheetKind): boolean => (FIELDS[field].kinds as readonly SheetKind[]).includes(kind);

/** Which column (counted from 0) holds which field. A column that is not named is left alone. */
export type ColumnMap = Readonly<Partial<Record<FieldName, number>>>;

/** What a set of columns lacks before its rows can be read, in words; empty where nothing does. */
export const mapProblems = (kind: SheetKind, map: ColumnMap): readonly string[] => {
  const has = (field: FieldName) => map[field] !== undefined;
  const named = has('fullName') || (has('surname') && has('givenName'));
  const numbered = has('pupilNumber') || has('externalId') || has('caseRef');
  const problems: string[] = [];
  if (!numbered && !(named && has('birthday')))
    problems.push('Choose the column with the UPN or another number of the pupil, or at least name and date of birth.');
  if (kind === 'register' && !named && !numbered) problems.push('Choose the column with the pupil’s name.');
  if (kind === 'suspensions' && !has('from')) problems.push('Choose the column with the first day of each suspension.');
  if (kind === 'part-time' && !has('from')) problems.push('Choose the column with the first day of each part-time timetable.');
  return problems;
};
