import { type RawBuilder, sql } from 'kysely';
import type { Rejection } from '#contract/roster.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** Where a set comes from. Each source has its own name for everything and is remembered by it. */
export type Source = 'csv' | 'graph';

/** Where and when a set is merged. `defaultSchool` takes pupils and classes whose set names no school. */
export type Merge = {
  readonly organisation: string;
  readonly today: Day;
  readonly now: Instant;
  readonly source: Source;
  readonly defaultSchool: string | null;
};

/** People of the set, each with the role and school that count: a primary role before others, the first before later ones. */
export const placePeople = async (tx: Transaction, source: Source): Promise<Rejection[]> => {
  await sql`create index on staged ((fact->>'person')) where kind = 'role'`.execute(tx);
  await sql`create temporary table placed on commit drop as
    select p.key, p.file, p.line, p.fact->>'givenName' as given_name, p.fact->>'surname' as surname,
           case when ${source} = 'csv' then p.key else p.fact->>'externalId' end as external_id,
           p.fact->>'email' as email, p.fact->>'username' as username, p.fact->>'phone' as phone, p.fact->>'form' as form,
           coalesce(p.fact->>'role', r.role, case when g.key is not null then 'guardian' end) as role,
           coalesce(p.fact->>'school', r.school) as school,
           coalesce((p.fact->>'yearGroup')::smallint, r.year_group) as year_group,
           coalesce((p.fact->>'birthday')::date, (d.fact->>'birthday')::date) as birthday, coalesce(p.fact->>'sex', d.fact->>'sex') as sex,
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
  await sql`create index on placed (lower(given_name), lower(surname))`.execute(tx);
  // A table of this transaction has no figures of its own, and without them every join below walks it for each row.
  await sql`analyze placed`.execute(tx);
  await sql`create temporary table matched (
    kind text not null, key text not null, id uuid not null, how text not null, before jsonb, primary key (kind, key)
  ) on commit drop`.execute(tx);
  await sql`create index on matched (kind, id)`.execute(tx);
  await sql`create temporary table noticed (kind text not null, id uuid not null, what text not null) on commit drop`.execute(tx);
  const { rows } = await sql<Rejection>`delete from placed where role is null
    returning file, line, null as "column", key as value, 'has no role in this set, so it is neither pupil, staff nor guardian' as reason`.execute(
    tx,
  );
  return rows;
};

/** Those of the record that this source does not already call something else that it still speaks of. */
const unclaimed = ({ organisation, source }: Merge, kind: string) => sql`
  not exists (select from matched m where m.kind = ${kind} and m.id = r.id)
  and r.id not in (select l.record_id from waymark.roster_link l where l.organisation_id = ${organisation} and l.source = ${source} and l.kind = ${kind}
                    and l.key in (select s.key from staged s where s.kind = ${kind === 'pupil' ? 'person' : kind}))`;

/** What a source said last of a thing that it calls by this name; nothing of something it never spoke of. */
const byLink = ({ organisation, source }: Merge, kind: string, keys: RawBuilder<unknown>, table: RawBuilder<unknown>) => sql`
  insert into matched (kind, key, id, how, before)
  select ${kind}, p.key, l.record_id, case when r.id is null then 'gone' else 'linked' end, l.said
    from (${keys}) p join waymark.roster_link l on l.organisation_id = ${organisation} and l.source = ${source} and l.kind = ${kind} and l.key = p.key
    left join ${table} r on r.organisation_id = ${organisation} and r.id = l.record_id`;

/** Where a record came in before links were kept, the roster that named it still speaks for the whole of it. */
const spokenBefore = ({ organisation, source }: Merge, kind: string) => sql`
  case when ${source} = 'csv' and not exists (select from waymark.roster_link l where l.organisation_id = ${organisation} and l.kind = ${kind}
    and l.record_id = r.id) then '{}'::jsonb end`;

const byExternalId = (merge: Merge, kind: string, keys: RawBuilder<unknown>, table: RawBuilder<unknown>) => sql`
  insert into matched (kind, key, id, how, before)
  select distinct on (r.id) ${kind}, p.key, r.id, 'same', ${spokenBefore(merge, kind)}
    from (${keys}) p join ${table} r on r.organisation_id = ${merge.organisation} and r.external_id = p.external_id
   where not exists (select from matched m where m.kind = ${kind} and m.key = p.key)
   order by r.id, p.closed`;

/** Whatever is left is new. */
const asNew = (kind: string, keys: RawBuilder<unknown>) => sql`
  insert into matched (kind, key, id, how, before)
  select ${kind}, p.key, gen_random_uuid(), 'new', '{}'::jsonb from (${keys}) p
   where not exists (select from matched m where m.kind = ${kind} and m.key = p.key)`;

/** Of several names for one record, the one that is still in use speaks for it. */
const oneVoice = (kind: string, keys: RawBuilder<unknown>) => sql`
  update matched m set how = 'beside' from (
    select q.key, row_number() over (partition by q.id order by p.closed, q.how, q.key) as place
      from matched q join (${keys}) p on p.key = q.key where q.kind = ${kind} and q.how in ('linked', 'same')) voice
   where m.kind = ${kind} and m.key = voice.key and voice.place > 1`;

type Side = { readonly kind: 'pupil' | 'person'; readonly address: string; readonly pupil: boolean };

const PUPILS: Side = { kind: 'pupil', address: 'principal_name', pupil: true };
const STAFF: Side = { kind: 'person', address: 'email', pupil: false };

const ofSide = ({ pupil }: Side) =>
  pupil ? sql`select * from placed where role = 'pupil'` : sql`select * from placed where role in ('teacher', 'assistant', 'other')`;

const contradictory = ({ pupil }: Side) => (pupil ? sql`r.birthday <> p.birthday` : sql`false`);

/** By the address they sign in with or are written to: only where it names one of each side, and nothing speaks against it. */
const byAddress = (merge: Merge, side: Side) => sql`
  with spoken as (
    select p.key, lower(a.address) as address, p.birthday from (${ofSide(side)}) p, lateral (values (p.email), (p.username)) a(address)
     where a.address like '%@%' and not p.closed and not exists (select from matched m where m.kind = ${side.kind} and m.key = p.key)
     group by 1, 2, 3
  ), alone as (select address, min(key) as key from spoken group by address having count(*) = 1),
  found as (
    select alone.key, min(r.id::text)::uuid as id from alone join spoken p using (key, address)
      join ${sql.table(`waymark.${side.kind}`)} r on r.organisation_id = ${merge.organisation} and lower(r.${sql.ref(side.address)}) = alone.address
     where ${unclaimed(merge, side.kind)} and (${contradictory(side)}) is not true
     group by alone.key having count(distinct r.id) = 1
  )
  insert into matched (kind, key, id, how, before) select distinct on (id) ${side.kind}, key, id, 'same', null::jsonb from found order by id, key`;

const byDecision = ({ organisation, source }: Merge, side: Side) => sql`
  insert into matched (kind, key, id, how, before)
  select distinct on (p.key) ${side.kind}, p.key, d.record_id, 'same', null::jsonb from (${ofSide(side)}) p
    join waymark.roster_doubt d on d.organisation_id = ${organisation} and d.source = ${source} and d.kind = ${side.kind} and d.key = p.key and d.decided = 'same'
    join ${sql.table(`waymark.${side.kind}`)} r on r.organisation_id = ${organisation} and r.id = d.record_id
   where not exists (select from matched m where m.kind = ${side.kind} and (m.key = p.key or m.id = d.record_id))
   order by p.key, d.decided_at desc`;

/** The same name and nothing that speaks against it: nobody but a person can tell. */
const likely = (side: Side) =>
  side.pupil
    ? sql`(r.birthday is null or p.birthday is null or r.birthday = p.birthday)
          and (r.year_group is null or p.year_group is null or abs(r.year_group - p.year_group) <= 1)`
    : sql`true`;

const intoDoubt = ({ organisation, source, now }: Merge, side: Side, merge: Merge) => sql`
  with asked as (
    select p.key, r.id, jsonb_strip_nulls(jsonb_build_object('givenName', p.given_name, 'surname', p.surname, 'email', coalesce(p.email, p.username),
             'birthday', p.birthday, 'yearGroup', p.year_group, 'role', p.role)) as told
      from (${ofSide(side)}) p join ${sql.table(`waymark.${side.kind}`)} r
        on r.organisation_id = ${organisation} and lower(r.given_name) = lower(p.given_name) and lower(r.surname) = lower(p.surname)
     where not p.closed and r.left_on is null and ${likely(side)} and ${unclaimed(merge, side.kind)}
       and not exists (select from matched m where m.kind = ${side.kind} and m.key = p.key)
       and not exists (select from waymark.roster_doubt d where d.organisation_id = ${organisation} and d.source = ${source} and d.kind = ${side.kind}
                          and d.key = p.key and d.record_id = r.id and d.decided = 'different')
  ), kept as (
    insert into waymark.roster_doubt (organisation_id, id, source, kind, key, record_id, told, found_at)
    select ${organisation}::uuid, gen_random_uuid(), ${source}, ${side.kind}, key, id, told, ${now}::timestamptz from asked
    on conflict (organisation_id, source, kind, key, record_id) do update set told = excluded.told where roster_doubt.told is distinct from excluded.told
  )
  insert into matched (kind, key, id, how, before) select distinct on (key) ${side.kind}, key, id, 'doubt', null::jsonb from asked order by key, id`;

const byAccount = ({ organisation }: Merge, side: Side) => sql`
  insert into matched (kind, key, id, how, before)
  select ${side.kind}, p.key, r.id, 'same', null::jsonb from (${ofSide(side)}) p
    join ${sql.table(`waymark.${side.kind}`)} r on r.organisation_id = ${organisation} and r.entra_id::text = lower(p.key)
   where not exists (select from matched m where m.kind = ${side.kind} and m.key = p.key)`;

const matchSide = async (tx: Transaction, merge: Merge, side: Side): Promise<void> => {
  await sql`analyze matched`.execute(tx);
  const table = sql.table(`waymark.${side.kind}`);
  await byLink(merge, side.kind, ofSide(side), table).execute(tx);
  if (merge.source === 'graph') await byAccount(merge, side).execute(tx);
  await byExternalId(merge, side.kind, ofSide(side), table).execute(tx);
  await byDecision(merge, side).execute(tx);
  await byAddress(merge, side).execute(tx);
  await intoDoubt(merge, side, merge).execute(tx);
  await asNew(side.kind, ofSide(side)).execute(tx);
  await sql`analyze matched`.execute(tx);
  await oneVoice(side.kind, ofSide(side)).execute(tx);
};

/**
 * Who of the set is whom of the record: by the name the source has for them, by account, by the school's own id, by a person's decision, by
 * address. A name alone never decides: whoever has only that in common waits for a person. Everyone else is new.
 */
export const matchPeople = async (tx: Transaction, merge: Merge): Promise<void> => {
  await matchSide(tx, merge, PUPILS);
  await matchSide(tx, merge, STAFF);
  await sql`delete from waymark.roster_doubt d using matched m
     where d.organisation_id = ${merge.organisation} and d.source = ${merge.source} and d.kind = m.kind and d.key = m.key
       and d.decided is null and m.how in ('linked', 'same')`.execute(tx);
  await sql`analyze matched`.execute(tx);
};

const SCHOOLS = sql`select s.key, coalesce(s.fact->>'externalId', s.key) as external_id, s.fact->>'name' as name, false as closed from staged s
  where s.kind = 'school' and (exists (select 1 from placed p where p.school = s.key and p.role <> 'guardian')
     or exists (select 1 from staged c where c.kind = 'class' and c.fact->>'school' = s.key))`;

/** Schools are what they are called; where there is one on each side, it is the same. */
export const matchSchools = async (tx: Transaction, merge: Merge): Promise<void> => {
  const { organisation, source } = merge;
  await byLink(merge, 'school', SCHOOLS, sql`waymark.school`).execute(tx);
  await byExternalId(merge, 'school', SCHOOLS, sql`waymark.school`).execute(tx);
  await sql`insert into matched (kind, key, id, how, before)
    select distinct on (r.id) 'school', p.key, r.id, 'same', null::jsonb from (${SCHOOLS}) p
      join waymark.school r on r.organisation_id = ${organisation}
       and (lower(r.name) = lower(p.name) or ${source} = 'graph' and (select count(*) from waymark.school where organisation_id = ${organisation}) = 1
            and (select count(*) from (${SCHOOLS}) every) = 1)
     where ${unclaimed(merge, 'school')} and not exists (select from matched m where m.kind = 'school' and m.key = p.key)
       and ${source} = 'graph'
     order by r.id, p.key`.execute(tx);
  await asNew('school', SCHOOLS).execute(tx);
};

const classesOf = ({ defaultSchool }: Merge) => sql`
  select c.key, coalesce(c.fact->>'externalId', c.key) as external_id, c.fact->>'name' as name, coalesce((c.fact->>'closed')::boolean, false) as closed,
         coalesce(s.id, ${defaultSchool}::uuid) as school_id
    from (select distinct on (key) * from staged where kind = 'class' order by key, n) c
    left join matched s on s.kind = 'school' and s.key = c.fact->>'school'`;

/** A class is known by the school's own id, else by its name: within a school and a year a class is called what no other is. */
export const matchClasses = async (tx: Transaction, merge: Merge): Promise<void> => {
  const { organisation } = merge;
  const keys = classesOf(merge);
  await byLink(merge, 'class', keys, sql`waymark.class`).execute(tx);
  await byExternalId(merge, 'class', keys, sql`waymark.class`).execute(tx);
  await sql`with found as (
      select p.key, min(r.id::text)::uuid as id from (${keys}) p
        join waymark.class r on r.organisation_id = ${organisation} and r.school_id = p.school_id and lower(r.name) = lower(p.name) and r.ended_on is null
       where not p.closed and ${unclaimed(merge, 'class')} and not exists (select from matched m where m.kind = 'class' and m.key = p.key)
       group by p.key having count(*) = 1)
    insert into matched (kind, key, id, how, before) select distinct on (id) 'class', key, id, 'same', null::jsonb from found order by id, key`.execute(
    tx,
  );
  await sql`${asNew('class', sql`select * from (${keys}) own where not closed or ${merge.source} = 'csv'`)}`.execute(tx);
  await sql`analyze matched`.execute(tx);
};

/** Remembers what the source calls each thing and what it said of it this time. */
export const keepLinks = ({ organisation, source }: Merge, kind: string, spoken: RawBuilder<unknown>) => sql`
  insert into waymark.roster_link as l (organisation_id, source, kind, key, record_id, said)
  select ${organisation}::uuid, ${source}, ${kind}, key, id, said from (${spoken}) now
  on conflict (organisation_id, source, kind, key) do update set said = l.said || excluded.said, record_id = excluded.record_id
   where (l.said || excluded.said, l.record_id) is distinct from (l.said, excluded.record_id)`;

/** How many of each kind wait for a person. */
export const waiting = async (tx: Transaction): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from matched where how = 'doubt'`.execute(tx);
  return rows[0]?.count ?? 0;
};

/** PostgreSQL's figures of people and classes are taken anew: without them each row that is tied to them walks the whole table. */
export const countAnew = async (tx: Transaction): Promise<void> => {
  await sql`select waymark.count_roster_anew()`.execute(tx);
};
