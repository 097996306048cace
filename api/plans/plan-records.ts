import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { Fields } from '#domain/plans/block.ts';
import type { PlanKind } from '#domain/plans/plan.ts';
import type { Transaction } from '../database/connection.ts';
import type { KeptBlock } from './agreed-words.ts';
import type { DocumentMeta } from './document/meta.ts';

export type StoredState = 'draft' | 'in-consultation' | 'agreed' | 'in-force' | 'superseded';

/** A plan with its newest version. `issued` is the newest version that has a file of its own. */
export type PlanRow = {
  readonly id: string;
  readonly pupil: string;
  readonly kind: PlanKind;
  readonly state: StoredState;
  readonly version: number;
  readonly issued: number | null;
  readonly madeAt: Instant;
  /** When the newest file was issued: the day the plan is dated. */
  readonly issuedAt: Instant | null;
  readonly template: string;
  readonly templateVersion: number;
  readonly fields: Fields;
  readonly blocks: readonly KeptBlock[];
  readonly document: {
    id: string;
    name: string;
    webUrl: string | null;
    driveId: string | null;
    itemId: string | null;
    eTag: string | null;
  } | null;
};

const SELECT = sql`
  select p.id, p.pupil_id as pupil, p.kind, p.state, v.version, v.made_at as "madeAt", v.template, v.template_version as "templateVersion",
         v.fields, v.blocks,
         (select max(i.version) from waymark.plan_version i where i.organisation_id = p.organisation_id and i.plan_id = p.id and i.drafted) as issued,
         (select max(i.made_at) from waymark.plan_version i
           where i.organisation_id = p.organisation_id and i.plan_id = p.id and i.drafted) as "issuedAt",
         case when d.id is null then null else jsonb_build_object('id', d.id, 'name', d.name, 'webUrl', d.web_url, 'driveId', d.drive_id,
           'itemId', d.item_id, 'eTag', d.etag) end as document
    from waymark.plan p
    join waymark.plan_version v on v.organisation_id = p.organisation_id and v.plan_id = p.id and v.version = p.current_version
    left join waymark.document d on d.organisation_id = v.organisation_id and d.id = v.document_id`;

/** A plan by its id; undefined where there is none. `lock` holds it until the transaction ends. */
export async function planRow(tx: Transaction, organisation: string, id: string, lock = false): Promise<PlanRow | undefined> {
  const { rows } = await sql<PlanRow>`
    ${SELECT} where p.organisation_id = ${organisation} and p.id = ${id} ${lock ? sql`for update of p` : sql``}`.execute(tx);
  return rows[0];
}

/** The plan of this kind that is being worked on for a pupil: the one a new draft becomes a version of. */
export async function planInWork(tx: Transaction, organisation: string, pupil: string, kind: PlanKind): Promise<PlanRow | undefined> {
  const { rows } = await sql<PlanRow>`
    ${SELECT} where p.organisation_id = ${organisation} and p.pupil_id = ${pupil} and p.kind = ${kind} and p.state in ('draft','in-consultation')
     order by p.created_at desc limit 1`.execute(tx);
  return rows[0];
}

export type NewVersion = {
  readonly plan: string;
  readonly pupil: string;
  readonly kind: PlanKind;
  readonly version: number;
  readonly template: string;
  readonly templateVersion: number;
  readonly fields: Fields;
  readonly blocks: readonly KeptBlock[];
  readonly document: string | null;
  readonly by: string;
  readonly at: Instant;
  readonly drafted: boolean;
  /** What its file was made with, and the digest of the bytes that were filed; none where no file was made. */
  readonly madeWith?: DocumentMeta;
  readonly digest?: string;
};

/** Writes a version. False where somebody wrote that version first: then nothing is written. */
export async function addVersion(tx: Transaction, organisation: string, next: NewVersion): Promise<boolean> {
  await sql`
    insert into waymark.plan (organisation_id, id, pupil_id, kind, state, current_version, created_at)
    values (${organisation}, ${next.plan}, ${next.pupil}, ${next.kind}, 'draft', ${next.version}, ${next.at}::timestamptz)
    on conflict (organisation_id, id) do nothing`.execute(tx);
  const { rows } = await sql<{ version: number }>`
    insert into waymark.plan_version
      (organisation_id, plan_id, version, template, template_version, fields, blocks, document_id, made_by, made_at, drafted, made_with, digest)
    values (${organisation}, ${next.plan}, ${next.version}, ${next.template}, ${next.templateVersion}, ${JSON.stringify(next.fields)}::jsonb,
            ${JSON.stringify(next.blocks)}::jsonb, ${next.document}, ${next.by}, ${next.at}::timestamptz, ${next.drafted},
            ${next.madeWith ? JSON.stringify(next.madeWith) : null}::jsonb, ${next.digest ?? null})
    on conflict do nothing returning version`.execute(tx);
  if (rows.length === 0) return false;
  await sql`
    update waymark.plan set current_version = ${next.version} where organisation_id = ${organisation} and id = ${next.plan}`.execute(tx);
  return true;
}

/** The version as it was made, whatever was saved back since. */
export async function versionRow(tx: Transaction, organisation: string, plan: string, version: number) {
  const { rows } = await sql<{ fields: Fields; blocks: readonly KeptBlock[]; madeAt: Instant }>`
    select fields, blocks, made_at as "madeAt" from waymark.plan_version
     where organisation_id = ${organisation} and plan_id = ${plan} and version = ${version}`.execute(tx);
  return rows[0];
}

/** The words of composed passages that a person has accepted, by tag. */
export async function acceptedPassages(tx: Transaction, organisation: string, plan: string): Promise<Fields> {
  const { rows } = await sql<{ tag: string; words: string }>`
    select tag, words from waymark.passage_accepted where organisation_id = ${organisation} and plan_id = ${plan}`.execute(tx);
  return Object.fromEntries(rows.map(({ tag, words }) => [tag, words]));
}

/** Notes that passages were read and accepted in these words. */
export async function acceptWords(
  tx: Transaction,
  organisation: string,
  plan: string,
  by: string,
  words: Fields,
  at: Instant,
): Promise<void> {
  await sql`
    insert into waymark.passage_accepted (organisation_id, plan_id, tag, words, accepted_by, accepted_at)
    select ${organisation}, ${plan}, one.key, one.value, ${by}, ${at}::timestamptz from jsonb_each_text(${JSON.stringify(words)}::jsonb) one
    on conflict (organisation_id, plan_id, tag) do update
      set words = excluded.words, accepted_by = excluded.accepted_by, accepted_at = excluded.accepted_at`.execute(tx);
}

/** What a request was answered with, where it has been done before. */
export async function answeredBefore(tx: Transaction, organisation: string, request: string): Promise<{ plan: string } | undefined> {
  const { rows } = await sql<{ answer: { plan: string } }>`
    select answer from waymark.deed_done where organisation_id = ${organisation} and request_id = ${request}`.execute(tx);
  return rows[0]?.answer;
}

/** Keeps a request's answer. False where the same request was answered meanwhile. */
export async function keepAnswer(tx: Transaction, organisation: string, request: string, deed: string, plan: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into waymark.deed_done (organisation_id, request_id, deed, answer)
    values (${organisation}, ${request}, ${deed}, ${JSON.stringify({ plan })}::jsonb) on conflict do nothing returning request_id as id`.execute(
    tx,
  );
  return rows.length > 0;
}
