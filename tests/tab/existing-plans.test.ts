import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame, Page } from 'playwright-core';
import { idOf } from './fixture/ids.ts';
import { axeFaults, Bench, overflow } from './open.ts';

const bench = new Bench();
beforeAll(() => bench.start(), 120_000);
afterEach(() => bench.clear());
afterAll(() => bench.stop());

const PLAN = `/tab/plans/${idOf('plan', 40)}`;
const asFile = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });

/** Freya's plan with its page drawn, and said to be hers. */
const hers = async (): Promise<{ page: Page; tab: Frame }> => {
  const opened = await bench.open(PLAN);
  await opened.tab.getByRole('button', { name: 'It is Freya’s' }).click();
  await opened.tab.locator('canvas[data-drawn="1"]').waitFor();
  await opened.tab.getByText('Chosen by Ruth Okafor.').waitFor();
  return opened;
};

const current = (tab: Frame) => tab.locator('.plan-line-current');

describe('the list of plans', () => {
  it('reads several files, says of each that failed why, and where each plan stands', async () => {
    const { tab } = await bench.open('/tab/plans');
    await tab.getByText('10 lines found · 0 confirmed, 0 left out, 10 to do').waitFor();
    bench.server.mood.failing.set('bringPlan', 422);
    await tab.locator('input[type=file]').setInputFiles([asFile('one.pdf'), asFile('two.pdf')]);
    await tab.getByText('The other files were read.').waitFor();
    expect(await tab.getByRole('alert').allInnerTexts()).toEqual([expect.stringMatching(/^one\.pdf/), expect.stringMatching(/^two\.pdf/)]);
  });
});

describe('a plan beside its own page', () => {
  it('asks whose it is before a line can be confirmed', async () => {
    const { tab } = await bench.open(PLAN);
    await tab.getByText('Same name, but another date of birth in the plan.').waitFor();
    expect(await tab.getByRole('button', { name: 'Confirm', exact: true }).count()).toBe(0);
  });

  it('is confirmed line by line with one key each, and the passage of the chosen line is lit', async () => {
    const { page, tab } = await hers();
    await current(tab).focus();
    await page.keyboard.press('Enter');
    await tab.getByText('10 lines found · 1 confirmed, 0 left out, 9 to do').waitFor();
    await page.keyboard.press('x');
    await tab.getByText('10 lines found · 1 confirmed, 1 left out, 8 to do').waitFor();
    expect(await current(tab).locator('textarea').inputValue()).toBe('Freya has a diagnosis of dyslexia.');
    expect(await tab.locator('.plan-mark-lit').count()).toBe(1);
    const sent = bench.server.bodies<{ lines: { state: string }[] }>('settleLines').map(({ lines }) => lines.map(({ state }) => state));
    expect(sent).toEqual([['confirmed'], ['left-out']]);
  });

  it('takes what a person changed, and Enter in a field confirms it', async () => {
    const { page, tab } = await hers();
    await tab.locator('.plan-line', { hasText: 'A social communication group' }).getByRole('button', { name: 'Change' }).click();
    await tab.getByLabel('Minutes each time').fill('45');
    await page.keyboard.press('Enter');
    await tab.getByText(/1 confirmed/).waitFor();
    const [body] = bench.server.bodies<{ lines: { values: { minutes: number; timesAWeek: number } }[] }>('settleLines');
    expect(body?.lines[0]?.values).toMatchObject({ minutes: 45, timesAWeek: 2 });
  });

  it('a failed decision says so and leaves the line as it was', async () => {
    const { page, tab } = await hers();
    bench.server.mood.failing.set('settleLines', 409);
    await current(tab).focus();
    await page.keyboard.press('Enter');
    await tab.getByRole('alert').waitFor();
    await tab.getByText('10 lines found · 0 confirmed, 0 left out, 10 to do').waitFor();
  });

  it('keeps every other sentence under Not taken', async () => {
    const { tab } = await hers();
    await tab.getByRole('tab', { name: /^Not taken/ }).click();
    await tab.getByText('She is at ease with one adult.').waitFor();
  });

  it('can be used at every width in every theme', async () => {
    for (const theme of ['default', 'dark', 'contrast'] as const) {
      const { page, tab } = await bench.open(PLAN, { theme });
      await tab.locator('canvas[data-drawn="1"]').waitFor();
      expect(await axeFaults(tab)).toEqual([]);
      for (const width of [768, 320]) {
        await page.setViewportSize({ width, height: 900 });
        expect({ theme, width, over: await overflow(tab) }).toEqual({ theme, width, over: 0 });
      }
      await bench.clear();
    }
  }, 60_000);
});
