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

export type Addressee = { readonly id: string; readonly name: string; readonly email: string | null; readonly required: boolean };

/** Those of the family who are asked to a meeting and may be written to today: a restriction made since the booking holds. */
export async function familyToWriteTo(tx: Transaction, organisation: string, meeting: string): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`
    select a.id, a.name, c.email, a.required
      from waymark.meeting_person a
      join waymark.contact c on c.organisation_id = a.organisation_id and c.id = a.contact_id
     where a.organisation_id = ${organisation} and a.meeting_id = ${meeting} and c.restriction is null
     order by a.rank, a.id`.execute(tx);
  return rows;
}

/** Colleagues and agencies with an address who were asked to a meeting. */
export async function colleaguesToWriteTo(tx: Transaction, organisation: string, meeting: string): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`
    select a.id, a.name, p.email, a.required
      from waymark.meeting_person a
      join waymark.person p on p.organisation_id = a.organisation_id and p.id = a.person_id
     where a.organisation_id = ${organisation} and a.meeting_id = ${meeting} and p.left_on is null
     order by a.rank, a.id`.execute(tx);
  return rows;
}
