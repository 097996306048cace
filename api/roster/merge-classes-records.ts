import { sql } from 'kysely';
import type { Transaction } from '../database/connection.ts';
import { keepLinks, type Merge } from './match-records.ts';
import { counts, type Merged } from './merge-people-records.ts';

/** Classes, with the subject and year of their course where the class itself has none. */
export const mergeClasses = async (tx: Transaction, merge: Merge): Promise<Merged[]> => {
  const { organisation, today, defaultSchool } = merge;
  const now = sql`select m.key, m.id, m.how, m.before, c.file, coalesce(c.fact->>'externalId', c.key) as external_id,
      coalesce(s.id, ${defaultSchool}::uuid) as school_id, coalesce((c.fact->>'closed')::boolean, false) as closed,
      jsonb_strip_nulls(jsonb_build_object('school', coalesce(s.id, ${defaultSchool}::uuid), 'name', c.fact->>'name',
        'subject', coalesce(c.fact->>'subject', o.fact->>'name'), 'yearGroup', coalesce((c.fact->>'yearGroup')::smallint, (o.fact->>'yearGroup')::smallint),
        'ended', coalesce((c.fact->>'closed')::boolean, false))) as said
    from matched m join (select distinct on (key) * from staged where kind = 'class' order by key, n) c on c.key = m.key
    left join matched s on s.kind = 'school' and s.key = c.fact->>'school' left join staged o on o.kind = 'course' and o.key = c.fact->>'course'
   where m.kind = 'class' and m.how in ('linked', 'same', 'new')`;
  const field = (column: string, name: string, type: string) => sql`
    case when n.before is null then coalesce(r.${sql.ref(column)}, (n.said->>${sql.lit(name)})::${sql.raw(type)})
         when (n.before->>${sql.lit(name)}) is distinct from (n.said->>${sql.lit(name)}) then coalesce((n.said->>${sql.lit(name)})::${sql.raw(type)}, r.${sql.ref(column)})
         else r.${sql.ref(column)} end as ${sql.ref(`new_${column}`)}`;
  const merged = await counts(
    tx,
    sql`with now as (${now}), made as (
      insert into waymark.class (organisation_id, id, school_id, external_id, name, subject, year_group, ended_on)
      select ${organisation}, id, school_id, external_id, said->>'name', said->>'subject', (said->>'yearGroup')::smallint, case when closed then ${today}::date end
        from now where how = 'new' and school_id is not null returning id
    ), target as (
      select r.id, n.file, r.ended_on as old_end, ${field('school_id', 'school', 'uuid')}, ${field('name', 'name', 'text')}, ${field('subject', 'subject', 'text')},
             ${field('year_group', 'yearGroup', 'smallint')},
             case when n.before is null or (n.before->>'ended') is not distinct from (n.said->>'ended') then r.ended_on
                  when n.closed then coalesce(r.ended_on, ${today}::date) else null end as new_ended_on,
             coalesce(r.external_id, (select n.external_id where not exists
               (select from waymark.class o where o.organisation_id = ${organisation} and o.external_id = n.external_id))) as new_external_id
        from now n join waymark.class r on r.organisation_id = ${organisation} and r.id = n.id
    ), written as (
      update waymark.class r set school_id = t.new_school_id, name = t.new_name, subject = t.new_subject, year_group = t.new_year_group,
             ended_on = t.new_ended_on, external_id = t.new_external_id
        from target t where r.organisation_id = ${organisation} and r.id = t.id
         and (r.school_id, r.name, r.subject, r.year_group, r.ended_on, r.external_id)
             is distinct from (t.new_school_id, t.new_name, t.new_subject, t.new_year_group, t.new_ended_on, t.new_external_id)
      returning r.id, t.file, t.old_end, r.ended_on
    ), told as (
      insert into noticed select 'class', id, 'new' from made
      union all select 'class', id, case when old_end is null and ended_on is not null then 'ended' when old_end is not null and ended_on is null then 'back' else 'changed' end from written
    ), every as (select n.file, 1 as fresh, 0 as changed from made join now n using (id) union all select file, 0, 1 from written)
    select file, sum(fresh)::int as fresh, sum(changed)::int as changed from every group by file`,
  );
  await keepLinks(merge, 'class', sql`select key, id, said from (${now}) now where how <> 'new' or school_id is not null`).execute(tx);
  return merged;
};

type Belonging = {
  readonly table: 'class_pupil' | 'class_teacher';
  readonly column: 'pupil_id' | 'person_id';
  readonly of: 'pupil' | 'person';
  readonly pupil: boolean;
};

/** Microsoft 365 tells that somebody is no longer there: their last day was the day before it is heard. */
const lastDayInClass = ({ today, source }: Merge) => (source === 'graph' ? sql`(${today}::date - 1)` : sql`${today}::date`);

const enrolments = (merge: Merge, side: Belonging) => {
  const { organisation, today } = merge;
  const [table, column] = [sql.table(`waymark.${side.table}`), sql.ref(side.column)];
  return sql`with wanted as (
      select e.file, class.id as class_id, one.id as who, coalesce((e.fact->>'from')::date, ${today}::date) as from_day, (e.fact->>'from') is null as undated,
             (e.fact->>'closed')::boolean as closed,
             case when (e.fact->>'closed')::boolean then least(coalesce((e.fact->>'to')::date, ${lastDayInClass(merge)}), ${lastDayInClass(merge)})
                  else (e.fact->>'to')::date end as to_day
        from staged e join matched class on class.kind = 'class' and class.key = e.fact->>'class' and class.how in ('linked', 'same', 'new', 'beside')
        join waymark.class kept on kept.organisation_id = ${organisation} and kept.id = class.id
        join matched one on one.kind = ${side.of} and one.key = e.fact->>'person' and one.how in ('linked', 'same', 'new', 'beside')
       where e.kind = 'enrolment' and (e.fact->>'role' = 'pupil') = ${side.pupil}
    ), ended as (
      update ${table} held set to_day = wanted.to_day from wanted
       where held.organisation_id = ${organisation} and held.class_id = wanted.class_id and held.${column} = wanted.who
         and (held.from_day = wanted.from_day or wanted.undated) and held.to_day is distinct from wanted.to_day
         and (held.to_day is null or wanted.to_day is null and held.to_day >= ${today}::date)
      returning held.class_id, wanted.file
    ), written as (
      insert into ${table} (organisation_id, class_id, ${column}, from_day, to_day)
      select distinct on (class_id, who, from_day) ${organisation}::uuid, class_id, who, from_day, to_day from wanted
       where not (undated and (closed or exists (select 1 from ${table} held where held.organisation_id = ${organisation}
                    and held.class_id = wanted.class_id and held.${column} = wanted.who and (held.to_day is null or held.to_day >= ${today}::date))))
      on conflict (organisation_id, class_id, ${column}, from_day) do update set to_day = excluded.to_day
        where ${table}.to_day is distinct from excluded.to_day and ${table}.to_day < ${today}::date and excluded.to_day is null
      returning class_id
    ), told as (
      insert into noticed select distinct 'class', class_id, 'members' from (select class_id from written union all select class_id from ended) moved
    ) select coalesce((select file from wanted limit 1), 'enrollments.csv') as file, (select count(*) from written)::int as fresh, (select count(*) from ended)::int as changed`;
};

/** Who is in which class and who teaches it, each from a day to a day. */
export const mergeEnrolments = async (tx: Transaction, merge: Merge): Promise<Merged[]> => [
  ...(await counts(tx, enrolments(merge, { table: 'class_pupil', column: 'pupil_id', of: 'pupil', pupil: true }))),
  ...(await counts(tx, enrolments(merge, { table: 'class_teacher', column: 'person_id', of: 'person', pupil: false }))),
];

/** The week's lessons. A timetable says all of a class's week: what it no longer says of a class it names is gone. */
export const mergeLessons = (tx: Transaction, { organisation }: Merge): Promise<Merged[]> =>
  counts(
    tx,
    sql`with wanted as (
      select distinct on (class.id, one.id, l.fact->>'weekday', l.fact->>'from') l.file, class.id as class_id, one.id as person_id,
             (l.fact->>'weekday')::smallint as weekday, l.fact->>'from' as from_time, l.fact->>'to' as to_time,
             md5(concat_ws('|', ${organisation}::text, 'lesson', class.id, one.id, l.fact->>'weekday', l.fact->>'from'))::uuid as id
        from staged l join matched class on class.kind = 'class' and class.key = l.fact->>'class' and class.how in ('linked', 'same', 'new')
        join matched one on one.kind = 'person' and one.key = l.fact->>'person' and one.how in ('linked', 'same', 'new') where l.kind = 'lesson'
    ), known as (
      select w.id from wanted w join waymark.lesson held on held.organisation_id = ${organisation} and held.class_id = w.class_id and held.person_id = w.person_id
         and held.weekday = w.weekday and held.from_time = w.from_time and held.to_time = w.to_time
    ), gone as (
      delete from waymark.lesson held where held.organisation_id = ${organisation} and held.class_id in (select class_id from wanted)
         and not exists (select from wanted w where w.class_id = held.class_id and w.person_id = held.person_id and w.weekday = held.weekday
                            and w.from_time = held.from_time and w.to_time = held.to_time)
      returning held.id
    ), written as (
      insert into waymark.lesson (organisation_id, id, class_id, person_id, weekday, from_time, to_time)
      select ${organisation}::uuid, gen_random_uuid(), class_id, person_id, weekday, from_time, to_time from wanted where id not in (select id from known)
      returning id
    ) select (select file from wanted limit 1) as file, (select count(*) from written)::int as fresh, (select count(*) from gone)::int as changed
       where exists (select from wanted)`,
  );
