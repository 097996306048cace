import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { Transaction } from '../database/connection.ts';

/** What somebody from outside may see of a case beside the child's strengths, needs, goals and provision. */
export type SharedWith = {
  readonly documents: ReadonlySet<string>;
  readonly meetings: ReadonlySet<string>;
  readonly log: ReadonlySet<string>;
};

/** Documents that were shared with them or that they gave themselves, meetings they were asked to, and what they logged. */
export const sharedWith = async (tx: Transaction, actor: Actor, pupil: string): Promise<SharedWith> => {
  const { organisation } = actor.scope;
  const { rows } = await sql<{ documents: string[]; meetings: string[]; log: string[] }>`
    select
      array(select document_id::text from waymark.shared_document where organisation_id = ${organisation} and pupil_id = ${pupil} and person_id = ${actor.person}
            union select document_id::text from waymark.contribution where organisation_id = ${organisation} and pupil_id = ${pupil} and person_id = ${actor.person} and document_id is not null) as documents,
      array(select m.id::text from waymark.meeting m join waymark.meeting_person a on a.organisation_id = m.organisation_id and a.meeting_id = m.id
             where m.organisation_id = ${organisation} and m.pupil_id = ${pupil} and a.person_id = ${actor.person}) as meetings,
      array(select id::text from waymark.log_entry where organisation_id = ${organisation} and pupil_id = ${pupil} and by_person = ${actor.person} and kind <> 'restricted-note') as log`.execute(
    tx,
  );
  const [row] = rows;
  return { documents: new Set(row?.documents), meetings: new Set(row?.meetings), log: new Set(row?.log) };
};
