import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { feeds } from '#api/compliance/date-feed.ts';
import { visits } from '#api/links/visits.ts';
import { addresses } from '#contract/addresses.ts';
import { problem } from '#contract/problem.ts';
import { visitAddresses } from '#contract/visits.ts';
import { aDoor, type HttpDoor } from '#tests/builders/http-door.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';
import { type HostileRequest, hostileRequests } from './hostile-requests.ts';

/*
 * Every address of the door, asked what nobody should: broken JSON, other kinds of content, other encodings, ids that are none, shapes that
 * hold with text in them that no keyboard types. Behind the door are the real deeds on a real record. The long form is tests/long/api-fuzz.
 */
const seed = Number(process.env.WAYMARK_TEST_SEED ?? 20_261_123);
const EACH = Number(process.env.WAYMARK_TEST_EACH ?? 7);

let door: HttpDoor;
let headers: Record<string, string>;
let world: World;
beforeAll(async () => {
  world = await aWorld();
  door = await aDoor(world, await world.actorFor('coordinator'), { visits: visits(world.parts), feeds: feeds(world.parts) });
  headers = await door.headers();
});
afterAll(() => door.close());

const asked = async ({ method, url, headers: more, payload }: HostileRequest) =>
  door.server.inject({ method, url, headers: { ...headers, ...more }, ...(payload === undefined ? {} : { payload }) });

/** Refusals of something outside are no faults: this world has no Microsoft 365. */
const isFault = (status: number): boolean => status >= 500 && status !== 503;

const everything = [...Object.values(addresses), ...Object.values(visitAddresses).map((url) => `POST ${url}`), 'GET /feeds/:token'];

describe(`the door, asked whatever one likes (seed ${seed}: WAYMARK_TEST_SEED repeats another)`, () => {
  it.each(everything)('%s refuses in a problem document and never breaks', async (address) => {
    for (const request of hostileRequests(address, seed, EACH)) {
      const reply = await asked(request);
      const said = { request, status: reply.statusCode, why: isFault(reply.statusCode) ? world.logged.at(-2) : null };
      expect({ ...said, fault: isFault(reply.statusCode) }).toEqual({ ...said, fault: false });
      if (reply.statusCode >= 400 && request.method !== 'HEAD') {
        expect(reply.headers['content-type']).toContain('application/problem+json');
        expect(problem.parse(reply.json()).status).toBe(reply.statusCode);
      }
    }
  });
});
