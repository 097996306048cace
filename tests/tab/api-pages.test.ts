import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { addresses } from '#contract/addresses.ts';
import { aDoor, type HttpDoor } from '#tests/builders/http-door.ts';
import { axePath, openWindow, startChromium } from '#tests/chromium.ts';
import { aWorld } from '#tests/world.ts';

/* The API's pages as the real server serves them, under its own content security policy. */

let door: HttpDoor;
let browser: Browser;
let address = '';

beforeAll(async () => {
  const world = await aWorld();
  const folder = path.resolve(import.meta.dirname, '../../dist/tab');
  door = await aDoor(world, await world.actorFor('coordinator'), {
    pages: [{ at: '/tab/', folder, page: 'index.html', elsewhere: { '/api/docs': 'api.html' } }],
  });
  address = await door.server.listen({ port: 0, host: '127.0.0.1' });
  browser = await startChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await door?.close();
});

const opened = async (width: number, colorScheme: 'light' | 'dark', bypassCSP = false) => {
  const page = await openWindow(browser, { viewport: { width, height: 900 }, colorScheme, bypassCSP });
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (fault) => faults.push(fault.message));
  await page.goto(`${address}/api/docs`);
  await page.getByText(/^\d+ operations$/).waitFor();
  return { page, faults };
};

describe('the pages of the API', () => {
  it('show every address with what is sent and what comes back, without a sign-in and without a fault', async () => {
    const { page, faults } = await opened(1440, 'light');
    const shown = await page.locator('.operation h3').allTextContents();
    expect(shown).toEqual(expect.arrayContaining(Object.values(addresses).map((each) => each.replace(/:(\w+)/g, '{$1}'))));
    const rowsOf = async (operation: string) =>
      (await page.locator(`#operation-${operation} tbody tr`).allTextContents()).map((row) => row.replace(/\s+/g, ' '));
    expect(await rowsOf('log')).toContain('wordsPassageneeded');
    expect((await rowsOf('changeEntry')).join(' ')).toContain('If-Match');
    await page.goto(`${address}/api/docs#schema-Passage`);
    await page.locator('#schema-Passage').getByText('up to 4,000 characters').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('can be searched down to a field, and by keyboard', async () => {
    const { page } = await opened(1440, 'light');
    await page.keyboard.press('/');
    await page.keyboard.type('book slot');
    await page.getByText(/^\d of \d+$/).waitFor();
    expect(await page.locator('#operation-book').isVisible()).toBe(true);
    expect(await page.locator('#operation-caseload').isVisible()).toBe(false);
    await page.getByRole('searchbox').fill('no such thing');
    await page.getByText(/^0 of \d+$/).waitFor();
    await page.context().close();
  });

  it.each([
    [1440, 'light'],
    [1440, 'dark'],
    [320, 'light'],
  ] as const)('have nothing that axe finds and nothing that runs over, at %i pixels in %s', async (width, scheme) => {
    const { page } = await opened(width, scheme, true);
    await page.getByRole('searchbox').fill('book slot');
    await page.locator('#schema-Problem summary').click();
    await page.evaluate(readFileSync(axePath(), 'utf8'));
    const found = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe.run(),
    );
    expect(found.violations.map(({ id }) => id)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
