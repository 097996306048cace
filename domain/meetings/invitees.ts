import { type Day, isDay } from '#domain/calendar/day.ts';
import { endOfCompulsorySchoolAge } from '#domain/calendar/school-year.ts';
import type { Purpose } from '#domain/meetings/purpose.ts';

/** The part someone plays at a review, as the law names parts. */
export type Part = 'family' | 'pupil' | 'school' | 'authority' | 'health' | 'social-care' | 'agency' | 'interpreter';

export type TeamPerson = {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly roleWords: string | null;
  readonly relation: 'coordinates' | 'manages-case' | 'supports' | 'teaches' | 'advises' | 'gives-provision';
  /** Null: works at this school. */
  readonly employer: string | null;
  readonly email: string | null;
};

export type FamilyContact = {
  readonly id: string;
  readonly name: string;
  readonly relation: string;
  readonly parentalResponsibility: boolean;
  readonly email: string | null;
  readonly language: string | null;
  readonly needsInterpreter: boolean;
  /** True where a restriction holds: such a contact is never invited, named or written to. */
  readonly restricted: boolean;
};

/** Everyone around a pupil who could be asked. */
export type Circle = {
  readonly pupil: { readonly givenName: string; readonly sex: string | null; readonly birthday: Day | null };
  readonly contacts: readonly FamilyContact[];
  readonly team: readonly TeamPerson[];
  /** The coordinator who arranges it, and stands for the head. */
  readonly arranger: { readonly id: string; readonly name: string; readonly email: string | null };
};

export type Invitee = {
  /** Stays the same from one proposal to the next: `person/<id>`, `contact/<id>`, `pupil`, `part/health`, `interpreter/Urdu`. */
  readonly key: string;
  readonly person: string | null;
  readonly contact: string | null;
  readonly name: string;
  readonly words: string;
  readonly why: string;
  readonly required: boolean;
  readonly organisation: boolean;
  readonly part: Part;
  readonly email: string | null;
};

export type Invitation = { readonly invited: readonly Invitee[] /** Contacts who must not be reached. */; readonly leftOut: number };

const MUST = 'Must be invited';

const PART_SIGNS: readonly (readonly [Part, RegExp])[] = [
  ['authority', /education officer|sen officer|send officer|case ?work officer|plan co-?ordinator/i],
  ['social-care', /social (care|work)|family support/i],
  ['health', /\bnhs\b|health|speech|language therap|occupational|physio|nurse|paediatric|audiolog|camhs/i],
];

/** The part of someone on the team, from employer, job and role: the record keeps no codes for them. Staff of the school are `school`. */
export function partOf(person: Pick<TeamPerson, 'employer' | 'jobTitle' | 'roleWords'>): Part {
  if (person.employer === null) return 'school';
  const words = [person.roleWords, person.jobTitle, person.employer].filter(Boolean).join(' ');
  return PART_SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? 'agency';
}

const describe = (person: TeamPerson): string =>
  [person.roleWords ?? person.jobTitle?.toLocaleLowerCase('en-GB'), person.employer].filter(Boolean).join(', ');

const family = (contact: FamilyContact, why: string, required: boolean): Invitee => ({
  key: `contact/${contact.id}`,
  person: null,
  contact: contact.id,
  name: contact.name,
  words: contact.relation + (contact.needsInterpreter && contact.language ? ` · needs ${contact.language} interpreter` : ''),
  why,
  required,
  organisation: false,
  part: 'family',
  email: contact.email,
});

const colleague = (person: TeamPerson, required: boolean): Invitee => ({
  key: `person/${person.id}`,
  person: person.id,
  contact: null,
  name: person.name,
  words: describe(person),
  why: required ? MUST : 'Team',
  required,
  organisation: person.employer !== null,
  part: partOf(person),
  email: person.email,
});

const CHOICE: Readonly<Record<string, string>> = { female: 'Her choice', male: 'His choice' };

function pupilHimself(circle: Circle, holdsRights: boolean): Invitee {
  return {
    key: 'pupil',
    person: null,
    contact: null,
    name: circle.pupil.givenName,
    words: holdsRights ? 'young person: the right to be asked is theirs' : 'may come for as much of it as wished',
    why: holdsRights ? MUST : (CHOICE[(circle.pupil.sex ?? '').toLowerCase()] ?? 'Free to come'),
    required: holdsRights,
    organisation: false,
    part: 'pupil',
    email: null,
  };
}

/** Parts that the law names for this meeting beside family and school (reg 20(2)(c)-(e)); none for other meetings. */
const NAMED_PARTS: Readonly<Record<Purpose, readonly { part: Part; name: string; ask: string }[]>> = {
  'annual-review': [
    { part: 'authority', name: 'Education officer', ask: 'nobody is named yet; ask the council' },
    { part: 'health', name: 'Health professional', ask: 'nobody is named yet; ask the health commissioner' },
    { part: 'social-care', name: 'Social care officer', ask: 'nobody is named yet; ask the council' },
  ],
  'support-review': [],
  'parent-meeting': [],
};

const vacancy = ({ part, name, ask }: { part: Part; name: string; ask: string }): Invitee => ({
  key: `part/${part}`,
  person: null,
  contact: null,
  name,
  words: ask,
  why: MUST,
  required: true,
  organisation: true,
  part,
  email: null,
});

/** At a support review those must come who teach, tutor or give provision; at a parent meeting only whoever teaches or keeps the case. */
function mustComeFromTeam(purpose: Purpose, person: TeamPerson): boolean {
  if (purpose === 'annual-review') return NAMED_PARTS[purpose].some((named) => named.part === partOf(person));
  if (purpose === 'support-review') return ['teaches', 'supports', 'manages-case', 'gives-provision'].includes(person.relation);
  return person.employer === null && ['teaches', 'manages-case'].includes(person.relation);
}

/** Whoever gives provision comes to the review of that provision; to an annual review their work is reported, and few sit round the table. */
function comes(purpose: Purpose, person: TeamPerson): boolean {
  if (purpose === 'annual-review') return person.relation !== 'gives-provision';
  return purpose === 'support-review' || mustComeFromTeam(purpose, person);
}

const interpreterFor = (language: string): Invitee => ({
  key: `interpreter/${language}`,
  person: null,
  contact: null,
  name: `${language} interpreter`,
  words: 'language service',
  why: 'Needed',
  required: false,
  organisation: true,
  part: 'interpreter',
  email: null,
});

/** True once compulsory school age has ended: rights have passed to the young person (CFA 2014 s.83). */
const isYoungPerson = (birthday: Day | null, on: Day): boolean =>
  birthday !== null && isDay(birthday) && on > endOfCompulsorySchoolAge(birthday);

/**
 * Who is asked to a meeting, by rule and then from the team. Annual review: parent or young person, head or provider (the coordinator
 * stands for the head), education officer, health professional, social care officer (SEND Regulations 2014, reg 20(2)). A named part that
 * nobody on the team fills is listed as such, not left out. Contacts under a restriction are counted and never listed.
 */
export function whoMustCome(purpose: Purpose, circle: Circle, on: Day): Invitation {
  const mayBeAsked = circle.contacts.filter((contact) => !contact.restricted);
  const holdsRights = isYoungPerson(circle.pupil.birthday, on);
  const responsible = mayBeAsked.filter((contact) => contact.parentalResponsibility);
  const parents = responsible.length > 0 ? responsible : mayBeAsked.slice(0, 1);
  const others = onceEach(circle.team.filter((person) => person.id !== circle.arranger.id && comes(purpose, person)));
  const colleagues = others.map((person) => colleague(person, mustComeFromTeam(purpose, person)));
  const vacancies = NAMED_PARTS[purpose].filter(({ part }) => !colleagues.some((one) => one.part === part)).map(vacancy);
  const languages = [...new Set(parents.flatMap((one) => (one.needsInterpreter && one.language ? [one.language] : [])))];
  return {
    leftOut: circle.contacts.length - mayBeAsked.length,
    invited: [
      ...parents.map((contact) => family(contact, holdsRights ? 'With the young person’s agreement' : MUST, !holdsRights)),
      pupilHimself(circle, holdsRights),
      arranger(circle, purpose),
      ...colleagues.filter((one) => !one.organisation),
      ...colleagues.filter((one) => one.organisation),
      ...vacancies,
      ...languages.map(interpreterFor),
    ],
  };
}

function arranger({ arranger: { id, name, email } }: Circle, purpose: Purpose): Invitee {
  const words = purpose === 'annual-review' ? 'coordinator, for the head' : 'coordinator';
  return {
    key: `person/${id}`,
    person: id,
    contact: null,
    name,
    words,
    why: MUST,
    required: true,
    organisation: false,
    part: 'school',
    email,
  };
}

/** A person may be on the team twice (tutor, and gives provision): asked once, with the words of the first. */
function onceEach(team: readonly TeamPerson[]): readonly TeamPerson[] {
  return team.filter((person, index) => team.findIndex((other) => other.id === person.id) === index);
}

/** How many were left out, and never who. */
export function notInvitedWords(givenName: string, leftOut: number): string {
  const count = leftOut === 0 ? 'no restricted contacts' : leftOut === 1 ? '1 restricted contact' : `${leftOut} restricted contacts`;
  return `Not invited: ${count} for ${givenName}. “Free” comes from a calendar we may read, “Replied yes” from the person.`;
}
