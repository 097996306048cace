import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, REVIEW } from './fixture/ids.ts';
import { Bench } from './open.ts';

const bench = new Bench();
beforeAll(() => bench.start(), 120_000);
afterEach(() => bench.clear());
afterAll(() => bench.stop());

const dates = async (width = 1440) => {
  const found = await bench.open(`/tab/meetings/${idOf('meeting', 24)}/dates`, { width });
  await found.tab.getByRole('radio').first().waitFor();
  return found;
};
const record = async () => {
  const found = await bench.open(`/tab/meetings/${REVIEW}`, { width: 320, context: 'sidePanel' });
  await found.tab.getByText('Taking notes').waitFor();
  return found;
};

describe('finding a date', () => {
  it('offers three dates with a verdict in words, the best one chosen', async () => {
    const { tab } = await dates();
    expect(await tab.getByRole('radio').count()).toBe(3);
    expect(await tab.getByRole('radio', { name: /Tue 8 Dec.*Best.*14:00 to 15:00.*All staff and agencies can/s }).isChecked()).toBe(true);
  });

  it('tells a free calendar from a person’s yes, and what nobody knows from both', async () => {
    const { tab } = await dates();
    expect(await tab.getByRole('row', { name: /Ruth Okafor/ }).innerText()).toContain('Free');
    expect(await tab.getByRole('row', { name: /Dawn Keeling/ }).innerText()).toContain('Replied yes');
    expect(await tab.getByRole('row', { name: /Joanna Tse/ }).innerText()).toContain('Cannot: clinic');
    expect(await tab.getByRole('row', { name: /Saima Malik/ }).innerText()).toContain('Will be asked');
  });

  it('books the date that is chosen with the arrow keys, once, with the version that was seen', async () => {
    const { page, tab } = await dates();
    await tab.getByRole('radio').first().focus();
    await page.keyboard.press('ArrowDown');
    await tab.getByRole('button', { name: 'Book Thu 10 Dec: agreed by phone' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Review booked' }).waitFor();
    expect(bench.server.bodies('book')).toEqual([{ slot: 'b', version: 1, agreed: 'phone' }]);
  });

  it('keeps the page and says why when the date has gone meanwhile', async () => {
    const { tab } = await dates();
    bench.server.mood.failing.set('book', 409);
    await tab.getByRole('button', { name: /^Book Tue 8 Dec/ }).click();
    await tab.getByText(/Reference 7F3A-21/).waitFor();
    expect(await tab.getByRole('radio').count()).toBe(3);
  });

  it('turns the table into a list of those who cannot on a phone', async () => {
    const { tab } = await dates(320);
    expect(await tab.getByRole('table').count()).toBe(0);
    expect(await tab.locator('main').innerText()).toMatch(/Joanna Tse:\s+Cannot: clinic/);
  });
});

describe('the record of a meeting, in the side panel', () => {
  it('adds an action with its owner and date, from the keyboard alone', async () => {
    const { page, tab } = await record();
    await page.keyboard.press('a');
    await page.keyboard.type('Visit the college open evening with Ayaan');
    await tab.getByRole('combobox', { name: 'Who' }).selectOption({ label: 'Tomasz Zieliński' });
    await tab.getByLabel('By when').fill('2027-01-21');
    await page.keyboard.press('Control+Enter');
    await tab.getByText('Action. Visit the college open evening with Ayaan').waitFor();
    const [body] = bench.server.bodies<object>('entry');
    expect(body).toMatchObject({ kind: 'action', version: 4, owner: idOf('person', 60), due: '2027-01-21' });
  });

  it('shows a view in the person’s own words, in quotation marks', async () => {
    const { tab } = await record();
    expect(await tab.locator('.record-current').innerText()).toContain('View, Saima Malik. “At home he tells me now.”');
  });

  it('shuts the four buttons off the record; the way back is the only primary button', async () => {
    const { page, tab } = await record();
    await page.keyboard.press('o');
    await tab.getByText('Off the record since 14:24').waitFor();
    for (const name of ['Decision', 'Action', 'View', 'Disagreement'])
      expect(await tab.getByRole('button', { name, exact: true }).isDisabled()).toBe(true);
    await page.keyboard.press('d');
    expect(await tab.getByRole('textbox').count()).toBe(0);
    await tab.getByRole('button', { name: 'Back on the record' }).click();
    await tab.getByText('Taking notes').waitFor();
  });

  it('keeps what was typed when it could not be sent, and sends it again as the same entry', async () => {
    const { page, tab } = await record();
    await page.keyboard.press('d');
    await page.keyboard.type('Keep outcome 2');
    bench.server.mood.failing.set('entry', 503);
    await page.keyboard.press('Control+Enter');
    await tab.getByText(/Reference 7F3A-21/).waitFor();
    expect(await tab.getByRole('textbox').inputValue()).toBe('Keep outcome 2');
    bench.server.mood.failing.clear();
    await tab.getByRole('textbox').press('Control+Enter');
    await tab.locator('.record-current').getByText('Keep outcome 2', { exact: false }).last().waitFor();
    const requests = bench.server.bodies<{ request: string }>('entry').map(({ request }) => request);
    expect(new Set(requests).size).toBe(1);
  });

  it('goes from item to item and finishes at the last', async () => {
    const { page, tab } = await record();
    for (const item of ['4 Does the provision work?', '5 Preparing for adulthood', '6 Recommendation']) {
      await page.keyboard.press('n');
      await tab.locator('[aria-current=step]', { hasText: item }).waitFor();
    }
    await tab.getByRole('button', { name: 'Finish' }).click();
    await tab.getByText('The minutes are being written into the case folder.').waitFor();
  });
});

describe('the list of meetings', () => {
  it('says of each whether papers, views and people are ready, in words', async () => {
    const { tab } = await bench.open('/tab/meetings');
    const row = tab.getByRole('row', { name: /Lindqvist, Freya/ });
    expect(await row.innerText()).toMatch(/8 of 8 sent\s+Both in\s+Council not answered/);
    await tab.getByRole('tab', { name: 'Not booked 2' }).click();
    expect(await tab.getByRole('button', { name: /^See the dates/ }).count()).toBe(2);
  });
});
