import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addresses } from '#contract/addresses.ts';
import { aDoor, type HttpDoor } from '#tests/builders/http-door.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

const NAME = /tamsin|quill|fiona/i;
let world: World;
let door: HttpDoor;
const statuses: number[] = [];

const ask = async (method: 'GET' | 'POST', url: string, payload?: object): Promise<void> => {
  const reply = await door.server.inject({ method, url, headers: await door.headers(), ...(payload ? { payload } : {}) });
  statuses.push(reply.statusCode);
};

/** A morning in which names are typed, searched for, refused and mistyped. */
beforeAll(async () => {
  world = await aWorld();
  const pupil = await world.enrol({ givenName: 'Tamsin', surname: 'Quill' });
  const gone = await (await aWorld()).enrol({ givenName: 'Fiona', surname: 'Quill' });
  door = await aDoor(world, await world.actorFor('coordinator'));
  await ask('POST', '/api/find', { words: 'Tamsin Quill' });
  await ask('GET', '/api/caseload');
  await ask('GET', `/api/pupils/${pupil}`);
  await ask('POST', `/api/pupils/${pupil}/log`, {
    request: pupil,
    kind: 'call',
    on: '2026-11-23',
    words: 'Tamsin Quill’s mother Fiona rang.',
  });
  await ask('POST', `/api/pupils/${pupil}/log`, { request: pupil, kind: 'Tamsin', on: 'Quill', 'Tamsin Quill': 1 });
  await ask('GET', `/api/pupils/${gone}`);
  await ask('GET', '/api/pupils/Tamsin%20Quill');
  await ask('GET', '/api/nothing/Tamsin%20Quill?words=Quill');
  await ask('POST', '/api/find', { words: { name: 'Tamsin Quill' } });
});
afterAll(() => door.close());

describe('logs and addresses', () => {
  it('hold no name after a morning in which names are typed, searched for, refused and mistyped', () => {
    expect(statuses).toEqual([200, 200, 200, 200, 422, 404, 422, 404, 422]);
    expect(world.logged.length).toBeGreaterThanOrEqual(statuses.length - 1);
    expect(world.logged.filter((line) => NAME.test(JSON.stringify(line)))).toEqual([]);
  });

  it('a name is searched for in a body, since an address ends in logs of proxies', () => {
    expect(addresses.find).toBe('POST /api/find');
  });
});
