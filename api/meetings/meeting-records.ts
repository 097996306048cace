import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Invitee, Part } from '#domain/meetings/invitees.ts';
import type { Purpose } from '#domain/meetings/purpose.ts';
import type { OfferedSlot } from '#domain/meetings/slot.ts';
import type { Transaction } from '../database/connection.ts';

/** What was offered: kept whole, so that a card of yesterday shows what was seen yesterday. */
export type StoredProposal = {
  readonly slots: readonly OfferedSlot[];
  /** Keys of those invited, in the order of each slot's answers. */
  readonly order: readonly string[];
  readonly calendarsReadAt: Instant | null;
  readonly others: string;
  readonly leftOut: number;
  readonly minutes: number;
};

export type MeetingState = 'proposed' | 'being-booked' | 'booked' | 'running' | 'held' | 'reported' | 'cancelled';

/** One row of waymark.meeting, with the pupil it is about. */
export type MeetingRow = {
  readonly id: string;
  readonly version: number;
  readonly pupilId: string;
  readonly caseRef: string | null;
  readonly givenName: string;
  readonly surname: string;
  readonly yearGroup: number | null;
  readonly purpose: Purpose;
  readonly state: MeetingState;
  readonly windowFrom: Day | null;
  readonly windowTo: Day | null;
  readonly windowWhy: readonly string[];
  readonly proposal: StoredProposal | null;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  readonly place: string | null;
  readonly joinUrl: string | null;
  readonly eventId: string | null;
  readonly organiser: string | null;
  readonly transaction: string | null;
  readonly agenda: readonly string[];
  readonly currentItem: number | null;
  readonly offRecordSince: Instant | null;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly minutesName: string | null;
  readonly minutesUrl: string | null;
  readonly changedAt: Instant;
};

const COLUMNS = sql`
  m.id, m.version, m.pupil_id as "pupilId", p.case_ref as "caseRef", coalesce(p.known_as, p.given_name) as "givenName", p.surname,
  p.year_group as "yearGroup", m.purpose, m.state, m.window_from as "windowFrom", m.window_to as "windowTo",
  coalesce(m.window_why, '[]'::jsonb) as "windowWhy", m.proposal, m.starts_at as "startsAt", m.ends_at as "endsAt", m.place,
  m.join_url as "joinUrl", m.event_id as "eventId", m.organiser_id as organiser, m.transaction_id as transaction, m.agenda,
  m.current_item as "currentItem", m.off_record_since as "offRecordSince", m.started_at as "startedAt", m.finished_at as "finishedAt",
  d.name as "minutesName", d.web_url as "minutesUrl", m.changed_at as "changedAt"`;

const FROM = sql`
  waymark.meeting m
  join waymark.pupil p on p.organisation_id = m.organisation_id and p.id = m.pupil_id
  left join waymark.document d on d.organisation_id = m.organisation_id and d.id = m.minutes_document_id`;

/** A meeting; undefined where there is none. `lock` holds it until the transaction ends, so that changes come one after another. */
export async function meetingRow(tx: Transaction, organisation: string, id: string, lock = false): Promise<MeetingRow | undefined> {
  const { rows } = await sql<MeetingRow>`
    select ${COLUMNS} from ${FROM} where m.organisation_id = ${organisation} and m.id = ${id} ${lock ? sql`for update of m` : sql``}`.execute(
    tx,
  );
  return rows[0];
}

/** The pupil's open meeting of a kind, held until the transaction ends: there is never a second one. */
export async function openMeetingOf(tx: Transaction, organisation: string, pupil: string, purpose: Purpose) {
  const { rows } = await sql<MeetingRow>`
    select ${COLUMNS} from ${FROM}
     where m.organisation_id = ${organisation} and m.pupil_id = ${pupil} and m.purpose = ${purpose}
       and m.state in ('proposed','being-booked','booked','running')
       for update of m`.execute(tx);
  return rows[0];
}

export type MeetingPersonRow = {
  readonly id: string;
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
  readonly reply: string | null;
  readonly attended: 'present' | 'online' | 'absent' | 'left-early' | null;
};

/**
 * Those asked to a meeting, in the order in which they were listed. A contact under a restriction made since is not among them, unless
 * their attendance was noted: what happened is kept.
 */
export async function peopleOf(tx: Transaction, organisation: string, meeting: string): Promise<MeetingPersonRow[]> {
  const { rows } = await sql<MeetingPersonRow>`
    select id, coalesce(key, id::text) as key, person_id as person, contact_id as contact, name, role_words as words, why, required,
           organisation, coalesce(part, 'school') as part, email, reply, attended
      from waymark.meeting_person asked
     where organisation_id = ${organisation} and meeting_id = ${meeting}
       and (attended is not null or not exists (select 1 from waymark.contact c
             where c.organisation_id = asked.organisation_id and c.id = asked.contact_id and c.restriction is not null))
     order by rank, name, id`.execute(tx);
  return rows;
}

/** Writes the list of those asked: who is still on it keeps id and answer, who is not goes. */
export async function savePeople(tx: Transaction, organisation: string, meeting: string, invited: readonly (Invitee & { id: string })[]) {
  await sql`delete from waymark.meeting_person
     where organisation_id = ${organisation} and meeting_id = ${meeting} and not (coalesce(key, '') = any(${invited.map((one) => one.key)}))`.execute(
    tx,
  );
  const listed = JSON.stringify(invited.map((one, rank) => ({ ...one, rank })));
  await sql`
    insert into waymark.meeting_person
      (organisation_id, id, meeting_id, key, rank, person_id, contact_id, name, role_words, why, required, organisation, part, email)
    select ${organisation}, one.id, ${meeting}, one.key, one.rank, one.person, one.contact, one.name, one.words, one.why, one.required,
           one.organisation, one.part, one.email
      from jsonb_to_recordset(${listed}::jsonb) as one(id uuid, key text, rank int, person uuid, contact uuid, name text, words text,
           why text, required boolean, organisation boolean, part text, email text)
    on conflict (organisation_id, meeting_id, key) where key is not null do update
      set rank = excluded.rank, name = excluded.name, role_words = excluded.role_words, why = excluded.why, required = excluded.required,
          organisation = excluded.organisation, part = excluded.part, email = excluded.email`.execute(tx);
}
