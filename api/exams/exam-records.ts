import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { EXAM_YEARS } from '#domain/exams/arrangement-rules.ts';
import type { ExamCase } from '#domain/exams/exam-case.ts';
import type { DateId, KeptDate, SeasonId } from '#domain/exams/season.ts';
import type { Transaction } from '../database/connection.ts';

type CaseRow = Omit<ExamCase, 'noticeSignedOn'> & { readonly noticeGiven: boolean; readonly noticeSignedOn: Day | null };

/** What concerns exams of these pupils, each with needs, arrangements, evidence, scores and the notice. */
const casesWhere = async (tx: Transaction, organisation: string, condition: ReturnType<typeof sql>): Promise<readonly ExamCase[]> => {
  const own = (alias: string) => sql`${sql.ref(`${alias}.organisation_id`)} = p.organisation_id and ${sql.ref(`${alias}.pupil_id`)} = p.id`;
  const { rows } = await sql<CaseRow>`
    select p.id as pupil, p.case_ref as "caseRef", coalesce(p.known_as, p.given_name) || ' ' || p.surname as name,
      p.given_name as "givenName", p.surname, coalesce(p.year_group, 0)::int as "yearGroup", p.class_name as "className", p.birthday,
      array(select coalesce(n.known_as, n.description) from waymark.need n where ${own('n')} order by n.rank) as needs,
      coalesce((select json_agg(json_build_object('id', a.id, 'arrangement', a.arrangement, 'words', a.words, 'why', a.why, 'state', a.state,
          'need', (select coalesce(n.known_as, n.description) from waymark.need n where n.organisation_id = a.organisation_id and n.id = a.need_id),
          'from', a.from_day, 'appliedOn', a.applied_on, 'approvedOn', a.approved_on, 'reference', a.reference, 'expiresOn', a.expires_on)
          order by a.made_at, a.id) from waymark.exam_arrangement a where ${own('a')}), '[]') as arrangements,
      coalesce((select json_agg(json_build_object('subject', e.subject, 'on', e.on_day, 'arrangement', e.arrangement, 'setting', e.setting,
          'use', e.how_used, 'words', e.words,
          'teacher', (select w.given_name || ' ' || w.surname from waymark.person w where w.organisation_id = e.organisation_id and w.id = coalesce(e.teacher_id, e.made_by)))
          order by e.on_day, e.subject) from waymark.exam_evidence e where ${own('e')}), '[]') as evidence,
      coalesce((select json_agg(json_build_object('area', s.area, 'instrument', s.instrument, 'edition', s.edition, 'on', s.on_day,
          'standard', s.standard, 'assessor', s.assessor, 'qualification', s.qualification, 'seenOn', s.seen_on)
          order by s.on_day, s.area) from waymark.exam_score s where ${own('s')}), '[]') as scores,
      exists (select 1 from waymark.exam_notice g where ${own('g')}) as "noticeGiven",
      (select max(g.signed_on) from waymark.exam_notice g where ${own('g')}) as "noticeSignedOn"
    from waymark.pupil p
    where p.organisation_id = ${organisation} and ${condition}
    order by p.year_group desc, p.surname, p.given_name, p.id`.execute(tx);
  return rows.map(({ noticeGiven, noticeSignedOn, ...row }) => ({ ...row, noticeSignedOn: noticeGiven ? noticeSignedOn : undefined }));
};

/** Pupils of these schools in exam years who are on the register, and whoever has an arrangement written down. */
export const examCases = (tx: Transaction, organisation: string, schools: readonly string[]): Promise<readonly ExamCase[]> =>
  casesWhere(
    tx,
    organisation,
    sql`p.school_id = any(${schools}::uuid[]) and p.left_on is null
      and ((p.stage <> 'none' and p.year_group = any(${EXAM_YEARS}::int[]))
        or exists (select 1 from waymark.exam_arrangement a where a.organisation_id = p.organisation_id and a.pupil_id = p.id))`,
  );

/** One pupil's; undefined where there is no such pupil. */
export const examCaseOf = async (tx: Transaction, organisation: string, pupil: string): Promise<ExamCase | undefined> =>
  (await casesWhere(tx, organisation, sql`p.id = ${pupil}::uuid`))[0];

/** A date the school has set, with the version it stands at. */
export type StoredDate = KeptDate & { readonly version: number };

/** The dates that the organisation has set of its own. */
export const keptDates = async (tx: Transaction, organisation: string): Promise<readonly StoredDate[]> =>
  (
    await sql<StoredDate>`
      select season, date, on_day as "on", source, version from waymark.exam_date where organisation_id = ${organisation}`.execute(tx)
  ).rows;

export type DateToKeep = {
  readonly season: SeasonId;
  readonly date: DateId;
  readonly on: Day;
  readonly source: string | null;
  readonly version: number;
  readonly by: string;
  readonly at: Instant;
};

/** Sets a date that is still as the person saw it; false where somebody else set it meanwhile. */
export const keepDate = async (tx: Transaction, organisation: string, date: DateToKeep): Promise<boolean> => {
  const { rows } = await sql`
    insert into waymark.exam_date as d (organisation_id, season, date, on_day, source, changed_by, changed_at)
    select ${organisation}, ${date.season}, ${date.date}, ${date.on}::date, ${date.source}, ${date.by}::uuid, ${date.at}::timestamptz
     where ${date.version} = 0 or exists (select 1 from waymark.exam_date o where o.organisation_id = ${organisation} and o.season = ${date.season} and o.date = ${date.date})
    on conflict (organisation_id, season, date) do update
      set on_day = excluded.on_day, source = excluded.source, changed_by = excluded.changed_by, changed_at = excluded.changed_at, version = d.version + 1
      where d.version = ${date.version}
    returning d.version`.execute(tx);
  return rows.length > 0;
};

/** The names of these schools, in one line. */
export const schoolNames = async (tx: Transaction, organisation: string, schools: readonly string[]): Promise<string> =>
  (
    await sql<{ names: string }>`
      select coalesce(string_agg(name, ', ' order by name), '') as names from waymark.school where organisation_id = ${organisation} and id = any(${schools}::uuid[])`.execute(
      tx,
    )
  ).rows[0]!.names;
