import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { Fields } from '#domain/plans/block.ts';
import type { PlanKind } from '#domain/plans/plan.ts';
import type { Transaction } from '../database/connection.ts';
import type { KeptBlock } from './agreed-words.ts';
import type { DocumentMeta } from './document/meta.ts';

/** A plan whose versions are looked at. */
export type PlanOfVersions = { readonly id: string; readonly pupil: string; readonly kind: string; readonly caseRef: string | null };

/** A version as it was made, with what its file was made with. */
export type StoredVersion = {
  readonly version: number;
  readonly madeAt: Instant;
  readonly by: string | null;
  readonly drafted: boolean;
  readonly template: string;
  readonly templateVersion: number;
  readonly fields: Fields;
  readonly blocks: readonly KeptBlock[];
  readonly madeWith: DocumentMeta | null;
  readonly digest: string | null;
};

export async function planOfVersions(tx: Transaction, organisation: string, plan: string): Promise<PlanOfVersions | undefined> {
  const { rows } = await sql<PlanOfVersions & { kind: PlanKind }>`
    select p.id, p.pupil_id as pupil, p.kind, pupil.case_ref as "caseRef"
      from waymark.plan p join waymark.pupil pupil on pupil.organisation_id = p.organisation_id and pupil.id = p.pupil_id
     where p.organisation_id = ${organisation} and p.id = ${plan}`.execute(tx);
  return rows[0];
}

/** Every version of a plan, the newest first. */
export async function versionsOf(tx: Transaction, organisation: string, plan: string): Promise<readonly StoredVersion[]> {
  const { rows } = await sql<StoredVersion>`
    select v.version, v.made_at as "madeAt", w.given_name || ' ' || w.surname as by,
           v.drafted, v.template, v.template_version as "templateVersion", v.fields, v.blocks, v.made_with as "madeWith", v.digest
      from waymark.plan_version v
      left join waymark.person w on w.organisation_id = v.organisation_id and w.id = v.made_by
     where v.organisation_id = ${organisation} and v.plan_id = ${plan} order by v.version desc`.execute(tx);
  return rows;
}
