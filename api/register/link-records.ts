import { sql } from 'kysely';
import type { RegisterChoices } from '#contract/register.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import type { Reading } from './reading-records.ts';

const AT_ONCE = 1_000;

/** What a workbook said of pupils, to be held against what it says next time. */
export type Said = readonly { readonly pupil: string; readonly facts: object }[];

/** Keeps the link to a workbook in Microsoft 365 with the edition that was read and what it said. A workbook that was handed over has none. */
export const keepLink = async (
  tx: Transaction,
  parts: Parts,
  actor: Actor,
  { reading: { name, file }, ask, said }: { readonly reading: Reading; readonly ask: RegisterChoices; readonly said: Said },
): Promise<void> => {
  if (!file) return;
  const { organisation } = actor.scope;
  const { rows } = await sql<{ id: string }>`
    insert into waymark.register_link (organisation_id, id, name, place, drive_id, item_id, web_url, etag, choices, read_at, read_by)
    values (${organisation}, ${parts.ids.next()}, ${name}, ${file.place}, ${file.driveId}, ${file.itemId}, ${file.webUrl}, ${file.eTag},
            ${JSON.stringify({ sheets: ask.sheets, repairs: ask.repairs, school: ask.school })}::jsonb, ${parts.clock.now()}, ${actor.person})
    on conflict (organisation_id, drive_id, item_id) where forgotten_at is null do update
      set name = excluded.name, place = excluded.place, web_url = excluded.web_url, etag = excluded.etag, choices = excluded.choices,
          read_at = excluded.read_at, read_by = excluded.read_by
    returning id`.execute(tx);
  for (let at = 0; at < said.length; at += AT_ONCE)
    await sql`insert into waymark.register_link_fact (organisation_id, link_id, pupil_id, facts)
      select ${organisation}, ${rows[0]?.id}, pupil, facts from jsonb_to_recordset(${JSON.stringify(said.slice(at, at + AT_ONCE))}::jsonb) as s(pupil uuid, facts jsonb)
      on conflict (organisation_id, link_id, pupil_id) do update set facts = excluded.facts`.execute(tx);
};

export type Link = {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly driveId: string;
  readonly itemId: string;
  readonly webUrl: string | null;
  readonly eTag: string;
  readonly readAt: Instant;
  readonly by: string;
};

/** Workbooks that can be read again. */
export const linksOf = async (tx: Transaction, organisation: string): Promise<readonly Link[]> => {
  const { rows } = await sql<Link>`
    select l.id, l.name, l.place, l.drive_id as "driveId", l.item_id as "itemId", l.web_url as "webUrl", l.etag as "eTag", l.read_at as "readAt",
           coalesce(p.given_name || ' ' || p.surname, 'Someone') as by
      from waymark.register_link l left join waymark.person p on p.organisation_id = l.organisation_id and p.id = l.read_by
     where l.organisation_id = ${organisation} and l.forgotten_at is null order by l.name`.execute(tx);
  return rows;
};

/** Forgets a link: the workbook and what was imported stay as they are. */
export const dropLink = async (tx: Transaction, organisation: string, id: string, at: Instant): Promise<void> => {
  await sql`update waymark.register_link set forgotten_at = ${at} where organisation_id = ${organisation} and id = ${id}`.execute(tx);
  await sql`delete from waymark.register_link_fact where organisation_id = ${organisation} and link_id = ${id}`.execute(tx);
};
