import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

export type CoverToSave = { readonly id: string; readonly class: string; readonly person: string; readonly day: Day; readonly by: string };

/** Gives a class to somebody for a day; the same again changes nothing. */
export const saveCover = async (tx: Transaction, organisation: string, cover: CoverToSave): Promise<void> => {
  await sql`
    insert into waymark.cover (organisation_id, id, class_id, person_id, on_day, arranged_by)
    values (${organisation}, ${cover.id}, ${cover.class}, ${cover.person}, ${cover.day}, ${cover.by})
    on conflict (organisation_id, class_id, person_id, on_day) where withdrawn_at is null do nothing`.execute(tx);
};

/** A cover that still holds; undefined where there is none. */
export const coverOf = async (
  tx: Transaction,
  organisation: string,
  id: string,
): Promise<{ readonly class: string; readonly person: string; readonly day: Day } | undefined> => {
  const { rows } = await sql<{ class: string; person: string; day: Day }>`
    select class_id as class, person_id as person, on_day as day from waymark.cover
     where organisation_id = ${organisation} and id = ${id} and withdrawn_at is null`.execute(tx);
  return rows[0];
};

/** Takes a cover back, from this moment on. */
export const withdrawCoverRow = async (tx: Transaction, organisation: string, id: string): Promise<void> => {
  await sql`update waymark.cover set withdrawn_at = now() where organisation_id = ${organisation} and id = ${id}`.execute(tx);
};
