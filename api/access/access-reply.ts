import type { Access, Membership, WhoSees } from '#contract/access.ts';
import type { Actor, Role } from '#domain/access/actor.ts';
import { mayDo } from '#domain/access/deeds.ts';
import { membershipState, relationWords } from '#domain/access/membership.ts';
import { PARTS, sightOf } from '#domain/access/sight.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import type { Transaction } from '../database/connection.ts';
import { linksOf } from '../links/link-list.ts';
import { standingTo } from './access-records.ts';
import { disclosuresOf } from './disclosures.ts';
import { noSuchCase } from './permit.ts';
import { type StoredMembership, teamOf } from './team-records.ts';
import { type AccessPupil, accessPupil, type Tie, type TiedPerson, tiedTo } from './who-sees-records.ts';

/** The page shows so many of the newest lines; the report holds all. */
const SHOWN = 200;

const ON_PAGE = ['change-team', 'send-link', 'report-disclosures'] as const;

/** Who may see a pupil's record today and who has, in the words of the page. */
export const accessReply = async (tx: Transaction, actor: Actor, pupil: string, today: Day): Promise<Access> => {
  const { organisation } = actor.scope;
  const found = await accessPupil(tx, organisation, pupil);
  const standing = await standingTo(tx, actor, pupil, today);
  if (!found || !standing) throw noSuchCase();
  const people = await tiedTo(tx, organisation, pupil, today);
  const team = await teamOf(tx, organisation, pupil, today);
  return {
    pupil: { id: pupil, name: found.name, givenName: found.givenName, caseRef: found.caseRef },
    people: people.map((person) => whoSees(person, found, today)),
    blocked: found.family
      .filter((one) => one.restriction !== null)
      .map(({ name, relation, restriction }) => ({ name, words: `${relation}: ${restriction}` })),
    restrictedNotes: found.notes.map((each) => ({ words: noteWords(each, actor, today) })),
    team: team.map((place) => membershipLine(place, today)),
    documents: [...found.documents],
    family: found.family
      .filter((one) => one.restriction === null)
      .map(({ id, name, relation, email }) => ({ id, name, relation, reach: email })),
    links: await linksOf(tx, organisation, pupil, { today, zone: actor.timeZone }),
    ...(await disclosuresOf(tx, organisation, pupil, { zone: actor.timeZone, today }, SHOWN)),
    can: ON_PAGE.filter((deed) => mayDo(deed, standing.roles, standing.relations)),
  };
};

const ROLE_WORDS: Readonly<Partial<Record<Role, string>>> = { coordinator: 'Coordinator', leader: 'Leader' };

/** *Coordinator of the school* says already that they coordinate. */
const isSaid = ({ relation, words, until }: TiedPerson['ties'][number], roles: readonly Role[]): boolean =>
  relation === 'coordinates' && words === '' && until === null && roles.includes('coordinator');

const whoSees = (person: TiedPerson, pupil: AccessPupil, today: Day): WhoSees => {
  const roles = person.ties.flatMap(({ role }) => role ?? []);
  const relations = person.ties.flatMap(({ relation }) => relation ?? []);
  const words = [ROLE_WORDS[roles[0] ?? 'teacher'] ?? person.jobTitle, person.employer].filter(Boolean).join(', ');
  const ends = person.ties.map(({ until }) => until);
  return {
    person: person.id,
    name: person.name,
    words,
    outside: person.employer !== null,
    because: person.ties.filter((tie) => !isSaid(tie, roles)).map((tie) => tieWords(tie, today)),
    sees: PARTS.map((part) => {
      const sight = sightOf({ roles, relations }, part);
      const words = part === 'restricted' && sight.words !== '–' ? namedIn(person.id, pupil) : sight.words;
      return { part, words, rule: sight.rule };
    }),
    until: ends.includes(null)
      ? null
      : (ends
          .filter((day) => day !== null)
          .sort()
          .at(-1) ?? null),
  };
};

/** `1 of 2`: the restricted notes that name the person. */
const namedIn = (person: string, { notes }: AccessPupil): string =>
  notes.length === 0 ? 'none' : `${notes.filter(({ openTo }) => openTo.includes(person)).length} of ${notes.length}`;

const tieWords = ({ role, relation, words, until }: Tie, today: Day): string => {
  const said = role ? words : words || relationWords[relation ?? 'supports'];
  return until === null ? said : `${said}, to ${dayWords(until, today)}`;
};

/** `Written by the safeguarding lead, Thu 5 Nov · open to 2 people · you are not one of them`. */
const noteWords = ({ by, on, openTo }: AccessPupil['notes'][number], actor: Actor, today: Day): string => {
  const mine = openTo.includes(actor.person) ? 'you are one of them' : 'you are not one of them';
  const many = openTo.length === 1 ? '1 person' : `${openTo.length} people`;
  return `Written by ${by ?? 'somebody who is no longer recorded'}, ${dayWords(on, today)} · open to ${many} · ${mine}`;
};

const membershipLine = (place: StoredMembership, today: Day): Membership => {
  const { employer, shared, pupil: _pupil, ...rest } = place;
  const state = membershipState(place, today);
  return {
    ...rest,
    relationWords: relationWords[place.relation],
    outside: employer !== null,
    state,
    datesWords: datesWords(place, state, today),
    shared: [...shared],
  };
};

const datesWords = ({ from, to }: StoredMembership, state: Membership['state'], today: Day): string => {
  if (to !== null && to < from) return `joined and left ${dayWords(from, today)}`;
  if (state === 'ended') return `${dayWords(from, today)} to ${dayWords(to ?? today, today)}`;
  const since = state === 'coming' ? `from ${dayWords(from, today)}` : `since ${dayWords(from, today)}`;
  return to === null ? `${since}, no end set` : `${since}, to ${dayWords(to, today)}`;
};
