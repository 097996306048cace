import { sql } from 'kysely';
import type { Rejection } from '#contract/roster.ts';
import type { Day } from '#domain/calendar/day.ts';
import { categoryOf } from '#domain/roster/idea-categories.ts';
import type { Transaction } from '../database/connection.ts';

/** How many rows of a file's facts were new or changed something; the rest said what was known already. */
export type Merged = { readonly file: string; readonly fresh: number; readonly changed: number };

/** Where and when a set is merged. `defaultSchool` takes pupils whose set names no school. */
export type Merge = { readonly organisation: string; readonly today: Day; readonly defaultSchool: string | null };

/** An id made from the roster's own, so that the same row always becomes the same record. */
const idFrom = (...parts: unknown[]) =>
  sql`md5(concat_ws('|', ${sql.join(parts.map((part) => (typeof part === 'string' ? sql`${part}::text` : part)))}))::uuid`;

/** People of the set, each with the role and school that count: a primary role before others, the first before later ones. */
export const placePeople = async (tx: Transaction): Promise<Rejection[]> => {
  await sql`create index on staged ((fact->>'person')) where kind = 'role'`.execute(tx);
  await sql`create temporary table placed on commit drop as
    select p.key, p.file, p.line, p.fact->>'givenName' as given_name, p.fact->>'surname' as surname,
           p.fact->>'email' as email, p.fact->>'username' as username, p.fact->>'phone' as phone,
           coalesce(p.fact->>'role', r.role, case when g.key is not null then 'guardian' end) as role,
           coalesce(p.fact->>'school', r.school) as school,
           coalesce((p.fact->>'yearGroup')::smallint, r.year_group) as year_group,
           coalesce((p.fact->>'birthday')::date, (d.fact->>'birthday')::date) as birthday, d.fact->>'sex' as sex,
           (p.fact->>'closed')::boolean as closed, r.from_day, r.to_day
      from (select distinct on (key) * from staged where kind = 'person' order by key, n) p
      left join lateral (
        select r.fact->>'role' as role, r.fact->>'school' as school, (r.fact->>'yearGroup')::smallint as year_group,
               (r.fact->>'from')::date as from_day, (r.fact->>'to')::date as to_day
          from staged r where r.kind = 'role' and r.fact->>'person' = p.key
         order by (r.fact->>'primary')::boolean desc, r.n limit 1) r on true
      left join lateral (select fact from staged d where d.kind = 'details' and d.key = p.key limit 1) d on true
      left join lateral (select key from staged g where g.kind = 'guardian' and g.fact->>'guardian' = p.key limit 1) g on true`.execute(tx);
  await sql`create unique index on placed (key)`.execute(tx);
  const { rows } = await sql<Rejection>`delete from placed where role is null
    returning file, line, null as "column", key as value, 'has no role in this set, so it is neither pupil, staff nor guardian' as reason`.execute(
    tx,
  );
  return rows;
};

const counts = async (tx: Transaction, query: ReturnType<typeof sql>): Promise<Merged[]> => (await sql<Merged>`${query}`.execute(tx)).rows;

/** Schools that somebody or some class of the set belongs to. A district or department above them is not a school here. */
export const mergeSchools = (tx: Transaction, { organisation }: Merge): Promise<Merged[]> =>
  counts(
    tx,
    sql`with wanted as (
      select s.key, s.file, s.fact->>'name' as name from staged s where s.kind = 'school'
         and (exists (select 1 from placed p where p.school = s.key and p.role <> 'guardian')
              or exists (select 1 from staged c where c.kind = 'class' and c.fact->>'school' = s.key))
    ), written as (
      insert into waymark.school (organisation_id, id, external_id, name)
      select ${organisation}, gen_random_uuid(), key, name from wanted
      on conflict (organisation_id, external_id) where external_id is not null do update set name = excluded.name
        where waymark.school.name is distinct from excluded.name
      returning xmax = 0 as fresh
    ) select 'orgs.csv' as file, (count(*) filter (where fresh))::int as fresh, (count(*) filter (where not fresh))::int as changed from written`,
  );

/** Staff, found by the roster's id, then by their address; never by name. A person who left is closed, never deleted. */
export const mergeStaff = async (tx: Transaction, { organisation, today }: Merge): Promise<Merged[]> => {
  await sql`update waymark.person known set external_id = placed.key from placed
     where known.organisation_id = ${organisation} and known.external_id is null and placed.role in ('teacher', 'assistant', 'other')
       and lower(known.email) = lower(coalesce(placed.email, placed.username))
       and not exists (select 1 from waymark.person other where other.organisation_id = ${organisation} and other.external_id = placed.key)`.execute(
    tx,
  );
  const merged = await counts(
    tx,
    sql`with written as (
      insert into waymark.person (organisation_id, id, external_id, given_name, surname, email, left_on)
      select ${organisation}, gen_random_uuid(), key, given_name, surname, coalesce(email, case when username like '%@%' then username end),
             case when closed then ${today}::date when to_day < ${today}::date then to_day end
        from placed where role in ('teacher', 'assistant', 'other')
      on conflict (organisation_id, external_id) where external_id is not null do update
        set given_name = excluded.given_name, surname = excluded.surname, email = coalesce(excluded.email, person.email),
            left_on = case when excluded.left_on is null then null else coalesce(person.left_on, excluded.left_on) end
        where (person.given_name, person.surname, person.email, person.left_on is null) is distinct from
              (excluded.given_name, excluded.surname, coalesce(excluded.email, person.email), excluded.left_on is null)
      returning xmax = 0 as fresh
    ) select 'users.csv' as file, (count(*) filter (where fresh))::int as fresh, (count(*) filter (where not fresh))::int as changed from written`,
  );
  const granted = await counts(
    tx,
    sql`with written as (
      insert into waymark.role_grant (organisation_id, person_id, school_id, role, from_day, to_day)
      select ${organisation}, person.id, school.id, placed.role, coalesce(placed.from_day, ${today}::date), placed.to_day
        from placed join waymark.person on person.organisation_id = ${organisation} and person.external_id = placed.key
        join waymark.school on school.organisation_id = ${organisation} and school.external_id = placed.school
       where placed.role in ('teacher', 'assistant')
      on conflict (organisation_id, person_id, school_id, role) do update set to_day = excluded.to_day
        where role_grant.to_day is distinct from excluded.to_day
      returning xmax = 0 as fresh
    ) select 'roles.csv' as file, (count(*) filter (where fresh))::int as fresh, (count(*) filter (where not fresh))::int as changed from written`,
  );
  return [...merged, ...granted];
};

/** Pupils, found by the roster's id alone. What a set does not tell (a birthday, a year) stays as it was. */
export const mergePupils = (tx: Transaction, { organisation, today, defaultSchool }: Merge): Promise<Merged[]> =>
  counts(
    tx,
    sql`with wanted as (
      select placed.*, coalesce(school.id, ${defaultSchool}::uuid) as school_id,
             case when closed then ${today}::date when to_day < ${today}::date then to_day end as left_on
        from placed left join waymark.school on school.organisation_id = ${organisation} and school.external_id = placed.school
       where placed.role = 'pupil'
    ), written as (
      insert into waymark.pupil (organisation_id, id, school_id, external_id, given_name, surname, birthday, sex, year_group, on_roll_from, left_on)
      select ${organisation}, gen_random_uuid(), school_id, key, given_name, surname, birthday, sex, year_group, from_day, left_on from wanted
      on conflict (organisation_id, external_id) where external_id is not null do update
        set school_id = excluded.school_id, given_name = excluded.given_name, surname = excluded.surname,
            birthday = coalesce(excluded.birthday, pupil.birthday), sex = coalesce(excluded.sex, pupil.sex),
            year_group = coalesce(excluded.year_group, pupil.year_group),
            left_on = case when excluded.left_on is null then null else coalesce(pupil.left_on, excluded.left_on) end,
            version = pupil.version + 1, changed_at = now()
        where (pupil.school_id, pupil.given_name, pupil.surname, pupil.birthday, pupil.sex, pupil.year_group, pupil.left_on is null)
          is distinct from (excluded.school_id, excluded.given_name, excluded.surname, coalesce(excluded.birthday, pupil.birthday),
                            coalesce(excluded.sex, pupil.sex), coalesce(excluded.year_group, pupil.year_group), excluded.left_on is null)
      returning external_id, xmax = 0 as fresh
    ) select wanted.file, (count(*) filter (where fresh))::int as fresh, (count(*) filter (where not fresh))::int as changed
        from written join wanted on wanted.key = written.external_id group by wanted.file`,
  );

/** Guardians become contacts of their pupils. No responsibility is assumed: a roster does not know it. */
export const mergeGuardians = (tx: Transaction, { organisation }: Merge): Promise<Merged[]> =>
  counts(
    tx,
    sql`with written as (
      insert into waymark.contact (organisation_id, id, pupil_id, external_id, given_name, surname, relation, email, phone)
      select distinct on (pupil.id, placed.key) ${organisation}::uuid, gen_random_uuid(), pupil.id, placed.key, placed.given_name, placed.surname,
             g.fact->>'relation', coalesce(placed.email, case when placed.username like '%@%' then placed.username end), placed.phone
        from staged g join placed on placed.key = g.fact->>'guardian'
        join waymark.pupil on pupil.organisation_id = ${organisation} and pupil.external_id = g.fact->>'pupil'
       where g.kind = 'guardian'
      on conflict (organisation_id, pupil_id, external_id) where external_id is not null do update
        set given_name = excluded.given_name, surname = excluded.surname, email = coalesce(excluded.email, contact.email),
            phone = coalesce(excluded.phone, contact.phone)
        where (contact.given_name, contact.surname, contact.email, contact.phone) is distinct from
              (excluded.given_name, excluded.surname, coalesce(excluded.email, contact.email), coalesce(excluded.phone, contact.phone))
      returning external_id, xmax = 0 as fresh
    ) select told.file, (count(*) filter (where fresh))::int as fresh, (count(*) filter (where not fresh))::int as changed
        from written join lateral (select file from staged g where g.kind = 'guardian' and g.fact->>'guardian' = written.external_id limit 1) told on true
       group by told.file`,
  );

/** Classes, with the subject and year of their course where the class itself has none. */
export const mergeClasses = (tx: Transaction, { organisation, today }: Merge): Promise<Merged[]> =>
  counts(
    tx,
    sql`with written as (
      insert into waymark.class (organisation_id, id, school_id, external_id, name, subject, year_group, ended_on)
      select ${organisation}, gen_random_uuid(), school.id, c.key, c.fact->>'name', coalesce(c.fact->>'subject', o.fact->>'name'),
             coalesce((c.fact->>'yearGroup')::smallint, (o.fact->>'yearGroup')::smallint), case when (c.fact->>'closed')::boolean then ${today}::date end
        from staged c join waymark.school on school.organisation_id = ${organisation} and school.external_id = c.fact->>'school'
        left join staged o on o.kind = 'course' and o.key = c.fact->>'course'
       where c.kind = 'class'
      on conflict (organisation_id, external_id) where external_id is not null do update
        set school_id = excluded.school_id, name = excluded.name, subject = excluded.subject, year_group = excluded.year_group,
            ended_on = case when excluded.ended_on is null then null else coalesce(class.ended_on, excluded.ended_on) end
        where (class.school_id, class.name, class.subject, class.year_group, class.ended_on is null) is distinct from
              (excluded.school_id, excluded.name, excluded.subject, excluded.year_group, excluded.ended_on is null)
      returning xmax = 0 as fresh
    ) select 'classes.csv' as file, (count(*) filter (where fresh))::int as fresh, (count(*) filter (where not fresh))::int as changed from written`,
  );

const enrolments = (
  { organisation, today }: Merge,
  side: { table: 'class_pupil' | 'class_teacher'; column: 'pupil_id' | 'person_id'; of: 'pupil' | 'person'; pupil: boolean },
) => {
  const [table, column, of] = [sql.table(`waymark.${side.table}`), sql.ref(side.column), sql.table(`waymark.${side.of}`)];
  return sql`with wanted as (
      select class.id as class_id, one.id as who, coalesce((e.fact->>'from')::date, ${today}::date) as from_day, (e.fact->>'from') is null as undated,
             case when (e.fact->>'closed')::boolean then least(coalesce((e.fact->>'to')::date, ${today}::date), ${today}::date) else (e.fact->>'to')::date end as to_day
        from staged e join waymark.class on class.organisation_id = ${organisation} and class.external_id = e.fact->>'class'
        join ${of} one on one.organisation_id = ${organisation} and one.external_id = e.fact->>'person'
       where e.kind = 'enrolment' and (e.fact->>'role' = 'pupil') = ${side.pupil}
    ), ended as (
      update ${table} held set to_day = wanted.to_day from wanted
       where held.organisation_id = ${organisation} and held.class_id = wanted.class_id and held.${column} = wanted.who
         and (held.from_day = wanted.from_day or wanted.undated) and held.to_day is distinct from wanted.to_day
         and (held.to_day is null or wanted.to_day is null)
      returning 1
    ), written as (
      insert into ${table} (organisation_id, class_id, ${column}, from_day, to_day)
      select distinct on (class_id, who, from_day) ${organisation}::uuid, class_id, who, from_day, to_day from wanted
       where not (undated and exists (select 1 from ${table} held where held.organisation_id = ${organisation}
                    and held.class_id = wanted.class_id and held.${column} = wanted.who and (held.to_day is null or held.to_day >= ${today}::date)))
      on conflict do nothing returning 1
    ) select 'enrollments.csv' as file, (select count(*) from written)::int as fresh, (select count(*) from ended)::int as changed`;
};

/** Who is in which class and who teaches it, each from a day to a day. */
export const mergeEnrolments = async (tx: Transaction, merge: Merge): Promise<Merged[]> => [
  ...(await counts(tx, enrolments(merge, { table: 'class_pupil', column: 'pupil_id', of: 'pupil', pupil: true }))),
  ...(await counts(tx, enrolments(merge, { table: 'class_teacher', column: 'person_id', of: 'person', pupil: false }))),
];

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
        from open join waymark.pupil on pupil.organisation_id = ${organisation} and pupil.external_id = open.key
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
  const cases = sql`staged c join waymark.pupil on pupil.organisation_id = ${organisation} and pupil.external_id = c.fact->>'pupil'`;
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
    select count(*)::int as count from placed join waymark.pupil on pupil.organisation_id = ${organisation} and pupil.external_id = placed.key
     where placed.role = 'pupil' and pupil.left_on < ${today}::date`.execute(tx);
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
