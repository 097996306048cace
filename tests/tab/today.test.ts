import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#tests/eventually.ts';
import { AYAAN, CALLUM } from './fixture/ids.ts';
import { hears, listen, standsOn } from './hearing.ts';
import { Bench } from './open.ts';

const bench = new Bench();
beforeAll(() => bench.start(), 120_000);
afterEach(() => bench.clear());
afterAll(() => bench.stop());

const opened = async (address = '/tab/today') => {
  const found = await bench.open(address);
  await found.tab.locator('h1', { hasText: 'Mon 23 Nov' }).waitFor();
  return found;
};

describe('Today', () => {
  it('groups what is due, with date, days left, owner and why in every row', async () => {
    const { tab } = await opened();
    const late = tab.getByRole('region', { name: 'Late' });
    expect(await late.getByRole('listitem').count()).toBe(2);
    const row = await late.getByRole('listitem').first().innerText();
    for (const words of [
      'Fri 20 Nov',
      '3 days late',
      'Send the annual review report',
      'Jaydon Osei, Year 4',
      'Two weeks after the meeting',
      'You',
      'Open report',
    ])
      expect(row).toContain(words);
  });

  it('shows first, at the side, what colleagues ask the reader, and nothing where nobody does', async () => {
    const { tab } = await opened();
    expect(await tab.getByRole('heading', { name: 'Asked of you' }).count()).toBe(0);
    bench.server.mood.asksMe = true;
    const asked = await opened();
    const link = asked.tab.getByRole('link', { name: 'Round-robin about a concern · Callum Reid' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toMatch(/tab=assessments&answer=/);
    expect(await asked.tab.getByRole('listitem').filter({ has: link }).innerText()).toMatch(/Hannah Brook[\s\S]*1 day left/);
  });

  it('has one primary button: the first late thing of the reader’s own', async () => {
    const { tab } = await opened();
    const brand = await tab.evaluate(() => {
      const buttons = [...document.querySelectorAll('main button')];
      const brandColour = getComputedStyle(buttons.find((button) => button.textContent === 'Open report') as Element).backgroundColor;
      return buttons.filter((button) => getComputedStyle(button).backgroundColor === brandColour).map((button) => button.textContent);
    });
    expect(brand).toEqual(['Open report']);
  });

  it('shows mine, and what waits on others, by key', async () => {
    const { page, tab } = await opened();
    await page.keyboard.press('2');
    await tab.waitForURL(/whose=mine/);
    expect(await tab.getByRole('tab', { selected: true }).innerText()).toBe('Mine 4');
    expect(await tab.locator('[data-due]').count()).toBe(4);
    await page.keyboard.press('3');
    await tab.waitForURL(/whose=waiting/);
    expect(await tab.locator('[data-due]').count()).toBe(6);
  });

  it('moves by row with J and K, presses the row’s button with Enter, opens the pupil with P', async () => {
    const { page, tab } = await opened();
    await tab.locator('[data-due]').first().focus();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await tab.waitForURL(/\/meetings\/.*\/dates$/);
    await tab.goto(`${bench.server.origin}/tab/today`);
    await tab.locator('[data-due]').nth(3).focus();
    await page.keyboard.press('p');
    await tab.waitForURL(new RegExp(CALLUM));
  });

  it('looks for dates for the pupil whose review is to be booked', async () => {
    const { tab } = await opened();
    await tab.getByRole('button', { name: 'See 3 dates' }).click();
    await tab.getByRole('heading', { name: 'Find a date for the annual review' }).waitFor();
    expect(bench.server.asked.some(({ address }) => address === 'propose')).toBe(true);
    expect(tab.url()).not.toContain(AYAAN);
  });

  it('explains a date, and gives focus back to it on Esc', async () => {
    const { page, tab } = await opened();
    const date = tab.getByRole('button', { name: 'Wed 2 Dec' });
    await date.click();
    await tab.getByText('Westmere Council owes this.').or(tab.getByText('owes this')).first().waitFor();
    await tab.waitForFunction(() => document.activeElement?.textContent === 'Final EHC plan');
    await page.keyboard.press('Escape');
    await tab.waitForFunction(() => document.activeElement?.textContent === 'Wed 2 Dec');
  });

  it('marks an action done and reads the list anew', async () => {
    const { tab } = await opened();
    const before = bench.server.asked.filter(({ address }) => address === 'today').length;
    await tab.getByRole('button', { name: 'Mark done' }).click();
    await tab.getByText('Done: Renew consent for occupational therapy').waitFor({ state: 'attached' });
    expect(bench.server.asked.filter(({ address }) => address === 'actionDone')).toHaveLength(1);
    await eventually(async () => expect(bench.server.asked.filter(({ address }) => address === 'today').length).toBeGreaterThan(before));
  });

  it('proves an empty list by the clocks that were counted', async () => {
    bench.server.mood.nothingMine = true;
    const { tab } = await opened('/tab/today?whose=mine');
    await tab.getByText('Nothing is due from you in the next 14 days').waitFor();
    expect(await tab.locator('main').innerText()).toContain('All 318 clocks were counted at 06:02 today. 6 things wait on others.');
  });
});

describe('Today without a mouse', () => {
  it('every deed is done by keys, each row and button says what it is, and what came of it is read aloud', async () => {
    bench.server.mood.everyDeed = true;
    const { page, tab } = await opened();
    await listen(tab);
    const key = page.keyboard;
    /** Stands on the row of a title, moving by key from wherever the list stands. */
    const row = async (title: string) => {
      for (let tries = 0; tries < 20; tries += 1) await key.press('k');
      for (let tries = 0; tries < 20; tries += 1) {
        if (await tab.evaluate((words) => document.activeElement?.getAttribute('aria-label')?.includes(words), title)) return;
        await key.press('j');
      }
      throw new Error(`no row of ${title} by key`);
    };
    for (let stops = 0; stops < 20; stops += 1) {
      if (await tab.evaluate(() => document.activeElement?.hasAttribute('data-due'))) break;
      await key.press('Tab');
    }
    await standsOn(tab, 'Fri 20 Nov, 3 days late. Send the annual review report, Jaydon Osei, Year 4. Two weeks after the meeting');
    await key.press('Tab');
    await standsOn(tab, 'Fri 20 Nov');
    await key.press('Shift+Tab');

    await row('Renew consent for occupational therapy');
    await key.press('Enter');
    await hears(tab, 'Done: Renew consent for occupational therapy');
    await tab.waitForFunction(() => !document.body.textContent?.includes('Consent of Thu 27 Nov 2025'));
    await tab.waitForFunction(() => document.activeElement?.hasAttribute('data-due'));
    await row('Send Fiona Reid the visual timetable');
    await key.press('Enter');
    await hears(tab, 'Promise kept: Send Fiona Reid the visual timetable');
    await row('Advice for the review');
    await key.press('Enter');
    await hears(tab, 'Reminded: Gareth Pugh');

    await row('Final EHC plan');
    await key.press('e');
    await tab.getByRole('dialog', { name: 'A date explained' }).waitFor();
    await key.press('Escape');
    await standsOn(tab, 'Final EHC plan');
    await row('Speech and language advice');
    await key.press('Enter');
    await tab.getByRole('dialog').waitFor();
    await tab.waitForFunction(() => document.activeElement?.closest('[role=dialog]') !== null);
    await key.press('Escape');
    await standsOn(tab, 'Speech and language advice');

    await key.press('2');
    await hears(tab, 'Mine: 3 things due');
    await key.press('1');
    await hears(tab, 'Everyone:');
    await eventually(async () => {
      const names = await tab
        .locator('main')
        .getByRole('button')
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? ''));
      expect(names.every((name) => name.trim() !== '')).toBe(true);
      const steps = names.filter((name) => name.startsWith('Explain: '));
      expect([steps.length > 1, new Set(steps).size]).toEqual([true, steps.length]);
    });

    await tab.getByRole('button', { name: 'I have seen these' }).focus();
    await key.press('Enter');
    await hears(tab, 'Nothing new');
    await tab.waitForFunction(() => document.activeElement?.hasAttribute('data-due'));
    await row('Choose the annual review date');
    await key.press('Enter');
    await standsOn(tab, 'Find a date for the annual review');
  });
});
