import { sql } from 'kysely';
import type { Database } from '../parts.ts';

/** One partition of the token cache: a person's tokens, or the application's. Held encrypted; see token-cache.ts. */
export const readPartition = async (database: Database, organisation: string, partition: string): Promise<Uint8Array | null> =>
  database.within({ organisation, schools: [] }, async (tx) => {
    const found = await sql<{ cipher: Uint8Array }>`
      select cipher from waymark.token_cache where organisation_id = ${organisation} and partition = ${partition}`.execute(tx);
    return found.rows[0]?.cipher ?? null;
  });

/** Writes a partition whole, over what stood there. */
export const writePartition = async (database: Database, organisation: string, partition: string, cipher: Uint8Array): Promise<void> =>
  database.within({ organisation, schools: [] }, async (tx) => {
    await sql`
      insert into waymark.token_cache (organisation_id, partition, cipher, changed_at)
      select ${organisation}, ${partition}, ${cipher}, now()
      where exists (select 1 from waymark.organisation where organisation_id = ${organisation})
      on conflict (organisation_id, partition) do update set cipher = excluded.cipher, changed_at = now()`.execute(tx);
  });

/** Forgets a partition: its tokens are asked for anew. */
export const forgetPartition = async (database: Database, organisation: string, partition: string): Promise<void> =>
  database.within({ organisation, schools: [] }, async (tx) => {
    await sql`delete from waymark.token_cache where organisation_id = ${organisation} and partition = ${partition}`.execute(tx);
  });
