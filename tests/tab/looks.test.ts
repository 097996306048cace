import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { CALLUM, idOf, REVIEW } from './fixture/ids.ts';
import { axeFaults, Bench, overflow, type Theme } from './open.ts';

const bench = new Bench();
beforeAll(() => bench.start(), 120_000);
afterEach(() => bench.clear());
afterAll(() => bench.stop());

const PAGES = [
  ['Today', '/tab/today', 'ruth.okafor'],
  ['Caseload', '/tab/caseload', 'ruth.okafor'],
  ['Pupil', `/tab/pupil/${CALLUM}`, 'ruth.okafor'],
  ['Plan and goals', `/tab/pupil/${CALLUM}?tab=plan`, 'ruth.okafor'],
  ['Clocks', `/tab/pupil/${CALLUM}?tab=clocks`, 'ruth.okafor'],
  ['Meetings', '/tab/meetings', 'ruth.okafor'],
  ['Find a date', `/tab/meetings/${idOf('meeting', 24)}/dates`, 'ruth.okafor'],
  ['Meeting record', `/tab/meetings/${REVIEW}`, 'ruth.okafor'],
  ['Import', '/tab/settings/import', 'ruth.okafor'],
  ['Permissions', '/tab/settings/permissions', 'marcus.webb'],
] as const;
const WIDTHS = [1440, 768, 320] as const;
const THEMES: readonly Theme[] = ['default', 'dark', 'contrast'];

const settled = async (tab: Frame) => {
  await tab.locator('.wm-skeleton').first().waitFor({ state: 'detached' });
  await tab.locator('main').waitFor();
};

describe.each(PAGES)('%s', (_name, address, person) => {
  it.each(WIDTHS)('at %i px: axe finds nothing in any theme, and nothing sticks out sideways', async (width) => {
    const { page, tab } = await bench.open(address, { person, width });
    await settled(tab);
    expect(await overflow(tab)).toBeLessThanOrEqual(0);
    for (const theme of THEMES) {
      await page.selectOption('#theme', theme, { force: true });
      await tab.locator(`#waymark > .wm-theme-${theme === 'default' ? 'light' : theme}`).waitFor();
      await page.waitForTimeout(250); // Fluent fades colours
      expect(await axeFaults(tab)).toEqual([]);
    }
  });
});

describe('things that open over a page', () => {
  const surfaces: readonly (readonly [string, string, (tab: Frame) => Promise<void>])[] = [
    ['a date explained', `/tab/pupil/${CALLUM}`, async (tab) => tab.getByRole('button', { name: 'why this date' }).click()],
    ['Log', `/tab/pupil/${CALLUM}`, async (tab) => tab.getByRole('button', { name: 'Log a call with Fiona Reid' }).click()],
    ['Draft a plan', `/tab/pupil/${CALLUM}`, async (tab) => tab.getByRole('button', { name: 'Draft plan in Word' }).click()],
  ];
  it.each(surfaces)('%s: axe finds nothing in any theme', async (_name, address, open) => {
    for (const theme of THEMES) {
      const { page, tab } = await bench.open(address, { theme });
      await settled(tab);
      await open(tab);
      await tab.getByRole('dialog').waitFor();
      await page.waitForTimeout(500); // the drawer slides in
      expect(await axeFaults(tab)).toEqual([]);
    }
  });
});
