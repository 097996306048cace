import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { axeFaults, Bench, overflow } from './open.ts';

const bench = new Bench();
beforeAll(() => bench.start(), 120_000);
afterEach(() => bench.clear());
afterAll(() => bench.stop());

const open = async (query = '', width = 1440) => {
  const found = await bench.open(`/tab/compliance${query}`, { width });
  await found.tab.getByRole('heading', { level: 2, name: /^(Late and due|Week of|What fits|Every clock)/ }).waitFor();
  return found;
};
const table = (tab: Frame) => tab.locator('.compliance-table');
const names = async (tab: Frame): Promise<string[]> => table(tab).locator('td[data-title="Pupil"]').allInnerTexts();

describe('compliance', () => {
  it('opens with what is late and due soon, of both sides, worst first', async () => {
    const { tab } = await open();
    await tab.getByText('9 open clocks · 2 late: 1 ours, 1 an agency’s').waitFor();
    expect(await names(tab)).toEqual(['Mei-Lin Zhao', 'Jaydon Osei', 'Callum Reid', 'Callum Reid', 'Callum Reid']);
    expect(await tab.getByRole('tab').allInnerTexts()).toEqual(
      expect.arrayContaining(['Both sides 9', 'Ours 6', 'Council 1', 'Agencies 1', 'Families 1']),
    );
  });

  it('filters chart and table together by side, and keeps the choice in the address', async () => {
    const { tab } = await open();
    await tab.getByRole('tab', { name: 'Agencies 1' }).click();
    expect(await names(tab)).toEqual(['Mei-Lin Zhao']);
    expect(await tab.locator('.compliance-chart tbody tr').count()).toBe(1);
    expect(new URL(tab.url()).searchParams.get('side')).toBe('agencies');
  });

  it('shows the clocks of a week that is chosen by keys alone, and says what stands in each cell', async () => {
    const { page, tab } = await open();
    const cell = tab.getByRole('button', { name: 'Week of Mon 23 Nov, Hollin Bank School: 1 due' });
    await cell.focus();
    for (let week = 0; week < 3; week += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { name: 'Week of Mon 14 Dec' }).waitFor();
    expect(await names(tab)).toEqual(['Sofia Marchetti', 'Kwame Boateng', 'Ayaan Malik', 'Luca Bianchi-Hart']);
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { name: /^Late and due/ }).waitFor();
  });

  it('explains a date where its square or its day is pressed', async () => {
    const { tab } = await open();
    await tab.locator('[data-clock^="eng.review.report"]').first().click();
    await tab.getByRole('dialog', { name: 'A date explained' }).waitFor();
  });

  it('keeps the reason for a late date; the date stays late', async () => {
    const { tab } = await open();
    const row = table(tab).getByRole('row', { name: /Jaydon Osei/ });
    await row.getByRole('button', { name: 'Say why it was late' }).click();
    await row.getByRole('textbox').fill('The psychologist was ill');
    await row.getByRole('button', { name: 'Save' }).click();
    await row.getByText('Reason: The psychologist was ill').waitFor();
    expect(await row.innerText()).toContain('3 days late');
  });

  it('keeps what was typed where a reason cannot be saved', async () => {
    const { tab } = await open();
    bench.server.mood.failing.set('lateReason', 503);
    const row = table(tab).getByRole('row', { name: /Jaydon Osei/ });
    await row.getByRole('button', { name: 'Say why it was late' }).click();
    await row.getByRole('textbox').fill('The psychologist was ill');
    await row.getByRole('button', { name: 'Save' }).click();
    await row.getByRole('alert').waitFor();
    expect(await row.getByRole('textbox').inputValue()).toBe('The psychologist was ill');
  });

  it('says so where nothing fits, and leads back to everything', async () => {
    const { tab } = await open('?words=nobody');
    await tab.getByText('No clock fits').waitFor();
    await tab.getByRole('button', { name: 'Show every clock' }).click();
    expect(await names(tab)).toHaveLength(11);
  });

  it('ignores a week, a side and a period that it does not know', async () => {
    const { tab } = await open('?period=decade&side=moon&week=2026-13-45');
    expect(await names(tab)).toHaveLength(5);
  });

  it('has nothing that axe finds in any theme, and nothing that sticks out sideways at 1440, 768 and 320 px', async () => {
    for (const [width, theme] of [
      [1440, 'default'],
      [768, 'dark'],
      [320, 'contrast'],
    ] as const) {
      const { tab } = await bench.open('/tab/compliance', { width, theme });
      await tab.getByRole('heading', { level: 2, name: /^Late and due/ }).waitFor();
      expect([width, await overflow(tab), await axeFaults(tab)]).toEqual([width, 0, []]);
    }
  }, 60_000);

  it('is not in the row of pages for a teacher', async () => {
    const { tab } = await bench.open('/tab/today', { person: 'anna.devlin' });
    expect(await tab.getByRole('navigation', { name: 'Pages' }).getByText('Compliance').count()).toBe(0);
  });
});
