import { type AddressInfo, connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { awaitSmallBodies } from '#api/http/arrival.ts';
import { DEEPEST, isDeeperThan } from '#api/http/json-body.ts';
import { countAgainst, rateLimits } from '#api/http/rate-limits.ts';
import { problemOf } from '#api/http/refusals.ts';
import { visits } from '#api/links/visits.ts';
import { CallFailed, openCalls } from '#contract/calls.ts';
import { problem } from '#contract/problem.ts';
import { visitAddresses } from '#contract/visits.ts';
import { leftBy, spend } from '#domain/access/allowance.ts';
import { aDoor, type HttpDoor } from '#tests/builders/http-door.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

const FEW = { person: { atOnce: 3, aMinute: 6 }, organisation: { atOnce: 5, aMinute: 60 }, visitor: { atOnce: 2, aMinute: 4 } };

/** A clock that goes when it is told. */
const aClock = () => {
  let at = 0;
  return { now: () => at, go: (seconds: number) => (at += seconds) };
};

describe('an allowance', () => {
  it('is spent at once and fills by itself, never beyond what may be asked at once', () => {
    const allowance = { atOnce: 2, aMinute: 6 };
    const first = spend(allowance, undefined, 0);
    const second = spend(allowance, first.left, 0);
    expect([first.wait, second.wait, spend(allowance, second.left, 0).wait]).toEqual([0, 0, 10]);
    expect(spend(allowance, second.left, 9.5).wait).toBe(1);
    expect(spend(allowance, second.left, 10).wait).toBe(0);
    expect(leftBy(allowance, second.left, 10_000)).toBe(2);
  });

  it('asked for again and again while it is empty takes no longer to fill', () => {
    const clock = aClock();
    const count = countAgainst({ atOnce: 1, aMinute: 60 }, clock.now);
    count('a');
    for (let time = 0; time < 50; time += 1) count('a');
    clock.go(1);
    expect(count('a')).toBe(0);
  });

  it('is each asker’s own, and a flood of askers is forgotten before it fills the memory', () => {
    const clock = aClock();
    const count = countAgainst({ atOnce: 1, aMinute: 1 }, clock.now, 100);
    expect([count('a'), count('b'), count('a') > 0]).toEqual([0, 0, true]);
    for (let asker = 0; asker < 5_000; asker += 1) count(`other ${asker}`);
    expect(count('other 4999')).toBeGreaterThan(0);
    expect(count('b')).toBe(0);
  });
});

describe('the door', () => {
  let world: World;
  let door: HttpDoor;
  let origin: string;
  const clock = aClock();
  beforeAll(async () => {
    world = await aWorld();
    door = await aDoor(world, await world.actorFor('coordinator'), {
      visits: visits(world.parts),
      limits: rateLimits(FEW, clock.now),
      proxies: ['127.0.0.1'],
    });
    await door.server.listen({ port: 0 });
    origin = `http://localhost:${(door.server.server.address() as AddressInfo).port}`;
  });
  afterAll(() => door.close());

  const me = async () => door.server.inject({ url: '/api/me', headers: await door.headers() });

  it('answers one who asks too much with 429, how long to wait, and a sentence, and lets them go on after that', async () => {
    clock.go(1_000);
    for (let time = 0; time < 3; time += 1) expect((await me()).statusCode).toBe(200);
    const reply = await me();
    expect(reply.statusCode).toBe(429);
    expect(reply.headers['retry-after']).toBe('10');
    expect(problem.parse(reply.json())).toMatchObject({
      title: 'Too often',
      detail: 'That was a lot at once, so this was not done. Nothing was changed. Wait 10 seconds, then try again.',
    });
    clock.go(10);
    expect((await me()).statusCode).toBe(200);
  });

  it('holds all of an organisation together to a bound of its own', async () => {
    clock.go(1_000);
    const limits = rateLimits(FEW, clock.now);
    const people = ['a', 'b', 'c'].map((person) => ({ person, scope: world.scope }));
    const waits = [...people, ...people].map((one) => limits.wait(one));
    expect(waits.map((wait) => wait > 0)).toEqual([false, false, false, false, false, true]);
    expect(limits.wait({ person: 'z', scope: { organisation: 'another', schools: [] } })).toBe(0);
  });

  it('counts people without an account by their network address, as a proxy of ours tells it and nobody else', async () => {
    clock.go(1_000);
    const ask = (from: string) =>
      door.server.inject({
        method: 'POST',
        url: visitAddresses.open,
        headers: { 'x-forwarded-for': from },
        payload: { token: 'x'.repeat(60) },
      });
    const [first, second, third] = [await ask('203.0.113.7'), await ask('203.0.113.7'), await ask('203.0.113.7')];
    expect([first.statusCode, second.statusCode, third.statusCode]).toEqual([404, 404, 429]);
    expect((await ask('203.0.113.8')).statusCode).toBe(404);
    const other = await aDoor(world, door.actor, { visits: visits(world.parts), limits: rateLimits(FEW, clock.now) });
    const pretending = async (from: string) =>
      (
        await other.server.inject({
          method: 'POST',
          url: visitAddresses.open,
          headers: { 'x-forwarded-for': from },
          payload: { token: 'x'.repeat(60) },
        })
      ).statusCode;
    expect([await pretending('1.1.1.1'), await pretending('2.2.2.2'), await pretending('3.3.3.3')]).toEqual([404, 404, 429]);
    await other.close();
  });

  it('makes the tab and the Word pane wait a short while by themselves, and tells a long one with nothing lost', async () => {
    clock.go(1_000);
    const call = openCalls(
      origin,
      async () => (await door.headers()).authorization?.slice(7) ?? '',
      'tab',
      async (_, body) => body as never,
    );
    for (let time = 0; time < 3; time += 1) await call('me');
    await expect(call('me')).rejects.toMatchObject({ problem: { status: 429 }, message: expect.stringContaining('Wait 10 seconds') });
    await expect(call('me')).rejects.toBeInstanceOf(CallFailed);
    // seven of the ten seconds are over: what is left is short enough to wait for
    clock.go(7);
    const answered = call('me');
    await wait(500);
    clock.go(5);
    expect(await answered).toMatchObject({ roles: ['coordinator'] });
  });

  it('takes no JSON that is nested without end, and brackets in text are only text', async () => {
    expect(isDeeperThan('['.repeat(DEEPEST) + ']'.repeat(DEEPEST), DEEPEST)).toBe(false);
    expect(isDeeperThan('['.repeat(DEEPEST + 1), DEEPEST)).toBe(true);
    expect(isDeeperThan(JSON.stringify({ words: `\\"${'[{'.repeat(500)}` }), DEEPEST)).toBe(false);
    clock.go(1_000);
    const deep = `{"words":${'[{"a":'.repeat(50_000)}1${'}]'.repeat(50_000)}}`;
    const headers = { ...(await door.headers()), 'content-type': 'application/json' };
    const reply = await door.server.inject({ method: 'POST', url: `/api/pupils/${world.school}/log`, headers, payload: deep });
    expect(problem.parse(reply.json())).toMatchObject({ status: 422, detail: expect.stringContaining('nested deeper') });
  });
});

describe('a request that dawdles', () => {
  /** Writes the head and half of a body, then waits. */
  const halfOf = (port: number): Promise<string> =>
    new Promise((resolve) => {
      const line = connect({ port, host: 'localhost' }, () =>
        line.write('POST /small HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 20\r\n\r\n{"a":'),
      );
      let said = '';
      line.on('data', (bytes) => {
        said += bytes;
      });
      line.once('close', () => resolve(said));
    });

  it('is answered 408 as a problem where a small body does not come, and its line is closed', async () => {
    const server = Fastify();
    server.setErrorHandler((thrown, request, reply) => {
      const told = problemOf(thrown, request.id);
      return reply
        .code(told?.status ?? 500)
        .header('connection', 'close')
        .type('application/problem+json')
        .send(told);
    });
    awaitSmallBodies(server, 200);
    server.post('/small', async () => 'done');
    await server.listen({ port: 0 });
    const said = await halfOf((server.server.address() as AddressInfo).port);
    await server.close();
    expect(said).toMatch(/^HTTP\/1.1 408 /);
    expect(said).toContain('The request took too long to arrive. Nothing was changed.');
  });

  it('has twenty seconds for its head, at the real door', async () => {
    const world = await aWorld();
    const door = await aDoor(world, await world.actorFor('coordinator'));
    expect(door.server.server.headersTimeout).toBe(20_000);
    expect(door.server.server.requestTimeout).toBe(300_000);
    await door.close();
  });
});
