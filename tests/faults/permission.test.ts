import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { ssoTokenOf } from '#tests/builders/graph-client.ts';
import { APP_ID } from '#tests/builders/local-tenant.ts';
import { aBadDay, type BadDay } from './a-bad-day.ts';

let day: BadDay;
let gareth: Actor;
beforeAll(async () => {
  day = await aBadDay();
  gareth = { ...(await day.world.actorFor('teacher')), assertion: await ssoTokenOf(day.tenant, 'gareth.pugh') };
});
afterAll(() => day.stop());
beforeEach(() => day.tenant.controls.reset());

const today = '2026-11-23' as Day;
const readCalendars = async () => (await day.fresh()).calendars.read(gareth, ['gareth.pugh@hollinbank.example'], today, today);

describe('what Waymark may do', () => {
  it('W-201: its secret has run out; the person hears it in a sentence, the record opens, and the new secret heals it', async () => {
    day.tenant.controls.set({ signIn: 'secret-expired' });
    const graph = await day.fresh();
    await expect(graph.files.list(null, 'WM-0412')).rejects.toMatchObject({
      kind: 'elsewhere-unwell',
      fault: 'secret-expired',
      message: 'Microsoft 365 did not let Waymark in: its secret has run out. What you did is kept. Your administrator makes a new one.',
    });
    expect(await day.caseloadOpens()).toBe(0);
    day.tenant.controls.reset();
    expect(await graph.files.list(null, 'WM-0412')).toHaveLength(1);
  });

  it('W-202: consent was taken back; the person is asked to agree again, and the queue goes on as the application', async () => {
    day.tenant.controls.set({ consentMissing: [`${APP_ID}/*`] });
    await expect(readCalendars()).rejects.toMatchObject({ kind: 'not-allowed', fault: 'consent-revoked' });
    expect(await (await day.fresh()).files.list(null, 'WM-0412')).toHaveLength(1);
    day.tenant.controls.reset();
    expect(await readCalendars()).toHaveLength(1);
  });

  it('W-203: a permission is missing; one kind of thing stops, and says so', async () => {
    day.tenant.controls.set({ withdrawnPermissions: ['Sites.Selected'] });
    await expect(day.graph.files.list(null, 'WM-0412')).rejects.toMatchObject({
      fault: 'permission-missing',
      message:
        'Microsoft 365 does not let Waymark look into the case folder: a permission is missing. Your administrator sees which in Settings.',
    });
    expect(await readCalendars()).toHaveLength(1);
  });

  it('W-204: the tenant wants a new sign-in', async () => {
    day.tenant.controls.set({ claimsChallenge: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}' });
    await expect(readCalendars()).rejects.toMatchObject({ kind: 'not-allowed', fault: 'sign-in-again' });
  });

  it('W-205: the issuer says nothing or is out of service; the person hears within ten seconds, and the next try succeeds', async () => {
    for (const signIn of ['silent', 'refused'] as const) {
      day.tenant.controls.set({ signIn });
      const graph = await day.fresh();
      const began = performance.now();
      await expect(graph.files.list(null, 'WM-0412')).rejects.toMatchObject({
        fault: 'sign-in-away',
        message: 'Microsoft sign-in cannot be reached just now. Try again in a minute.',
      });
      expect(performance.now() - began).toBeLessThan(12_000);
      day.tenant.controls.reset();
      expect(await graph.files.list(null, 'WM-0412')).toHaveLength(1);
    }
  });
});
