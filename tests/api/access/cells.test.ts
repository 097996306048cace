import { beforeAll, describe, expect, it } from '@jest/globals';
import { permit, permitInHouse } from '#api/access/permit.ts';
import { Refusal } from '#api/refusal.ts';
import type { Actor, Relation, Role } from '#domain/access/actor.ts';
import { RELATIONS, ROLES } from '#domain/access/actor.ts';
import { byRelation, byRole, inHouse } from '#tests/domain/access/access-page.ts';
import { aVictim, coverFor, type Victim } from './a-victim.ts';

/*
 * Each cell of docs/access.md, tried against the record: real rows, real walls. Nobody holds a role beside the one the cell is about, and a
 * relation stands alone, without a role of any weight.
 */
let victim: Victim;
const withRole = new Map<Role, Actor>();
const withRelation = new Map<Relation, Actor>();

beforeAll(async () => {
  victim = await aVictim();
  const { world, pupil } = victim;
  for (const role of ROLES) withRole.set(role, await world.actorFor(role));
  for (const relation of RELATIONS) {
    const actor = await world.actorFor('auditor', ...(relation === 'covers' ? [] : [{ pupil, relation }]));
    if (relation === 'covers') await coverFor(victim, actor.person);
    withRelation.set(relation, { ...actor, roles: [] });
  }
});

const answered = async (work: () => Promise<void> | void): Promise<'given' | 'refused'> => {
  try {
    await work();
    return 'given';
  } catch (fault) {
    if (fault instanceof Refusal && ['not-found', 'not-allowed'].includes(fault.kind)) return 'refused';
    throw fault;
  }
};

const tried = (actor: Actor | undefined, deed: Parameters<typeof permit>[2]) => {
  if (!actor) throw new Error('the page names a role or relation that nobody here has');
  return answered(() => victim.world.database.within(actor.scope, (tx) => permit(tx, actor, deed, victim.pupil, victim.world.today)));
};

const shown = (given: boolean): string => (given ? 'given' : 'refused');

describe('each cell of the page, against the record', () => {
  it.each(byRole)('a $by without any relation: $deed, $given', async ({ deed, by, given }) => {
    expect(await tried(withRole.get(by), deed)).toBe(shown(given));
  });

  it.each(byRelation)('one who $by the pupil and has no role: $deed, $given', async ({ deed, by, given }) => {
    expect(await tried(withRelation.get(by), deed)).toBe(shown(given));
  });

  it.each(inHouse)('a $by in the house: $deed, $given', async ({ deed, by, given }) => {
    const actor = withRole.get(by) as Actor;
    expect(await answered(() => permitInHouse(actor, deed))).toBe(shown(given));
  });
});
