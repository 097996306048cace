import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { aDoor, type HttpDoor } from '#tests/builders/http-door.ts';
import { noGraph } from '#tests/no-graph.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

const TODAY = '2026-11-23' as Day;
const SEND_TEAM = 'a1b2c3d4-1111-4222-8333-444444444444';

let world: World;
let ruth: Actor;
let admin: Actor;
/** Questions that Graph was asked, and its answer: the groups somebody is in. */
let asked: (readonly string[])[];
let member: readonly string[];

beforeEach(async () => {
  asked = [];
  member = [];
  world = await aWorld({
    graph: {
      ...noGraph,
      groups: {
        among: async (_, groups) => {
          asked.push(groups);
          return groups.filter((group) => member.includes(group));
        },
      },
    },
  });
  ruth = await world.actorFor('coordinator');
  admin = await world.actorFor('administrator');
});

const give = (by: Actor, person: string, role: 'coordinator' | 'leader' | 'teacher' | 'administrator', more: object = {}) =>
  world.casework.giveRole(by, { person, school: world.school, role, from: TODAY, to: null, ...more });
const end = (by: Actor, person: string, role: 'coordinator' | 'leader' | 'administrator') =>
  world.casework.endRole(by, { person, school: world.school, role });

describe('roles set here', () => {
  it('a role is given from–to and ends with the deed that takes it; the trail says who did', async () => {
    const gareth = await world.actorFor('assistant');
    const { grants } = await give(ruth, gareth.person, 'leader', { to: '2027-07-20' });
    expect(grants.find(({ person, role }) => person === gareth.person && role === 'leader')).toMatchObject({
      from: TODAY,
      to: '2027-07-20',
      fixed: null,
    });
    const after = await end(ruth, gareth.person, 'leader');
    expect(after.grants.some(({ person, role }) => person === gareth.person && role === 'leader')).toBe(false);
    const trail = await world.sql<{ deed: string; actor: string }>(
      "select deed, actor from waymark.audit_entry where organisation_id = $1 and deed like '%-role' order by deed",
      [world.organisation],
    );
    expect(trail).toEqual([
      { deed: 'end-role', actor: ruth.person },
      { deed: 'give-role', actor: ruth.person },
    ]);
  });

  it('the last coordinator of the school and the last administrator cannot be removed, nor given an end', async () => {
    await expect(end(admin, ruth.person, 'coordinator')).rejects.toMatchObject({
      kind: 'not-ready',
      message: expect.stringContaining('last coordinator'),
    });
    await expect(give(admin, ruth.person, 'coordinator', { to: '2026-12-01' })).rejects.toMatchObject({ kind: 'not-ready' });
    await expect(end(admin, admin.person, 'administrator')).rejects.toMatchObject({
      kind: 'not-ready',
      message: expect.stringContaining('last administrator'),
    });
    await give(admin, (await world.actorFor('teacher')).person, 'coordinator');
    await expect(end(admin, ruth.person, 'coordinator')).resolves.toBeTruthy();
  });

  it('nobody gives a role to themselves, and a coordinator appoints no administrator', async () => {
    await expect(give(admin, admin.person, 'coordinator')).rejects.toMatchObject({
      kind: 'not-allowed',
      message: expect.stringContaining('to themselves'),
    });
    const gareth = await world.actorFor('assistant');
    await expect(give(ruth, gareth.person, 'administrator')).rejects.toMatchObject({
      kind: 'not-allowed',
      message: 'Only an administrator gives or takes this role.',
    });
    expect((await world.casework.openRoles(ruth)).mayGive).not.toContain('administrator');
  });

  it('a person or school of another organisation is not known here', async () => {
    const other = await aWorld();
    await expect(give(ruth, (await other.actorFor('teacher')).person, 'leader')).rejects.toMatchObject({ fields: [{ field: 'person' }] });
    await expect(give(ruth, (await world.actorFor('teacher')).person, 'leader', { school: other.school })).rejects.toMatchObject({
      fields: [{ field: 'school' }],
    });
  });
});

describe('roles from groups of the directory', () => {
  let door: HttpDoor;
  afterEach(() => door?.close());

  /** Somebody without any role here signs in with these claims; their roles, or the refusal. */
  const signIn = async (claims: Record<string, unknown>): Promise<readonly string[] | string> => {
    const nobody = await world.actorFor('teacher');
    await world.sql('delete from waymark.role_grant where person_id = $1', [nobody.person]);
    door = await aDoor(world, nobody);
    const reply = await door.server.inject({ url: '/api/me', headers: await door.headers(claims) });
    const said = reply.json() as { roles?: string[]; detail?: string };
    return said.roles ?? said.detail ?? '';
  };
  const map = (role: 'coordinator' | 'leader' = 'leader') =>
    world.casework.mapGroup(admin, { group: SEND_TEAM, name: 'SEND team', role, school: null });

  it('a member of the group has the role, somebody outside it has none', async () => {
    await map();
    expect(await signIn({ groups: [SEND_TEAM] })).toEqual(['leader']);
    await door.close();
    expect(await signIn({ groups: [randomUUID(), 'SEND team'] })).toContain('You have no role in Waymark yet');
  });

  it('where the groups were too many for the token, Graph is asked for those that matter, and asked once', async () => {
    await map();
    member = [SEND_TEAM];
    expect(await signIn({ _claim_names: { groups: 'src1' } })).toEqual(['leader']);
    await door.server.inject({ url: '/api/me', headers: await door.headers({ hasgroups: true }) });
    expect(asked).toEqual([[SEND_TEAM]]);
  });

  it('without any such group Graph is not asked', async () => {
    expect(await signIn({ hasgroups: 'true' })).toContain('You have no role in Waymark yet');
    expect(asked).toEqual([]);
  });

  it('a group that no longer gives a role opens nothing at the next call; only an administrator says which do', async () => {
    const { groups } = await map();
    expect(await signIn({ groups: [SEND_TEAM] })).toEqual(['leader']);
    await world.casework.unmapGroup(admin, { mapping: groups[0]?.id ?? '' });
    const reply = await door.server.inject({ url: '/api/me', headers: await door.headers({ groups: [SEND_TEAM] }) });
    expect(reply.statusCode).toBe(403);
    await expect(
      world.casework.mapGroup(ruth, { group: SEND_TEAM, name: 'SEND team', role: 'leader', school: null }),
    ).rejects.toMatchObject({ kind: 'not-allowed' });
  });
});

describe('whoever has left', () => {
  it('duty 3 A3: is let in no more from that day, whatever roles and places on teams are still written', async () => {
    const teacher = await world.actorFor('teacher', { pupil: await world.enrol(), relation: 'teaches' });
    const door = await aDoor(world, teacher);
    expect((await door.server.inject({ url: '/api/me', headers: await door.headers() })).statusCode).toBe(200);
    await world.sql('update waymark.person set left_on = $2 where id = $1', [teacher.person, TODAY]);
    const reply = await door.server.inject({ url: '/api/me', headers: await door.headers() });
    expect(reply.statusCode).toBe(403);
    await door.close();
  });
});
