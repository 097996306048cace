import { classesFile, coursesFile, schoolsFile, termsFile } from './class-files.ts';
import type { Fields } from './fields.ts';
import type { RosterShapeRules } from './shape.ts';
import type { RosterRole, StagedFact } from './staged.ts';

const ROLES: Record<string, RosterRole> = {
  student: 'pupil',
  teacher: 'teacher',
  aide: 'assistant',
  proctor: 'assistant',
  parent: 'guardian',
  guardian: 'guardian',
  relative: 'guardian',
};

const roleOf = (fields: Fields, column: string): RosterRole => {
  const role = fields.word(column).toLowerCase();
  if (role === '') fields.refuse(column, 'is empty');
  return ROLES[role] ?? 'other';
};

const STATUSES = ['', 'active', 'inactive', 'tobedeleted'];

/** OneRoster marks a thing that is to go with its status; in a bulk file an empty status means active. */
const closed = (fields: Fields): boolean => {
  const status = fields.word('status');
  if (!STATUSES.includes(status)) fields.refuse('status', 'is not one of active, inactive, tobedeleted');
  return status === 'tobedeleted' || status === 'inactive';
};

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

const userFacts = (f: Fields): StagedFact[] => {
  const key = f.id('sourcedId');
  const role = roleOf(f, 'role');
  const linked = listed(f.text('agentSourcedIds', 4000) ?? '');
  const person: StagedFact = {
    kind: 'person',
    key,
    givenName: f.name('givenName'),
    surname: f.name('familyName'),
    email: f.email('email'),
    username: f.text('username', 254),
    phone: f.text('phone', 40),
    role,
    yearGroup: role === 'pupil' ? f.yearGroup('grades') : null,
    school: listed(f.text('orgSourcedIds', 4000) ?? '')[0] ?? null,
    birthday: null,
    closed: closed(f),
  };
  // A guardian's agents are the pupils; a pupil's agents are the guardians, and may be named from either side.
  const guardians =
    role === 'guardian'
      ? linked.map((pupil): StagedFact => ({ kind: 'guardian', key: `${pupil}|${key}`, pupil, guardian: key, relation: f.word('role') }))
      : [];
  return [person, ...guardians];
};

/** OneRoster 1.1 CSV binding: https://www.imsglobal.org/oneroster-v11-final-csv-tables */
export const ONEROSTER: RosterShapeRules = {
  id: 'oneroster-1.1',
  words: 'OneRoster 1.1',
  knownBy: ['manifest.csv', 'users.csv', 'orgs.csv'],
  files: [
    { name: 'manifest.csv', required: true, columns: ['propertyName', 'value'], read: () => [] },
    schoolsFile,
    {
      name: 'users.csv',
      required: true,
      columns: ['sourcedId', 'orgSourcedIds', 'role', 'username', 'givenName', 'familyName'],
      read: userFacts,
    },
    termsFile,
    coursesFile('grades'),
    classesFile('schoolSourcedId', (f) => ({
      subject: f.text('subjects'),
      course: null,
      yearGroup: f.yearGroup('grades'),
      closed: closed(f),
    })),
    {
      name: 'enrollments.csv',
      required: false,
      columns: ['sourcedId', 'classSourcedId', 'userSourcedId', 'role'],
      read: (f) => [
        {
          kind: 'enrolment',
          key: f.id('sourcedId'),
          class: f.id('classSourcedId'),
          person: f.id('userSourcedId'),
          role: roleOf(f, 'role'),
          from: f.day('beginDate'),
          to: f.day('endDate'),
          closed: closed(f),
        },
      ],
    },
    {
      name: 'demographics.csv',
      required: false,
      columns: ['sourcedId'],
      read: (f, today) => [{ kind: 'details', key: f.id('sourcedId'), birthday: f.birthday('birthDate', today), sex: f.text('sex', 30) }],
    },
  ],
};
