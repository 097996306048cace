/** The school as School Data Sync shows it: school, classes, teachers and pupils. */
import type { EducationClass, EducationSchool, EducationUser } from '@microsoft/microsoft-graph-types';
import type { Account, DirectorySchool, Placement, SchoolClass } from '../state/directory.ts';
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
const USER_USUAL = [
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
];
/** The family comes only where it is asked for by name. */
const USER: EntityKind = {
  ...kind('education/users', 'educationUser', [...USER_USUAL, 'relatedContacts']),
  usual: USER_USUAL,
};
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

/** Family stands only with pupils. */
const familyOf = ({ kind: is, contacts = [] }: Account) =>
  is === 'pupil'
    ? {
        relatedContacts: contacts.map(({ name, email, phone, relation }) => ({
          displayName: name,
          emailAddress: email,
          mobilePhone: phone ?? null,
          relationship: relation,
          accessConsent: false,
        })),
      }
    : {};

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
    ...(full ? familyOf(account) : {}),
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

const schoolEntity = ({ id, name, code }: DirectorySchool) =>
  ({
    id,
    displayName: name,
    description: null,
    externalId: code,
    externalSource: 'sis',
    schoolNumber: code,
    lowestGrade: '0',
    highestGrade: '11',
  }) satisfies EducationSchool & Entity;

/** Rows of a tenant in which School Data Sync has run; none where it has not. */
const inEducation = <Row>({ tenant }: GraphCall, rows: readonly Row[]): readonly Row[] =>
  tenant.controls.now().educationEmpty ? [] : rows;

const present = <Row extends { readonly removed?: true }>(rows: readonly Row[]): Row[] => rows.filter(({ removed }) => !removed);
const everyone = (call: GraphCall) =>
  inEducation(
    call,
    call.tenant.directory.accounts.all().filter(({ kind: is }) => is !== 'mailbox'),
  );
const everyClass = (call: GraphCall) => inEducation(call, call.tenant.directory.classes.all());
const everySchool = (call: GraphCall) => inEducation(call, call.tenant.directory.schools.all());
const roll = (call: GraphCall) => present(everyone(call));
const classes = (call: GraphCall) => present(everyClass(call));
const schools = (call: GraphCall) => present(everySchool(call));

const classAt = (call: GraphCall): SchoolClass => {
  const found = classes(call).find(({ id }) => id === call.params.class?.toLowerCase());
  if (!found) throw personNotFound(call.params.class ?? '');
  return found;
};

const schoolAt = (call: GraphCall): DirectorySchool => {
  const found = schools(call).find(({ id }) => id === call.params.school?.toLowerCase());
  if (!found) throw personNotFound(call.params.school ?? '');
  return found;
};

/** What of this kind belongs to the school, those that left it included. */
const placedIn = (call: GraphCall, what: Placement['what']): Placement[] => {
  const { id } = schoolAt(call);
  return call.tenant.directory.placements.all().filter((one) => one.school === id && one.what === what);
};
const idsIn = (call: GraphCall, what: Placement['what']): ReadonlySet<string> => new Set(present(placedIn(call, what)).map(({ of }) => of));

const schoolsWith = (call: GraphCall, of: string): DirectorySchool[] => {
  const ids = new Set(present(call.tenant.directory.placements.all()).flatMap((one) => (one.of === of ? one.school : [])));
  return schools(call).filter(({ id }) => ids.has(id));
};

/** A delta over what belongs to a school: coming and going, told by the id of the thing itself. */
const placementDelta = (call: GraphCall, what: Placement['what'], entityKind: EntityKind, entity: (id: string) => Entity | undefined) =>
  deltaOf(call, {
    kind: entityKind,
    rows: placedIn(call, what),
    entity: ({ of }) => entity(of) ?? { id: of },
    removed: ({ of }) => ({ id: of, '@removed': { reason: 'changed' } }),
  });

const accountsOf = (call: GraphCall, ids: readonly string[]) =>
  ids.flatMap((id) => call.tenant.directory.account(id) ?? []).map(userEntity(call));

const get = (path: string, handle: GraphRoute['handle']): GraphRoute => ({ method: 'GET', path, needs: ROSTER, handle });

export const educationRoutes: readonly GraphRoute[] = [
  get('/education/schools', (call) => listOf(call, SCHOOL, schools(call).map(schoolEntity))),
  get('/education/schools/delta', (call) => deltaOf(call, { kind: SCHOOL, rows: everySchool(call), entity: schoolEntity })),
  get('/education/schools/{school}', (call) => oneOf(call, SCHOOL, schoolEntity(schoolAt(call)))),
  get('/education/schools/{school}/classes', (call) => {
    const own = idsIn(call, 'classes');
    return listOf(
      call,
      CLASS,
      classes(call)
        .filter(({ id }) => own.has(id))
        .map(classEntity),
    );
  }),
  get('/education/schools/{school}/classes/delta', (call) =>
    placementDelta(call, 'classes', CLASS, (id) => {
      const found = call.tenant.directory.classes.get(id);
      return found && classEntity(found);
    }),
  ),
  get('/education/schools/{school}/users', (call) => {
    const own = idsIn(call, 'people');
    return listOf(
      call,
      USER,
      roll(call)
        .filter(({ id }) => own.has(id))
        .map(userEntity(call)),
    );
  }),
  get('/education/schools/{school}/users/delta', (call) =>
    placementDelta(call, 'people', USER, (id) => {
      const found = call.tenant.directory.account(id);
      return found && userEntity(call)(found);
    }),
  ),
  get('/education/classes', (call) => listOf(call, CLASS, classes(call).map(classEntity))),
  get('/education/classes/delta', (call) => deltaOf(call, { kind: CLASS, rows: everyClass(call), entity: classEntity })),
  get('/education/classes/{class}', (call) => oneOf(call, CLASS, classEntity(classAt(call)))),
  get('/education/classes/{class}/members', (call) =>
    listOf(call, USER, accountsOf(call, [...classAt(call).teachers, ...classAt(call).pupils])),
  ),
  get('/education/classes/{class}/teachers', (call) => listOf(call, USER, accountsOf(call, classAt(call).teachers))),
  get('/education/classes/{class}/schools', (call) => listOf(call, SCHOOL, schoolsWith(call, classAt(call).id).map(schoolEntity))),
  get('/education/users', (call) => listOf(call, USER, roll(call).map(userEntity(call)))),
  get('/education/users/delta', (call) => deltaOf(call, { kind: USER, rows: everyone(call), entity: userEntity(call) })),
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
  get('/education/users/{user}/schools', (call) =>
    listOf(call, SCHOOL, schoolsWith(call, personAt(call, call.params.user ?? '').id).map(schoolEntity)),
  ),
];
