import type { Day } from '#domain/calendar/day.ts';

/** Whom a request can go to, as a school names them. */
export const ASKED_GROUPS = ['teachers', 'assistants', 'specialists', 'outside', 'family'] as const;
export type AskedGroup = (typeof ASKED_GROUPS)[number];

/** Somebody around a pupil, with all that decides whether and how they can be asked. */
export type AroundPupil = {
  readonly person: string | null;
  readonly contact: string | null;
  /** Somebody whom only the pupil's list of agencies knows; asked for the first time they are entered as a person from outside. */
  readonly agency: string | null;
  readonly name: string;
  /** `9 B Maths`, `speech and language, NHS therapy`, `mother`. */
  readonly words: string;
  readonly relation: 'teaches' | 'supports' | 'advises' | 'coordinates' | 'manages-case' | 'gives-provision' | 'family';
  readonly jobTitle: string | null;
  /** Null: works at this school. */
  readonly employer: string | null;
  readonly leftOn: Day | null;
  readonly restricted: boolean;
  /** Whether the bot has a chat with them, and whether they may open the record, so that a card can be answered. */
  readonly hasChat: boolean;
  readonly hasEmail: boolean;
};

/** How the questions reach somebody: a card in Teams, a link by e-mail, or a letter with a link, to print, where there is no address. */
export type Door = 'card' | 'link' | 'letter';

/** Somebody as the list of people to ask shows them: by which way they are asked, or why they cannot be. */
export type Askable = Pick<AroundPupil, 'person' | 'contact' | 'agency' | 'name' | 'words'> & {
  readonly key: string;
  readonly group: AskedGroup;
  readonly door: Door | null;
  readonly cannot: string | null;
};

/** The one name of somebody who is asked, in a form and on the wire. */
export const keyOf = ({ person, contact, agency }: Pick<AroundPupil, 'person' | 'contact' | 'agency'>): string =>
  person ? `person/${person}` : contact ? `contact/${contact}` : `agency/${agency}`;

const ASSISTANT = /assistant|\bLSA\b|\bTA\b|\bHLTA\b|learning support|paraprofessional|key ?worker/i;
const SPECIALIST = /therap|psycholog|nurse|specialist|counsell|physio|teacher of the deaf/i;

/** The group somebody is asked in. The record has no codes for it: relation, employer and job tell. */
export const groupOf = ({ relation, employer, jobTitle, words }: AroundPupil): AskedGroup => {
  if (relation === 'family') return 'family';
  if (employer !== null) return 'outside';
  const said = `${jobTitle ?? ''} ${words}`;
  if (SPECIALIST.test(said)) return 'specialists';
  if (relation === 'teaches') return 'teachers';
  if (relation === 'supports' || ASSISTANT.test(said)) return 'assistants';
  return 'specialists';
};

/**
 * How somebody is asked: by a card in Teams, by a signed link, whoever is not on the staff and has no e-mail address by letter, or not at
 * all and why. A restriction goes before everything (duty 6 A1).
 */
export const asAskable = (one: AroundPupil, today: Day): Askable => {
  const { person, contact, agency, name, words } = one;
  const known = { key: keyOf(one), person, contact, agency, name, words, group: groupOf(one) };
  if (one.restricted) return { ...known, door: null, cannot: 'must not be contacted' };
  if (one.leftOn !== null && one.leftOn <= today) return { ...known, door: null, cannot: 'has left' };
  if (one.hasChat) return { ...known, door: 'card', cannot: null };
  if (one.hasEmail) return { ...known, door: 'link', cannot: null };
  if (one.contact || one.employer !== null) return { ...known, door: 'letter', cannot: null };
  return { ...known, door: null, cannot: 'no account in Teams and no e-mail address' };
};

/** What is kept of an answer: a teacher's view, a specialist's advice, the family's view. */
export const sortOf = (group: AskedGroup): 'teacher-view' | 'advice' | 'parent-view' =>
  group === 'family' ? 'parent-view' : group === 'teachers' || group === 'assistants' ? 'teacher-view' : 'advice';

/** Which groups are usually asked, for a request of a purpose; the person who asks decides. */
export const usualGroups = (purpose: 'concern' | 'support-review' | 'annual-review' | 'assessment'): readonly AskedGroup[] =>
  purpose === 'concern' ? ['teachers', 'assistants'] : ['teachers', 'assistants', 'specialists', 'outside'];
