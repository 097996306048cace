import type { Fields } from './fields.ts';
import type { RosterShapeRules } from './shape.ts';
import type { StagedFact } from './staged.ts';

/*
 * Two files that any school system or spreadsheet can write, for schools without School Data Sync: who is in which class, a row for each pupil
 * and class, and the week's lessons, a row for each lesson. Either may come alone. docs/roster.md describes them column by column.
 */

const WEEKDAYS: Readonly<Record<string, number>> = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 };

/** `Monday`, `Mon` or `1`. */
const weekdayIn = (f: Fields, column: string): number => {
  const value = f.raw(column).trim().toLowerCase();
  const found = /^[1-7]$/.test(value) ? Number(value) : WEEKDAYS[value.slice(0, 3)];
  if (found === undefined) f.refuse(column, 'is no day of the week, written Monday');
  return found ?? 1;
};

/** `9:05` or `09:05`, as it will be kept. */
const timeIn = (f: Fields, column: string): string => {
  const [, hours = '', minutes = ''] = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(f.raw(column).trim()) ?? [];
  const time = `${hours.padStart(2, '0')}:${minutes}`;
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) f.refuse(column, 'is no time of the day, written 09:05');
  return time;
};

/** A class is what it is called: `9B Maths` in one file is `9b maths` in the other. */
const classKey = (f: Fields): string => f.id('class').toLowerCase();

const classFact = (f: Fields): StagedFact => ({
  kind: 'class',
  key: classKey(f),
  school: null,
  name: f.name('class'),
  subject: f.text('subject'),
  course: null,
  yearGroup: f.yearGroup('yearGroup'),
  closed: false,
});

const pupilFacts = (f: Fields, today: Parameters<RosterShapeRules['files'][number]['read']>[1]): StagedFact[] => {
  const key = f.id('pupilId');
  const of = classKey(f);
  const pupil: StagedFact = {
    kind: 'person',
    key,
    givenName: f.name('givenName'),
    surname: f.name('surname'),
    email: f.email('email'),
    username: null,
    phone: null,
    role: 'pupil',
    yearGroup: f.yearGroup('yearGroup'),
    school: null,
    birthday: f.birthday('birthday', today),
    sex: f.text('sex', 30),
    form: f.text('form', 60),
    closed: false,
  };
  const place: StagedFact = {
    kind: 'enrolment',
    key: `${of}|${key}`,
    class: of,
    person: key,
    role: 'pupil',
    from: f.day('from'),
    to: f.day('to'),
    closed: false,
  };
  return [pupil, classFact(f), place];
};

const lessonFacts = (f: Fields): StagedFact[] => {
  const email = f.email('teacherEmail');
  if (email === null) f.refuse('teacherEmail', 'is empty');
  const key = (email ?? '').toLowerCase();
  const of = classKey(f);
  const role = f.word('role').toLowerCase() === 'assistant' ? 'assistant' : 'teacher';
  const [weekday, from, to] = [weekdayIn(f, 'weekday'), timeIn(f, 'from'), timeIn(f, 'to')];
  if (from >= to) f.refuse('to', 'is not after the beginning');
  const teacher: StagedFact = {
    kind: 'person',
    key,
    givenName: f.name('teacherGivenName'),
    surname: f.name('teacherSurname'),
    email: key,
    username: null,
    phone: null,
    role,
    yearGroup: null,
    school: null,
    birthday: null,
    closed: false,
  };
  return [
    teacher,
    classFact(f),
    { kind: 'enrolment', key: `${of}|${key}`, class: of, person: key, role, from: null, to: null, closed: false },
    { kind: 'lesson', key: `${of}|${key}|${weekday}|${from}`, class: of, person: key, weekday, from, to },
  ];
};

/** Class lists and a timetable: the two files of Waymark's own. */
export const CLASS_LISTS: RosterShapeRules = {
  id: 'class-lists',
  words: 'class lists and timetable',
  knownBy: ['class-list.csv', 'timetable.csv'],
  oneIsEnough: true,
  saysTwice: true,
  files: [
    { name: 'class-list.csv', required: false, columns: ['pupilId', 'givenName', 'surname', 'class'], read: pupilFacts },
    {
      name: 'timetable.csv',
      required: false,
      columns: ['class', 'teacherEmail', 'teacherGivenName', 'teacherSurname', 'weekday', 'from', 'to'],
      read: lessonFacts,
    },
  ],
};

/** The files to begin with: every column, and two rows of made-up people. */
export const CLASS_LIST_TEMPLATES: readonly { readonly name: string; readonly content: string }[] = [
  {
    name: 'class-list.csv',
    content: `pupilId,givenName,surname,class,subject,yearGroup,form,birthday,sex,email,from,to
A990401616001,Ada,Example,6 Oak,,6,6 Oak,2016-02-28,female,,2026-09-02,
A990401613002,Bo,Example,9B Maths,Mathematics,9,9 B,2012-11-03,male,bo.example@school.example,2026-09-02,
`,
  },
  {
    name: 'timetable.csv',
    content: `class,subject,yearGroup,teacherEmail,teacherGivenName,teacherSurname,role,weekday,from,to
6 Oak,,6,tess.example@school.example,Tess,Example,teacher,Monday,09:00,10:00
9B Maths,Mathematics,9,sam.example@school.example,Sam,Example,teacher,Tuesday,11:20,12:20
`,
  },
];
