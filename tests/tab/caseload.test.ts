import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { eventually } from '#tests/eventually.ts';
import { CALLUM } from './fixture/ids.ts';
import { hears, listen, standsOn } from './hearing.ts';
import { Bench, overflow } from './open.ts';

const bench = new Bench();
beforeAll(() => bench.start(), 120_000);
afterEach(() => bench.clear());
afterAll(() => bench.stop());

const names = (tab: Frame) => tab.locator('[role=row] [role=rowheader]').allInnerTexts();
const standing = (tab: Frame) =>
  tab.evaluate(() => document.activeElement?.closest('[role=row]')?.querySelector('[role=rowheader]')?.textContent ?? '');
/** The bar that says what was done; a screen reader hears the same words from elsewhere. */
const toldOf = (tab: Frame, hasText: string) => tab.locator('.wm-bar-words', { hasText });
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

  it('finds a pupil by any part of the name, with or without accents; the name never stands in the address, and is there after a step back', async () => {
    const { tab } = await opened('/tab/caseload?stage=plan');
    const field = tab.getByRole('textbox', { name: /^Filter these/ });
    await field.fill('zielinski malik');
    await eventually(async () => expect((await names(tab)).every((name) => name.startsWith('Malik'))).toBe(true));
    expect(tab.url()).not.toMatch(/malik/i);
    await tab.getByRole('link', { name: 'Malik, Ayaan', exact: true }).click();
    await tab.getByRole('heading', { level: 1, name: 'Ayaan Malik' }).waitFor();
    await tab.evaluate(() => window.history.back());
    await field.waitFor();
    await eventually(async () => expect(await field.inputValue()).toBe('zielinski malik'));
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
    await tab.getByRole('button', { name: /^Clear (?!all)/ }).click();
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

describe('several pupils at once', () => {
  const bar = (tab: Frame) => tab.getByRole('toolbar', { name: 'For the selected pupils' });
  const choose = async (tab: Frame, count: number) => {
    for (let row = 0; row < count; row += 1) await tab.locator(`[data-row="${row}"] input`).check();
  };

  it('are chosen by Space, Shift with an arrow and Ctrl+A, and Escape chooses nobody', async () => {
    const { page, tab } = await opened();
    await tab.locator('[data-row="0"]').focus();
    await page.keyboard.press('Space');
    await bar(tab).getByText('1 selected').waitFor();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await bar(tab).getByText('3 selected').waitFor();
    await page.keyboard.press('Control+a');
    await bar(tab).getByText('212 selected').waitFor();
    await page.keyboard.press('Escape');
    await bar(tab).waitFor({ state: 'detached' });
    expect(await tab.getByRole('toolbar', { name: 'Filters' }).isVisible()).toBe(true);
  });

  it('get one key worker: the rest is done, who failed is named, and one press tries again for them alone', async () => {
    const { tab } = await opened();
    const second = bench.server.work.caseload(212).rows.find(({ givenName, surname }) => surname === 'Zhao' && givenName === 'Mei-Lin A');
    bench.server.work.changedMeanwhile.add(second?.id ?? '');
    await choose(tab, 3);
    await bar(tab).getByRole('button', { name: 'Change key worker' }).click();
    await tab.getByRole('option', { name: /^Wilhelmina/ }).waitFor({ state: 'attached' });
    expect(await overflow(tab)).toBe(0);
    await tab.getByRole('combobox', { name: /^Key worker/ }).selectOption({ label: 'Hannah Brook, Teaching assistant' });
    await tab.getByRole('dialog').getByRole('button', { name: 'Change key worker' }).click();
    await toldOf(tab, 'Done for 2 pupils, not done for 1.').waitFor();
    await tab.getByText('Mei-Lin A Zhao: Gareth Pugh is the key worker by now.').waitFor();
    await tab.getByRole('button', { name: 'Try again for Mei-Lin A Zhao' }).click();
    await tab.getByRole('dialog').getByText('Key worker of 1 pupil').waitFor();
    await tab.getByRole('combobox', { name: /^Key worker/ }).selectOption({ label: 'Hannah Brook, Teaching assistant' });
    await tab.getByRole('dialog').getByRole('button', { name: 'Change key worker' }).click();
    await toldOf(tab, 'Done for 1 pupil.').waitFor();
    await tab.waitForFunction(() =>
      [0, 1, 2].every((row) => document.querySelector(`[data-row="${row}"] .caseload-cell-worker`)?.textContent === 'Hannah Brook'),
    );
  });

  it('are asked about together: the questions can be changed, and the count of people is said', async () => {
    const { tab } = await opened();
    await choose(tab, 2);
    await bar(tab).getByRole('button', { name: 'Ask for contributions' }).click();
    await tab.getByRole('textbox', { name: 'Question 1' }).fill('What went well this week?');
    await tab.getByRole('dialog').getByRole('button', { name: 'Ask about 2 pupils' }).click();
    await toldOf(tab, '4 people asked about 2 pupils.').waitFor();
    const [body] = bench.server.bodies<{ groups: string[]; questions: { words: string }[]; pupils: string[] }>('askSeveral');
    expect(body).toMatchObject({ groups: ['teachers', 'assistants'] });
    expect([body?.questions[0]?.words, body?.pupils.length]).toEqual(['What went well this week?', 2]);
  });

  it('have their next review planned for a month, which the list then shows and narrows by', async () => {
    const { tab } = await opened();
    await choose(tab, 2);
    await bar(tab).getByRole('button', { name: 'Set review month' }).click();
    await tab.getByLabel('Planned for').selectOption('2027-03');
    await tab.getByRole('dialog').getByRole('button', { name: 'Set review month' }).click();
    await toldOf(tab, 'Done for 2 pupils.').waitFor();
    await tab.getByRole('columnheader', { name: 'Review month' }).waitFor();
    await tab.goto(`${tab.url()}&review=2027-03`);
    await tab.waitForFunction(() => document.querySelectorAll('[role=row][data-row]').length === 2);
  });
});

describe('how the list looks', () => {
  it('is parted into groups that fold, each with its count, by keyboard too', async () => {
    const { page, tab } = await opened('/tab/caseload?group=year');
    const head = tab.getByRole('row', { name: /^Year: 1\b/ });
    expect(await head.getAttribute('aria-expanded')).toBe('true');
    await head.focus();
    await page.keyboard.press('Enter');
    await tab.waitForFunction(() => document.querySelector('[data-row="1"]')?.getAttribute('aria-expanded') === 'true');
    expect(await tab.locator('[data-row="0"]').innerText()).toMatch(/^Year: 1\s+\d+$/);
  });

  it('shows the columns that were chosen, and the address keeps them', async () => {
    const { tab } = await opened();
    await tab.getByRole('button', { name: 'Columns' }).click();
    await tab.getByRole('menuitemcheckbox', { name: 'Primary need' }).click();
    await tab.waitForURL(/columns=/);
    expect(await tab.getByRole('columnheader').allInnerTexts()).not.toContain('Primary need');
    expect(new URL(tab.url()).searchParams.get('columns')?.split('~')).not.toContain('need');
  });

  it('takes a column or an order that does not exist for none at all', async () => {
    const { tab } = await opened('/tab/caseload?order=house&columns=house&group=house');
    expect((await names(tab))[0]).toBe('Zhao, Mei-Lin');
    expect(await tab.getByRole('columnheader').count()).toBeGreaterThan(9);
  });

  it('answers an address with two hundred filters', async () => {
    const many = Array.from({ length: 200 }, (_, number) => `x${number}`).join('~');
    const { tab } = await bench.open(`/tab/caseload?year=${many}&stage=${many}`);
    await tab.getByText(/^No pupil matches/).waitFor();
  });
});

describe('a view under a name', () => {
  it('is saved with what the list shows, opens with it, and counts the same as the list', async () => {
    const { tab } = await opened('/tab/caseload?stage=plan');
    await tab.getByRole('button', { name: 'Save this view' }).click();
    await tab.getByLabel('Name').fill('EHC plans by name');
    await tab.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    const saved = tab.getByRole('tab', { name: /^EHC plans by name/ });
    await saved.waitFor();
    const shown = Number((await tab.getByRole('grid').getAttribute('aria-rowcount')) ?? 0) - 1;
    expect(await saved.innerText()).toBe(`EHC plans by name ${shown}`);
    await tab.getByRole('tab', { name: /^All/ }).click();
    await saved.click();
    await tab.waitForURL(/stage=plan/);
  });

  it('holds what was typed, which its address does not say, for whoever comes by that address', async () => {
    const { tab } = await opened('/tab/caseload?stage=plan');
    const field = tab.getByRole('textbox', { name: /^Filter these/ });
    await field.fill('malik');
    await tab.getByRole('button', { name: 'Save this view' }).click();
    await tab.getByLabel('Name').fill('One of mine');
    await tab.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await tab.waitForURL(/saved=/);
    expect(tab.url()).not.toContain('malik');
    // a new step of the history, as for somebody who was sent the link
    await tab.goto(`${tab.url()}&order=name`);
    await eventually(async () => expect(await field.inputValue()).toBe('malik'));
  });

  it('says what it narrowed by and the list no longer knows', async () => {
    const { tab } = await opened();
    await tab.getByRole('tab', { name: /^Year 6 moving on/ }).click();
    await tab.getByText('“Year 6 moving on” also narrowed by house, which the caseload no longer knows.').waitFor();
  });

  it('that is saved over can be put back', async () => {
    const { tab } = await opened();
    await tab.getByRole('tab', { name: /^Year 6 moving on/ }).click();
    await tab.goto(`${tab.url()}&stage=plan`);
    await tab.getByRole('button', { name: 'Save this view' }).click();
    await tab.getByLabel('Name').fill('Moving on with a plan');
    await tab.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await toldOf(tab, 'Saved over “Year 6 moving on”.').waitFor();
    await tab.getByRole('button', { name: 'Undo' }).click();
    await tab.getByRole('tab', { name: /^Year 6 moving on/ }).waitFor();
  });
});

describe('the caseload without a mouse', () => {
  it('is narrowed, chosen from, worked on and saved as a view by keys, and counts and results are read aloud', async () => {
    const { page, tab } = await opened();
    await listen(tab);
    const key = page.keyboard;
    const tabTo = async (words: string, way = 'Tab') => {
      for (let stops = 0; stops < 25; stops += 1) {
        await key.press(way);
        if (await tab.evaluate((asked) => (document.activeElement?.textContent ?? '').trim() === asked, words)) return;
      }
      throw new Error(`${words} is not reached by ${way}`);
    };
    await key.press('f');
    await standsOn(tab, 'Filter these 212');
    await key.type('zhao');
    await hears(tab, 'pupils');
    for (let letter = 0; letter < 4; letter += 1) await key.press('Backspace');
    await hears(tab, '212 pupils');
    await tabTo('Stage');
    await key.press('Enter');
    await tab.getByRole('menuitemcheckbox', { name: /EHC plan/ }).waitFor();
    await tab.waitForFunction(() => document.activeElement?.getAttribute('role') === 'menuitemcheckbox');
    while (!(await tab.evaluate(() => document.activeElement?.textContent?.startsWith('EHC plan')))) await key.press('ArrowDown');
    await key.press('Enter');
    await tab.waitForURL(/stage=plan/);
    await key.press('Escape');
    await standsOn(tab, 'Stage');

    await tab.waitForFunction(() => document.querySelector('[data-row][tabindex="0"]') !== null);
    for (let stops = 0; stops < 25 && !(await tab.evaluate(() => document.activeElement?.hasAttribute('data-row'))); stops += 1)
      await key.press('Tab');
    await key.press('Space');
    await key.press('Shift+ArrowDown');
    await hears(tab, '2 selected');
    await tabTo('Set review month', 'Shift+Tab');
    await key.press('Enter');
    await tab.getByRole('dialog').waitFor();
    await tab.waitForFunction(() => document.activeElement?.closest('[role=dialog]') !== null);
    for (let stops = 0; stops < 9 && !(await tab.evaluate(() => document.activeElement?.tagName === 'SELECT')); stops += 1)
      await key.press('Tab');
    await key.press('ArrowDown');
    await tabTo('Set review month');
    await key.press('Enter');
    await hears(tab, 'Done for 2 pupils');
    await tab.waitForFunction(() => document.activeElement?.closest('[role=grid]') !== null);
  });
});
