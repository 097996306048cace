import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Mark, MarkFact, PlanInForce, ReadFact, StrategyLine } from '#domain/classes/strategies.ts';
import { visiblePupils } from '../access/access-records.ts';
import type { Transaction } from '../database/connection.ts';

/** What the record says that helps a pupil, with what one reader answered and read of it. */
export type StrategyFacts = {
  readonly id: string;
  readonly name: string;
  readonly surname: string;
  readonly caseRef: string | null;
  readonly className: string | null;
  readonly strengths: readonly string[];
  readonly lines: readonly StrategyLine[];
  readonly plan: PlanInForce | null;
  readonly marks: readonly MarkFact[];
  readonly reads: readonly ReadFact[];
};

const held = (row: string, today: Day) =>
  sql`${sql.ref(`${row}.from_day`)} <= ${today}::date and (${sql.ref(`${row}.to_day`)} is null or ${sql.ref(`${row}.to_day`)} >= ${today}::date)`;

const LINES = sql`(select coalesce(json_agg(json_build_object('id', l.id, 'words', l.words, 'version', l.version, 'changedAt', l.changed_at) order by l.rank, l.id), '[]')
    from waymark.profile_line l where l.organisation_id = p.organisation_id and l.pupil_id = p.id and l.kind = 'strategy')`;

const PLAN = sql`(select json_build_object('plan', one.id, 'version', one.current_version) from waymark.plan one
    where one.organisation_id = p.organisation_id and one.pupil_id = p.id and one.state in ('agreed', 'in-force')
    order by one.in_force_from desc nulls last, one.created_at desc limit 1)`;

/** The pupils of a condition on `p`, in the order of their names. */
const factsWhere = async (
  tx: Transaction,
  organisation: string,
  reader: string,
  condition: ReturnType<typeof sql>,
): Promise<StrategyFacts[]> => {
  const { rows } = await sql<StrategyFacts>`
    select p.id, coalesce(p.known_as, p.given_name) || ' ' || p.surname as name, p.surname, p.case_ref as "caseRef", p.class_name as "className",
      array(select l.words from waymark.profile_line l where l.organisation_id = p.organisation_id and l.pupil_id = p.id and l.kind = 'strength' order by l.rank) as strengths,
      ${LINES} as lines, ${PLAN} as plan,
      (select coalesce(json_agg(json_build_object('line', m.line_id, 'version', m.line_version, 'mark', m.mark, 'said', m.said, 'at', m.at)), '[]')
         from waymark.strategy_mark m where m.organisation_id = p.organisation_id and m.pupil_id = p.id and m.person_id = ${reader}) as marks,
      (select coalesce(json_agg(json_build_object('edition', r.edition, 'at', r.at) order by r.at), '[]')
         from waymark.strategy_reading r where r.organisation_id = p.organisation_id and r.pupil_id = p.id and r.person_id = ${reader}) as reads
      from waymark.pupil p
     where p.organisation_id = ${organisation} and p.stage <> 'none' and p.left_on is null and ${condition}
     order by p.surname, p.given_name, p.id`.execute(tx);
  return rows;
};

/** Pupils on the register whom a person teaches today, by class or team; of one class where it is given. */
export const taughtBy = (
  tx: Transaction,
  organisation: string,
  person: string,
  today: Day,
  one?: string,
): Promise<readonly StrategyFacts[]> => {
  const byClass = sql`select cp.pupil_id from waymark.class_teacher t
      join waymark.class_pupil cp on cp.organisation_id = t.organisation_id and cp.class_id = t.class_id and ${held('cp', today)}
     where t.organisation_id = ${organisation} and t.person_id = ${person} and ${held('t', today)}`;
  const byTeam = sql`select m.pupil_id from waymark.team_member m
     where m.organisation_id = ${organisation} and m.person_id = ${person} and m.relation in ('teaches', 'supports') and ${held('m', today)}`;
  return factsWhere(
    tx,
    organisation,
    person,
    one ? sql`p.id in (${byClass} and t.class_id = ${one}::uuid)` : sql`p.id in (${byClass} union ${byTeam})`,
  );
};

/** One pupil as a reader has it; undefined where there is none on the register. */
export const factsOf = async (tx: Transaction, organisation: string, reader: string, pupil: string): Promise<StrategyFacts | undefined> =>
  (await factsWhere(tx, organisation, reader, sql`p.id = ${pupil}::uuid`))[0];

/** Classes the person teaches today that have a pupil on the register. */
export const classesTaught = async (
  tx: Transaction,
  organisation: string,
  person: string,
  today: Day,
): Promise<readonly { readonly id: string; readonly name: string; readonly pupils: number }[]> => {
  const { rows } = await sql<{ id: string; name: string; pupils: number }>`
    select c.id, c.name, (select count(*)::int from waymark.class_pupil cp where cp.organisation_id = c.organisation_id and cp.class_id = c.id and ${held('cp', today)}) as pupils
      from waymark.class c
      join waymark.class_teacher t on t.organisation_id = c.organisation_id and t.class_id = c.id and t.person_id = ${person} and ${held('t', today)}
     where c.organisation_id = ${organisation} and c.ended_on is null
       and exists (select from waymark.class_pupil cp join waymark.pupil p on p.organisation_id = cp.organisation_id and p.id = cp.pupil_id and p.stage <> 'none' and p.left_on is null
                    where cp.organisation_id = c.organisation_id and cp.class_id = c.id and ${held('cp', today)})
     order by c.name, c.id`.execute(tx);
  return rows;
};

/** Whether the person taught or supported the pupil once, and no longer does: they may be told so. */
export const taughtBefore = async (tx: Transaction, organisation: string, person: string, pupil: string): Promise<boolean> => {
  const { rows } = await sql<{ once: boolean }>`
    select exists (select from waymark.class_teacher t join waymark.class_pupil cp on cp.organisation_id = t.organisation_id and cp.class_id = t.class_id
                    where t.organisation_id = ${organisation} and t.person_id = ${person} and cp.pupil_id = ${pupil}::uuid)
        or exists (select from waymark.team_member m where m.organisation_id = ${organisation} and m.person_id = ${person} and m.pupil_id = ${pupil}::uuid) as once`.execute(
    tx,
  );
  return rows[0]?.once ?? false;
};

export type MarkToKeep = {
  readonly id: string;
  readonly pupil: string;
  readonly line: StrategyLine;
  readonly mark: Mark | null;
  readonly said: string | null;
  readonly planVersion: number | null;
  readonly at: Instant;
};

/** Adds an answer beside those before it. */
export const addMark = async (tx: Transaction, actor: Actor, one: MarkToKeep): Promise<void> => {
  await sql`
    insert into waymark.strategy_mark (organisation_id, id, pupil_id, person_id, line_id, line_version, words, mark, said, plan_version, at)
    values (${actor.scope.organisation}, ${one.id}, ${one.pupil}, ${actor.person}, ${one.line.id}, ${one.line.version}, ${one.line.words}, ${one.mark},
            ${one.said}, ${one.planVersion}, ${one.at}::timestamptz)`.execute(tx);
};

/** Keeps that an edition was read; the first time is the one that counts. */
export const addReading = async (
  tx: Transaction,
  actor: Actor,
  one: { readonly pupil: string; readonly edition: string; readonly planVersion: number | null; readonly at: Instant },
): Promise<void> => {
  await sql`
    insert into waymark.strategy_reading (organisation_id, pupil_id, person_id, edition, plan_version, at)
    values (${actor.scope.organisation}, ${one.pupil}, ${actor.person}, ${one.edition}, ${one.planVersion}, ${one.at}::timestamptz)
    on conflict do nothing`.execute(tx);
};

/** What each colleague says now of a pupil's strategies, in the words they answered to. */
export type GatheredMark = {
  readonly line: string;
  readonly words: string;
  readonly mark: Mark;
  readonly said: string | null;
  readonly by: string;
  readonly at: Instant;
};

/** Somebody who teaches or supports a pupil today, with the editions they have read. */
export type Reader = { readonly person: string; readonly name: string; readonly reads: readonly ReadFact[] };

export type GatheredFacts = Omit<StrategyFacts, 'marks' | 'reads'> & {
  readonly gathered: readonly GatheredMark[];
  readonly readers: readonly Reader[];
};

/** Pupils in a class whom the actor may see, by surname, with the words of their strategies; those of one class where it is given. */
export const pupilsWithStrategies = async (
  tx: Transaction,
  actor: Actor,
  today: Day,
  taught: string | null,
): Promise<readonly { readonly id: string; readonly lines: readonly StrategyLine[] }[]> => {
  const { rows } = await sql<{ id: string; lines: StrategyLine[] }>`
    select p.id, ${LINES} as lines from waymark.pupil p
     where p.organisation_id = ${actor.scope.organisation} and p.stage <> 'none' and p.left_on is null and ${visiblePupils(actor, today, 'p')}
       and exists (select from waymark.class_pupil cp where cp.organisation_id = p.organisation_id and cp.pupil_id = p.id
            and ${held('cp', today)} and (${taught}::uuid is null or cp.class_id = ${taught}::uuid))
     order by p.surname, p.given_name, p.id`.execute(tx);
  return rows;
};

/** What was answered about these pupils, and who has read what, by surname. Whether the actor may see them is asked before. */
export const gatheredFor = async (tx: Transaction, actor: Actor, today: Day, pupils: readonly string[]): Promise<GatheredFacts[]> => {
  const { rows } = await sql<GatheredFacts>`
    select p.id, coalesce(p.known_as, p.given_name) || ' ' || p.surname as name, p.surname, p.case_ref as "caseRef", p.class_name as "className",
      array[]::text[] as strengths, ${LINES} as lines, ${PLAN} as plan,
      (select coalesce(json_agg(json_build_object('line', m.line_id, 'words', m.words, 'mark', m.mark, 'said', m.said, 'by', m.by, 'at', m.at) order by m.at desc), '[]')
         from (select distinct on (m.person_id, m.line_id) m.line_id, m.words, m.mark, m.said, m.at, w.given_name || ' ' || w.surname as by
                 from waymark.strategy_mark m join waymark.person w on w.organisation_id = m.organisation_id and w.id = m.person_id
                where m.organisation_id = p.organisation_id and m.pupil_id = p.id
                order by m.person_id, m.line_id, m.at desc) m where m.mark is not null) as gathered,
      (select coalesce(json_agg(json_build_object('person', w.id, 'name', w.given_name || ' ' || w.surname,
                'reads', (select coalesce(json_agg(json_build_object('edition', r.edition, 'at', r.at)), '[]') from waymark.strategy_reading r
                           where r.organisation_id = p.organisation_id and r.pupil_id = p.id and r.person_id = w.id)) order by w.surname, w.given_name), '[]')
         from (select t.person_id from waymark.class_pupil cp
                 join waymark.class_teacher t on t.organisation_id = cp.organisation_id and t.class_id = cp.class_id and ${held('t', today)}
                where cp.organisation_id = p.organisation_id and cp.pupil_id = p.id and ${held('cp', today)}
               union
               select tm.person_id from waymark.team_member tm where tm.organisation_id = p.organisation_id and tm.pupil_id = p.id
                  and tm.relation in ('teaches', 'supports') and ${held('tm', today)}) teaching
         join waymark.person w on w.organisation_id = p.organisation_id and w.id = teaching.person_id
        where w.employer is null and (w.left_on is null or w.left_on > ${today}::date)) as readers
      from waymark.pupil p
     where p.organisation_id = ${actor.scope.organisation} and p.stage <> 'none' and p.left_on is null and p.id = any(${pupils}::uuid[])
     order by p.surname, p.given_name, p.id`.execute(tx);
  return rows;
};

/** The standing answers of colleagues to a pupil's strategies, whoever gave them. */
export const marksFor = async (tx: Transaction, organisation: string, pupil: string): Promise<readonly Mark[]> => {
  const { rows } = await sql<{ mark: Mark }>`
    select latest.mark from (
      select distinct on (m.person_id, m.line_id) m.mark from waymark.strategy_mark m
       where m.organisation_id = ${organisation} and m.pupil_id = ${pupil}::uuid order by m.person_id, m.line_id, m.at desc) latest
     where latest.mark is not null`.execute(tx);
  return rows.map(({ mark }) => mark);
};
