import type { FrameLocator, Page } from 'playwright-core';
import { hold, same } from './expect.ts';
import type { Story } from './story.ts';

const COORDINATOR = { person: 'ruth.okafor' };

/** Today: dates with who owes them and why. */
const today = async (story: Story): Promise<void> => {
  const { page, tab } = await story.openTab(COORDINATOR, '/tab/today');
  await story.step('Today says what is late, whose it is and why', async () => {
    await tab.getByRole('heading', { name: 'Today, Mon 23 Nov', level: 1 }).waitFor();
    const late = tab.getByRole('region', { name: 'Late' }).getByRole('listitem').filter({ hasText: 'Jaydon Osei' });
    for (const words of ['Fri 20 Nov', '3 days late', 'Send the annual review report', 'Two weeks after the meeting on Fri 6 Nov', 'You'])
      await late.getByText(words, { exact: true }).first().waitFor();
  });
  await story.step('a date opens its explanation, and Esc leads back to it', async () => {
    const date = tab.getByRole('region', { name: 'Next 14 days' }).getByRole('button', { name: 'Wed 2 Dec' });
    await date.click();
    const drawer = tab.getByRole('dialog', { name: 'A date explained' });
    await drawer.getByText('Wed 2 Dec 2026').first().waitFor();
    await drawer.getByText('Westmere Council').first().waitFor();
    await drawer
      .getByText(/13\(2\)/)
      .first()
      .waitFor();
    await drawer.getByText('eng.plan.final').waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    hold(await date.evaluate((button) => button === document.activeElement), 'focus did not return to the date');
  });
  await page.context().close();
};

const pupilsShown = async (tab: FrameLocator): Promise<string[]> =>
  (await tab.getByRole('grid', { name: 'Pupils' }).getByRole('rowheader').allTextContents()).map((name) => name.trim());

const rowsInAll = async (tab: FrameLocator): Promise<number> =>
  Number(await tab.getByRole('grid', { name: 'Pupils' }).getAttribute('aria-rowcount')) - 1;

const shownBecomes = async (tab: FrameLocator, page: Page, count: number): Promise<void> => {
  for (let waited = 0; waited < 10_000 && (await rowsInAll(tab)) !== count; waited += 50) await page.waitForTimeout(50);
  same(await rowsInAll(tab), count, 'rows of the caseload');
};

/** Caseload: search, filter, sort, keyboard, a glance. */
const caseload = async (story: Story): Promise<void> => {
  const { page, tab } = await story.openTab(COORDINATOR, '/tab/caseload');
  const field = tab.getByRole('textbox', { name: /^Filter these/ });
  await story.step('the caseload holds the whole register, nearest date first', async () => {
    await tab.getByRole('rowheader', { name: 'Zhao, Mei-Lin' }).waitFor();
    same(await rowsInAll(tab), 212, 'rows of the caseload');
    same((await pupilsShown(tab)).slice(0, 4), ['Zhao, Mei-Lin', 'Osei, Jaydon', 'Reid, Callum', 'Malik, Ayaan'], 'the first four');
  });
  await story.step('a name finds one pupil', async () => {
    await field.fill('malik');
    await shownBecomes(tab, page, 1);
    same(await pupilsShown(tab), ['Malik, Ayaan'], 'who is shown');
    await field.fill('');
    await shownBecomes(tab, page, 212);
  });
  await story.step('a filter narrows by year, and is taken out again', async () => {
    await tab.getByRole('button', { name: 'Year', exact: true }).click();
    const choice = tab.getByRole('menuitemcheckbox', { name: /^6 \d+$/ });
    const count = Number((await choice.textContent())?.trim().replace(/^6\s*/, ''));
    await choice.click();
    await page.keyboard.press('Escape');
    await shownBecomes(tab, page, count);
    await tab.getByRole('button', { name: 'Take out Year: 6' }).click();
    await shownBecomes(tab, page, 212);
  });
  await story.step('a column sorts by pupil, and back', async () => {
    await tab
      .getByRole('columnheader', { name: 'Pupil' })
      .getByRole('button')
      .or(tab.getByRole('columnheader', { name: 'Pupil' }))
      .last()
      .click();
    await tab.locator('[role=columnheader][aria-sort=ascending]').getByText('Pupil').waitFor();
    const shown = await pupilsShown(tab);
    same(
      shown,
      [...shown].sort((a, b) => a.localeCompare(b, 'en-GB')),
      'the order of the names',
    );
    await tab.getByRole('columnheader', { name: 'Due' }).click();
  });
  await story.step('keys alone lead from row to glance to pupil', async () => {
    await tab.getByRole('rowheader', { name: 'Zhao, Mei-Lin' }).waitFor();
    await tab.getByRole('row', { name: /Zhao, Mei-Lin/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('i');
    await tab.getByText('Show, then tell: a picture of the task first').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { name: 'Callum Reid', level: 1 }).waitFor();
  });
  await pupil(story, tab);
  await page.context().close();
};

/** Pupil: what one must know in ten seconds. */
const pupil = (story: Story, tab: FrameLocator): Promise<void> =>
  story.step('the pupil’s page puts strengths, what works and the restricted contact first', async () => {
    const glance = tab.getByRole('region', { name: 'At a glance' });
    for (const words of ['Reads aloud fluently', 'Show, then tell: a picture of the task first', 'Wed 25 Nov'])
      await glance.getByText(words).first().waitFor();
    await tab.getByText('Do not contact Mark Reid (father).').waitFor();
    same(await tab.getByRole('button', { name: /Mark Reid/ }).count(), 0, 'buttons to reach the restricted contact');
  });

/** Second leg: the tab inside Teams, as the coordinator. */
export const tabLeg = async (story: Story): Promise<void> => {
  await today(story);
  await caseload(story);
};
