import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CALLUM, idOf, REVIEW } from './fixture/ids.ts';
import { Bench } from './open.ts';

const bench = new Bench();
beforeAll(() => bench.start(), 120_000);
afterEach(() => bench.clear());
afterAll(() => bench.stop());

describe('the frame around every page', () => {
  it('opens Today when Teams names no page', async () => {
    const { tab } = await bench.open('/tab/');
    await tab.getByRole('heading', { level: 1, name: /^Today, Mon 23 Nov/ }).waitFor();
  });

  it('shows only the pages this person may open, and begins at the first', async () => {
    const { tab } = await bench.open('/tab/', { person: 'marcus.webb' });
    const row = tab.getByRole('navigation', { name: 'Pages' });
    await row.getByRole('link', { name: 'Settings' }).waitFor();
    expect(await row.getByRole('link').count()).toBe(1);
    await tab.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
    expect(await tab.getByRole('button', { name: 'Log', exact: true }).count()).toBe(0);
  });

  it.each(['dark', 'contrast'] as const)('opens in the theme that Teams wears already: %s', async (theme) => {
    const { tab } = await bench.open('/tab/today', { theme });
    await tab.locator(`#waymark > .wm-theme-${theme}`).waitFor();
  });

  it('follows the theme of Teams at once', async () => {
    const { page, tab } = await bench.open('/tab/today');
    await tab.getByText('Send the annual review report').waitFor();
    await page.selectOption('#theme', 'contrast', { force: true });
    await tab.waitForFunction(() => getComputedStyle(document.querySelector('.wm-app') as Element).backgroundColor === 'rgb(0, 0, 0)');
  });

  it('puts the reader’s place on the heading of the new page, and names the window after it', async () => {
    const { tab } = await bench.open('/tab/today');
    await tab.getByText('Send the annual review report').waitFor();
    await tab.getByRole('navigation').getByRole('link', { name: 'Caseload' }).click();
    await tab.locator('[role=row][data-row]').first().waitFor();
    expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await tab.title()).toBe('Caseload · Waymark');
  });

  it('goes to pages with G and a letter, and lists all keys with the question mark', async () => {
    const { page, tab } = await bench.open('/tab/today');
    await tab.getByText('Send the annual review report').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await tab.waitForURL(/caseload/);
    await tab.locator('[role=row][data-row]').first().waitFor();
    await page.keyboard.press('?');
    await tab.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await tab.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('leaves letters alone once they are turned off in Settings', async () => {
    const { page, tab } = await bench.open('/tab/settings/keyboard');
    await tab.getByRole('switch').click();
    await tab.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('l');
    await page.waitForTimeout(300);
    expect(await tab.getByRole('dialog').count()).toBe(0);
  });

  it('finds a pupil as one types and opens the record with Enter', async () => {
    const { page, tab } = await bench.open('/tab/today');
    await tab.getByText('Send the annual review report').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('callu');
    await tab.getByRole('option', { name: /Callum Reid/ }).waitFor();
    await page.keyboard.press('Enter');
    await tab.waitForURL(new RegExp(CALLUM));
  });

  it('answers a case that does not exist and a case that is not the reader’s with the same page', async () => {
    const { tab } = await bench.open(`/tab/pupil/${idOf('pupil', 9_999_999)}`);
    await tab.getByText('There is nothing here for you to see').waitFor();
    expect(await tab.locator('main').innerText()).not.toMatch(/WM-/);
  });

  it('has no row of pages in the side panel of a meeting', async () => {
    const { tab } = await bench.open(`/tab/meetings/${REVIEW}`, { context: 'sidePanel', width: 320 });
    await tab.getByText('Taking notes').waitFor();
    expect(await tab.getByRole('navigation', { name: 'Pages' }).count()).toBe(0);
  });

  it('keeps names of pupils out of the address', async () => {
    const { tab } = await bench.open(`/tab/pupil/${CALLUM}`);
    await tab.getByRole('heading', { level: 1, name: 'Callum Reid' }).waitFor();
    expect(tab.url()).not.toMatch(/callum|reid/i);
    expect(await tab.title()).toBe('WM-0412 · Waymark');
  });

  it('asks who one is outside Teams, offers the room, and asks the API nothing before', async () => {
    const page = await bench.openOutside('/tab/today');
    await page.getByRole('button', { name: 'Sign in here' }).waitFor();
    expect(await page.getByRole('link', { name: 'Open in the made-up Teams' }).getAttribute('href')).toBe(
      `${bench.server.origin}/rooms/teams`,
    );
    expect(bench.server.asked).toEqual([]);
  });

  it('loads the library for signing in only outside Teams', async () => {
    const { page, tab } = await bench.open('/tab/today');
    await tab.getByText('Send the annual review report').waitFor();
    await page.waitForTimeout(300);
    const loaded = await tab.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
    expect(loaded.filter((name) => name.includes('sign-in-browser'))).toEqual([]);
  });
});

describe('a deep link of Teams', () => {
  it('opens the page it names, with its part and its filters', async () => {
    const { tab } = await bench.open('/tab/', { sub: `pupil/${CALLUM}?part=plan` });
    await tab.getByRole('heading', { level: 1, name: /Callum Reid/ }).waitFor();
    expect(new URL(tab.url()).pathname + new URL(tab.url()).search).toBe(`/tab/pupil/${CALLUM}?part=plan`);
    await bench.clear();
    const caseload = await bench.open('/tab/', { sub: 'caseload?stage=plan' });
    await caseload.tab.locator('[role=row][data-row]').first().waitFor();
    expect(new URL(caseload.tab.url()).searchParams.get('stage')).toBe('plan');
  });

  it('to a pupil one may not see, and to a page that does not exist, answers that there is none', async () => {
    const { tab } = await bench.open('/tab/', { sub: `pupil/${idOf('pupil', 999_999)}` });
    await tab.getByText('There is nothing here for you to see').waitFor();
    await bench.clear();
    for (const sub of ['house/1', '../../etc/passwd', '//elsewhere.example/x']) {
      const { page, tab: other } = await bench.open('/tab/', { sub });
      await other.getByRole('heading', { level: 1, name: 'Not found' }).waitFor();
      expect(other.url()).toMatch(`${bench.server.origin}/tab/`);
      await page.close();
    }
  });
});
