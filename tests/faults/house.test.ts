import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { casework } from '#api/compose.ts';
import { RetryLayer } from '#api/graph/retry-layer.ts';
import { Unwell } from '#api/refusal.ts';
import { refusalCard, refusalOf } from '#bot/refusals.ts';
import { clamdAt } from '#server/clamd.ts';
import { aClamd } from '#tests/builders/clamd.ts';
import { aDoor, onlyDeeds } from '#tests/builders/http-door.ts';
import { aWorld } from '#tests/world.ts';
import { aBadDay, type BadDay } from './a-bad-day.ts';

let day: BadDay;
beforeAll(async () => {
  day = await aBadDay();
});
afterAll(() => day.stop());

const trueTime = Date.now;
afterEach(() => {
  Date.now = trueTime;
});

describe('the machine’s clock', () => {
  it('W-401: jumps while an answer is waited for, and nobody waits longer for it', async () => {
    for (const jump of [3_600_000, -3_600_000]) {
      let asked = 0;
      const last: Middleware = {
        execute: async (context: Context) => {
          asked += 1;
          Date.now = () => trueTime() + jump;
          context.response = new Response(null, { status: 503, headers: { 'retry-after': '60' } });
        },
      };
      const layer = new RetryLayer({ attempt: 500, tries: 4, budget: 1_000 });
      layer.setNext(last);
      const context: Context = { request: 'https://graph.example/v1.0/me', options: { method: 'GET' } };
      const began = performance.now();
      await layer.execute(context);
      expect([context.response?.status, asked]).toEqual([503, 1]);
      expect(performance.now() - began).toBeLessThan(1_000);
      Date.now = trueTime;
    }
  });

  it('W-401: a kept token that is not taken is fetched anew, and the request is made once more', async () => {
    expect(await day.graph.files.list(null, 'WM-0412')).toHaveLength(1);
    // What the tenant signed before no longer holds, as a token from before the clock was set back does not.
    await day.tenant.controls.rotateKeys();
    await day.tenant.controls.dropOldKeys();
    expect(await day.graph.files.list(null, 'WM-0412')).toHaveLength(1);
    const saved = await day.graph.files.save(null, 'WM-0700', 'WM-0700 plan.docx', new TextEncoder().encode('one'));
    expect(await day.graph.files.read(null, saved)).toEqual(new TextEncoder().encode('one'));
  });
});

describe('the virus scanner', () => {
  it('W-902: does not answer: no file is taken, everything else goes on, and files are taken again once it does', async () => {
    const [world, first] = await Promise.all([aWorld(), aClamd()]);
    const coordinator = await world.actorFor('coordinator');
    const register = { name: 'register.csv', bytes: Buffer.from('Forename,Surname,Year\nTara,Voss,6\n') };
    const { port } = first.address;
    await first.close();
    let scan = clamdAt({ host: '127.0.0.1', port });
    const deeds = casework({ ...world.parts, scan: (bytes) => scan(bytes) });
    await expect(deeds.readRegister(coordinator, register)).rejects.toMatchObject({
      kind: 'elsewhere-unwell',
      fault: 'scanner-away',
      message: 'The virus scanner does not answer, so the file was not taken. Nothing was changed. Try again in a few minutes.',
    });
    expect(await deeds.openCaseload(coordinator)).toBeDefined();
    const again = await aClamd();
    scan = clamdAt(again.address);
    expect(await deeds.readRegister(coordinator, register)).toBeDefined();
    await again.close();
  });
});

describe('what a person is shown of a fault', () => {
  const thrower = async (fault: Error) => {
    const world = await aWorld();
    const door = await aDoor(world, await world.actorFor('coordinator'), {
      casework: onlyDeeds({ openCaseload: () => Promise.reject(fault) }),
    });
    const reply = await door.server.inject({ method: 'GET', url: '/api/caseload', headers: await door.headers() });
    await door.close();
    return { reply, world };
  };

  it('W-901: a fault that nobody knows gives a reference and a code, stands in the log under it, and says nothing of the inside', async () => {
    const { reply, world } = await thrower(new TypeError('Callum Reid is not iterable'));
    const told = reply.json();
    expect([reply.statusCode, told.fault]).toEqual([500, 'W-901']);
    expect(told.detail).toContain(told.reference);
    expect(reply.body).not.toContain('Callum');
    expect(world.logged.find(({ level }) => level === 'error')?.fields).toMatchObject({ reference: told.reference, fault: 'TypeError' });
  });

  it('is the sentence, the reference and the code over HTTP, with when to come back', async () => {
    const { reply } = await thrower(new Unwell('throttled', 'Microsoft 365 is asking Waymark to slow down.'));
    expect([reply.statusCode, reply.headers['retry-after']]).toEqual([503, '30']);
    expect(reply.json()).toMatchObject({
      fault: 'W-101',
      detail: 'Microsoft 365 is asking Waymark to slow down.',
      reference: expect.any(String),
    });
  });

  it('is the sentence and the code in the chat, headed by what did not answer', () => {
    const card = (fault: Unwell) => JSON.stringify(refusalCard(refusalOf(fault)!, false));
    expect(card(new Unwell('silent', 'Microsoft 365 is not answering.'))).toMatch(/Microsoft 365 did not answer.*\(W-106\)/);
    expect(card(new Unwell('record-away', 'The record cannot be reached.'))).toMatch(/The record did not answer.*\(W-301\)/);
  });
});
