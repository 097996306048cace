import { classesFile, coursesFile, schoolsFile, termsFile } from './class-files.ts';
import type { Fields } from './fields.ts';
import type { RosterShapeRules } from './shape.ts';
import type { RosterRole } from './staged.ts';

const TEACHING = ['teacher', 'professor', 'faculty', 'substitute', 'instructor', 'lecturer'];
const ASSISTING = ['aide', 'paraprofessional', 'assistant', 'teachingassistant'];

/** What a School Data Sync role means here. */
const roleOf = (fields: Fields, column: string): RosterRole => {
  const role = fields.word(column).toLowerCase();
  if (role === '') fields.refuse(column, 'is empty');
  if (role === 'student') return 'pupil';
  if (TEACHING.includes(role)) return 'teacher';
  return ASSISTING.includes(role) ? 'assistant' : 'other';
};

/** Microsoft School Data Sync V2.1 CSV: https://learn.microsoft.com/schooldatasync/sds-v2.1-csv-file-format */
export const SDS: RosterShapeRules = {
  id: 'sds-v2.1',
  words: 'School Data Sync V2.1',
  knownBy: ['orgs.csv', 'users.csv', 'roles.csv'],
  files: [
    schoolsFile,
    {
      name: 'users.csv',
      required: true,
      columns: ['sourcedId', 'username', 'givenName', 'familyName'],
      read: (f) => [
        {
          kind: 'person',
          key: f.id('sourcedId'),
          givenName: f.name('givenName'),
          surname: f.name('familyName'),
          email: f.email('email'),
          username: f.text('username', 254),
          phone: f.text('phone', 40),
          role: null,
          yearGroup: null,
          school: null,
          birthday: null,
          closed: false,
        },
      ],
    },
    {
      name: 'roles.csv',
      required: true,
      columns: ['userSourcedId', 'orgSourcedId', 'role'],
      read: (f) => [
        {
          kind: 'role',
          key: `${f.id('userSourcedId')}|${f.id('orgSourcedId')}|${f.word('role')}|${f.word('sessionSourcedId')}`,
          person: f.id('userSourcedId'),
          school: f.id('orgSourcedId'),
          role: roleOf(f, 'role'),
          yearGroup: f.yearGroup('grade'),
          primary: f.raw('isPrimary').trim().toUpperCase() === 'TRUE',
          from: f.day('roleStartDate'),
          to: f.day('roleEndDate'),
        },
      ],
    },
    termsFile,
    coursesFile('grade'),
    classesFile('orgSourcedId', (f) => ({ subject: null, course: f.text('courseSourcedId'), yearGroup: null, closed: false })),
    {
      name: 'enrollments.csv',
      required: false,
      columns: ['classSourcedId', 'userSourcedId', 'role'],
      read: (f) => [
        {
          kind: 'enrolment',
          key: `${f.id('classSourcedId')}|${f.id('userSourcedId')}`,
          class: f.id('classSourcedId'),
          person: f.id('userSourcedId'),
          role: roleOf(f, 'role'),
          from: null,
          to: null,
          closed: false,
        },
      ],
    },
    {
      name: 'relationships.csv',
      required: false,
      columns: ['userSourcedId', 'relationshipUserSourcedId', 'relationshipRole'],
      read: (f) => [
        {
          kind: 'guardian',
          key: `${f.id('userSourcedId')}|${f.id('relationshipUserSourcedId')}`,
          pupil: f.id('userSourcedId'),
          guardian: f.id('relationshipUserSourcedId'),
          relation: f.name('relationshipRole'),
        },
      ],
    },
    {
      name: 'demographics.csv',
      required: false,
      columns: ['userSourcedId'],
      read: (f, today) => [
        { kind: 'details', key: f.id('userSourcedId'), birthday: f.birthday('birthDate', today), sex: f.text('sex', 30) },
      ],
    },
    {
      name: 'userFlags.csv',
      required: false,
      columns: ['userSourcedId', 'flag'],
      read: (f) => [
        { kind: 'flag', key: `${f.id('userSourcedId')}|${f.word('flag')}`, person: f.id('userSourcedId'), flag: f.name('flag') },
      ],
    },
  ],
};
