import { sql } from 'kysely';
import { categoryOf } from '#domain/roster/idea-categories.ts';
import type { Transaction } from '../database/connection.ts';
import type { Merge } from './match-records.ts';
import { counts, type Merged } from './merge-people-records.ts';

/** An id made from the roster's own, so that the same row always becomes the same record. */
const idFrom = (...parts: unknown[]) =>
  sql`md5(concat_ws('|', ${sql.join(parts.map((part) => (typeof part === 'string' ? sql`${part}::text` : part)))}))::uuid`;

/** Pupils flagged with an IEP, or with an open special education programme, come onto the register; a 504 plan is another thing. */
export const mergeRegister = async (tx: Transaction, { organisation, today }: Merge): Promise<Merged[]> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('case numbers ' || ${organisation}, 0))`.execute(tx);
  return counts(
    tx,
    sql`with wanted as (
      select f.file, f.fact->>'person' as key, null::date as since, null::date as ended from staged f
       where f.kind = 'flag' and lower(f.fact->>'flag') = 'iep'
      union all
      select c.file, c.fact->>'pupil', (c.fact->>'begins')::date, (c.fact->>'exit')::date from staged c where c.kind = 'case'
    ), open as (
      select distinct on (key) key, file, since from wanted where ended is null or ended > ${today}::date order by key, since desc nulls last
    ), last as (
      select coalesce(max(substring(case_ref from '[0-9]+$')::int), 0) as number from waymark.pupil where organisation_id = ${organisation}
    ), joined as (
      select pupil.id, open.file, open.since, row_number() over (partition by pupil.case_ref is null order by open.key) as place, pupil.case_ref
        from open join matched m on m.kind = 'pupil' and m.key = open.key and m.how in ('linked', 'same', 'new')
        join waymark.pupil on pupil.organisation_id = ${organisation} and pupil.id = m.id
       where pupil.stage <> 'plan'
    ), written as (
      update waymark.pupil set stage = 'plan', stage_since = joined.since, version = pupil.version + 1, changed_at = now(),
             case_ref = coalesce(pupil.case_ref, 'WM-' || lpad((last.number + joined.place)::text, 4, '0'))
        from joined, last where pupil.organisation_id = ${organisation} and pupil.id = joined.id
      returning joined.file
    ) select file, 0 as fresh, count(*)::int as changed from written group by file`,
  );
};

/** What a special education row says of a case: categories as needs, services as provision, dates as events of the case. */
export const mergeCases = async (tx: Transaction, { organisation }: Merge): Promise<void> => {
  const { rows: named } = await sql<{ name: string }>`
    select distinct jsonb_array_elements_text(fact->'disabilities') as name from staged where kind = 'case'`.execute(tx);
  const codes = JSON.stringify(Object.fromEntries(named.map(({ name }) => [name, categoryOf(name)])));
  const cases = sql`staged c join matched m on m.kind = 'pupil' and m.key = c.fact->>'pupil' and m.how in ('linked', 'same', 'new')
    join waymark.pupil on pupil.organisation_id = ${organisation} and pupil.id = m.id`;
  await sql`insert into waymark.need (organisation_id, id, pupil_id, rank, code, description, source, from_day, to_day)
    select ${organisation}, ${idFrom(organisation, 'need', sql`c.key`, sql`d.name`)}, pupil.id, d.rank::smallint, ${codes}::jsonb->>d.name, d.name,
           'Roster', (c.fact->>'begins')::date, (c.fact->>'exit')::date
      from ${cases}, jsonb_array_elements_text(c.fact->'disabilities') with ordinality as d(name, rank) where c.kind = 'case'
    on conflict (organisation_id, id) do update set to_day = excluded.to_day where need.to_day is distinct from excluded.to_day`.execute(
    tx,
  );
  await sql`insert into waymark.provision_line (organisation_id, id, pupil_id, rank, what, place, from_day, to_day)
    select ${organisation}, ${idFrom(organisation, 'provision', sql`c.key`, sql`s.name`)}, pupil.id, s.rank::smallint, s.name, c.fact->>'setting',
           (c.fact->>'begins')::date, (c.fact->>'exit')::date
      from ${cases}, jsonb_array_elements_text(c.fact->'services') with ordinality as s(name, rank) where c.kind = 'case'
    on conflict (organisation_id, id) do update set to_day = excluded.to_day where provision_line.to_day is distinct from excluded.to_day`.execute(
    tx,
  );
  await sql`insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day, party, details)
    select ${organisation}, ${idFrom(organisation, 'event', sql`c.key`, sql`e.kind`)}, pupil.id, e.kind, e.on_day, 'school', '{"from": "roster"}'
      from ${cases}, lateral (values
        ('evaluation-completed', (c.fact->>'lastEvaluation')::date), ('iep-meeting-held', (c.fact->>'iepReview')::date),
        ('iep-in-effect', (c.fact->>'iepBegin')::date), ('left-school', (c.fact->>'exit')::date)) as e(kind, on_day)
     where c.kind = 'case' and e.on_day is not null
    on conflict (organisation_id, id) do update set on_day = excluded.on_day where case_event.on_day is distinct from excluded.on_day`.execute(
    tx,
  );
};

/** Pupils of the organisation who had left before that day, of those this set speaks of. */
export const leftBefore = async (tx: Transaction, { organisation, today }: Merge): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from matched m join waymark.pupil on pupil.organisation_id = ${organisation} and pupil.id = m.id
     where m.kind = 'pupil' and m.how in ('linked', 'same', 'new') and pupil.left_on < ${today}::date`.execute(tx);
  return rows[0]?.count ?? 0;
};

/**
 * The school meant by a set that names none: the one whose name was given; else the only one, or the only one that no roster brought.
 * Null where that leaves a doubt.
 */
export const schoolMeant = async (tx: Transaction, organisation: string, name: string | undefined): Promise<string | null> => {
  const { rows } = await sql<{ id: string; name: string; own: boolean }>`
    select id, name, external_id is null as own from waymark.school where organisation_id = ${organisation}`.execute(tx);
  if (name !== undefined) return rows.find((school) => school.name.toLowerCase() === name.toLowerCase())?.id ?? null;
  const own = rows.length === 1 ? rows : rows.filter((school) => school.own);
  return own.length === 1 ? (own[0]?.id ?? null) : null;
};

/** Pupils of the set who could be put into no school. */
export const homeless = async (tx: Transaction): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from placed where role = 'pupil' and school is null`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
};
