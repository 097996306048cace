import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../database/connection.ts';
import { keepLinks, type Merge } from './match-records.ts';

/** How many rows of a file's facts were new or changed something; the rest said what was known already. */
export type Merged = { readonly file: string; readonly fresh: number; readonly changed: number };

export const counts = async (tx: Transaction, query: RawBuilder<unknown>): Promise<Merged[]> =>
  (await sql<Merged>`${query}`.execute(tx)).rows;

/**
 * What a field becomes. A source that did not bring the record fills what is empty; after that, as for the one that did, a field changes
 * only where the source says something about it that it did not say last time. So neither what a person put right nor what another source
 * knows better is overwritten by a statement that has not changed.
 */
const spoken = (column: string, field: string, type: string) => sql`
  case when n.before is null then coalesce(r.${sql.ref(column)}, (n.said->>${sql.lit(field)})::${sql.raw(type)})
       when (n.before->>${sql.lit(field)}) is distinct from (n.said->>${sql.lit(field)}) then coalesce((n.said->>${sql.lit(field)})::${sql.raw(type)}, r.${sql.ref(column)})
       else r.${sql.ref(column)} end as ${sql.ref(`new_${column}`)}`;

/** Someone is closed or open again when the source begins to say so, on the day that it names. */
const leaving = sql`
  case when n.before is null or (n.before->>'left') is not distinct from (n.said->>'left') then r.left_on
       when (n.said->>'left')::boolean then coalesce(r.left_on, n.last_day) else null end as new_left_on`;

const move = sql`case when old_left is null and left_on is not null then 'left' when old_left is not null and left_on is null then 'back' else 'changed' end`;

/** Schools that somebody or some class of the set belongs to. A district or department above them is not a school here. */
export const mergeSchools = async (tx: Transaction, merge: Merge): Promise<Merged[]> => {
  const { organisation } = merge;
  const now = sql`select m.key, m.id, m.how, m.before, s.fact->>'name' as name, coalesce(s.fact->>'externalId', s.key) as external_id,
      jsonb_build_object('name', s.fact->>'name') as said
    from matched m join staged s on s.kind = 'school' and s.key = m.key where m.kind = 'school' and m.how in ('linked', 'same', 'new')`;
  const merged = await counts(
    tx,
    sql`with now as (${now}), made as (
      insert into waymark.school (organisation_id, id, external_id, name)
      select ${organisation}, id, external_id, name from now where how = 'new' returning id
    ), target as (select r.id, ${spoken('name', 'name', 'text')} from now n join waymark.school r on r.organisation_id = ${organisation} and r.id = n.id),
    written as (
      update waymark.school r set name = t.new_name from target t where r.organisation_id = ${organisation} and r.id = t.id and r.name <> t.new_name returning r.id
    ) select 'orgs.csv' as file, (select count(*) from made)::int as fresh, (select count(*) from written)::int as changed`,
  );
  await keepLinks(merge, 'school', sql`select key, id, said from (${now}) now`).execute(tx);
  return merged;
};

/** The last day of somebody who is said to have left: what the source names, else the day on which it is heard. */
const lastDay = ({ today }: Merge) => sql`case when p.to_day < ${today}::date and not p.closed then p.to_day else ${today}::date end`;

const staffNow = (merge: Merge) => sql`
  select m.key, m.id, m.how, m.before, p.external_id, p.given_name, p.surname, ${lastDay(merge)} as last_day,
         p.closed or coalesce(p.to_day < ${merge.today}::date, false) as gone, p.role, p.school, p.from_day, p.to_day,
         jsonb_strip_nulls(jsonb_build_object('givenName', p.given_name, 'surname', p.surname,
           'email', coalesce(p.email, case when p.username like '%@%' then p.username end),
           'left', p.closed or coalesce(p.to_day < ${merge.today}::date, false))) as said
    from matched m join placed p on p.key = m.key and p.role in ('teacher', 'assistant', 'other')
   where m.kind = 'person' and m.how in ('linked', 'same', 'new')`;

/** Staff. A person who left is closed, never deleted, and open again when they come back. */
export const mergeStaff = async (tx: Transaction, merge: Merge): Promise<Merged[]> => {
  const { organisation, source } = merge;
  const account = source === 'graph' ? sql`case when n.key ~ '^[0-9a-fA-F-]{36}$' then n.key::uuid end` : sql`null::uuid`;
  const merged = await counts(
    tx,
    sql`with now as (${staffNow(merge)}), made as (
      insert into waymark.person (organisation_id, id, entra_id, external_id, given_name, surname, email, left_on)
      select ${organisation}, n.id, ${account}, n.external_id, n.given_name, n.surname, n.said->>'email', case when n.gone then n.last_day end
        from now n where n.how = 'new' returning id
    ), target as (
      select r.id, r.left_on as old_left, row(r.given_name, r.surname, r.email, r.left_on)::text as was, ${spoken('given_name', 'givenName', 'text')}, ${spoken('surname', 'surname', 'text')},
             ${spoken('email', 'email', 'text')}, ${leaving},
             coalesce(r.entra_id, (select a.account from (select ${account} as account) a
               where not exists (select from waymark.person o where o.organisation_id = ${organisation} and o.entra_id = a.account))) as new_entra_id,
             coalesce(r.external_id, (select n.external_id where not exists
               (select from waymark.person o where o.organisation_id = ${organisation} and o.external_id = n.external_id))) as new_external_id
        from now n join waymark.person r on r.organisation_id = ${organisation} and r.id = n.id
    ), written as (
      update waymark.person r set given_name = t.new_given_name, surname = t.new_surname, email = t.new_email, left_on = t.new_left_on,
             entra_id = t.new_entra_id, external_id = t.new_external_id
        from target t where r.organisation_id = ${organisation} and r.id = t.id
         and (r.given_name, r.surname, r.email, r.left_on, r.entra_id, r.external_id)
             is distinct from (t.new_given_name, t.new_surname, t.new_email, t.new_left_on, t.new_entra_id, t.new_external_id)
      returning r.id, t.old_left, r.left_on, row(r.given_name, r.surname, r.email, r.left_on)::text <> t.was as seen
    ), told as (
      insert into noticed select 'person', id, 'new' from made union all select 'person', id, ${move} from written where seen
    ) select 'users.csv' as file, (select count(*) from made)::int as fresh, (select count(*) from written)::int as changed`,
  );
  // Roles are Settings' to keep: Microsoft 365 gives one only to somebody who has none.
  const granted = await counts(
    tx,
    sql`with now as (${staffNow(merge)}), written as (
      insert into waymark.role_grant (organisation_id, person_id, school_id, role, from_day, to_day)
      select ${organisation}::uuid, n.id, coalesce(s.id, ${merge.defaultSchool}::uuid), n.role, coalesce(n.from_day, ${merge.today}::date), n.to_day
        from now n left join matched s on s.kind = 'school' and s.key = n.school
       where coalesce(s.id, ${merge.defaultSchool}::uuid) is not null and n.role in ('teacher', 'assistant') and (${source} = 'csv' or not exists (
               select from waymark.role_grant g where g.organisation_id = ${organisation} and g.person_id = n.id))
      on conflict (organisation_id, person_id, school_id, role) do update set to_day = excluded.to_day
        where role_grant.to_day is distinct from excluded.to_day
      returning xmax = 0 as fresh
    ) select 'roles.csv' as file, (count(*) filter (where fresh))::int as fresh, (count(*) filter (where not fresh))::int as changed from written`,
  );
  await keepLinks(merge, 'person', sql`select key, id, said from (${staffNow(merge)}) now`).execute(tx);
  await sql`update waymark.class_teacher held set to_day = left_on from waymark.person r join noticed n on n.kind = 'person' and n.id = r.id and n.what = 'left'
     where r.organisation_id = ${organisation} and held.organisation_id = ${organisation} and held.person_id = r.id
       and (held.to_day is null or held.to_day > r.left_on)`.execute(tx);
  return [...merged, ...granted];
};

const pupilsNow = (merge: Merge) => sql`
  select m.key, m.id, m.how, m.before, p.file, p.external_id, p.from_day, ${lastDay(merge)} as last_day,
         p.closed or coalesce(p.to_day < ${merge.today}::date, false) as gone, coalesce(s.id, ${merge.defaultSchool}::uuid) as school_id,
         jsonb_strip_nulls(jsonb_build_object('givenName', p.given_name, 'surname', p.surname, 'birthday', p.birthday, 'sex', p.sex,
           'yearGroup', p.year_group, 'form', p.form, 'school', coalesce(s.id, ${merge.defaultSchool}::uuid),
           'address', lower(coalesce(case when p.username like '%@%' then p.username end, p.email)),
           'left', p.closed or coalesce(p.to_day < ${merge.today}::date, false))) as said
    from matched m join placed p on p.key = m.key and p.role = 'pupil' left join matched s on s.kind = 'school' and s.key = p.school
   where m.kind = 'pupil' and m.how in ('linked', 'same', 'new')`;

/** Pupils. What a set does not tell (a birthday, a year) stays as it was. */
export const mergePupils = async (tx: Transaction, merge: Merge): Promise<Merged[]> => {
  const { organisation, source } = merge;
  const account = source === 'graph' ? sql`case when n.key ~ '^[0-9a-fA-F-]{36}$' then n.key::uuid end` : sql`null::uuid`;
  const merged = await counts(
    tx,
    sql`with now as (${pupilsNow(merge)}), made as (
      insert into waymark.pupil (organisation_id, id, school_id, external_id, entra_id, principal_name, given_name, surname, birthday, sex, year_group, class_name,
             on_roll_from, left_on)
      select ${organisation}, n.id, n.school_id, n.external_id, ${account}, n.said->>'address', n.said->>'givenName', n.said->>'surname',
             (n.said->>'birthday')::date, n.said->>'sex', (n.said->>'yearGroup')::smallint, n.said->>'form', n.from_day, case when n.gone then n.last_day end
        from now n where n.how = 'new' returning id
    ), target as (
      select r.id, n.file, r.left_on as old_left, row(r.school_id, r.given_name, r.surname, r.birthday, r.sex, r.year_group, r.class_name, r.left_on)::text as was,
             ${spoken('school_id', 'school', 'uuid')}, ${spoken('given_name', 'givenName', 'text')},
             ${spoken('surname', 'surname', 'text')}, ${spoken('birthday', 'birthday', 'date')}, ${spoken('sex', 'sex', 'text')},
             ${spoken('year_group', 'yearGroup', 'smallint')}, ${spoken('class_name', 'form', 'text')}, ${spoken('principal_name', 'address', 'text')}, ${leaving},
             coalesce(r.entra_id, (select a.account from (select ${account} as account) a
               where not exists (select from waymark.pupil o where o.organisation_id = ${organisation} and o.entra_id = a.account))) as new_entra_id,
             coalesce(r.external_id, (select n.external_id where not exists
               (select from waymark.pupil o where o.organisation_id = ${organisation} and o.external_id = n.external_id))) as new_external_id
        from now n join waymark.pupil r on r.organisation_id = ${organisation} and r.id = n.id
    ), written as (
      update waymark.pupil r
         set school_id = t.new_school_id, given_name = t.new_given_name, surname = t.new_surname, birthday = t.new_birthday, sex = t.new_sex,
             year_group = t.new_year_group, class_name = t.new_class_name, principal_name = t.new_principal_name, left_on = t.new_left_on,
             entra_id = t.new_entra_id, external_id = t.new_external_id, version = r.version + 1, changed_at = ${merge.now}::timestamptz
        from target t where r.organisation_id = ${organisation} and r.id = t.id
         and (r.school_id, r.given_name, r.surname, r.birthday, r.sex, r.year_group, r.class_name, r.principal_name, r.left_on, r.entra_id, r.external_id)
             is distinct from (t.new_school_id, t.new_given_name, t.new_surname, t.new_birthday, t.new_sex, t.new_year_group, t.new_class_name,
                               t.new_principal_name, t.new_left_on, t.new_entra_id, t.new_external_id)
      returning r.id, t.file, t.old_left, r.left_on,
        row(r.school_id, r.given_name, r.surname, r.birthday, r.sex, r.year_group, r.class_name, r.left_on)::text <> t.was as seen
    ), told as (
      insert into noticed select 'pupil', id, 'new' from made union all select 'pupil', id, ${move} from written where seen
    ), every as (select n.file, 1 as fresh, 0 as changed from made join now n using (id) union all select file, 0, 1 from written)
    select file, sum(fresh)::int as fresh, sum(changed)::int as changed from every group by file`,
  );
  await keepLinks(merge, 'pupil', sql`select key, id, said from (${pupilsNow(merge)}) now`).execute(tx);
  await sql`update waymark.class_pupil held set to_day = left_on from waymark.pupil r join noticed n on n.kind = 'pupil' and n.id = r.id and n.what = 'left'
     where r.organisation_id = ${organisation} and held.organisation_id = ${organisation} and held.pupil_id = r.id
       and (held.to_day is null or held.to_day > r.left_on)`.execute(tx);
  return merged;
};

/** Accounts of staff: who has one, who was blocked, who is there no longer. An account alone makes nobody a member of staff. */
export const mergeAccounts = async (tx: Transaction, merge: Merge): Promise<void> => {
  const { organisation } = merge;
  const told = sql`select s.key, (s.fact->>'closed')::boolean as closed, s.fact->>'jobTitle' as job_title,
      lower(s.fact->>'email') as email, lower(s.fact->>'username') as username from staged s where s.kind = 'account'`;
  await sql`insert into matched (kind, key, id, how, before)
    select distinct on (r.id) 'account', t.key, r.id, 'same', l.said from (${told}) t
      join waymark.person r on r.organisation_id = ${organisation}
       and (r.entra_id::text = lower(t.key) or r.entra_id is null and not t.closed and lower(r.email) in (t.email, t.username))
      left join waymark.roster_link l on l.organisation_id = ${organisation} and l.source = 'graph' and l.kind = 'account' and l.key = t.key
     order by r.id, (r.entra_id is null), t.key
    on conflict do nothing`.execute(tx);
  const now = sql`select m.key, m.id, m.before, ${merge.today}::date as last_day,
      jsonb_strip_nulls(jsonb_build_object('jobTitle', t.job_title, 'email', coalesce(t.email, t.username), 'left', t.closed)) as said
    from matched m join (${told}) t on t.key = m.key where m.kind = 'account'`;
  await sql`with now as (${now}), target as (
      select r.id, r.left_on as old_left, row(r.job_title, r.email, r.left_on)::text as was, ${spoken('job_title', 'jobTitle', 'text')}, coalesce(r.email, n.said->>'email') as new_email, ${leaving},
             coalesce(r.entra_id, n.key::uuid) as new_entra_id
        from now n join waymark.person r on r.organisation_id = ${organisation} and r.id = n.id
    ), written as (
      update waymark.person r set job_title = t.new_job_title, email = t.new_email, left_on = t.new_left_on, entra_id = t.new_entra_id
        from target t where r.organisation_id = ${organisation} and r.id = t.id
         and (r.job_title, r.email, r.left_on, r.entra_id) is distinct from (t.new_job_title, t.new_email, t.new_left_on, t.new_entra_id)
      returning r.id, t.old_left, r.left_on, row(r.job_title, r.email, r.left_on)::text <> t.was as seen
    ) insert into noticed select 'person', id, ${move} from written where seen`.execute(tx);
  await keepLinks({ ...merge, source: 'graph' }, 'account', sql`select key, id, said from (${now}) now`).execute(tx);
};
