import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { graphFor } from '#tests/builders/graph-client.ts';
import { aLocalTenant } from '#tests/builders/local-tenant.ts';
import { axePath, startChromium } from '#tests/chromium.ts';
import { eventually } from '#tests/eventually.ts';

/* The page on which somebody who tries Waymark reads what a parent was sent. */

const roomsDir = path.resolve(fileURLToPath(import.meta.url), '..', '..', '..', 'dist', 'rooms');
let tenant: Awaited<ReturnType<typeof aLocalTenant>>;
let browser: Browser;
let page: Page;

const send = async (subject: string, to: string, content: string): Promise<void> => {
  const ruth = await graphFor(tenant, 'ruth.okafor');
  await ruth.api('/me/sendMail').post({
    message: { subject, body: { contentType: 'text', content }, toRecipients: [{ emailAddress: { name: 'A parent', address: to } }] },
  });
};

beforeAll(async () => {
  tenant = await aLocalTenant({ roomsDir });
  browser = await startChromium();
  page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  await page.goto(`${tenant.plainOrigin}/rooms/post`);
});
afterAll(async () => {
  await browser.close();
  await tenant.stop();
});

describe('the post', () => {
  it('says that nothing has been sent, and then shows each letter to the one who chose it, with its link', async () => {
    await page.getByText('No letter has been sent yet.').waitFor();
    await send('A date for WM-0412', 'fiona@families.example', `Choose a date: ${tenant.plainOrigin}/link/#abc <script>alert(1)</script>`);
    await send('Your code', 'saima@families.example', 'The code is 123 456.');
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('heading', { name: 'Your code' }).waitFor();
    await page.getByLabel('To').selectOption('fiona@families.example');
    const shown = page.getByRole('heading', { level: 2 });
    await eventually(async () => expect(await shown.allInnerTexts()).toEqual(['A date for WM-0412']));
    const letter = page.frameLocator('iframe');
    await letter.getByRole('link', { name: `${tenant.plainOrigin}/link/#abc` }).waitFor();
    expect(await letter.locator('body').innerText()).toContain('<script>alert(1)</script>');
  });

  it('has nothing that axe finds, and runs over nowhere at 320 px', async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.addScriptTag({ path: axePath() });
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string }[] }> } };
      return (await axe.run({ iframes: false })).violations.map(({ id }) => id);
    });
    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
