import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Refusal, type RefusalKind } from '#api/refusal.ts';
import { allFaults, codeOfProblem } from '#domain/faults/all-faults.ts';
import { refusalFaults } from '#domain/faults/refusals.ts';
import { aDoor, type HttpDoor, onlyDeeds } from '#tests/builders/http-door.ts';
import { aWorld } from '#tests/world.ts';

const KINDS: readonly RefusalKind[] = ['not-found', 'not-allowed', 'not-ready', 'changed-meanwhile', 'not-valid', 'elsewhere-unwell'];

let door: HttpDoor;
let thrown: Error = new Error();
beforeAll(async () => {
  const world = await aWorld();
  door = await aDoor(world, await world.actorFor('coordinator'), { casework: onlyDeeds({ openToday: () => Promise.reject(thrown) }) });
});
afterAll(() => door.close());

const shown = async (address: string) => {
  const { statusCode, body, headers } = await door.server.inject(address);
  return { status: statusCode, body, type: headers['content-type'] };
};
const problemOf = async (fault: Error, headers?: Record<string, string>): Promise<{ type: string; title: string }> => {
  thrown = fault;
  return (await door.server.inject({ url: '/api/today', headers: headers ?? (await door.headers()) })).json();
};

describe('the pages of known faults', () => {
  it.each(KINDS)('a problem of kind %s leads to a page that says what is kept and when it clears, without a sign-in', async (kind) => {
    const { type } = await problemOf(new Refusal(kind, 'In plain words.'));
    expect(type).toBe(`/faults/${refusalFaults[kind].code}`);
    const page = await shown(type);
    expect(page).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    expect(page.body).toContain('When it clears');
  });

  it('so do a fault of Waymark’s own, a request that is not signed in, and an address that is none', async () => {
    const problems = [
      await problemOf(new Error('inside')),
      await problemOf(new Error(), { 'x-nobody': '1' }),
      (await door.server.inject('/api/nothing')).json() as { type: string; title: string },
      (await door.server.inject('/api/pupils/%')).json() as { type: string; title: string },
    ];
    expect(problems.map(({ type }) => type)).toEqual(['/faults/W-901', '/faults/W-507', '/faults/W-501', '/faults/W-505']);
    for (const { type } of problems) expect((await shown(type)).status).toBe(200);
  });

  it('lists every code once, each with its page, however the code is typed', async () => {
    const codes = allFaults().map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const index = await shown('/faults');
    for (const code of codes) {
      expect(index.body).toContain(`href="/faults/${code}"`);
      expect((await shown(`/faults/${code.toLowerCase()}`)).body).toContain(code);
    }
    const none = await shown('/faults/W-999');
    expect(none).toMatchObject({ status: 404, type: 'text/html; charset=utf-8' });
    expect(none.body).toContain('href="/faults"');
  });

  it('knows a kind that it has never heard of as a fault', () => {
    expect(codeOfProblem('brand-new')).toBe('W-901');
  });
});
