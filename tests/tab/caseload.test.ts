import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { CALLUM } from './fixture/ids.ts';
import { Bench } from './open.ts';

const bench = new Bench();
beforeAll(() => bench.start(), 120_000);
afterEach(() => bench.clear());
afterAll(() => bench.stop());

const names = (tab: Frame) => tab.locator('[role=row] [role=rowheader]').allInnerTexts();
const standing = (tab: Frame) =>
  tab.evaluate(() => document.activeElement?.closest('[role=row]')?.querySelector('[role=rowheader]')?.textContent ?? '');
const opened = async (address = '/tab/caseload', width = 1440) => {
  const found = await bench.open(address, { width });
  await found.tab.locator('[role=row][data-row]').first().waitFor();
  return found;
};

describe('the caseload', () => {
  it('shows every pupil, nearest date first, and says how many', async () => {
    const { tab } = await opened();
    expect(await tab.locator('header').innerText()).toContain('212 pupils');
    expect((await names(tab))[0]).toBe('Zhao, Mei-Lin');
    expect(await tab.getByRole('grid').getAttribute('aria-rowcount')).toBe('213');
  });

  it('draws only the rows in view', async () => {
    bench.server.mood.pupils = 5000;
    const { tab } = await opened();
    expect(await tab.locator('[role=row][data-row]').count()).toBeLessThan(60);
  });

  it('finds a pupil by any part of the name, with or without accents', async () => {
    const { tab } = await opened('/tab/caseload?words=zielinski%20malik');
    expect((await names(tab)).every((name) => name.startsWith('Malik'))).toBe(true);
  });

  it('combines filters and keeps them in the address, so that a list can be sent as a link', async () => {
    const { tab } = await opened();
    await tab.getByRole('button', { name: 'Stage' }).click();
    await tab.getByRole('menuitemcheckbox', { name: /EHC plan/ }).click();
    await tab.waitForURL(/stage=plan/);
    await tab.goto(`${tab.url()}&year=9`);
    await tab.locator('[role=row][data-row]').first().waitFor();
    expect((await names(tab)).every((name) => /^(Malik|Mensah)/.test(name))).toBe(true);
    expect(await tab.getByRole('list', { name: 'Filters in use' }).innerText()).toMatch(
      /Year: 9[\s\S]*Stage: EHC plan|Stage: EHC plan[\s\S]*Year: 9/,
    );
  });

  it('names the filter that keeps out most when nothing is left, and takes it out on a press', async () => {
    const { tab } = await bench.open('/tab/caseload?stage=assessment&year=11');
    await tab.getByText(/^No pupil matches/).waitFor();
    await tab
      .getByRole('button', { name: /^Take out/ })
      .first()
      .click();
    await tab.locator('[role=row][data-row]').first().waitFor();
  });

  it('orders by a column and says so to a screen reader', async () => {
    const { tab } = await opened();
    await tab.getByRole('columnheader', { name: 'Pupil' }).click();
    expect((await names(tab))[0]).toMatch(/^Adebayo/);
    expect(await tab.getByRole('columnheader', { name: 'Pupil' }).getAttribute('aria-sort')).toBe('ascending');
    await tab.getByRole('columnheader', { name: 'Pupil' }).click();
    expect(await tab.getByRole('columnheader', { name: 'Pupil' }).getAttribute('aria-sort')).toBe('descending');
  });

  it('is one stop of the Tab key, and arrows, Home, End and Page keys move inside', async () => {
    const { page, tab } = await opened();
    await tab.locator('[data-row="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await tab.waitForFunction(() => document.activeElement?.getAttribute('data-row') === '1');
    await page.keyboard.press('End');
    await tab.waitForFunction(() => document.activeElement?.getAttribute('data-row') === '211');
    await page.keyboard.press('Home');
    await tab.waitForFunction(() => document.activeElement?.getAttribute('data-row') === '0');
    await page.keyboard.press('ArrowRight');
    await tab.waitForFunction(() => document.activeElement?.getAttribute('role') === 'rowheader');
    await page.keyboard.press('Tab');
    expect(await tab.evaluate(() => document.activeElement?.closest('[role=grid]') === null)).toBe(true);
  });

  it('orders from the keyboard: up from the first row stands on the head, Enter orders', async () => {
    const { page, tab } = await opened();
    await tab.locator('[data-row="0"]').focus();
    await page.keyboard.press('ArrowUp');
    await tab.waitForFunction(() => document.activeElement?.getAttribute('role') === 'columnheader');
    await page.keyboard.press('Enter');
    await tab.waitForURL(/order=pupil/);
  });

  it('opens the pupil with Enter and comes back to the same row', async () => {
    const { page, tab } = await opened('/tab/caseload?view=look');
    await tab.locator('[data-row="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await tab.waitForFunction(() => document.activeElement?.getAttribute('data-row') === '2');
    await page.keyboard.press('Enter');
    await tab.waitForURL(new RegExp(CALLUM));
    await tab.getByRole('heading', { level: 1, name: 'Callum Reid' }).waitFor();
    await tab.evaluate(() => window.history.back());
    await tab.waitForFunction(() => document.activeElement?.getAttribute('data-row') === '2');
    expect(await standing(tab)).toBe('Reid, Callum');
  });

  it('shows a pupil at a glance with I, and Esc gives the row back', async () => {
    const { page, tab } = await opened();
    await tab.locator('[data-row="0"]').focus();
    await page.keyboard.press('i');
    await tab.getByText('Why flagged').waitFor();
    await tab.waitForFunction(() => document.activeElement?.textContent === 'Open');
    await page.keyboard.press('Escape');
    await tab.getByText('Why flagged').waitFor({ state: 'detached' });
    await tab.waitForFunction(() => document.activeElement?.getAttribute('data-row') === '0');
  });

  it('explains the date of the row with E', async () => {
    const { page, tab } = await opened();
    await tab.locator('[data-row="0"]').focus();
    await page.keyboard.press('e');
    await tab.getByText('Where this comes from').waitFor();
  });

  it('puts the cursor into the filter field with F', async () => {
    const { page, tab } = await opened();
    await page.keyboard.press('f');
    await tab.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Filter these 212');
  });

  it('keeps the last list when Waymark cannot be reached, and says from when it is', async () => {
    const { tab } = await opened();
    bench.server.mood.cut.add('caseload');
    await tab.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await tab.getByText(/^Shown as of/).waitFor();
    expect((await names(tab)).length).toBeGreaterThan(10);
  });

  it('says what happened and a reference when the list cannot be read at all', async () => {
    bench.server.mood.failing.set('caseload', 503);
    const { tab } = await bench.open('/tab/caseload');
    await tab.getByText(/Reference 7F3A-21/).waitFor();
    bench.server.mood.failing.clear();
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.locator('[role=row][data-row]').first().waitFor();
  });

  it('leads a school without pupils to the import', async () => {
    bench.server.mood.pupils = 0;
    const { tab } = await bench.open('/tab/caseload');
    await tab.getByRole('button', { name: 'Import your register' }).click();
    await tab.waitForURL(/settings\/import/);
  });
});
