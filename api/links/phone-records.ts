import { sql } from 'kysely';
import type { Transaction } from '../database/connection.ts';

/** Whether the family has asked to be telephoned through this link. The task carries the link's own id: asked twice, there is one. */
export const phoneAsked = async (tx: Transaction, organisation: string, link: string): Promise<boolean> => {
  const { rows } = await sql`select 1 from waymark.action where organisation_id = ${organisation} and id = ${link}`.execute(tx);
  return rows.length > 0;
};

/** The contact has answered the invitation with yes. */
export const noteReply = async (tx: Transaction, organisation: string, meeting: string, contact: string): Promise<void> => {
  await sql`update waymark.meeting_person set reply = 'yes'
             where organisation_id = ${organisation} and meeting_id = ${meeting} and contact_id = ${contact}`.execute(tx);
};
