import { sql } from 'kysely';
import type { Transaction } from '../database/connection.ts';

/** Whether a letter has left already. */
export async function wasSent(tx: Transaction, organisation: string, key: string): Promise<boolean> {
  const { rows } = await sql`select 1 from waymark.letter_sent where organisation_id = ${organisation} and key = ${key}`.execute(tx);
  return rows.length > 0;
}

/** Notes that a letter has left. */
export async function markSent(tx: Transaction, organisation: string, key: string): Promise<void> {
  await sql`insert into waymark.letter_sent (organisation_id, key) values (${organisation}, ${key}) on conflict do nothing`.execute(tx);
}

/** Somebody asked to a meeting: one of the family, a colleague, or somebody from outside who has no account. */
export type Addressee = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly required: boolean;
  readonly contact: string | null;
  readonly person: string | null;
  readonly outside: boolean;
};

/** Those of the family who are asked to a meeting and may be written to today: a restriction made since the booking holds. */
export async function familyToWriteTo(tx: Transaction, organisation: string, meeting: string): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`
    select a.id, a.name, c.email, a.required, a.contact_id as contact, null as person, true as outside
      from waymark.meeting_person a
      join waymark.contact c on c.organisation_id = a.organisation_id and c.id = a.contact_id
     where a.organisation_id = ${organisation} and a.meeting_id = ${meeting} and c.restriction is null
     order by a.rank, a.id`.execute(tx);
  return rows;
}

/** Colleagues and agencies with an address who were asked to a meeting. */
export async function colleaguesToWriteTo(tx: Transaction, organisation: string, meeting: string): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`
    select a.id, a.name, p.email, a.required, null as contact, a.person_id as person, p.employer is not null as outside
      from waymark.meeting_person a
      join waymark.person p on p.organisation_id = a.organisation_id and p.id = a.person_id
     where a.organisation_id = ${organisation} and a.meeting_id = ${meeting} and p.left_on is null
     order by a.rank, a.id`.execute(tx);
  return rows;
}

/** In whose name letters about a meeting go: whoever called it, else the coordinator of the school longest in that role; null where nobody is. */
export async function coordinatorOfMeeting(tx: Transaction, organisation: string, meeting: string): Promise<string | null> {
  const { rows } = await sql<{ person: string }>`
    select coalesce(m.organiser_id, (select g.person_id from waymark.role_grant g
             join waymark.person w on w.organisation_id = g.organisation_id and w.id = g.person_id and w.left_on is null
            where g.organisation_id = m.organisation_id and g.school_id = p.school_id and g.role = 'coordinator' and g.to_day is null
            order by g.from_day, g.person_id limit 1)) as person
      from waymark.meeting m join waymark.pupil p on p.organisation_id = m.organisation_id and p.id = m.pupil_id
     where m.organisation_id = ${organisation} and m.id = ${meeting}`.execute(tx);
  return rows[0]?.person ?? null;
}
