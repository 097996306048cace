import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { eventually } from '#tests/eventually.ts';
import { CALLUM } from './fixture/ids.ts';
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
    await eventually(async () => expect(await names(tab)).toEqual(['Mei-Lin Zhao']));
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

  it('explains a date where its square or its day is pressed, and leads on to a chaser by its key', async () => {
    const { page, tab } = await open();
    await tab.locator('[data-clock^="eng.review.report"]').first().click();
    await tab.getByRole('dialog', { name: 'A date explained' }).waitFor();
    await tab.getByRole('dialog', { name: 'A date explained' }).getByRole('button', { name: 'Chase' }).waitFor();
    await page.keyboard.press('c');
    await tab
      .getByRole('dialog', { name: /^Chase:/ })
      .getByRole('textbox', { name: 'Text' })
      .waitFor();
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
    const { tab } = await open();
    await tab.getByRole('textbox', { name: /^Filter these/ }).fill('nobody');
    await tab.getByText('No clock fits').waitFor();
    await tab.getByRole('button', { name: 'Show every clock' }).click();
    await eventually(async () => expect(await names(tab)).toHaveLength(11));
  });

  it('ignores a week, a side and a period that it does not know', async () => {
    const { tab } = await open('?period=decade&side=moon&week=2026-13-45');
    expect(await names(tab)).toHaveLength(5);
  });

  it('opens a chaser as a text to read: by e-mail without the child’s name, to whoever is chosen, as it was changed', async () => {
    const { tab } = await open();
    await table(tab)
      .getByRole('button', { name: /^Chase.*Mei-Lin Zhao/ })
      .click();
    const dialog = tab.getByRole('dialog', { name: 'Chase: Speech and language advice' });
    const text = dialog.getByRole('textbox', { name: 'Text' });
    expect(await text.inputValue()).toMatch(/Dear Joanna Tse,[\s\S]*It was due on Mon 16 Nov 2026, 7 days ago[\s\S]*reg 8\(1\)-\(2\)\./);
    expect(await text.inputValue()).not.toMatch(/eng\.advice|verified/);
    await dialog.getByText(/^Not verified: The word/).waitFor();
    expect(await text.inputValue()).not.toContain('Zhao');
    await dialog.getByRole('tab', { name: 'Letter' }).click();
    expect(await text.inputValue()).toContain('Mei-Lin Zhao (our case WM-0360)');
    await dialog.getByRole('tab', { name: 'E-mail' }).click();
    await dialog.getByRole('combobox', { name: 'To' }).selectOption({ label: 'Kirsty Bell, Education officer, Westmere Council' });
    await dialog.getByText('There is no e-mail address for Kirsty Bell').waitFor();
    expect(await dialog.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
    await dialog.getByRole('combobox', { name: 'To' }).selectOption({ index: 0 });
    await text.fill('When will it come?');
    bench.server.mood.failing.set('chase', 503);
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await text.inputValue()).toBe('When will it come?');
    bench.server.mood.failing.clear();
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.waitFor({ state: 'detached' });
    const sent = bench.server.bodies<{ request: string; words: string }>('chase');
    expect(sent.map(({ words }) => words)).toEqual(['When will it come?', 'When will it come?']);
    expect(new Set(sent.map(({ request }) => request)).size).toBe(1);
  });

  it('offers the chaser beside the council’s date on the pupil’s page', async () => {
    const { tab } = await bench.open(`/tab/pupil/${CALLUM}?tab=clocks`);
    await tab.getByRole('button', { name: 'Chase Final plan' }).click();
    await tab
      .getByRole('dialog', { name: /^Chase:/ })
      .getByRole('textbox', { name: 'Text' })
      .waitFor();
    expect(await tab.getByRole('button', { name: /^Chase (Family|Your)/ }).count()).toBe(0);
  });

  it('takes out the rows that are shown, and the year’s report', async () => {
    const { page, tab } = await open('?side=agencies');
    const [saved] = await Promise.all([page.waitForEvent('download'), tab.getByRole('button', { name: 'Export .xlsx' }).click()]);
    expect(saved.suggestedFilename()).toBe('compliance.xlsx');
    expect(bench.server.bodies<{ clocks: string[] }>('exportList')[0]?.clocks).toHaveLength(1);
    await tab.getByRole('button', { name: 'Year report' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Year report' });
    await dialog.getByRole('radio', { name: 'Excel' }).check();
    const [report] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Make the report' }).click()]);
    expect(report.suggestedFilename()).toBe('Compliance report 2026-27.xlsx');
  });

  it('shows the address of a calendar once, and lets it be ended; Outlook is switched on and off', async () => {
    const { tab } = await open();
    await tab.getByRole('button', { name: 'Follow these dates' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Follow these dates' });
    await dialog.getByRole('radio', { name: 'Both sides: 9 in the next 12 months' }).check();
    await dialog.getByRole('button', { name: 'Make an address' }).click();
    const address = dialog.getByRole('textbox', { name: 'Address to subscribe to' });
    await eventually(async () => expect(await address.inputValue()).toMatch(/\/feeds\/.*secret-1\.ics$/));
    await dialog.getByRole('button', { name: 'Switch on' }).click();
    await dialog.getByText('On, both sides: 9 entries placed so far.').waitFor();
    expect(await axeFaults(tab)).toEqual([]);
    await dialog.getByRole('button', { name: 'Close', exact: true }).click();
    await tab.getByRole('button', { name: 'Follow these dates' }).click();
    await dialog.getByText('An address was made Mon 23 Nov, both sides.').waitFor();
    expect(await dialog.getByRole('textbox').count()).toBe(0);
    await dialog.getByRole('button', { name: 'End it' }).click();
    await dialog.getByText('No address yet.').waitFor();
    await dialog.getByRole('button', { name: 'Switch off' }).click();
    await dialog.getByText('Off. Waymark places entries').waitFor();
  });

  it('lets the coordinator choose in Settings when people are told, and says what is no number of days', async () => {
    const { tab } = await bench.open('/tab/settings/reminders', { width: 320 });
    const form = tab.getByRole('form', { name: 'Actions from meetings' });
    await form.getByRole('textbox', { name: 'Days ahead' }).fill('7, soon');
    await form.getByRole('button', { name: /^Save/ }).click();
    await form.getByRole('alert').waitFor();
    await form.getByRole('textbox', { name: 'Days ahead' }).fill('1, 7');
    await form.getByRole('button', { name: /^Save/ }).click();
    await tab.waitForFunction(() => [...document.querySelectorAll('input')].some((field) => field.value === '7, 1'));
    expect(bench.server.bodies('setReminderRule')).toEqual([{ group: 'actions', leads: [1, 7], coordinatorAfter: 3 }]);
    expect([await overflow(tab), await axeFaults(tab)]).toEqual([0, []]);
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
