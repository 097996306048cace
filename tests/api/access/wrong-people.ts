import type { Actor } from '#domain/access/actor.ts';
import { type Relation, ROLES, type Role } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { aWorld } from '#tests/world.ts';
import { coverFor, type Victim } from './a-victim.ts';

/** Somebody who tries, and what the record truly gives them with the victim: roles at the pupil's school and relations, today. */
export type Trier = {
  readonly who: string;
  readonly actor: Actor;
  readonly roles: readonly Role[];
  readonly relations: readonly Relation[];
};

const YESTERDAY = '2026-11-22' as Day;
const TOMORROW = '2026-11-24' as Day;

/** Everybody around the case and everybody beside it: each role, each relation, and all whose right has ended, not begun or lies elsewhere. */
export const wrongPeople = async (victim: Victim): Promise<readonly Trier[]> => {
  const { world, pupil } = victim;
  const nothing = { roles: [], relations: [] } as const;
  const triers: Trier[] = [];
  const add = (who: string, actor: Actor, holds: Partial<Omit<Trier, 'who' | 'actor'>> = {}) =>
    void triers.push({ who, actor, ...nothing, ...holds });

  for (const role of ROLES) add(`${role} of the school`, await world.actorFor(role), { roles: [role] });
  for (const relation of ['coordinates', 'manages-case', 'supports', 'teaches', 'advises'] as const)
    add(`specialist who ${relation}`, await world.actorFor('specialist', { pupil, relation }), {
      roles: ['specialist'],
      relations: [relation],
    });

  const cover = await world.actorFor('teacher');
  await coverFor(victim, cover.person);
  add('teacher who covers the class today', cover, { roles: ['teacher'], relations: ['covers'] });
  add(
    'specialist whose time on the team ended yesterday',
    await world.actorFor('specialist', { pupil, relation: 'advises', to: YESTERDAY }),
  );
  add('case manager who begins tomorrow', await world.actorFor('teacher', { pupil, relation: 'manages-case', from: TOMORROW }));
  add('case manager of another pupil', await world.actorFor('teacher', { pupil: await world.enrol(), relation: 'manages-case' }));
  add('teacher of another class', await teacherOfAnotherClass(victim));
  add('coordinator of another school of the trust', await coordinatorOfAnotherSchool(victim));
  for (const role of ['coordinator', 'leader', 'administrator'] as const)
    add(`${role} of another organisation`, await (await aWorld()).actorFor(role));
  return triers;
};

const teacherOfAnotherClass = async ({ world }: Victim): Promise<Actor> => {
  const teacher = await world.actorFor('teacher');
  const [other, pupil] = [crypto.randomUUID(), await world.enrol()];
  await world.sql("insert into waymark.class (organisation_id, id, school_id, name) values ($1, $2, $3, '6 Elm')", [
    world.organisation,
    other,
    world.school,
  ]);
  await world.sql("insert into waymark.class_teacher values ($1, $2, $3, '2026-09-01', null)", [world.organisation, other, teacher.person]);
  await world.sql("insert into waymark.class_pupil values ($1, $2, $3, '2026-09-01', null)", [world.organisation, other, pupil]);
  return teacher;
};

const coordinatorOfAnotherSchool = async ({ world }: Victim): Promise<Actor> => {
  const coordinator = await world.actorFor('coordinator');
  const second = await world.openSchool('Alder Road School');
  await world.sql('update waymark.role_grant set school_id = $2 where person_id = $1', [coordinator.person, second]);
  return { ...coordinator, scope: { ...coordinator.scope, schools: [second] } };
};
