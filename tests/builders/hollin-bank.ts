import type { Casework } from '#api/casework.ts';
import type { Actor, Role } from '#domain/access/actor.ts';
import { asDay } from '#domain/calendar/day.ts';
import { hollinBank, type SchoolWithCasework } from '#local-tenant/school/hollin-bank.ts';
import { personId, pupilId } from '#server/seed/people-rows.ts';
import { seed } from '#server/seed.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

/** The made-up school in the record on Monday 23 November 2026, with the people of its stories. */
export type HollinBank = {
  readonly world: World;
  readonly school: SchoolWithCasework;
  readonly casework: Casework;
  /** Someone on the staff, by key (`ruth.okafor`), at the tab. */
  actor(key: string): Actor;
  pupil(key: string): string;
};

/** Seeds the school once into this test file's database. */
export const theHollinBank = async (): Promise<HollinBank> => {
  const world = await aWorld();
  const today = asDay('2026-11-23');
  const school = hollinBank(today);
  await seed(world.database, school, { today, now: '2026-11-23T06:02:00.000Z' as never });
  const actor = (key: string): Actor => {
    const person = school.staff.find((one) => one.key === key);
    if (!person) throw new Error(`Nobody called ${key} works at the made-up school.`);
    return {
      person: personId(key),
      name: `${person.givenName} ${person.surname}`,
      roles: [person.role as Role],
      scope: { organisation: school.organisation.tenantId, schools: [school.school.id] },
      door: 'tab',
      timeZone: school.organisation.timeZone,
    };
  };
  return { world, school, casework: world.casework, actor, pupil: pupilId };
};
