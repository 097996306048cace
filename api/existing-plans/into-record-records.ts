import { sql } from 'kysely';
import type { GoalSaid, NeedSaid, ProvisionSaid } from '#contract/existing-plans.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { LineKind } from '#domain/existing-plans/found-line.ts';
import type { ExistingKind } from '#domain/existing-plans/plan-facts.ts';
import type { Transaction } from '../database/connection.ts';

/** Where a line's entry stands, and from which plan it comes. */
export type EntryPlace = { readonly organisation: string; readonly pupil: string; readonly id: string; readonly source: string };

const nextRank = (table: string, { organisation, pupil }: EntryPlace) =>
  sql`(select coalesce(max(rank), 0) + 1 from waymark.${sql.raw(table)} where organisation_id = ${organisation} and pupil_id = ${pupil})`;

/** Writes a confirmed need into the record, or changes the entry that an earlier confirmation made. */
export const writeNeed = async (tx: Transaction, at: EntryPlace, need: NeedSaid, from: Day | null): Promise<void> => {
  await sql`
    insert into waymark.need (organisation_id, id, pupil_id, rank, code, area, description, source, from_day)
    values (${at.organisation}, ${at.id}, ${at.pupil}, ${nextRank('need', at)}, ${need.code}, ${need.area}, ${need.text}, ${at.source}, ${from})
    on conflict (organisation_id, id) do update
      set code = excluded.code, area = excluded.area, description = excluded.description`.execute(tx);
};

/** "22 words" is a figure and its unit; words without a figure at their head are no baseline that can be drawn. */
const figureOf = (words: string | null): { readonly value: number | null; readonly unit: string | null } => {
  const found = /^(-?\d+(?:\.\d+)?)\s*(.{0,60})$/.exec(words?.trim() ?? '');
  return { value: found ? Number(found[1]) : null, unit: found?.[2]?.trim() || null };
};

/** Writes a confirmed outcome into the record. */
export const writeGoal = async (tx: Transaction, at: EntryPlace, goal: GoalSaid, dated: Day | null): Promise<void> => {
  const { value, unit } = figureOf(goal.baseline);
  await sql`
    insert into waymark.goal (organisation_id, id, pupil_id, rank, words, measure, unit, baseline, baseline_on, criterion, target_on)
    values (${at.organisation}, ${at.id}, ${at.pupil}, ${nextRank('goal', at)}, ${goal.text}, ${goal.measure}, ${unit}, ${value},
            ${value === null ? null : dated}, ${goal.criterion}, ${goal.by})
    on conflict (organisation_id, id) do update
      set words = excluded.words, measure = excluded.measure, unit = excluded.unit, baseline = excluded.baseline,
          baseline_on = excluded.baseline_on, criterion = excluded.criterion, target_on = excluded.target_on`.execute(tx);
};

/** Writes a confirmed line of provision into the record. */
export const writeProvision = async (tx: Transaction, at: EntryPlace, line: ProvisionSaid): Promise<void> => {
  await sql`
    insert into waymark.provision_line
      (organisation_id, id, pupil_id, rank, what, who, minutes, times_a_week, group_size, place, from_day, to_day, need_id, goal_id)
    values (${at.organisation}, ${at.id}, ${at.pupil}, ${nextRank('provision_line', at)}, ${line.text}, ${line.who}, ${line.minutes},
            ${line.timesAWeek}, ${line.groupSize}, ${line.place}, ${line.from}, ${line.until}, ${line.forNeed}, ${line.forGoal})
    on conflict (organisation_id, id) do update
      set what = excluded.what, who = excluded.who, minutes = excluded.minutes, times_a_week = excluded.times_a_week,
          group_size = excluded.group_size, place = excluded.place, from_day = excluded.from_day, to_day = excluded.to_day,
          need_id = excluded.need_id, goal_id = excluded.goal_id`.execute(tx);
};

const TABLES: Readonly<Record<LineKind, string>> = { need: 'need', goal: 'goal', provision: 'provision_line' };

/** Takes the entry of a line out again that is no longer confirmed. False where somebody has worked with it since. */
export const takeOut = async (tx: Transaction, organisation: string, kind: LineKind, id: string): Promise<boolean> => {
  const { rows: used } = await sql<{ one: number }>`
    select 1 as one from waymark.measurement where organisation_id = ${organisation} and goal_id = ${id} limit 1`.execute(tx);
  if (used.length > 0) return false;
  await sql`update waymark.provision_line set need_id = null where organisation_id = ${organisation} and need_id = ${id}`.execute(tx);
  await sql`update waymark.provision_line set goal_id = null where organisation_id = ${organisation} and goal_id = ${id}`.execute(tx);
  await sql`delete from waymark.${sql.raw(TABLES[kind])} where organisation_id = ${organisation} and id = ${id}`.execute(tx);
  return true;
};

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
};

/**
 * Writes the plan itself, in force from its own date. Of two plans of a kind the later is in force and the earlier superseded, whichever was
 * brought in first.
 */
export const writePlanInForce = async (
  tx: Transaction,
  { organisation, pupil, plan, kind, dated, until, by, at, existing }: PlanInForce,
): Promise<void> => {
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
    insert into waymark.plan_version (organisation_id, plan_id, version, template, template_version, fields, blocks, made_by, made_at, note)
    values (${organisation}, ${plan}, 1, 'brought-in', 1, '{}', '[]', ${by}, ${at}::timestamptz, 'Brought in from a file')`.execute(tx);
  await sql`
    update waymark.existing_plan set state = 'in-force', plan_id = ${plan}, kind = ${kind}, dated = ${dated}, until = ${until}, version = version + 1
     where organisation_id = ${organisation} and id = ${existing}`.execute(tx);
};

/** Ties the plan to its file in the case folder; the bytes kept here are no longer needed. */
export const tieToFile = async (
  tx: Transaction,
  organisation: string,
  { existing, plan, document }: { existing: string; plan: string; document: string },
  file: { readonly driveId: string; readonly itemId: string; readonly webUrl: string },
): Promise<void> => {
  await sql`
    update waymark.plan_version set document_id = ${document} where organisation_id = ${organisation} and plan_id = ${plan} and version = 1`.execute(
    tx,
  );
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
