import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** What becomes of one pupil, ready to be written. */
export type WrittenMove = {
  readonly pupil: string;
  readonly sort: 'moves' | 'repeats' | 'leaves';
  readonly to: string | null;
  readonly toYear: number | null;
};

type Step = {
  readonly organisation: string;
  readonly id: string;
  readonly school: string;
  readonly from: Day;
  readonly by: string;
  readonly at: Instant;
};

/** Writes everyone's move with what they were before; a move that was settled by hand keeps by whom. */
const writeMoves = async (tx: Transaction, { organisation, id }: Step, moves: readonly WrittenMove[]): Promise<void> => {
  await sql`
    insert into waymark.roll_over_move as kept (organisation_id, roll_over_id, pupil_id, sort, to_class, to_year, was_year, was_class)
    select ${organisation}, ${id}, m.pupil, m.sort, m."to", m."toYear", p.year_group, p.class_name
      from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) m (pupil uuid, sort text, "to" text, "toYear" smallint)
      join waymark.pupil p on p.organisation_id = ${organisation} and p.id = m.pupil
    on conflict (organisation_id, roll_over_id, pupil_id) do update
      set sort = excluded.sort, to_class = excluded.to_class, to_year = excluded.to_year, was_year = excluded.was_year, was_class = excluded.was_class`.execute(
    tx,
  );
};

/** Makes the classes that pupils go to and the school does not have. Their year is the one their pupils come into. */
const makeClasses = async (tx: Transaction, { organisation, id, school }: Step): Promise<void> => {
  await sql`
    insert into waymark.class (organisation_id, id, school_id, name, year_group, made_by_roll_over)
    select ${organisation}, gen_random_uuid(), ${school}, m.to_class, min(m.to_year), ${id}
      from waymark.roll_over_move m
     where m.organisation_id = ${organisation} and m.roll_over_id = ${id} and m.sort = 'moves'
       and not exists (select from waymark.class c where c.organisation_id = ${organisation} and c.school_id = ${school} and c.name = m.to_class and c.ended_on is null)
     group by m.to_class`.execute(tx);
};

/**
 * Ends the old year's places of everyone who moves or leaves, on the day before the new one begins, and opens the new ones: the form class, and
 * of each subject class `9 B English` the one of the new form. Who the roster already placed keeps that place.
 */
const movePlaces = async (tx: Transaction, { organisation, id, school, from }: Step): Promise<void> => {
  const goes = sql`m.organisation_id = ${organisation} and m.roll_over_id = ${id} and (m.sort in ('moves', 'leaves') or m.to_class is distinct from m.was_class)`;
  await sql`
    with ended as (
      update waymark.class_pupil cp set to_day = ${from}::date - 1, ended_by_roll_over = ${id} from waymark.roll_over_move m
       where ${goes} and cp.organisation_id = m.organisation_id and cp.pupil_id = m.pupil_id and cp.to_day is null and cp.from_day < ${from}::date
      returning cp.class_id, cp.pupil_id
    ), wanted as (
      select m.pupil_id, m.to_class as name from waymark.roll_over_move m where ${goes} and m.sort <> 'leaves'
      union
      select m.pupil_id, m.to_class || substr(c.name, length(m.was_class) + 1) from waymark.roll_over_move m
        join ended e on e.pupil_id = m.pupil_id join waymark.class c on c.organisation_id = m.organisation_id and c.id = e.class_id
       where ${goes} and m.sort <> 'leaves' and starts_with(c.name, m.was_class || ' ')
    )
    insert into waymark.class_pupil (organisation_id, class_id, pupil_id, from_day, made_by_roll_over)
    select ${organisation}, c.id, w.pupil_id, ${from}::date, ${id} from wanted w
      join waymark.class c on c.organisation_id = ${organisation} and c.school_id = ${school} and c.name = w.name and c.ended_on is null
     where not exists (select from waymark.class_pupil held where held.organisation_id = ${organisation} and held.class_id = c.id
                          and held.pupil_id = w.pupil_id and held.from_day >= ${from}::date)`.execute(tx);
};

/** Gives classes their new teacher from the new year's first day; who had the class keeps it, with its dates, as the past. */
const changeTeachers = async (tx: Transaction, { organisation, id, school, from }: Step): Promise<void> => {
  await sql`
    with chosen as (
      select c.id as class_id, t.person_id from waymark.roll_over_teacher t
        join waymark.class c on c.organisation_id = t.organisation_id and c.school_id = ${school} and c.name = t.class_name and c.ended_on is null
       where t.organisation_id = ${organisation} and t.roll_over_id = ${id}
    ), ended as (
      update waymark.class_teacher held set to_day = ${from}::date - 1, ended_by_roll_over = ${id} from chosen
       where held.organisation_id = ${organisation} and held.class_id = chosen.class_id and held.person_id <> chosen.person_id
         and held.to_day is null and held.from_day < ${from}::date
    )
    insert into waymark.class_teacher (organisation_id, class_id, person_id, from_day, made_by_roll_over)
    select ${organisation}, chosen.class_id, chosen.person_id, ${from}::date, ${id} from chosen
     where not exists (select from waymark.class_teacher held where held.organisation_id = ${organisation} and held.class_id = chosen.class_id
                          and held.person_id = chosen.person_id and (held.to_day is null or held.to_day >= ${from}::date))`.execute(tx);
};

/** Puts pupils into their new year and class, and those who leave off the roll from the new year on. */
const movePupils = async (tx: Transaction, { organisation, id, from }: Step): Promise<void> => {
  await sql`
    update waymark.pupil p set version = p.version + 1, year_group = case when m.sort = 'leaves' then p.year_group else coalesce(m.to_year, p.year_group) end,
           class_name = case when m.sort = 'leaves' then p.class_name else m.to_class end,
           left_on = case when m.sort = 'leaves' then ${from}::date - 1 end
      from waymark.roll_over_move m
     where m.organisation_id = ${organisation} and m.roll_over_id = ${id} and p.organisation_id = m.organisation_id and p.id = m.pupil_id`.execute(
    tx,
  );
};

/** Takes the step: all of it in the transaction it is given, or nothing. */
export const writeRollOver = async (tx: Transaction, step: Step, moves: readonly WrittenMove[], counts: object): Promise<void> => {
  await writeMoves(tx, step, moves);
  await makeClasses(tx, step);
  await movePlaces(tx, step);
  await changeTeachers(tx, step);
  await movePupils(tx, step);
  await sql`update waymark.roll_over set state = 'done', version = version + 1, from_day = ${step.from}, counts = ${JSON.stringify(counts)}::jsonb,
      done_at = ${step.at}::timestamptz, done_by = ${step.by} where organisation_id = ${step.organisation} and id = ${step.id}`.execute(tx);
};

/** What has come to rest on a step since it was taken: pupils changed again, places changed again, cover in the new year. */
export const restingOn = async (
  tx: Transaction,
  { organisation, id, from }: Pick<Step, 'organisation' | 'id' | 'from'>,
): Promise<{ readonly pupils: number; readonly places: number; readonly cover: number }> => {
  const { rows } = await sql<{ pupils: number; places: number; cover: number }>`
    select (select count(*)::int from waymark.roll_over_move m join waymark.pupil p on p.organisation_id = m.organisation_id and p.id = m.pupil_id
             where m.organisation_id = ${organisation} and m.roll_over_id = ${id}
               and (m.sort = 'leaves' and p.left_on is distinct from ${from}::date - 1
                    or m.sort <> 'leaves' and (p.left_on is not null or p.class_name is distinct from m.to_class or p.year_group is distinct from coalesce(m.to_year, m.was_year)))) as pupils,
           (select count(distinct cp.pupil_id)::int from waymark.class_pupil cp
             where cp.organisation_id = ${organisation} and cp.made_by_roll_over = ${id} and cp.to_day is not null) as places,
           (select count(*)::int from waymark.cover v join waymark.class c on c.organisation_id = v.organisation_id and c.id = v.class_id
             where v.organisation_id = ${organisation} and v.on_day >= ${from}::date and v.withdrawn_at is null
               and exists (select from waymark.class_pupil cp where cp.organisation_id = v.organisation_id and cp.class_id = c.id and cp.made_by_roll_over = ${id})) as cover`.execute(
    tx,
  );
  return rows[0] ?? { pupils: 0, places: 0, cover: 0 };
};

/** Takes the step back: everyone and every class as they were, from what was kept with it. What was settled by hand stays for the next try. */
export const unwriteRollOver = async (
  tx: Transaction,
  { organisation, id, from, by, at }: Omit<Step, 'school'>,
  again: string,
): Promise<void> => {
  for (const table of ['class_pupil', 'class_teacher']) {
    await sql`delete from ${sql.table(`waymark.${table}`)} where organisation_id = ${organisation} and made_by_roll_over = ${id}`.execute(
      tx,
    );
    await sql`update ${sql.table(`waymark.${table}`)} set to_day = null, ended_by_roll_over = null
      where organisation_id = ${organisation} and ended_by_roll_over = ${id}`.execute(tx);
  }
  await sql`update waymark.class set ended_on = ${from}::date - 1 where organisation_id = ${organisation} and made_by_roll_over = ${id} and ended_on is null`.execute(
    tx,
  );
  await sql`
    update waymark.pupil p set version = p.version + 1, year_group = m.was_year, class_name = m.was_class, left_on = null
      from waymark.roll_over_move m
     where m.organisation_id = ${organisation} and m.roll_over_id = ${id} and p.organisation_id = m.organisation_id and p.id = m.pupil_id`.execute(
    tx,
  );
  await sql`update waymark.roll_over set state = 'undone', version = version + 1, undone_at = ${at}::timestamptz, undone_by = ${by}
    where organisation_id = ${organisation} and id = ${id}`.execute(tx);
  await keepSettled(tx, organisation, id, again);
};

/** What people settled stands ready for the next try. */
const keepSettled = async (tx: Transaction, organisation: string, id: string, again: string): Promise<void> => {
  await sql`insert into waymark.roll_over (organisation_id, id, school_id, year, from_day) select organisation_id, ${again}, school_id, year, from_day
    from waymark.roll_over where organisation_id = ${organisation} and id = ${id}`.execute(tx);
  await sql`insert into waymark.roll_over_move (organisation_id, roll_over_id, pupil_id, sort, to_class, by_person)
    select organisation_id, ${again}, pupil_id, sort, to_class, by_person from waymark.roll_over_move
     where organisation_id = ${organisation} and roll_over_id = ${id} and by_person is not null`.execute(tx);
  await sql`insert into waymark.roll_over_teacher (organisation_id, roll_over_id, class_name, person_id)
    select organisation_id, ${again}, class_name, person_id from waymark.roll_over_teacher where organisation_id = ${organisation} and roll_over_id = ${id}`.execute(
    tx,
  );
};

export type HandOver = { readonly id: string; readonly name: string; readonly caseRef: string | null; readonly keyWorker: string };

/** After a step: pupils whose key worker had their class before it and does not have the new one. */
export const handOverAfter = async (tx: Transaction, organisation: string, id: string): Promise<readonly HandOver[]> => {
  const teaches = (
    name: string,
    on: string,
  ) => sql`exists (select from waymark.class_teacher t join waymark.class c on c.organisation_id = t.organisation_id and c.id = t.class_id
      where t.organisation_id = p.organisation_id and c.school_id = p.school_id and c.name = ${sql.ref(name)} and t.person_id = p.key_worker_id
        and t.from_day <= ${sql.raw(on)} and (t.to_day is null or t.to_day >= ${sql.raw(on)}))`;
  const { rows } = await sql<HandOver>`
    select p.id, coalesce(p.known_as, p.given_name) || ' ' || p.surname as name, p.case_ref as "caseRef", w.given_name || ' ' || w.surname as "keyWorker"
      from waymark.roll_over r
      join waymark.roll_over_move m on m.organisation_id = r.organisation_id and m.roll_over_id = r.id and m.sort <> 'leaves'
      join waymark.pupil p on p.organisation_id = m.organisation_id and p.id = m.pupil_id and p.left_on is null
      join waymark.person w on w.organisation_id = p.organisation_id and w.id = p.key_worker_id
     where r.organisation_id = ${organisation} and r.id = ${id} and ${teaches('m.was_class', '(r.from_day - 1)')} and not ${teaches('m.to_class', 'r.from_day')}
     order by p.surname, p.given_name`.execute(tx);
  return rows;
};
