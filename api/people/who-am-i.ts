import type { Me } from '#contract/people.ts';
import type { Actor } from '#domain/access/actor.ts';
import { seesWholeRegister } from '#domain/access/deeds.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { personAndHouse } from './people-records.ts';

/** The pages an actor's roles open, in the order of the tab's menu. */
const pagesFor = (roles: Actor['roles']): Me['pages'] => {
  const keeps = roles.includes('administrator') || roles.includes('auditor');
  const works = roles.some((role) => role !== 'administrator' && role !== 'auditor');
  return [
    ...(works ? (['today', 'caseload', 'classes', 'meetings'] as const) : []),
    ...(seesWholeRegister(roles) ? (['compliance'] as const) : []),
    ...(keeps || seesWholeRegister(roles) ? (['settings'] as const) : []),
  ];
};

/** Tells a person who they are to Waymark: their name, roles, schools and pages, and what day it is there. */
export const whoAmI =
  ({ database, clock }: Parts): Casework['whoAmI'] =>
  async (actor) => {
    const found = await database.within(actor.scope, (tx) => personAndHouse(tx, actor));
    if (!found) throw new Refusal('not-found', 'Waymark does not know you yet. Ask your coordinator to add you.');
    return {
      ...found,
      roles: [...actor.roles],
      today: clock.today(actor.timeZone),
      now: clock.now(),
      pages: pagesFor(actor.roles),
    };
  };
