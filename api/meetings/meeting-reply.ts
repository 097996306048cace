import type { Meeting } from '#contract/meetings.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayDo } from '#domain/access/deeds.ts';
import type { Day } from '#domain/calendar/day.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { purposeFacts } from '#domain/meetings/purpose.ts';
import { blockersOf } from '#domain/meetings/record.ts';
import { seatsOf, type Team } from '#domain/meetings/team.ts';
import { placesAt, seatRules, wrongExcusals } from '#domain/meetings/team-rules.ts';
import { standingTo } from '../access/access-records.ts';
import type { Transaction } from '../database/connection.ts';
import { Refusal } from '../refusal.ts';
import { whenWords, whereWords } from './already-arranged.ts';
import { type MeetingPersonRow, type MeetingRow, meetingRow, peopleOf } from './meeting-records.ts';
import { organisationPlace } from './organisation-records.ts';
import { type EntryRow, entriesOf } from './running-records.ts';
import { birthdayOf, discussesTransition, membersOf, type StoredMember } from './team-records.ts';

/**
 * What a reader sees of what was written down: those who record it everything; those who were asked to it their own while it runs,
 * and everything once it was held, as the minutes have it.
 */
export type Sight = 'everything' | 'own-until-held';

/** The meeting as it stands, for page, side panel and cards. */
export async function meetingReply(tx: Transaction, actor: Actor, id: string, today: Day, sight: Sight = 'everything'): Promise<Meeting> {
  const organisation = actor.scope.organisation;
  const row = await meetingRow(tx, organisation, id);
  if (!row) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
  const people = await peopleOf(tx, organisation, id);
  const nation = await organisationPlace(tx, organisation);
  const team = await teamOf(tx, actor, row, today);
  const members = new Map(team.members.map((member) => [member.id, member]));
  const whole = sight === 'everything' || row.state === 'held' || row.state === 'reported';
  const entries = (await entriesOf(tx, organisation, id)).filter((entry) => whole || entry.by === actor.person);
  return {
    id,
    version: row.version,
    pupil: {
      id: row.pupilId,
      name: `${row.givenName} ${row.surname}`,
      initials: `${row.givenName.slice(0, 1)}.${row.surname.slice(0, 1)}.`,
      caseRef: row.caseRef ?? '',
    },
    purpose: row.purpose,
    title: purposeFacts(row.purpose).title,
    state: row.state,
    startsAt: row.startsAt,
    when: whenWords(row, actor.timeZone, today),
    where: whereWords(row),
    joinUrl: row.joinUrl,
    agenda: agendaOf(row),
    currentItem: row.currentItem,
    offRecordSince: row.offRecordSince,
    startedAt: row.startedAt,
    people: people.map(({ id: person, name, words, required, reply, attended }) => ({
      id: person,
      name,
      words,
      required,
      reply,
      attended,
      ...membership(members.get(person), nation),
    })),
    places: placesAt(seatRules(nation, row.purpose), team),
    wrongExcusals: wrongExcusals(team),
    entries: entries.map(({ by: _, ...entry }) => entry),
    owners: people.filter(mayOwn).map(({ id: person, name }) => ({ id: person, name })),
    minutes: row.minutesName ? { name: row.minutesName, webUrl: row.minutesUrl } : null,
    blockers: row.state === 'running' ? [...blockersOf(entries.filter(isAction))] : [],
    can: (await mayRecord(tx, actor, row.pupilId, today)) ? ['record'] : [],
  };
}

type StoredTeam = Omit<Team, 'members'> & { readonly members: readonly StoredMember[] };

/** The places of a meeting, judged on its own day or, before it has one, on the best slot offered. */
export async function teamOf(tx: Transaction, actor: Actor, row: MeetingRow, today: Day): Promise<StoredTeam> {
  const { organisation } = actor.scope;
  const best = row.proposal?.slots.find((slot) => slot.best)?.day ?? null;
  const on = row.startsAt ? localTimeOf(row.startsAt, actor.timeZone).day : best;
  const birthday = await birthdayOf(tx, organisation, row.pupilId);
  return { members: await membersOf(tx, organisation, row.id), on, transition: discussesTransition(birthday, on ?? today) };
}

const membership = (member: StoredMember | undefined, nation: 'england' | 'us') => ({
  seats: member ? [...seatsOf(member)] : [],
  excusal: member?.excusal ?? null,
  excusable: nation === 'us' && member?.named === true && !['family', 'pupil', 'interpreter'].includes(member.part),
});

async function mayRecord(tx: Transaction, actor: Actor, pupil: string, today: Day): Promise<boolean> {
  const standing = await standingTo(tx, actor, pupil, today);
  return standing !== undefined && mayDo('record-meeting', standing.roles, standing.relations);
}

const isAction = (entry: EntryRow): boolean => entry.kind === 'action';

/** A named person can own an action; a part that nobody fills yet, and an interpreter, cannot. */
const mayOwn = ({ person, contact, part }: MeetingPersonRow): boolean => person !== null || contact !== null || part === 'pupil';

function agendaOf({ agenda, state, currentItem }: MeetingRow): Meeting['agenda'] {
  const over = state === 'held' || state === 'reported';
  const current = state === 'running' ? (currentItem ?? 0) : -1;
  return agenda.map((title, item) => ({ title, state: over || item < current ? 'done' : item === current ? 'current' : 'to-come' }));
}
