import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { aLocalTenant } from '#tests/builders/local-tenant.ts';
import { axePath, startChromium } from '#tests/chromium.ts';

/* The page on which somebody who tries Waymark makes the made-up Microsoft 365 slow or strict. */

const roomsDir = path.resolve(fileURLToPath(import.meta.url), '..', '..', '..', 'dist', 'rooms');
let tenant: Awaited<ReturnType<typeof aLocalTenant>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  tenant = await aLocalTenant({ roomsDir });
  browser = await startChromium();
  page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  await page.goto(`${tenant.plainOrigin}/rooms/switches`);
  await page.getByLabel('Each answer waits').waitFor();
});
afterAll(async () => {
  await browser.close();
  await tenant.stop();
});

describe('the switches', () => {
  it('bend Microsoft 365 as they say, at once', async () => {
    await page.getByLabel('Each answer waits').fill('300');
    await page.getByLabel('Throttle so many requests').fill('2');
    await page.getByLabel('and ask to wait').fill('1.5');
    await page.getByRole('group', { name: 'In a person’s name' }).getByLabel('Sites.Selected').uncheck();
    await page.getByRole('group', { name: 'By itself' }).getByLabel('Mail.Send').uncheck();
    await page.getByLabel('Teams’ connector').selectOption('blocked');
    await page.getByRole('button', { name: 'Switch' }).click();
    await page.getByText('Switched.').waitFor();
    expect(tenant.controls.now()).toMatchObject({
      latencyMs: 300,
      throttle: { after: 0, retryAfter: '1.5', times: 2 },
      withdrawnPermissions: ['delegated:Sites.Selected', 'application:Mail.Send'],
      connector: 'blocked',
    });
  });

  it('show how they stand when the page is opened again, and one press calms everything', async () => {
    await page.reload();
    await page.waitForFunction(() => (document.querySelector('#latencyMs') as HTMLInputElement).value === '300');
    expect(await page.getByRole('group', { name: 'By itself' }).getByRole('checkbox', { checked: false }).count()).toBe(1);
    await page.getByRole('button', { name: 'Calm everything' }).click();
    await page.getByText('Microsoft 365 is well again.').waitFor();
    expect(tenant.controls.now()).toMatchObject({ latencyMs: 0, throttle: null, withdrawnPermissions: [], connector: 'well' });
  });

  it('show a permission that was withdrawn by its bare name at both its kinds, and keep what has no box', async () => {
    tenant.controls.set({ withdrawnPermissions: ['Sites.Selected', 'Files.ReadWrite.All'] });
    await page.reload();
    await page.waitForFunction(() => document.querySelectorAll('input[name=granted]:not(:checked)').length === 2);
    await page.getByRole('group', { name: 'By itself' }).getByLabel('Sites.Selected').check();
    await page.getByRole('button', { name: 'Switch' }).click();
    await page.getByText('Switched.').waitFor();
    expect(tenant.controls.now().withdrawnPermissions).toEqual(['delegated:Sites.Selected', 'Files.ReadWrite.All']);
  });

  it('ask for one more step as conditional access does, and lift no challenge that the page does not know', async () => {
    const STEP = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    const OTHER = '{"access_token":{"acrs":{"essential":true,"value":"c7"}}}';
    /** Opens the page with this challenge standing, makes the choice if there is one, and answers what stands after a press. */
    const pressed = async (standing: string | null, choice?: string) => {
      tenant.controls.set({ claimsChallenge: standing });
      await page.reload();
      await page.waitForFunction((value) => {
        const shown = (id: string) => (document.querySelector(id) as HTMLInputElement).value;
        return shown('#tokenLifetime') === '3600' && shown('#claimsChallenge') === value;
      }, standing ?? '');
      if (choice) await page.getByLabel('Conditional access').selectOption({ label: choice });
      await page.getByRole('button', { name: 'Switch' }).click();
      await page.getByText('Switched.').waitFor();
      return tenant.controls.now().claimsChallenge;
    };
    expect(await pressed(null, 'Asks for one more step (c1)')).toBe(STEP);
    expect(await pressed(OTHER)).toBe(OTHER);
    expect(await pressed(STEP, 'Asks for nothing more')).toBeNull();
  });

  it('can be read by everyone, and fit a narrow window', async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.addScriptTag({ path: axePath() });
    const faults = await page.evaluate(async () =>
      (await (window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe.run()).violations.map(({ id }) => id),
    );
    expect(faults).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
