import { sql } from 'kysely';
import type { Actor, Relation, Role } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { SheetFacts } from '#domain/classes/class-sheet.ts';
import type { Mark } from '#domain/classes/strategies.ts';
import type { Transaction } from '../database/connection.ts';

/** A class as the list of classes shows it. */
export type StoredClass = {
  readonly id: string;
  readonly school: string;
  readonly name: string;
  readonly subject: string | null;
  readonly teachers: readonly string[];
  readonly pupils: number;
  /** How the reader stands to the class itself, today. */
  readonly mine: 'teaches' | 'covers' | null;
  readonly cover: readonly { readonly id: string; readonly person: string; readonly name: string; readonly day: Day }[];
};

const held = (row: string, today: Day) =>
  sql`${sql.ref(`${row}.from_day`)} <= ${today}::date and (${sql.ref(`${row}.to_day`)} is null or ${sql.ref(`${row}.to_day`)} >= ${today}::date)`;

const ON_REGISTER = sql`p.stage <> 'none' and p.left_on is null`;

const classesWhere = async (
  tx: Transaction,
  actor: Actor,
  today: Day,
  condition: ReturnType<typeof sql>,
): Promise<readonly StoredClass[]> => {
  const { organisation, schools } = actor.scope;
  const { rows } = await sql<StoredClass>`
    select found.* from (
      select c.id, c.school_id as school, c.name, c.subject,
        array(select w.given_name || ' ' || w.surname from waymark.class_teacher t join waymark.person w on w.organisation_id = t.organisation_id and w.id = t.person_id
               where t.organisation_id = c.organisation_id and t.class_id = c.id and ${held('t', today)} order by w.surname) as teachers,
        (select count(*)::int from waymark.class_pupil cp join waymark.pupil p on p.organisation_id = cp.organisation_id and p.id = cp.pupil_id and ${ON_REGISTER}
          where cp.organisation_id = c.organisation_id and cp.class_id = c.id and ${held('cp', today)}) as pupils,
        case when exists (select 1 from waymark.class_teacher t where t.organisation_id = c.organisation_id and t.class_id = c.id and t.person_id = ${actor.person} and ${held('t', today)}) then 'teaches'
             when exists (select 1 from waymark.cover v where v.organisation_id = c.organisation_id and v.class_id = c.id and v.person_id = ${actor.person}
                           and v.on_day = ${today}::date and v.withdrawn_at is null) then 'covers' end as mine,
        coalesce((select json_agg(json_build_object('id', v.id, 'person', v.person_id, 'name', w.given_name || ' ' || w.surname, 'day', v.on_day) order by v.on_day, w.surname)
                    from waymark.cover v join waymark.person w on w.organisation_id = v.organisation_id and w.id = v.person_id
                   where v.organisation_id = c.organisation_id and v.class_id = c.id and v.on_day >= ${today}::date and v.withdrawn_at is null), '[]') as cover
      from waymark.class c
      where c.organisation_id = ${organisation} and c.school_id = any(${schools}::uuid[]) and c.ended_on is null
    ) found where ${condition}`.execute(tx);
  return rows;
};

/** Classes with a pupil on the register: those the reader teaches or takes today, or all of these schools. */
export const classesOf = (tx: Transaction, actor: Actor, today: Day, wholeSchools: readonly string[]): Promise<readonly StoredClass[]> =>
  classesWhere(tx, actor, today, sql`(found.mine is not null or (found.pupils > 0 and found.school = any(${wholeSchools}::uuid[])))`);

/** One class of the reader's schools; undefined where there is none. */
export const classOf = async (tx: Transaction, actor: Actor, id: string, today: Day): Promise<StoredClass | undefined> =>
  (await classesWhere(tx, actor, today, sql`found.id = ${id}::uuid`))[0];

/** A pupil of a class with what the sheet may say, and how the reader stands to the pupil today. */
export type SheetPupil = Omit<SheetFacts, 'strategies'> & {
  readonly strategies: readonly {
    readonly words: string;
    /** What colleagues answered to these very words, the newest of each person. */
    readonly marks: readonly { readonly mark: Mark; readonly by: string; readonly at: Instant }[];
  }[];
  readonly relations: readonly Relation[];
};

/** Pupils of the class who are on the register, in the order of the class list. */
export const sheetPupils = async (tx: Transaction, actor: Actor, id: string, today: Day): Promise<readonly SheetPupil[]> => {
  const { organisation } = actor.scope;
  const { rows } = await sql<SheetPupil>`
    select p.id, coalesce(p.known_as, p.given_name) as "givenName", p.surname,
      array(select l.words from waymark.profile_line l where l.organisation_id = p.organisation_id and l.pupil_id = p.id and l.kind = 'strength' order by l.rank) as strengths,
      coalesce((select json_agg(json_build_object('words', l.words, 'marks', coalesce((
          select json_agg(json_build_object('mark', m.mark, 'by', m.by, 'at', m.at) order by m.at desc)
            from (select distinct on (m.person_id) m.mark, m.words, m.at, w.given_name || ' ' || w.surname as by
                    from waymark.strategy_mark m join waymark.person w on w.organisation_id = m.organisation_id and w.id = m.person_id
                   where m.organisation_id = l.organisation_id and m.pupil_id = l.pupil_id and m.line_id = l.id
                   order by m.person_id, m.at desc) m where m.mark is not null and m.words = l.words), '[]')) order by l.rank)
        from waymark.profile_line l where l.organisation_id = p.organisation_id and l.pupil_id = p.id and l.kind = 'strategy'), '[]') as strategies,
      array(select l.words from waymark.profile_line l where l.organisation_id = p.organisation_id and l.pupil_id = p.id and l.kind = 'if-wrong' order by l.rank) as "ifWrong",
      array(
        select m.relation from waymark.team_member m where m.organisation_id = p.organisation_id and m.pupil_id = p.id and m.person_id = ${actor.person} and ${held('m', today)}
        union select 'supports' where p.key_worker_id = ${actor.person}
        union select 'teaches' from waymark.class_teacher t where t.organisation_id = p.organisation_id and t.class_id = cp.class_id and t.person_id = ${actor.person} and ${held('t', today)}
        union select 'covers' from waymark.cover v where v.organisation_id = p.organisation_id and v.class_id = cp.class_id and v.person_id = ${actor.person}
               and v.on_day = ${today}::date and v.withdrawn_at is null) as relations
    from waymark.class_pupil cp
    join waymark.pupil p on p.organisation_id = cp.organisation_id and p.id = cp.pupil_id and ${ON_REGISTER}
    where cp.organisation_id = ${organisation} and cp.class_id = ${id} and ${held('cp', today)}
    order by p.surname, p.given_name, p.id`.execute(tx);
  return rows;
};

/** The actor's roles as they count at one school: a coordinator of another school of a trust is none here. */
export const rolesAt = async (tx: Transaction, actor: Actor, school: string, today: Day): Promise<readonly Role[]> => {
  const { rows } = await sql<{ role: Role; here: boolean }>`
    select g.role, bool_or(g.school_id = ${school}) as here from waymark.role_grant g
     where g.organisation_id = ${actor.scope.organisation} and g.person_id = ${actor.person} and ${held('g', today)} group by g.role`.execute(
    tx,
  );
  const elsewhere = rows.filter(({ here }) => !here).map(({ role }) => role);
  return actor.roles.filter((role) => !elsewhere.includes(role));
};

/** Schools of the actor at which one of these roles counts. */
export const schoolsWhere = async (tx: Transaction, actor: Actor, roles: readonly Role[], today: Day): Promise<readonly string[]> => {
  const schools = await Promise.all(actor.scope.schools.map(async (school) => ({ school, held: await rolesAt(tx, actor, school, today) })));
  return schools.filter(({ held: mine }) => mine.some((role) => roles.includes(role))).map(({ school }) => school);
};

/** The school's name, and who coordinates there. */
export const schoolOfSheet = async (
  tx: Transaction,
  organisation: string,
  school: string,
  today: Day,
): Promise<{ readonly name: string; readonly coordinator: string | null }> => {
  const { rows } = await sql<{ name: string; coordinator: string | null }>`
    select s.name, (select w.given_name || ' ' || w.surname from waymark.role_grant g join waymark.person w on w.organisation_id = g.organisation_id and w.id = g.person_id
                     where g.organisation_id = s.organisation_id and g.school_id = s.id and g.role = 'coordinator' and ${held('g', today)} order by g.from_day, w.surname limit 1) as coordinator
      from waymark.school s where s.organisation_id = ${organisation} and s.id = ${school}`.execute(tx);
  return rows[0] ?? { name: '', coordinator: null };
};
