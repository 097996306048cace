import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { LineKind } from '#domain/existing-plans/found-line.ts';
import type { ExistingKind } from '#domain/existing-plans/plan-facts.ts';
import type { Transaction } from '../database/connection.ts';

/** The words that the record already holds for a pupil, by kind: what a plan repeats of them is said to the reader. */
export const wordsHeld = async (tx: Transaction, organisation: string, pupil: string, except: readonly string[]) => {
  const { rows } = await sql<{ kind: LineKind; words: string }>`
    select 'need' as kind, description as words from waymark.need
      where organisation_id = ${organisation} and pupil_id = ${pupil} and to_day is null and not (id = any(${except}::uuid[]))
    union all select 'goal', words from waymark.goal
      where organisation_id = ${organisation} and pupil_id = ${pupil} and state = 'open' and not (id = any(${except}::uuid[]))
    union all select 'provision', what from waymark.provision_line
      where organisation_id = ${organisation} and pupil_id = ${pupil} and not (id = any(${except}::uuid[]))`.execute(tx);
  return rows;
};

export type PlanInForce = {
  readonly organisation: string;
  readonly pupil: string;
  readonly existing: string;
  readonly plan: string;
  readonly kind: ExistingKind;
  readonly dated: Day;
  readonly until: Day | null;
  readonly by: string;
  readonly at: Instant;
  /** Its file: where it lies in the library already, or the name under which it will. */
  readonly file: { readonly id: string; readonly name: string; readonly driveId: string | null; readonly itemId: string | null };
};

/** The document that a plan's file is, known by its item where it lies in the library and else by its name. */
const documentOf = async (tx: Transaction, { organisation, pupil, dated, file }: PlanInForce): Promise<string> => {
  const { rows: known } = await sql<{ id: string }>`
    select id from waymark.document
     where organisation_id = ${organisation} and pupil_id = ${pupil} and item_id is not null and item_id = ${file.itemId}`.execute(tx);
  if (known[0]) return known[0].id;
  await sql`
    insert into waymark.document (organisation_id, id, pupil_id, drive_id, item_id, name, kind, filed_on)
    values (${organisation}, ${file.id}, ${pupil}, ${file.driveId}, ${file.itemId}, ${file.name}, 'plan', ${dated})`.execute(tx);
  return file.id;
};

/**
 * Writes the plan itself, in force from its own date. Of two plans of a kind the later is in force and the earlier superseded, whichever was
 * brought in first.
 */
export const writePlanInForce = async (tx: Transaction, inForce: PlanInForce): Promise<void> => {
  const { organisation, pupil, plan, kind, dated, until, by, at, existing } = inForce;
  const document = await documentOf(tx, inForce);
  const { rows } = await sql<{ later: boolean }>`
    select exists (select 1 from waymark.plan where organisation_id = ${organisation} and pupil_id = ${pupil} and kind = ${kind}
       and state = 'in-force' and in_force_from > ${dated}::date) as later`.execute(tx);
  const later = rows[0]?.later ?? false;
  if (!later)
    await sql`
      update waymark.plan set state = 'superseded', in_force_to = coalesce(in_force_to, ${dated}::date)
       where organisation_id = ${organisation} and pupil_id = ${pupil} and kind = ${kind} and state = 'in-force'`.execute(tx);
  await sql`
    insert into waymark.plan (organisation_id, id, pupil_id, kind, state, current_version, in_force_from, in_force_to, created_at)
    values (${organisation}, ${plan}, ${pupil}, ${kind}, ${later ? 'superseded' : 'in-force'}, 1, ${dated}, ${until}, ${at}::timestamptz)`.execute(
    tx,
  );
  await sql`
    insert into waymark.plan_version (organisation_id, plan_id, version, template, template_version, fields, blocks, document_id, made_by, made_at, note)
    values (${organisation}, ${plan}, 1, 'brought-in', 1, '{}', '[]', ${document}, ${by}, ${at}::timestamptz, 'Brought in from a file')`.execute(
    tx,
  );
  await sql`
    update waymark.existing_plan set state = 'in-force', plan_id = ${plan}, kind = ${kind}, dated = ${dated}, until = ${until}, version = version + 1
     where organisation_id = ${organisation} and id = ${existing}`.execute(tx);
};

/** The file lies in the case folder: the bytes kept here are no longer needed. */
export const lieInFolder = async (
  tx: Transaction,
  organisation: string,
  existing: string,
  file: { readonly driveId: string; readonly itemId: string; readonly webUrl: string },
): Promise<void> => {
  await sql`
    update waymark.existing_plan set bytes = null, drive_id = ${file.driveId}, item_id = ${file.itemId}, web_url = ${file.webUrl}
     where organisation_id = ${organisation} and id = ${existing}`.execute(tx);
};

/** Notes that the plan was issued on its day, unless the case says so already: its reviews are counted from then. */
export const noteIssued = async (
  tx: Transaction,
  event: {
    readonly organisation: string;
    readonly id: string;
    readonly pupil: string;
    readonly kind: string;
    readonly on: Day;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<void> => {
  await sql`
    insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day, recorded_by, recorded_at)
    select ${event.organisation}, ${event.id}, ${event.pupil}, ${event.kind}, ${event.on}, ${event.by}, ${event.at}::timestamptz
     where not exists (select 1 from waymark.case_event where organisation_id = ${event.organisation} and pupil_id = ${event.pupil}
                          and kind = ${event.kind} and on_day = ${event.on}::date and withdrawn_at is null)`.execute(tx);
};
