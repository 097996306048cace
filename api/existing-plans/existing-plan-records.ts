import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { LineKind } from '#domain/existing-plans/found-line.ts';
import type { PupilToMatch } from '#domain/existing-plans/match-pupil.ts';
import type { Passage, ReadPages } from '#domain/existing-plans/page-block.ts';
import type { ExistingKind } from '#domain/existing-plans/plan-facts.ts';
import type { SectionName } from '#domain/existing-plans/sections.ts';
import type { Transaction } from '../database/connection.ts';

export type LineState = 'found' | 'confirmed' | 'left-out';

/** A plan as it is kept, without its bytes. */
export type PlanRow = {
  readonly id: string;
  readonly broughtBy: string;
  readonly broughtAt: Instant;
  readonly name: string;
  readonly form: 'pdf' | 'docx';
  readonly driveId: string | null;
  readonly itemId: string | null;
  readonly pupil: string | null;
  readonly pupilName: string | null;
  readonly caseRef: string | null;
  readonly birthday: Day | null;
  readonly whyPupil: string | null;
  readonly candidates: readonly { readonly pupil: string; readonly why: string }[];
  readonly nameInPlan: string | null;
  readonly kind: ExistingKind | null;
  readonly dated: Day | null;
  readonly until: Day | null;
  readonly state: 'open' | 'in-force';
  readonly planId: string | null;
  readonly version: number;
  readonly found: number;
  readonly confirmed: number;
  readonly leftOut: number;
};

export type LineRow = {
  readonly id: string;
  readonly rank: number;
  readonly kind: LineKind;
  readonly letter: string | null;
  readonly section: SectionName;
  readonly passages: readonly Passage[];
  readonly fromTable: boolean;
  readonly suggested: readonly string[];
  readonly said: Readonly<Record<string, unknown>>;
  readonly state: LineState;
  readonly version: number;
};

const SELECT = sql`
  select e.id, e.brought_by as "broughtBy", e.brought_at as "broughtAt", e.name, e.form, e.drive_id as "driveId", e.item_id as "itemId",
         e.pupil_id as pupil, p.given_name || ' ' || p.surname as "pupilName", p.case_ref as "caseRef", p.birthday, e.why_pupil as "whyPupil",
         e.candidates, e.name_in_plan as "nameInPlan", e.kind, e.dated, e.until, e.state, e.plan_id as "planId", e.version,
         l.found::int, l.confirmed::int, l."leftOut"::int
    from waymark.existing_plan e
    left join waymark.pupil p on p.organisation_id = e.organisation_id and p.id = e.pupil_id
    cross join lateral (
      select count(*) as found, count(*) filter (where state = 'confirmed') as confirmed, count(*) filter (where state = 'left-out') as "leftOut"
        from waymark.existing_plan_line line where line.organisation_id = e.organisation_id and line.existing_plan_id = e.id) l`;

/** The plans that somebody brought in, the oldest first; those in force last. */
export const plansBroughtBy = async (tx: Transaction, organisation: string, person: string): Promise<readonly PlanRow[]> => {
  const { rows } = await sql<PlanRow>`
    ${SELECT} where e.organisation_id = ${organisation} and e.brought_by = ${person} order by e.state = 'in-force', e.brought_at, e.id`.execute(
    tx,
  );
  return rows;
};

/** One plan; undefined where there is none. `lock` holds it until the transaction ends. */
export const planRow = async (tx: Transaction, organisation: string, id: string, lock = false): Promise<PlanRow | undefined> => {
  const { rows } = await sql<PlanRow>`
    ${SELECT} where e.organisation_id = ${organisation} and e.id = ${id} ${lock ? sql`for update of e` : sql``}`.execute(tx);
  return rows[0];
};

/** When the same file was brought in before. */
export const broughtBefore = async (tx: Transaction, organisation: string, digest: string): Promise<Instant | undefined> => {
  const { rows } = await sql<{ at: Instant }>`
    select brought_at as at from waymark.existing_plan where organisation_id = ${organisation} and digest = ${digest}`.execute(tx);
  return rows[0]?.at;
};

export const pagesOf = async (tx: Transaction, organisation: string, id: string): Promise<ReadPages | undefined> => {
  const { rows } = await sql<{ pages: ReadPages }>`
    select pages from waymark.existing_plan where organisation_id = ${organisation} and id = ${id}`.execute(tx);
  return rows[0]?.pages;
};

export const bytesOf = async (tx: Transaction, organisation: string, id: string): Promise<Uint8Array | null> => {
  const { rows } = await sql<{ bytes: Uint8Array | null }>`
    select bytes from waymark.existing_plan where organisation_id = ${organisation} and id = ${id}`.execute(tx);
  return rows[0]?.bytes ?? null;
};

export type PlanToKeep = {
  readonly id: string;
  readonly broughtBy: string;
  readonly broughtAt: Instant;
  readonly name: string;
  readonly digest: string;
  readonly bytes: Uint8Array | null;
  readonly file: { readonly driveId: string; readonly itemId: string; readonly webUrl: string } | null;
  readonly pages: ReadPages;
  readonly pupil: string | null;
  readonly whyPupil: string | null;
  readonly candidates: PlanRow['candidates'];
  readonly nameInPlan: string | null;
  readonly kind: ExistingKind | null;
  readonly dated: Day | null;
  readonly until: Day | null;
};

/** Keeps a plan that was read. False where the same file was brought in meanwhile. */
export const keepPlan = async (tx: Transaction, organisation: string, plan: PlanToKeep): Promise<boolean> => {
  const { rows } = await sql<{ id: string }>`
    insert into waymark.existing_plan
      (organisation_id, id, brought_by, brought_at, name, form, digest, bytes, drive_id, item_id, web_url, pages, pupil_id, why_pupil, candidates,
       name_in_plan, kind, dated, until)
    values (${organisation}, ${plan.id}, ${plan.broughtBy}, ${plan.broughtAt}::timestamptz, ${plan.name}, ${plan.pages.form}, ${plan.digest},
            ${plan.bytes === null ? null : Buffer.from(plan.bytes)}, ${plan.file?.driveId ?? null}, ${plan.file?.itemId ?? null},
            ${plan.file?.webUrl ?? null}, ${JSON.stringify(plan.pages)}::jsonb, ${plan.pupil}, ${plan.whyPupil},
            ${JSON.stringify(plan.candidates)}::jsonb, ${plan.nameInPlan}, ${plan.kind}, ${plan.dated}, ${plan.until})
    on conflict (organisation_id, digest) do nothing returning id`.execute(tx);
  return rows.length > 0;
};

export type LineToKeep = Omit<LineRow, 'state' | 'version'>;

export const keepLines = async (tx: Transaction, organisation: string, plan: string, lines: readonly LineToKeep[]): Promise<void> => {
  await sql`
    insert into waymark.existing_plan_line
      (organisation_id, id, existing_plan_id, rank, kind, letter, section, passages, from_table, suggested, found, said)
    select ${organisation}, l.id, ${plan}, l.rank, l.kind, l.letter, l.section, l.passages, l."fromTable", l.suggested, l.said, l.said
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(id uuid, rank integer, kind text, letter text, section text, passages jsonb,
           "fromTable" boolean, suggested jsonb, said jsonb)
    on conflict do nothing`.execute(tx);
};

export const linesOf = async (tx: Transaction, organisation: string, plan: string): Promise<readonly LineRow[]> => {
  const { rows } = await sql<LineRow>`
    select id, rank, kind, letter, section, passages, from_table as "fromTable", suggested, said, state, version
      from waymark.existing_plan_line where organisation_id = ${organisation} and existing_plan_id = ${plan}
     order by (passages -> 0 ->> 'block')::int, (passages -> 0 ->> 'from')::int, rank, id`.execute(tx);
  return rows;
};

/** Writes a decision. False where the line was changed since it was seen. */
export const settle = async (
  tx: Transaction,
  organisation: string,
  line: { readonly id: string; readonly version: number; readonly state: LineState; readonly said: object },
  by: string,
  at: Instant,
): Promise<boolean> => {
  const { rows } = await sql<{ id: string }>`
    update waymark.existing_plan_line
       set state = ${line.state}, said = ${JSON.stringify(line.said)}::jsonb, settled_by = ${by}, settled_at = ${at}::timestamptz, version = version + 1
     where organisation_id = ${organisation} and id = ${line.id} and version = ${line.version} returning id`.execute(tx);
  return rows.length > 0;
};

export const givePupil = async (tx: Transaction, organisation: string, plan: string, pupil: string, why: string): Promise<void> => {
  await sql`
    update waymark.existing_plan set pupil_id = ${pupil}, why_pupil = ${why}, version = version + 1
     where organisation_id = ${organisation} and id = ${plan}`.execute(tx);
};

export const takeAwayPlan = async (tx: Transaction, organisation: string, plan: string): Promise<void> => {
  await sql`delete from waymark.existing_plan where organisation_id = ${organisation} and id = ${plan}`.execute(tx);
};

/** Pupils whom a plan could belong to: the roll of the reader's schools. */
export const pupilsToMatch = async (
  tx: Transaction,
  organisation: string,
  schools: readonly string[],
): Promise<readonly PupilToMatch[]> => {
  const { rows } = await sql<PupilToMatch>`
    select id, case_ref as "caseRef", external_id as "externalId", given_name as "givenName", surname, known_as as "knownAs", birthday
      from waymark.pupil where organisation_id = ${organisation} and school_id = any(${schools}::uuid[]) and left_on is null`.execute(tx);
  return rows;
};

export const namesOf = async (tx: Transaction, organisation: string, pupils: readonly string[]) => {
  const { rows } = await sql<{ id: string; name: string; caseRef: string | null }>`
    select id, given_name || ' ' || surname as name, case_ref as "caseRef" from waymark.pupil
     where organisation_id = ${organisation} and id = any(${pupils}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
};

/** The nation by whose law the organisation works. */
export const nationOf = async (tx: Transaction, organisation: string): Promise<'england' | 'us'> => {
  const { rows } = await sql<{ jurisdiction: string }>`
    select jurisdiction from waymark.organisation where organisation_id = ${organisation}`.execute(tx);
  return rows[0]?.jurisdiction === 'england' ? 'england' : 'us';
};

/** Items of the library that were brought in already. */
export const itemsBroughtIn = async (tx: Transaction, organisation: string): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ item: string }>`
    select item_id as item from waymark.existing_plan where organisation_id = ${organisation} and item_id is not null
    union select item_id from waymark.document d join waymark.plan_version v on v.organisation_id = d.organisation_id and v.document_id = d.id
     where d.organisation_id = ${organisation} and d.item_id is not null`.execute(tx);
  return new Set(rows.map(({ item }) => item));
};
