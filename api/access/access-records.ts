import { type RawBuilder, sql } from 'kysely';
import type { Actor, Relation, Role } from '#domain/access/actor.ts';
import { seesWholeRegister } from '#domain/access/deeds.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** How someone stands to one pupil, and which of their roles count at that pupil's school. */
export type Standing = { readonly relations: readonly Relation[]; readonly roles: readonly Role[] };

/** Pupils in a class that the person teaches on that day. */
const taughtBy = (person: string, organisation: string, today: Day) => sql`
  select taught.pupil_id, 'teaches'::text as relation
    from waymark.class_teacher teacher
    join waymark.class_pupil taught on taught.organisation_id = teacher.organisation_id and taught.class_id = teacher.class_id
   where teacher.organisation_id = ${organisation} and teacher.person_id = ${person}
     and teacher.from_day <= ${today}::date and (teacher.to_day is null or teacher.to_day >= ${today}::date)
     and taught.from_day <= ${today}::date and (taught.to_day is null or taught.to_day >= ${today}::date)`;

/** Pupils on whose team the person is on that day. */
const onTeamOf = (person: string, organisation: string, today: Day) => sql`
  select member.pupil_id, member.relation
    from waymark.team_member member
   where member.organisation_id = ${organisation} and member.person_id = ${person}
     and member.from_day <= ${today}::date and (member.to_day is null or member.to_day >= ${today}::date)`;

/** Pupils whose key worker the person is. */
const keyWorkerOf = (person: string, organisation: string) => sql`
  select kept.id as pupil_id, 'supports'::text as relation
    from waymark.pupil kept where kept.organisation_id = ${organisation} and kept.key_worker_id = ${person}`;

/** Pupils in a class that the person takes on that very day, in place of its teacher. */
const coveredBy = (person: string, organisation: string, today: Day) => sql`
  select covered.pupil_id, 'covers'::text as relation
    from waymark.cover cover
    join waymark.class_pupil covered on covered.organisation_id = cover.organisation_id and covered.class_id = cover.class_id
   where cover.organisation_id = ${organisation} and cover.person_id = ${person} and cover.on_day = ${today}::date and cover.withdrawn_at is null
     and covered.from_day <= ${today}::date and (covered.to_day is null or covered.to_day >= ${today}::date)`;

/** All pupils the person stands in a relation to; a cover's relation opens no list, so lists leave it out. */
const relatedPupils = ({ person, scope }: Actor, today: Day) => sql`
  ${taughtBy(person, scope.organisation, today)} union all ${onTeamOf(person, scope.organisation, today)}
  union all ${keyWorkerOf(person, scope.organisation)}`;

/**
 * How the actor stands to pupils of the actor's schools today: by class, team or key work; and their roles as they count at each
 * pupil's school (a coordinator of one school of a trust is none in another). Pupils who do not exist are not in it.
 */
export const standingsTo = async (
  tx: Transaction,
  actor: Actor,
  pupils: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, Standing>> => {
  const { rows } = await sql<{ id: string; relations: Relation[]; granted: Role[]; elsewhere: Role[] }>`
    select pupil.id,
      array(select distinct related.relation from (${relatedPupils(actor, today)}
             union all ${coveredBy(actor.person, actor.scope.organisation, today)}) related where related.pupil_id = pupil.id) as relations,
      array(select role from waymark.role_grant g where ${ownGrant(actor, today)} and g.school_id = pupil.school_id) as granted,
      array(select role from waymark.role_grant g where ${ownGrant(actor, today)} and g.school_id <> pupil.school_id) as elsewhere
    from waymark.pupil pupil
    where pupil.organisation_id = ${actor.scope.organisation} and pupil.id = any(${pupils}::uuid[])
      and pupil.school_id = any(${actor.scope.schools}::uuid[])`.execute(tx);
  const counting = ({ granted, elsewhere }: (typeof rows)[number]) =>
    actor.roles.filter((role) => granted.includes(role) || !elsewhere.includes(role));
  return new Map(rows.map((row) => [row.id, { relations: row.relations, roles: counting(row) }]));
};

/** How the actor stands to one pupil; undefined where there is no such pupil. */
export const standingTo = async (tx: Transaction, actor: Actor, pupil: string, today: Day): Promise<Standing | undefined> =>
  (await standingsTo(tx, actor, [pupil], today)).get(pupil.toLowerCase());

/** The actor's own role grants valid that day, as a condition on `g`. */
const ownGrant = ({ person, scope }: Actor, today: Day) => sql`
  g.organisation_id = ${scope.organisation} and g.person_id = ${person}
  and g.from_day <= ${today}::date and (g.to_day is null or g.to_day >= ${today}::date)`;

/** The relations alone; empty where there is no such pupil. */
export const relationsTo = async (tx: Transaction, actor: Actor, pupil: string, today: Day): Promise<readonly Relation[]> =>
  (await standingTo(tx, actor, pupil, today))?.relations ?? [];

/**
 * A condition on `waymark.pupil`, named by `alias`, that leaves the pupils whom the actor may know of today: the whole roll of a school
 * for its coordinator or leader, else those taught, supported or kept. A role that came with the token and not from a school's
 * grant counts for every school of the actor.
 */
export const visiblePupils = (actor: Actor, today: Day, alias = 'pupil'): RawBuilder<boolean> => {
  const [school, id] = [sql.ref(`${alias}.school_id`), sql.ref(`${alias}.id`)];
  const related = sql`${id} in (select related.pupil_id from (${relatedPupils(actor, today)}) related)`;
  const mine = sql`${sql.ref(`${alias}.organisation_id`)} = ${actor.scope.organisation} and ${school} = any(${actor.scope.schools}::uuid[])`;
  if (!seesWholeRegister(actor.roles)) return sql<boolean>`(${mine} and ${related})`;
  const whole = wholeSchools(actor, today);
  return sql<boolean>`(${mine} and (${school} in (${whole}) or not exists (${whole}) or ${related}))`;
};

/** Schools whose whole roll the actor sees by a grant of theirs. */
const wholeSchools = (actor: Actor, today: Day) =>
  sql`select g.school_id from waymark.role_grant g where ${ownGrant(actor, today)} and g.role in ('coordinator', 'leader')`;

/** The same as `visiblePupils`, as the schools whose whole roll they see and the single pupils besides: what an index can be asked with. */
export const reachOf = (actor: Actor, today: Day): { readonly schools: RawBuilder<string[]>; readonly pupils: RawBuilder<string[]> } => ({
  schools: seesWholeRegister(actor.roles)
    ? sql`(select coalesce(nullif(array(${wholeSchools(actor, today)}), '{}'), ${actor.scope.schools}::uuid[]))`
    : sql`'{}'::uuid[]`,
  pupils: sql`array(select related.pupil_id from (${relatedPupils(actor, today)}) related)`,
});
