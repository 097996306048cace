import { sql } from 'kysely';
import type { Difference } from '#contract/plans.ts';
import type { Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

export type StoredDifference = Difference & { readonly baseVersion: number };

/** Differences of a plan that wait for a person, in the order in which they were found. */
export async function openDifferences(tx: Transaction, organisation: string, plan: string, lock = false): Promise<StoredDifference[]> {
  const { rows } = await sql<StoredDifference>`
    select id, tag, label, as_issued as "asIssued", in_record as "inRecord", in_document as "inDocument", state, edited_by as "editedBy",
           base_version as "baseVersion"
      from waymark.plan_difference where organisation_id = ${organisation} and plan_id = ${plan} and settled_at is null
     order by rank, id ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows;
}

/** Puts what was found now in place of what waited. What was settled before stays in the history. */
export async function replaceDifferences(
  tx: Transaction,
  organisation: string,
  plan: string,
  found: readonly StoredDifference[],
  at: Instant,
): Promise<void> {
  await sql`delete from waymark.plan_difference where organisation_id = ${organisation} and plan_id = ${plan} and settled_at is null`.execute(
    tx,
  );
  await sql`
    insert into waymark.plan_difference
      (organisation_id, id, plan_id, base_version, tag, label, as_issued, in_record, in_document, state, edited_by, found_at, rank)
    select ${organisation}, one.id, ${plan}, one."baseVersion", one.tag, one.label, one."asIssued", one."inRecord", one."inDocument", one.state,
           one."editedBy", ${at}::timestamptz, one.rank
      from jsonb_to_recordset(${JSON.stringify(found.map((one, rank) => ({ ...one, rank })))}::jsonb) as one(id uuid, "baseVersion" int,
           tag text, label text, "asIssued" text, "inRecord" text, "inDocument" text, state text, "editedBy" text, rank int)`.execute(tx);
}

/** Settles differences with what a person chose; both texts stay. */
export async function settleDifferences(
  tx: Transaction,
  organisation: string,
  by: string,
  choices: readonly { readonly id: string; readonly take: string }[],
  at: Instant,
): Promise<void> {
  await sql`
    update waymark.plan_difference d set settled_at = ${at}::timestamptz, settled_by = ${by}, choice = one.take
      from jsonb_to_recordset(${JSON.stringify(choices)}::jsonb) as one(id uuid, take text)
     where d.organisation_id = ${organisation} and d.id = one.id and d.settled_at is null`.execute(tx);
}

/** A new draft has taken up what waited; the old questions are closed, their texts stay. */
export async function dropOpenDifferences(tx: Transaction, organisation: string, plan: string, by: string, at: Instant): Promise<void> {
  await sql`
    update waymark.plan_difference set settled_at = ${at}::timestamptz, settled_by = ${by}, choice = 'drafted-again'
     where organisation_id = ${organisation} and plan_id = ${plan} and settled_at is null`.execute(tx);
}

/** Tags of the plan's newest file on which a person kept the record's words: its edits there are not carried on. */
export async function decidedForRecord(tx: Transaction, organisation: string, plan: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ tag: string }>`
    select distinct on (d.tag) d.tag, d.choice from waymark.plan_difference d
     where d.organisation_id = ${organisation} and d.plan_id = ${plan} and d.settled_at is not null
       and d.base_version >= (select max(version) from waymark.plan_version v
             where v.organisation_id = d.organisation_id and v.plan_id = d.plan_id and v.drafted)
     order by d.tag, d.settled_at desc`.execute(tx);
  return new Set((rows as readonly { tag: string; choice?: string }[]).filter(({ choice }) => choice === 'record').map(({ tag }) => tag));
}
