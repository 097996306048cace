import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Rolling } from '#domain/classes/roll-over.ts';
import type { Transaction } from '../database/connection.ts';

/** A step as it is kept. */
export type StoredRollOver = {
  readonly id: string;
  readonly school: string;
  readonly year: string;
  readonly from: Day;
  readonly state: 'prepared' | 'done' | 'undone';
  readonly version: number;
  readonly counts: { readonly moves?: number; readonly repeats?: number; readonly leaves?: number };
  readonly at: Instant | null;
  readonly by: string | null;
};

const COLUMNS = sql`r.id, r.school_id as school, r.year, r.from_day as "from", r.state, r.version, r.counts, coalesce(r.undone_at, r.done_at) as at,
  (select w.given_name || ' ' || w.surname from waymark.person w where w.organisation_id = r.organisation_id and w.id = coalesce(r.undone_by, r.done_by)) as by`;

/** All steps of a school, the latest year first. */
export const rollOversOf = async (tx: Transaction, organisation: string, school: string): Promise<readonly StoredRollOver[]> =>
  (
    await sql<StoredRollOver>`select ${COLUMNS} from waymark.roll_over r where r.organisation_id = ${organisation} and r.school_id = ${school}
      order by r.year desc, coalesce(r.undone_at, r.done_at) desc nulls first`.execute(tx)
  ).rows;

/** One step, held until the transaction ends, so that two coordinators come one after the other. */
export const holdRollOver = async (tx: Transaction, organisation: string, id: string): Promise<StoredRollOver | undefined> =>
  (
    await sql<StoredRollOver>`select ${COLUMNS} from waymark.roll_over r where r.organisation_id = ${organisation} and r.id = ${id} for update of r`.execute(
      tx,
    )
  ).rows[0];

/** The step into a year, made if there is none, and held. */
export const prepareRollOver = async (
  tx: Transaction,
  organisation: string,
  { id, school, year, from }: { id: string; school: string; year: string; from: Day },
): Promise<StoredRollOver | undefined> => {
  await sql`insert into waymark.roll_over (organisation_id, id, school_id, year, from_day) values (${organisation}, ${id}, ${school}, ${year}, ${from})
    on conflict (organisation_id, school_id, year) where state <> 'undone' do nothing`.execute(tx);
  const { rows } = await sql<{ id: string }>`select id from waymark.roll_over
    where organisation_id = ${organisation} and school_id = ${school} and year = ${year} and state <> 'undone'`.execute(tx);
  return rows[0] && holdRollOver(tx, organisation, rows[0].id);
};

/** Writes that something about a step changed, and what its state is. */
export const nextVersion = async (tx: Transaction, organisation: string, id: string): Promise<void> => {
  await sql`update waymark.roll_over set version = version + 1 where organisation_id = ${organisation} and id = ${id}`.execute(tx);
};

export type RollingPupil = Rolling & {
  readonly name: string;
  readonly caseRef: string | null;
  readonly keyWorker: string | null;
  readonly keyWorkerName: string | null;
};

/** A form class is what pupils belong to: one that is named as theirs, or one without a subject. */
const isForm = sql`(c.subject is null or exists (select from waymark.pupil own where own.organisation_id = c.organisation_id and own.school_id = c.school_id
  and own.left_on is null and own.class_name = c.name))`;

/** Everyone on the roll of a school, by class and name; `placed` where the roster already has them in a form class from the new year on. */
export const pupilsOnRoll = async (tx: Transaction, organisation: string, school: string, from: Day): Promise<readonly RollingPupil[]> =>
  (
    await sql<RollingPupil>`
      select p.id, coalesce(p.known_as, p.given_name) || ' ' || p.surname as name, p.case_ref as "caseRef", p.year_group as "yearGroup",
             p.class_name as "className", p.key_worker_id as "keyWorker",
             (select w.given_name || ' ' || w.surname from waymark.person w where w.organisation_id = p.organisation_id and w.id = p.key_worker_id) as "keyWorkerName",
             (select c.name from waymark.class_pupil cp join waymark.class c on c.organisation_id = cp.organisation_id and c.id = cp.class_id
               where cp.organisation_id = p.organisation_id and cp.pupil_id = p.id and cp.from_day >= ${from}::date and ${isForm} and c.ended_on is null
                 and cp.made_by_roll_over is null order by cp.from_day desc, c.name limit 1) as placed
        from waymark.pupil p
       where p.organisation_id = ${organisation} and p.school_id = ${school} and p.left_on is null
       order by p.year_group nulls last, p.class_name nulls last, p.surname, p.given_name, p.id`.execute(tx)
  ).rows;

export type StoredForm = {
  readonly id: string;
  readonly name: string;
  readonly yearGroup: number;
  readonly teachers: readonly { readonly id: string; readonly name: string }[];
};

/** The form classes of a school that have not ended, with who takes each now; the year is the class's own, or its pupils'. */
export const formsOf = async (tx: Transaction, organisation: string, school: string, today: Day): Promise<readonly StoredForm[]> =>
  (
    await sql<StoredForm>`
      select c.id, c.name, coalesce(c.year_group, known.year) as "yearGroup",
             coalesce((select json_agg(json_build_object('id', w.id, 'name', w.given_name || ' ' || w.surname) order by t.from_day, w.surname)
                         from waymark.class_teacher t join waymark.person w on w.organisation_id = t.organisation_id and w.id = t.person_id
                        where t.organisation_id = c.organisation_id and t.class_id = c.id and w.left_on is null and (t.to_day is null or t.to_day >= ${today}::date)), '[]') as teachers
        from waymark.class c
        left join lateral (select min(p.year_group) as year from waymark.pupil p
           where p.organisation_id = c.organisation_id and p.school_id = c.school_id and p.left_on is null and p.class_name = c.name) known on true
       where c.organisation_id = ${organisation} and c.school_id = ${school} and c.ended_on is null and ${isForm} and coalesce(c.year_group, known.year) is not null
       order by 3, c.name`.execute(tx)
  ).rows;

export type StoredMove = { readonly pupil: string; readonly sort: 'moves' | 'repeats' | 'leaves'; readonly to: string | null };

/** What was settled by hand. */
export const settledMoves = async (tx: Transaction, organisation: string, id: string): Promise<readonly StoredMove[]> =>
  (
    await sql<StoredMove>`select pupil_id as pupil, sort, to_class as "to" from waymark.roll_over_move where organisation_id = ${organisation} and roll_over_id = ${id}`.execute(
      tx,
    )
  ).rows;

/** Settles these pupils' moves, or takes back what was settled. */
export const writeSettled = async (
  tx: Transaction,
  organisation: string,
  id: string,
  pupils: readonly string[],
  settled: { readonly sort: 'moves' | 'repeats' | 'leaves' | null; readonly to: string | null; readonly by: string },
): Promise<void> => {
  await sql`delete from waymark.roll_over_move where organisation_id = ${organisation} and roll_over_id = ${id} and pupil_id = any(${pupils}::uuid[])`.execute(
    tx,
  );
  if (settled.sort)
    await sql`insert into waymark.roll_over_move (organisation_id, roll_over_id, pupil_id, sort, to_class, by_person)
      select ${organisation}, ${id}, pupil, ${settled.sort}, ${settled.to}, ${settled.by} from unnest(${pupils}::uuid[]) pupil`.execute(tx);
};

export type ChosenTeacher = { readonly class: string; readonly id: string; readonly name: string };

export const chosenTeachers = async (tx: Transaction, organisation: string, id: string): Promise<readonly ChosenTeacher[]> =>
  (
    await sql<ChosenTeacher>`select t.class_name as class, w.id, w.given_name || ' ' || w.surname as name
       from waymark.roll_over_teacher t join waymark.person w on w.organisation_id = t.organisation_id and w.id = t.person_id
      where t.organisation_id = ${organisation} and t.roll_over_id = ${id}`.execute(tx)
  ).rows;

/** Chooses who takes a class in the new year; nobody: whoever has it now. */
export const writeTeacher = async (
  tx: Transaction,
  organisation: string,
  id: string,
  taken: string,
  person: string | null,
): Promise<void> => {
  await sql`delete from waymark.roll_over_teacher where organisation_id = ${organisation} and roll_over_id = ${id} and class_name = ${taken}`.execute(
    tx,
  );
  if (person)
    await sql`insert into waymark.roll_over_teacher (organisation_id, roll_over_id, class_name, person_id) values (${organisation}, ${id}, ${taken}, ${person})`.execute(
      tx,
    );
};
