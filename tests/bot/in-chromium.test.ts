import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { freePort } from '#server/free-port.ts';
import { aCheckout, type Checkout } from '#tests/builders/checkout.ts';
import { axePath, openWindow, startChromium } from '#tests/chromium.ts';

/* The whole suite once, with Microsoft's own test client on its bot, and both in a real browser. */

const MINUTES = 60_000;
let made: Checkout;
let playground: ChildProcess;
let clientPort: number;
let browser: Browser;

beforeAll(async () => {
  made = await aCheckout();
  clientPort = await freePort();
  const ports = Object.fromEntries(Object.entries(made.ports).map(([name, port]) => [name, String(port)]));
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    ...ports,
    TEAMSAPPTESTER_BROWSER: 'none',
    WAYMARK_START_PLAYGROUND_PORT: String(clientPort),
  };
  playground = spawn(process.execPath, [path.join(made.folder, 'server', 'playground.mjs')], {
    cwd: made.folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [playground.stdout, playground.stderr]) stream?.on('data', (text) => (said += text));
  while (!/Listening on \d+/.test(said)) {
    if (playground.exitCode !== null) throw new Error(`the playground ended: ${said}`);
    await wait(100);
  }
  browser = await startChromium();
}, 4 * MINUTES);

afterAll(async () => {
  await browser?.close();
  playground?.kill('SIGTERM');
  await made?.remove();
}, MINUTES);

const open = async (address: string, size = { width: 1200, height: 900 }): Promise<Page> => {
  const page = await openWindow(browser, { viewport: size });
  await page.goto(address);
  return page;
};

describe('Microsoft’s own test client', () => {
  it(
    'shows help, offers dates for Ayaan and books the one that is chosen',
    async () => {
      const page = await open(`http://localhost:${clientPort}/`);
      const say = async (words: string) => {
        await page.getByRole('textbox').first().fill(words);
        await page.getByRole('button', { name: 'Send Message' }).click();
      };
      await page.getByText('Waymark is here').waitFor();
      await say('help');
      await page.getByText('What you can ask').waitFor();
      await say('review Ayaan Malik');
      await page.getByText('Annual review, Ayaan Malik').waitFor();
      await page.getByRole('button', { name: 'Choose' }).nth(1).click();
      await page.getByText(/^Review (booked|being booked)$/).waitFor();
      expect(await page.getByText('Annual review, Ayaan Malik').count()).toBe(0);
      await page.close();
    },
    3 * MINUTES,
  );
});

describe('the chat room', () => {
  const room = (query = '') => `http://localhost:${made.ports.WAYMARK_ROOMS_PORT}/rooms/chat${query}`;
  const faultsOf = async (page: Page): Promise<string[]> => {
    await page.addScriptTag({ path: axePath() });
    const found = await page.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run(),
    );
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  };

  it(
    'draws the bot’s cards, takes a press, and keeps what it changed',
    async () => {
      const page = await open(room('?person=ruth.okafor'));
      await page.getByText('Waymark is here').waitFor();
      await page.getByRole('textbox', { name: 'Type a message' }).fill('my caseload');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'My caseload' }).waitFor();
      expect(await page.getByText('Reid, Callum').count()).toBe(1);
      await page.getByRole('button', { name: 'My actions' }).last().click();
      await page.getByRole('heading', { name: 'My actions' }).waitFor();
      await page.reload();
      await page.getByRole('heading', { name: 'My actions' }).waitFor();
      expect(await page.getByRole('heading', { name: 'My caseload' }).count()).toBe(0);
      await page.close();
    },
    3 * MINUTES,
  );

  it(
    'lets a form be filled in by keyboard, and says what is missing',
    async () => {
      const page = await open(room('?person=ruth.okafor'));
      await page.getByRole('textbox', { name: 'Type a message' }).fill('log Callum Reid');
      await page.keyboard.press('Enter');
      const words = page.getByLabel('What was said or seen');
      await words.waitFor();
      await page.getByRole('button', { name: 'Save' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('Write what was said or seen.').waitFor();
      await words.fill('Read for ten minutes without a break.');
      await page.getByRole('button', { name: 'Save' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Logged' }).waitFor();
      await page.close();
    },
    3 * MINUTES,
  );

  it(
    'finds a pupil beside the message: the searcher sees the name, the card in the chat has the case and initials alone',
    async () => {
      const page = await open(room('?person=ruth.okafor'));
      await page.getByText('Waymark is here').waitFor();
      await page.getByRole('button', { name: 'Find a pupil' }).click();
      const box = page.getByRole('dialog', { name: 'Find a pupil' });
      await box.getByRole('searchbox').fill('nobody of that name');
      await box.getByText('No pupil of yours matches.').waitFor();
      await box.getByRole('searchbox').fill('ayaan malik');
      await box.getByRole('button', { name: /^Ayaan Malik/ }).click();
      await box.getByRole('heading', { name: 'WM-0398, A.M.' }).waitFor();
      await box.getByRole('button', { name: 'Post' }).click();
      await box.waitFor({ state: 'detached' });
      const posted = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'WM-0398, A.M.' }) });
      await posted.waitFor();
      expect(await posted.innerText()).not.toMatch(/Ayaan|Malik/);
      await page.close();
    },
    3 * MINUTES,
  );

  it.each([
    ['light', 1200],
    ['dark', 1200],
    ['contrast', 1200],
    ['light', 320],
  ])(
    'has nothing that axe finds wrong, in %s at %d',
    async (theme, width) => {
      const page = await open(room(`?person=ruth.okafor&theme=${theme}`), { width, height: 800 });
      await page.getByRole('textbox', { name: 'Type a message' }).fill('due');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Due', exact: true }).last().waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth <= window.innerWidth && document.documentElement.scrollHeight <= window.innerHeight,
        ),
      ).toBe(true);
      await page.close();
    },
    3 * MINUTES,
  );
});
