import { z } from 'zod';
import { type Day, isDay } from '#domain/calendar/day.ts';
import { nameParts } from '#domain/roster/display-name.ts';
import { yearGroupOf } from '#domain/roster/fields.ts';
import type { GraphThing, PeopleCollection, Told } from '#domain/roster/graph-things.ts';

const text = z.string().nullish();
const RELATIONS = ['parent', 'relative', 'aide', 'doctor', 'guardian', 'child'] as const;

const contact = z.object({ displayName: z.string(), emailAddress: z.string(), mobilePhone: text, relationship: text });
const school = z.object({ id: z.string(), displayName: z.string(), externalId: text, schoolNumber: text });
const taught = z.object({
  id: z.string(),
  displayName: z.string(),
  externalId: text,
  grade: text,
  description: text,
  course: z.unknown().optional(),
});
const person = z.object({
  id: z.string(),
  displayName: text,
  givenName: text,
  surname: text,
  mail: text,
  userPrincipalName: text,
  primaryRole: text,
  student: z.object({ birthDate: text, externalId: text, studentNumber: text, grade: text, gender: text }).nullish(),
  teacher: z.object({ externalId: text, teacherNumber: text }).nullish(),
  relatedContacts: z.array(contact).nullish(),
});
const account = z.object({ id: z.string(), mail: text, userPrincipalName: text, jobTitle: text, accountEnabled: z.boolean().nullish() });
const group = z.object({
  id: z.string(),
  'members@delta': z.array(z.object({ id: z.string(), '@removed': z.unknown().optional() })).optional(),
});
const bare = z.object({ id: z.string() });

/** Signs that no name holds and no database keeps. */
const UNSHOWN = /\p{Cc}/gu;

/** Empty text is nothing said. */
const said = (value: string | null | undefined): string | null => value?.replace(UNSHOWN, '').trim() || null;
const dayIn = (value: string | null | undefined): Day | null => {
  const day = value?.slice(0, 10) ?? '';
  return isDay(day) ? day : null;
};
const subjectOf = (course: unknown): string | null =>
  said(z.object({ subject: text }).safeParse(course).data?.subject) ??
  said(z.object({ displayName: text }).safeParse(course).data?.displayName);

const schoolOf = (entity: unknown): Told[] => {
  const { id, displayName, externalId, schoolNumber } = school.parse(entity);
  return [{ thing: { kind: 'school', id, name: said(displayName) ?? id, externalId: said(externalId) ?? said(schoolNumber) } }];
};

const classOf = (entity: unknown): Told[] => {
  const { id, displayName, externalId, grade, description, course } = taught.parse(entity);
  const subject = subjectOf(course) ?? said(description);
  return [
    {
      thing: {
        kind: 'class',
        id,
        name: said(displayName) ?? id,
        externalId: said(externalId),
        subject,
        yearGroup: yearGroupOf(grade ?? ''),
      },
    },
  ];
};

const roleOf = (primaryRole: string | null | undefined): 'pupil' | 'teacher' | 'other' =>
  primaryRole === 'student' ? 'pupil' : primaryRole === 'teacher' || primaryRole === 'faculty' ? 'teacher' : 'other';

const personOf = (entity: unknown): Told[] => {
  const found = person.parse(entity);
  const role = roleOf(found.primaryRole);
  const names = nameParts(said(found.displayName) ?? said(found.userPrincipalName) ?? found.id);
  const { student, teacher } = found;
  const thing: GraphThing = {
    kind: 'person',
    id: found.id,
    role,
    externalId:
      role === 'pupil'
        ? (said(student?.externalId) ?? said(student?.studentNumber))
        : (said(teacher?.externalId) ?? said(teacher?.teacherNumber)),
    givenName: said(found.givenName) ?? names.givenName,
    surname: said(found.surname) ?? names.surname,
    email: said(found.mail),
    username: said(found.userPrincipalName),
    birthday: dayIn(student?.birthDate),
    sex: said(student?.gender),
    yearGroup: yearGroupOf(student?.grade ?? ''),
    family: (found.relatedContacts ?? []).flatMap((one) =>
      said(one.emailAddress) && said(one.displayName)
        ? [
            {
              name: said(one.displayName) ?? '',
              email: said(one.emailAddress) ?? '',
              phone: said(one.mobilePhone),
              relation: RELATIONS.find((relation) => relation === one.relationship) ?? 'other',
            },
          ]
        : [],
    ),
  };
  return [{ thing }];
};

const accountOf = (entity: unknown): Told[] => {
  const { id, mail, userPrincipalName, jobTitle, accountEnabled } = account.parse(entity);
  const thing: GraphThing = {
    kind: 'account',
    id,
    email: said(mail),
    username: userPrincipalName ?? id,
    jobTitle: said(jobTitle),
    enabled: accountEnabled ?? true,
  };
  return [{ thing }];
};

/** A group may be told of many times in one round, each time with some of its members. */
const membersOf = (entity: unknown): Told[] => {
  const { id: of, 'members@delta': members = [] } = group.parse(entity);
  return members.map(({ id: who, '@removed': removed }) => {
    const id = memberId(of, who);
    return removed === undefined ? { thing: { kind: 'member', id, class: of, person: who } } : { gone: id };
  });
};

/** How a membership is called: Microsoft 365 gives it no id of its own. */
export const memberId = (classId: string, person: string): string => `${classId} ${person}`;

type Reading = {
  readonly path: string;
  readonly select: string;
  /** Completes "Waymark could not …". */
  readonly doing: string;
  readonly read: (entity: unknown) => Told[];
  /** What a thing is called that is there no longer. */
  readonly gone?: (id: string) => string;
};

const placeIn = (school: string, what: 'users' | 'classes'): Reading => ({
  path: `/education/schools/${school}/${what}/delta`,
  select: 'id',
  doing: 'read who belongs to which school',
  read: (entity) => {
    const { id: of } = bare.parse(entity);
    return [{ thing: { kind: 'place', id: `${school} ${of}`, school, of } }];
  },
  gone: (id) => `${school} ${id}`,
});

const READINGS = {
  schools: {
    path: '/education/schools/delta',
    select: 'id,displayName,externalId,schoolNumber',
    doing: 'read the schools',
    read: schoolOf,
  },
  classes: {
    path: '/education/classes/delta',
    select: 'id,displayName,externalId,grade,description,course',
    doing: 'read the classes',
    read: classOf,
  },
  people: {
    path: '/education/users/delta',
    select: 'id,displayName,givenName,surname,mail,userPrincipalName,primaryRole,student,teacher,relatedContacts',
    doing: 'read pupils and teachers',
    read: personOf,
  },
  memberships: { path: '/groups/delta', select: 'id,members', doing: 'read who is in which class', read: membersOf },
  accounts: {
    path: '/users/delta',
    select: 'id,mail,userPrincipalName,jobTitle,accountEnabled',
    doing: 'read the accounts of staff',
    read: accountOf,
  },
} as const satisfies Record<string, Reading>;

/** How a collection is read: its address, what is selected, and how an entity becomes things in our words. */
export const readingOf = (collection: PeopleCollection): Reading => {
  const [name = '', school = ''] = collection.split(':');
  if (name === 'places') return placeIn(school, 'users');
  if (name === 'class-places') return placeIn(school, 'classes');
  return READINGS[name as keyof typeof READINGS];
};
