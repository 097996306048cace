import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { PageBlock } from '#domain/existing-plans/page-block.ts';
import type { Member } from '#domain/meetings/team.ts';
import type { ContentLine } from '#domain/plan-content/content-facts.ts';
import type { Transaction } from '../database/connection.ts';

/** What the record holds of one pupil’s plan. */
export type StoredContent = {
  readonly jurisdiction: string;
  readonly stage: string;
  readonly stageSince: Day | null;
  readonly birthday: Day | null;
  readonly yearGroup: number | null;
  readonly needs: readonly { readonly id: string; readonly words: string }[];
  readonly goals: readonly {
    readonly id: string;
    readonly words: string;
    readonly measure: string | null;
    readonly baseline: number | null;
    readonly criterion: string | null;
    readonly targetOn: Day | null;
  }[];
  readonly provision: readonly (Omit<ContentLine, 'needs'> & { readonly need: string | null })[];
  readonly views: readonly string[];
  readonly meetings: readonly { readonly purpose: string; readonly state: string; readonly on: Day }[];
  /** Days of this school year on which the case says that parents were met, whether or not the meeting was booked here. */
  readonly metOn: readonly Day[];
  readonly notices: readonly { readonly kind: string; readonly on: Day }[];
  /** The next annual review that is planned, with who is asked. */
  readonly team: { readonly on: Day | null; readonly members: readonly Member[] } | null;
  readonly ieps: readonly { readonly effective: Day; readonly ends: Day }[];
  /** The statutory plan that was brought in last, as it was read. */
  readonly broughtIn: { readonly blocks: readonly PageBlock[] } | null;
  /** Fields of the newest plan that was drafted here, those without words left out. */
  readonly drafted: readonly string[];
};

const rowsOf = (rows: RawBuilder<unknown>) => sql`(select coalesce(jsonb_agg(to_jsonb(row)), '[]'::jsonb) from (${rows}) row)`;

/** The facts that plan content is judged by, in one read; undefined where there is no such pupil. */
export const storedContent = async (
  tx: Transaction,
  organisation: string,
  pupil: string,
  today: Day,
  yearFrom: Day,
  zone: string,
): Promise<StoredContent | undefined> => {
  const own = (table: string) => sql`${sql.ref(table)}.organisation_id = ${organisation} and ${sql.ref(table)}.pupil_id = ${pupil}::uuid`;
  const { rows } = await sql<StoredContent>`
    select o.jurisdiction, p.stage, p.stage_since as "stageSince", p.birthday, p.year_group as "yearGroup",
      ${rowsOf(sql`select id, description as words from waymark.need n where ${own('n')} and (to_day is null or to_day > ${today}::date) order by rank`)} as needs,
      ${rowsOf(sql`select id, words, measure, baseline, criterion, target_on as "targetOn" from waymark.goal g where ${own('g')} and state = 'open' order by rank`)} as goals,
      ${rowsOf(sql`select l.id, what, coalesce(l.who, w.given_name || ' ' || w.surname) as who, minutes, times_a_week as "timesAWeek", group_size as "groupSize", place,
          from_day as "from", to_day as "to", need_id as need
          from waymark.provision_line l left join waymark.person w on w.organisation_id = l.organisation_id and w.id = l.person_id
         where ${own('l')} and (to_day is null or to_day >= ${today}::date) order by rank`)} as provision,
      (select coalesce(jsonb_agg(distinct kind), '[]'::jsonb) from waymark.contribution v where ${own('v')} and received_on >= ${yearFrom}::date and words is not null) as views,
      ${rowsOf(sql`select purpose, state, (starts_at at time zone ${zone})::date as "on" from waymark.meeting m
         where ${own('m')} and starts_at is not null and state <> 'cancelled' and starts_at >= ${yearFrom}::date`)} as meetings,
      (select coalesce(jsonb_agg(distinct on_day), '[]'::jsonb) from waymark.case_event e
        where ${own('e')} and kind in ('support-meeting-held', 'review-meeting-held') and withdrawn_at is null and on_day >= ${yearFrom}::date) as "metOn",
      ${rowsOf(sql`select kind, given_on as "on" from waymark.letter t where ${own('t')} and given_on is not null`)} as notices,
      (select jsonb_build_object('on', (r.starts_at at time zone ${zone})::date, 'members', ${rowsOf(sql`
          select name, role_words as words, coalesce(part, 'school') as part, coalesce(key, '') not like 'part/%' as named, seats, reply, attended, excusal
            from waymark.meeting_person a where a.organisation_id = r.organisation_id and a.meeting_id = r.id order by rank`)})
         from waymark.meeting r where ${own('r')} and r.purpose = 'annual-review' and r.state in ('proposed','being-booked','booked','running')
        order by r.starts_at nulls last limit 1) as team,
      ${rowsOf(sql`select in_force_from as effective, in_force_to as ends from waymark.plan i
         where ${own('i')} and kind = 'iep' and in_force_from is not null and in_force_to is not null order by in_force_from`)} as ieps,
      (select jsonb_build_object('blocks', e.pages -> 'blocks') from waymark.existing_plan e
        where ${own('e')} and e.kind in ('ehcp','iep') order by e.dated desc nulls last, e.brought_at desc limit 1) as "broughtIn",
      (select coalesce(jsonb_agg(distinct block ->> 'field'), '[]'::jsonb) from (
         select v.blocks from waymark.plan d join waymark.plan_version v on v.organisation_id = d.organisation_id and v.plan_id = d.id and v.version = d.current_version
          where ${own('d')} and d.kind = 'iep' order by d.created_at desc limit 1) newest, jsonb_array_elements(newest.blocks) block
        where block ->> 'kind' <> 'gap') as drafted
      from waymark.pupil p join waymark.organisation o on o.organisation_id = p.organisation_id
     where p.organisation_id = ${organisation} and p.id = ${pupil}::uuid`.execute(tx);
  return rows[0];
};
