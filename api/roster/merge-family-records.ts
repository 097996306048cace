import { sql } from 'kysely';
import type { Transaction } from '../database/connection.ts';
import { keepLinks, type Merge } from './match-records.ts';
import { counts, type Merged } from './merge-people-records.ts';

/** Family as the set names them: people of their own in a CSV set, lines beside the child in Microsoft 365. */
const gatherKin = (tx: Transaction) =>
  sql`create temporary table kin on commit drop as
    select distinct on (pupil.id, placed.key) pupil.key || '|' || placed.key as key, pupil.id as pupil_id, placed.key as external_id, g.file,
           placed.given_name, placed.surname, g.fact->>'relation' as relation,
           coalesce(placed.email, case when placed.username like '%@%' then placed.username end) as email, placed.phone
      from staged g join placed on placed.key = g.fact->>'guardian'
      join matched pupil on pupil.kind = 'pupil' and pupil.key = g.fact->>'pupil' and pupil.how in ('linked', 'same', 'new')
     where g.kind = 'guardian'
    union all
    select f.key, pupil.id, null, f.file, f.fact->>'givenName', f.fact->>'surname', f.fact->>'relation', f.fact->>'email', f.fact->>'phone'
      from staged f join matched pupil on pupil.kind = 'pupil' and pupil.key = f.fact->>'pupil' and pupil.how in ('linked', 'same', 'new')
     where f.kind = 'family'`.execute(tx);

/** Whom of the child's contacts the set means: by its own name for them, by the roster's id, by address; by name alone a person decides. */
const matchKin = async (tx: Transaction, { organisation, source, now }: Merge): Promise<void> => {
  const open = sql`not exists (select from matched m where m.kind = 'contact' and m.key = k.key)`;
  const free = sql`not exists (select from matched m where m.kind = 'contact' and m.id = r.id)`;
  const put = sql`insert into matched (kind, key, id, how, before)`;
  const contact = sql`waymark.contact r on r.organisation_id = ${organisation} and r.pupil_id = k.pupil_id`;
  await sql`${put} select 'contact', k.key, l.record_id, case when r.id is null then 'gone' else 'linked' end, l.said from kin k
      join waymark.roster_link l on l.organisation_id = ${organisation} and l.source = ${source} and l.kind = 'contact' and l.key = k.key
      left join waymark.contact r on r.organisation_id = ${organisation} and r.id = l.record_id`.execute(tx);
  await sql`${put} select 'contact', k.key, r.id, 'same', case when ${source} = 'csv' then '{}'::jsonb end from kin k
      join ${contact} and r.external_id = k.external_id where ${open}`.execute(tx);
  await sql`${put} select distinct on (k.key) 'contact', k.key, d.record_id, 'same', null::jsonb from kin k
      join waymark.roster_doubt d on d.organisation_id = ${organisation} and d.source = ${source} and d.kind = 'contact' and d.key = k.key and d.decided = 'same'
      join ${contact} and r.id = d.record_id where ${open} and ${free} order by k.key, d.decided_at desc`.execute(tx);
  await sql`${put} select distinct on (r.id) 'contact', k.key, r.id, 'same', null::jsonb from kin k
      join ${contact} and lower(r.email) = lower(k.email) where ${open} and ${free}
       and (select count(*) from kin o where o.pupil_id = k.pupil_id and lower(o.email) = lower(k.email)) = 1 order by r.id, k.key`.execute(
    tx,
  );
  await sql`with asked as (
      select k.key, r.id, jsonb_strip_nulls(jsonb_build_object('givenName', k.given_name, 'surname', k.surname, 'email', k.email, 'phone', k.phone,
               'relation', k.relation, 'pupil', k.pupil_id)) as told
        from kin k join ${contact} and lower(r.given_name) = lower(k.given_name) and lower(r.surname) = lower(k.surname)
       where ${open} and ${free} and not exists (select from waymark.roster_doubt d where d.organisation_id = ${organisation} and d.source = ${source}
               and d.kind = 'contact' and d.key = k.key and d.record_id = r.id and d.decided = 'different')
    ), kept as (
      insert into waymark.roster_doubt (organisation_id, id, source, kind, key, record_id, told, found_at)
      select ${organisation}::uuid, gen_random_uuid(), ${source}, 'contact', key, id, told, ${now}::timestamptz from asked
      on conflict (organisation_id, source, kind, key, record_id) do update set told = excluded.told where roster_doubt.told is distinct from excluded.told
    ) ${put} select distinct on (key) 'contact', key, id, 'doubt', null::jsonb from asked order by key, id`.execute(tx);
  await sql`${put} select distinct on (k.key) 'contact', k.key, gen_random_uuid(), 'new', '{}'::jsonb from kin k where ${open} order by k.key`.execute(
    tx,
  );
  await sql`delete from waymark.roster_doubt d using matched m where d.organisation_id = ${organisation} and d.source = ${source} and d.kind = 'contact'
     and m.kind = 'contact' and d.key = m.key and d.decided is null and m.how in ('linked', 'same')`.execute(tx);
};

/**
 * Guardians become contacts of their pupils. No responsibility is assumed: a roster does not know it. A contact with a restriction is left
 * exactly as it is, and none is ever taken away.
 */
export const mergeGuardians = async (tx: Transaction, merge: Merge): Promise<Merged[]> => {
  const { organisation, source } = merge;
  await gatherKin(tx);
  await matchKin(tx, merge);
  const now = sql`select distinct on (m.key) m.key, m.id, m.how, m.before, k.pupil_id, k.external_id, k.file, k.relation,
      jsonb_strip_nulls(jsonb_build_object('givenName', k.given_name, 'surname', k.surname, 'email', k.email, 'phone', k.phone)) as said
    from matched m join kin k on k.key = m.key where m.kind = 'contact' and m.how in ('linked', 'same', 'new') order by m.key`;
  const field = (column: string, name: string) => sql`
    case when n.before is null then coalesce(r.${sql.ref(column)}, n.said->>${sql.lit(name)})
         when (n.before->>${sql.lit(name)}) is distinct from (n.said->>${sql.lit(name)}) then coalesce(n.said->>${sql.lit(name)}, r.${sql.ref(column)})
         else r.${sql.ref(column)} end as ${sql.ref(`new_${column}`)}`;
  const merged = await counts(
    tx,
    sql`with now as (${now}), made as (
      insert into waymark.contact (organisation_id, id, pupil_id, external_id, given_name, surname, relation, email, phone)
      select ${organisation}::uuid, n.id, n.pupil_id, n.external_id, n.said->>'givenName', coalesce(n.said->>'surname', ''), n.relation, n.said->>'email', n.said->>'phone'
        from now n where n.how = 'new' returning id
    ), target as (
      select r.id, n.file, ${field('given_name', 'givenName')}, ${field('surname', 'surname')}, ${field('email', 'email')}, ${field('phone', 'phone')}
        from now n join waymark.contact r on r.organisation_id = ${organisation} and r.id = n.id where r.restriction is null
    ), written as (
      update waymark.contact r set given_name = t.new_given_name, surname = t.new_surname, email = t.new_email, phone = t.new_phone,
             version = r.version + 1, deed = 'changed', reason = ${source === 'graph' ? 'Microsoft 365 said so' : 'A roster said so'}, changed_by = null, changed_at = ${merge.now}::timestamptz
        from target t where r.organisation_id = ${organisation} and r.id = t.id
         and (r.given_name, r.surname, r.email, r.phone) is distinct from (t.new_given_name, t.new_surname, t.new_email, t.new_phone)
      returning r.id, t.file
    ), told as (
      insert into noticed select 'contact', id, 'new' from made union all select 'contact', id, 'changed' from written
    ), every as (select n.file, 1 as fresh, 0 as changed from made join now n using (id) union all select file, 0, 1 from written)
    select file, sum(fresh)::int as fresh, sum(changed)::int as changed from every group by file`,
  );
  await keepLinks(merge, 'contact', sql`select key, id, said from (${now}) now`).execute(tx);
  return merged;
};
