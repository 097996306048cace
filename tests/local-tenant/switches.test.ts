import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { tokenOf } from '#tests/builders/graph-client.ts';
import { aLocalTenant, overHttps } from '#tests/builders/local-tenant.ts';

let tenant: Awaited<ReturnType<typeof aLocalTenant>>;
let token: string;
beforeAll(async () => {
  tenant = await aLocalTenant();
  token = await tokenOf(tenant, 'ruth.okafor');
});
afterAll(() => tenant.stop());
beforeEach(() => tenant.controls.reset());

const me = () => overHttps(tenant, `${tenant.origin}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } });
const set = (body: object, headers: Record<string, string> = {}) =>
  fetch(`${tenant.plainOrigin}/controls`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('the switches', () => {
  it.each(['2', '1.5', 'Wed, 25 Nov 2026 09:00:00 GMT'])('throttle after a number of requests, with Retry-After %s', async (retryAfter) => {
    tenant.controls.set({ throttle: { after: 1, retryAfter } });
    expect((await me()).status).toBe(200);
    const refused = await me();
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, retryAfter]);
  });

  it('throttle without a word about when, as proxies do', async () => {
    tenant.controls.set({ throttle: { after: 0, retryAfter: null } });
    expect((await me()).headers['retry-after']).toBeUndefined();
  });

  it('fail a number of times and then no more', async () => {
    tenant.controls.set({ failNext: { times: 2, status: 503, retryAfter: '1' } });
    expect([(await me()).status, (await me()).status, (await me()).status]).toEqual([503, 503, 200]);
  });

  it('slow every answer', async () => {
    tenant.controls.set({ latencyMs: 300 });
    const start = performance.now();
    await me();
    expect(performance.now() - start).toBeGreaterThan(290);
  });

  it('fall silent, so that a caller’s own patience is tried', async () => {
    tenant.controls.set({ outage: 'silent' });
    const waiting = tenant.fetch(
      new Request(`${tenant.origin}/v1.0/me`, { headers: { authorization: `Bearer ${token}` }, signal: AbortSignal.timeout(250) }),
    );
    const first = await Promise.race([waiting.then(() => 'answer'), new Promise((resolve) => setTimeout(() => resolve('silence'), 150))]);
    expect(first).toBe('silence');
    await waiting;
  });

  it('are thrown from the settings page as well, and refuse a switch that does not exist', async () => {
    expect(await (await set({ outage: 'refused' })).json()).toMatchObject({ outage: 'refused' });
    expect((await me()).status).toBe(503);
    await fetch(`${tenant.plainOrigin}/controls/reset`, { method: 'POST' });
    expect((await me()).status).toBe(200);
    expect((await set({ gravity: 0 })).status).toBe(400);
  });

  it('are out of reach of pages from elsewhere', async () => {
    expect((await set({ outage: 'refused' }, { origin: 'https://stranger.example' })).status).toBe(403);
    expect((await me()).status).toBe(200);
  });
});
