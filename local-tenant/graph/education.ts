/** The school as School Data Sync shows it: school, classes, teachers and pupils. */
import type { EducationClass, EducationSchool, EducationUser } from '@microsoft/microsoft-graph-types';
import type { Account, SchoolClass } from '../state/directory.ts';
import type { GraphCall, GraphRoute } from './call.ts';
import { deltaOf } from './delta.ts';
import { personNotFound } from './graph-errors.ts';
import { type Entity, type EntityKind, listOf, oneOf } from './odata.ts';
import { personAt } from './people.ts';

const ROSTER = {
  delegated: ['EduRoster.Read', 'EduRoster.ReadWrite', 'EduRoster.ReadBasic'],
  application: ['EduRoster.Read.All', 'EduRoster.ReadWrite.All', 'EduRoster.ReadBasic.All'],
};
/** Basic roster permissions show names and classes, never a birthday or a year group. */
const FULL = [...ROSTER.delegated.slice(0, 2), ...ROSTER.application.slice(0, 2)];

const kind = (context: string, type: string, properties: readonly string[]): EntityKind => ({
  context,
  type: `microsoft.graph.${type}`,
  properties,
  pageSize: 100,
  maxTop: 999,
});
const USER = kind('education/users', 'educationUser', [
  'id',
  'displayName',
  'givenName',
  'surname',
  'mail',
  'userPrincipalName',
  'primaryRole',
  'student',
  'teacher',
  'accountEnabled',
  'department',
  'externalSource',
  'userType',
  'mailNickname',
  'usageLocation',
]);
const CLASS = kind('education/classes', 'educationClass', [
  'id',
  'displayName',
  'description',
  'classCode',
  'externalId',
  'externalName',
  'externalSource',
  'grade',
  'mailNickname',
  'course',
  'term',
]);
const SCHOOL = kind('education/schools', 'educationSchool', [
  'id',
  'displayName',
  'description',
  'externalId',
  'externalSource',
  'schoolNumber',
  'lowestGrade',
  'highestGrade',
  'phone',
]);

const userEntity = (call: GraphCall) => (account: Account) => {
  const full = FULL.some((name) => call.caller.permissions.has(name));
  return {
    id: account.id,
    displayName: account.displayName,
    givenName: account.givenName,
    surname: account.surname,
    mail: account.mail,
    userPrincipalName: account.principalName,
    mailNickname: account.principalName.split('@')[0] ?? account.key,
    primaryRole: account.kind === 'pupil' ? 'student' : 'teacher',
    accountEnabled: account.enabled,
    department: account.department,
    externalSource: 'sis',
    userType: 'Member',
    usageLocation: 'GB',
    ...(full && account.kind === 'pupil'
      ? {
          student: {
            birthDate: account.birthday ?? null,
            externalId: account.externalId,
            studentNumber: account.externalId,
            grade: String(account.yearGroup ?? ''),
            graduationYear: null,
            gender: null,
          },
        }
      : {}),
    ...(full && account.kind === 'staff' ? { teacher: { externalId: account.externalId, teacherNumber: account.externalId } } : {}),
  } satisfies EducationUser & Entity;
};

const classEntity = ({ id, name, subject, yearGroup }: SchoolClass) =>
  ({
    id,
    displayName: name,
    description: subject,
    classCode: name,
    externalId: id,
    externalName: name,
    externalSource: 'sis',
    grade: String(yearGroup),
    mailNickname: name.replace(/[^A-Za-z0-9]/g, ''),
  }) satisfies EducationClass & Entity;

const schoolEntity = ({ tenant }: GraphCall) => {
  const { id, name, code } = tenant.settings.school.school;
  return {
    id: id.toLowerCase(),
    displayName: name,
    description: null,
    externalId: code,
    externalSource: 'sis',
    schoolNumber: code,
    lowestGrade: '0',
    highestGrade: '11',
  } satisfies EducationSchool & Entity;
};

const roll = ({ tenant }: GraphCall) => tenant.directory.people().filter(({ kind: is }) => is !== 'mailbox');
const classes = ({ tenant }: GraphCall) => tenant.directory.classes.all().filter(({ removed }) => !removed);

const classAt = ({ tenant, params }: GraphCall): SchoolClass => {
  const found = tenant.directory.classes.get((params.class ?? '').toLowerCase());
  if (!found || found.removed) throw personNotFound(params.class ?? '');
  return found;
};

const schoolAt = (call: GraphCall) => {
  const school = schoolEntity(call);
  if (school.id !== call.params.school?.toLowerCase()) throw personNotFound(call.params.school ?? '');
  return school;
};

const accountsOf = (call: GraphCall, ids: readonly string[]) =>
  ids.flatMap((id) => call.tenant.directory.account(id) ?? []).map(userEntity(call));

const get = (path: string, handle: GraphRoute['handle']): GraphRoute => ({ method: 'GET', path, needs: ROSTER, handle });

export const educationRoutes: readonly GraphRoute[] = [
  get('/education/schools', (call) => listOf(call, SCHOOL, [schoolEntity(call)])),
  get('/education/schools/{school}', (call) => oneOf(call, SCHOOL, schoolAt(call))),
  get('/education/schools/{school}/classes', (call) => schoolAt(call) && listOf(call, CLASS, classes(call).map(classEntity))),
  get('/education/schools/{school}/users', (call) => schoolAt(call) && listOf(call, USER, roll(call).map(userEntity(call)))),
  get('/education/classes', (call) => listOf(call, CLASS, classes(call).map(classEntity))),
  get('/education/classes/delta', (call) => deltaOf(call, { kind: CLASS, rows: call.tenant.directory.classes.all(), entity: classEntity })),
  get('/education/classes/{class}', (call) => oneOf(call, CLASS, classEntity(classAt(call)))),
  get('/education/classes/{class}/members', (call) =>
    listOf(call, USER, accountsOf(call, [...classAt(call).teachers, ...classAt(call).pupils])),
  ),
  get('/education/classes/{class}/teachers', (call) => listOf(call, USER, accountsOf(call, classAt(call).teachers))),
  get('/education/classes/{class}/schools', (call) => classAt(call) && listOf(call, SCHOOL, [schoolEntity(call)])),
  get('/education/users', (call) => listOf(call, USER, roll(call).map(userEntity(call)))),
  get('/education/users/delta', (call) => {
    const rows = call.tenant.directory.accounts.all().filter(({ kind: is }) => is !== 'mailbox');
    return deltaOf(call, { kind: USER, rows, entity: userEntity(call) });
  }),
  get('/education/users/{user}', (call) => oneOf(call, USER, userEntity(call)(personAt(call, call.params.user ?? '')))),
  get('/education/users/{user}/classes', (call) => {
    const { id } = personAt(call, call.params.user ?? '');
    return listOf(
      call,
      CLASS,
      classes(call)
        .filter(({ teachers, pupils }) => teachers.includes(id) || pupils.includes(id))
        .map(classEntity),
    );
  }),
  get('/education/users/{user}/taughtClasses', (call) => {
    const { id } = personAt(call, call.params.user ?? '');
    return listOf(
      call,
      CLASS,
      classes(call)
        .filter(({ teachers }) => teachers.includes(id))
        .map(classEntity),
    );
  }),
  get('/education/users/{user}/schools', (call) => {
    personAt(call, call.params.user ?? '');
    return listOf(call, SCHOOL, [schoolEntity(call)]);
  }),
];
