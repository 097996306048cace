import { nameParts } from './display-name.ts';
import type { FamilyMember, GraphThing } from './graph-things.ts';
import type { StagedFact } from './staged.ts';

/** A thing as it was told last, and whether it is there still. */
export type Kept = { readonly thing: GraphThing; readonly gone: boolean };

/** What a thing cannot say of itself: the school it belongs to, and what its people are. */
export type Around = {
  readonly schoolOf: (id: string) => string | null;
  readonly roleOf: (person: string) => 'pupil' | 'teacher' | 'other' | null;
  /** A class that is gone takes its members along, without a word about each. */
  readonly isOver: (classId: string) => boolean;
};

const relationWords: Readonly<Record<FamilyMember['relation'], string>> = {
  parent: 'Parent',
  relative: 'Relative',
  aide: 'Aide',
  doctor: 'Doctor',
  guardian: 'Guardian',
  child: 'Child',
  other: 'Contact',
};

type PersonThing = Extract<GraphThing, { kind: 'person' }>;

/** Microsoft 365 has no id for a contact: the address is what tells one from another. */
const familyFacts = ({ id, family }: PersonThing): StagedFact[] =>
  family
    .filter(({ relation }) => relation !== 'child')
    .map(({ name, email, phone, relation }) => ({
      kind: 'family',
      key: `${id}|${email.toLowerCase()}`,
      pupil: id,
      ...nameParts(name),
      email,
      phone,
      relation: relationWords[relation],
    }));

const personFacts = (person: PersonThing, gone: boolean, { schoolOf }: Around): StagedFact[] => {
  const { id: key, role, externalId, givenName, surname, email, username, birthday, sex, yearGroup } = person;
  if (role === 'other') return [];
  const school = schoolOf(key);
  return [
    {
      kind: 'person',
      key,
      externalId,
      givenName,
      surname,
      email,
      username,
      phone: null,
      role,
      yearGroup,
      school,
      birthday,
      sex,
      closed: gone,
    },
    ...(role === 'pupil' && !gone ? familyFacts(person) : []),
  ];
};

const memberFacts = (
  { id, class: of, person }: Extract<GraphThing, { kind: 'member' }>,
  gone: boolean,
  { roleOf, isOver }: Around,
): StagedFact[] => {
  const role = roleOf(person);
  if (role === null || role === 'other') return [];
  return [{ kind: 'enrolment', key: id, class: of, person, role, from: null, to: null, closed: gone || isOver(of) }];
};

/** What a thing of Microsoft 365 says, in the facts in which every roster speaks. */
export const factsOf = ({ thing, gone }: Kept, around: Around): StagedFact[] => {
  switch (thing.kind) {
    case 'school':
      return [{ kind: 'school', key: thing.id, externalId: thing.externalId, name: thing.name, type: 'school', parent: null }];
    case 'class': {
      const { id: key, externalId, name, subject, yearGroup } = thing;
      return [{ kind: 'class', key, externalId, school: around.schoolOf(key), name, subject, course: null, yearGroup, closed: gone }];
    }
    case 'person':
      return personFacts(thing, gone, around);
    case 'member':
      return memberFacts(thing, gone, around);
    case 'account': {
      const { id: key, email, username, jobTitle, enabled } = thing;
      return [{ kind: 'account', key, email, username, jobTitle, closed: gone || !enabled }];
    }
    case 'place':
      return [];
    default:
      return thing satisfies never;
  }
};
