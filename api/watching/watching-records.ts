import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { Watched } from '#domain/watching/watched.ts';
import type { Transaction } from '../database/connection.ts';

/** A subscription as the record keeps it. */
export type KeptWatch = {
  readonly what: Watched['what'];
  readonly subscription: string;
  readonly stateDigest: string;
  readonly expiresAt: Instant;
};

/** Every subscription that is kept, expired ones among them. */
export async function keptWatches(tx: Transaction, organisation: string): Promise<KeptWatch[]> {
  const { rows } = await sql<KeptWatch>`
    select what, subscription_id as subscription, state_digest as "stateDigest", expires_at as "expiresAt"
      from waymark.watch where organisation_id = ${organisation}`.execute(tx);
  return rows;
}

/** Keeps a subscription in place of the one before. */
export async function keepWatch(tx: Transaction, organisation: string, watch: KeptWatch & { readonly openedAt: Instant }): Promise<void> {
  await sql`
    insert into waymark.watch (organisation_id, what, subscription_id, state_digest, opened_at, expires_at)
    values (${organisation}, ${watch.what}, ${watch.subscription}, ${watch.stateDigest}, ${watch.openedAt}::timestamptz, ${watch.expiresAt}::timestamptz)
    on conflict (organisation_id, what) do update set subscription_id = excluded.subscription_id, state_digest = excluded.state_digest,
      opened_at = excluded.opened_at, expires_at = excluded.expires_at`.execute(tx);
}

/** A subscription that was renewed lives until then. */
export async function renewWatch(tx: Transaction, organisation: string, subscription: string, until: Instant): Promise<void> {
  await sql`
    update waymark.watch set expires_at = ${until}::timestamptz
     where organisation_id = ${organisation} and subscription_id = ${subscription}`.execute(tx);
}

/** A subscription that Graph has removed. */
export async function dropWatch(tx: Transaction, organisation: string, subscription: string): Promise<void> {
  await sql`delete from waymark.watch where organisation_id = ${organisation} and subscription_id = ${subscription}`.execute(tx);
}

/** Where the next reading of the library begins; null before the first. */
export async function libraryMark(tx: Transaction, organisation: string): Promise<string | null> {
  const { rows } = await sql<{ link: string }>`
    select link from waymark.library_mark where organisation_id = ${organisation}`.execute(tx);
  return rows[0]?.link ?? null;
}

export async function moveLibraryMark(tx: Transaction, organisation: string, link: string, at: Instant): Promise<void> {
  await sql`
    insert into waymark.library_mark (organisation_id, link, read_at) values (${organisation}, ${link}, ${at}::timestamptz)
    on conflict (organisation_id) do update set link = excluded.link, read_at = excluded.read_at`.execute(tx);
}

/** The newest file of a plan that is worked on, with what was last read of it. */
export type PlanFile = {
  readonly document: string;
  readonly plan: string;
  readonly pupil: string;
  readonly driveId: string;
  readonly itemId: string;
  readonly eTag: string | null;
  /** The edition that was last compared without anybody asking. */
  readonly comparedEtag: string | null;
};

/** Files of plans that are still worked on or in force, among these items of the library. */
export async function planFiles(tx: Transaction, organisation: string, which: { items: readonly string[] } | { document: string }) {
  const { rows } = await sql<PlanFile>`
    select d.id as document, p.id as plan, p.pupil_id as pupil, d.drive_id as "driveId", d.item_id as "itemId", d.etag as "eTag", d.compared_etag as "comparedEtag"
      from waymark.plan p
      join lateral (
        select v.document_id from waymark.plan_version v
         where v.organisation_id = p.organisation_id and v.plan_id = p.id and v.drafted and v.document_id is not null
         order by v.version desc limit 1) newest on true
      join waymark.document d on d.organisation_id = p.organisation_id and d.id = newest.document_id
     where p.organisation_id = ${organisation} and p.state <> 'superseded' and d.item_id is not null
       and ${'items' in which ? sql`d.item_id = any(${which.items})` : sql`d.id = ${which.document}`}`.execute(tx);
  return rows;
}

/** Notes the edition of a file that was compared, so that it is not compared again. */
export async function noteCompared(tx: Transaction, organisation: string, document: string, eTag: string): Promise<void> {
  await sql`
    update waymark.document set compared_etag = ${eTag} where organisation_id = ${organisation} and id = ${document}`.execute(tx);
}

/** Who drafted the newest file of a plan. */
export async function authorOf(tx: Transaction, organisation: string, plan: string): Promise<{ person: string; name: string }> {
  const { rows } = await sql<{ person: string; name: string }>`
    select v.made_by as person, coalesce(a.given_name || ' ' || a.surname, '') as name
      from waymark.plan_version v
      left join waymark.person a on a.organisation_id = v.organisation_id and a.id = v.made_by
     where v.organisation_id = ${organisation} and v.plan_id = ${plan} and v.drafted order by v.version desc limit 1`.execute(tx);
  return rows[0] ?? { person: '', name: '' };
}
