import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#tests/eventually.ts';
import { CALLUM, idOf } from './fixture/ids.ts';
import { Bench } from './open.ts';

const bench = new Bench();
beforeAll(() => bench.start(), 120_000);
afterEach(() => bench.clear());
afterAll(() => bench.stop());

const opened = async (query = '', width = 1440) => {
  const found = await bench.open(`/tab/pupil/${CALLUM}${query}`, { width });
  await found.tab.getByRole('heading', { level: 1, name: 'Callum Reid' }).waitFor();
  return found;
};

describe('the pupil page', () => {
  it('begins with strengths, and on a phone with the next date, in the page as on the screen', async () => {
    const wide = await opened();
    expect(await wide.tab.locator('.pupil-glance h2').allInnerTexts()).toEqual(['Strengths', 'Needs', 'What works (3)', 'Next clock']);
    const narrow = await opened('', 320);
    expect(await narrow.tab.locator('.pupil-glance h2').allInnerTexts()).toEqual(['Next clock', 'What works (3)', 'Strengths', 'Needs']);
  });

  it('says beside the name that a contact must not be reached, and has no button to write to that person', async () => {
    const { tab } = await opened();
    await tab.getByRole('button', { name: '1 contact must not be reached' }).click();
    await tab.waitForURL(/tab=contacts/);
    const contacts = tab.locator('section', { has: tab.getByRole('heading', { name: 'Contacts' }) });
    const first = contacts.getByRole('listitem').first();
    expect(await first.innerText()).toMatch(/^Do not contact Mark Reid \(father\)\./);
    expect(await contacts.getByRole('button', { name: /call with Mark/ }).count()).toBe(0);
    expect(await contacts.getByRole('button', { name: 'Log a call with Fiona Reid' }).count()).toBe(1);
  });

  it('narrows the whole timeline by kind, author and words, and says how many are left', async () => {
    const { tab } = await opened();
    await tab.getByRole('button', { name: 'Filter' }).click();
    await tab.getByRole('combobox', { name: 'Kind' }).selectOption('Calls');
    const entries = tab.locator('.pupil-timeline li');
    await eventually(async () => expect(await entries.count()).toBe(1));
    expect(await entries.innerText()).toContain('Call with Fiona Reid, mother');
    await tab.getByRole('combobox', { name: 'Kind' }).selectOption('All kinds');
    await tab.getByRole('combobox', { name: 'Author' }).selectOption('Sian Morgan');
    await eventually(async () => expect(await entries.allInnerTexts()).toHaveLength(2));
    await tab.getByRole('searchbox', { name: 'Words' }).fill('22 words');
    await tab.getByText('1 of 10 entries').waitFor();
  });

  it('steps through the points of a goal by arrow keys, each said with where it stands', async () => {
    const { page, tab } = await opened(`?tab=plan&goal=${idOf('goal', 1)}`);
    const chart = tab.getByRole('slider', { name: /Write 60 words/ });
    await chart.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await chart.getAttribute('aria-valuetext')).toBe('Tue 10 Nov, 38 words in ten minutes, 4 above the aimline');
    await page.keyboard.press('Home');
    expect(await chart.getAttribute('aria-valuetext')).toBe('Tue 8 Sep, 22 words in ten minutes, on the line');
  });

  it('keeps what does not fit under “10 more” on a phone', async () => {
    const { tab } = await opened('', 320);
    await tab.getByRole('button', { name: '10 more' }).click();
    await tab.getByRole('menuitem', { name: 'Clocks' }).click();
    await tab.waitForURL(/tab=clocks/);
    expect(await tab.getByRole('tab', { selected: true }).innerText()).toBe('Clocks');
  });

  it('has two buttons at its head on a phone, and every other deed behind one more', async () => {
    const { tab } = await opened('', 320);
    const head = tab.locator('.wm-page-end');
    expect(await head.getByRole('button').count()).toBe(3);
    await head.getByRole('button', { name: 'More for this pupil' }).click();
    await tab.getByRole('menuitem', { name: 'One-page profile' }).waitFor();
    expect(await tab.getByRole('menuitem').allInnerTexts()).toEqual([
      'One-page profile',
      'Profile as PDF',
      'Letters',
      'Who may see this',
      'Privacy',
    ]);
    await tab.getByRole('menuitem', { name: 'Who may see this' }).click();
    await tab.waitForURL(/\/access/);
  });

  it('shows attendance, days suspended and a part-time timetable at a glance, and each number opens to what it counts', async () => {
    const { page, tab } = await opened();
    const glance = tab.getByRole('list', { name: 'Attendance' });
    expect((await glance.innerText()).replace(/\s+/g, ' ')).toBe(
      'Attendance 87.4 % on Fri 20 Nov Suspended 12 school days this term Suspended 12 school days this school year Part-time, 17.5 hours a week Review Fri 27 Nov, 4 days left',
    );
    await glance.getByRole('button', { name: 'Suspended 12 school days this term' }).click();
    const number = tab.getByRole('button', { name: 'Suspended 12 school days this term', expanded: true });
    await number.waitFor();
    const counted = tab.getByText('Suspension, Tue 22 to Fri 25 Sep').first();
    await counted.waitFor();
    await tab
      .getByText(/^Not verified: /)
      .first()
      .waitFor();
    await number.focus();
    await page.keyboard.press('Enter');
    await counted.waitFor({ state: 'hidden' });
  });

  it('gives the numbers of a goal beside its chart, each with where it stands to the aimline', async () => {
    const { tab } = await opened(`?tab=plan&goal=${idOf('goal', 1)}`);
    await tab.getByRole('slider', { name: /Write 60 words in ten minutes on his own: 11 points from 22 towards 60/ }).waitFor();
    expect(await tab.getByRole('row', { name: /Tue 17 Nov/ }).innerText()).toMatch(/41\s+35\s+6 above/);
  });

  it('gives no state and no trend under six points', async () => {
    const { tab } = await opened(`?tab=plan&goal=${idOf('goal', 3)}`);
    await tab.getByText(/^Not enough data: 3 points, 6 needed before/).waitFor();
    expect(await tab.locator('.pupil-trend').count()).toBe(0);
  });

  it('logs a call with three facts, and says what was logged', async () => {
    const { page, tab } = await opened();
    await tab.getByRole('button', { name: 'Log a call with Fiona Reid' }).click();
    await tab.getByRole('textbox', { name: 'What was said' }).fill('Slept badly before the science trip.');
    await page.keyboard.press('Control+Enter');
    await tab.getByRole('dialog').waitFor({ state: 'detached' });
    await tab.getByText('Logged: call with Fiona Reid').waitFor({ state: 'attached' });
    const [body] = bench.server.bodies<Record<string, unknown>>('log');
    expect(body).toMatchObject({
      kind: 'call',
      on: '2026-11-23',
      words: 'Slept badly before the science trip.',
      contact: idOf('other', 402),
    });
  });

  it('does not take a promise without its date', async () => {
    const { tab } = await opened();
    await tab.getByRole('button', { name: 'Log a call with Fiona Reid' }).click();
    await tab.getByRole('textbox', { name: 'What was said' }).fill('Asked about the trip.');
    await tab.getByRole('textbox', { name: 'Promised' }).fill('I ring back');
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByText('Still needed: by when it was promised.').waitFor();
    expect(bench.server.asked.filter(({ address }) => address === 'log')).toEqual([]);
  });

  it('offers nobody who must not be contacted when a call is logged', async () => {
    const { tab } = await opened();
    await tab.getByRole('button', { name: 'Log a call with Fiona Reid' }).click();
    await tab.getByRole('radio', { name: /Fiona Reid/ }).waitFor();
    expect(await tab.getByRole('radio', { name: /Mark Reid/ }).count()).toBe(0);
    await tab.getByText('Mark Reid must not be contacted.').waitFor();
  });

  it('keeps what was typed when the log is closed unsaved', async () => {
    const { page, tab } = await opened();
    await tab.getByRole('button', { name: 'Log a call with Fiona Reid' }).click();
    await tab.getByRole('textbox', { name: 'What was said' }).fill('Half a sentence');
    await page.keyboard.press('Escape');
    await tab.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('l');
    expect(await tab.getByRole('textbox', { name: 'What was said' }).inputValue()).toBe('Half a sentence');
  });

  it('sends a failed log again under the same number, so that it cannot count twice', async () => {
    const { tab } = await opened();
    await tab.getByRole('button', { name: 'Log a call with Fiona Reid' }).click();
    await tab.getByRole('textbox', { name: 'What was said' }).fill('Rang at three.');
    bench.server.mood.failing.set('log', 503);
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByText(/Reference 7F3A-21/).waitFor();
    bench.server.mood.failing.clear();
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByRole('dialog').waitFor({ state: 'detached' });
    const requests = bench.server.bodies<{ request: string }>('log').map(({ request }) => request);
    expect(requests).toHaveLength(2);
    expect(new Set(requests).size).toBe(1);
  });

  it('says of a new pupil that nobody was asked yet, and never shows a zero in place of a fact', async () => {
    const { tab } = await bench.open(`/tab/pupil/${idOf('pupil', 383)}`);
    await tab.getByRole('heading', { level: 1, name: 'Carys Evans' }).waitFor();
    expect(await tab.getByText('Not asked yet · ask the class teacher').count()).toBe(3);
    await tab.getByText('No goals yet').waitFor();
  });
});
