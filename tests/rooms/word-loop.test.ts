import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { eventually } from '#tests/eventually.ts';
import { draftFor, itemOf, WordSuite } from './word-desk.ts';

/* A plan's whole way through Word: the real suite, the room that plays Word, Microsoft's proxies and the built pane, in Chromium. */

const MINUTES = 60_000;
const suite = new WordSuite();

beforeAll(() => suite.start(), 4 * MINUTES);
afterAll(() => suite.stop(), MINUTES);
afterEach(() => suite.leave(), MINUTES);

const ASK = 'Ask for help in three lessons of five, by card or word, by Easter.';

/** The custom XML that the controls are bound to: Word shows what stands there, whatever the page said. */
const boundData = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => /^customXml\/item\d+\.xml$/.test(name))
    .map(([, part]) => strFromU8(part))
    .join('\n');

describe('a plan in Word', () => {
  it(
    'is drafted, edited in the page, saved back line by line, and then says the same as the record',
    async () => {
      const desk = await suite.sit('ruth.okafor');
      const { page, pane, passage } = desk;
      await pane.getByText('This document is not linked to a case.').first().waitFor();
      await draftFor(desk, 'Callum Reid');
      expect(await page.locator('#document option:checked').textContent()).toMatch(
        /^WM-0412 \/ WM-0412 SEN support plan \d{4}-\d\d-\d\d\.docx$/,
      );

      const missing = pane.getByRole('list', { name: 'What is missing' });
      await missing.getByRole('heading', { name: 'Parent’s view not received' }).waitFor();
      expect(await passage('Parent’s view').getAttribute('class')).toContain('gap');

      await passage('Goal 2').nth(1).fill(ASK);
      await eventually(async () => expect(await page.locator('#saved').textContent()).toBe('Not saved'));
      await pane.getByRole('button', { name: 'Save back' }).click();
      const line = pane.getByRole('list', { name: 'Differences' }).getByRole('listitem').first();
      await line.getByRole('heading', { name: 'Goal 2' }).waitFor();
      expect(await line.locator('dd').allTextContents()).toEqual(['Ask for help more often, by card or word', 'same as issued', ASK]);
      await line.getByRole('button', { name: 'Take the document’s Goal 2' }).click();
      await pane.getByText('The document and the record say the same.').waitFor();
      await pane.getByText(/^Version 2 · saved/).waitFor();

      const call = await suite.callsOf('ruth.okafor');
      const found = (await call('find', { body: { words: 'WM-0412' } })).pupils[0];
      const record = await call('pupil', { path: { pupil: found?.id ?? '' } });
      expect(record.goals.map((goal) => goal.words)).toContain(ASK);
      expect(record.plans.find((plan) => plan.kind === 'senSupport')).toMatchObject({ version: 2, differences: 0 });

      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
      const item = itemOf(desk);
      const file = await fetch(`${suite.rooms}/rooms/documents/${item}`, { headers: { 'x-person': 'ruth.okafor' } });
      expect(boundData(new Uint8Array(await file.arrayBuffer()))).toContain(ASK);
      const again = await suite.sit('ruth.okafor', { item });
      expect(await again.passage('Goal 2').nth(1).textContent()).toBe(ASK);
      await again.tab('Differences').click();
      await again.pane.getByText('The document and the record say the same.').waitFor();
    },
    3 * MINUTES,
  );

  it(
    'is worked on from the ribbon as from the pane',
    async () => {
      const desk = await suite.sit('ruth.okafor');
      const { page, pane, passage, tab } = desk;
      const ribbon = page.getByRole('group', { name: 'Waymark, Plan' });
      await ribbon.getByRole('button', { name: 'Open Waymark' }).click();
      await page.locator('.pane-side').waitFor({ state: 'hidden' });
      await ribbon.getByRole('button', { name: 'Draft plan' }).click();
      await page.locator('.pane-side').waitFor();
      await draftFor(desk, 'Sofia Marchetti');
      await passage('Strengths').fill('Tells a story from start to end.');
      await ribbon.getByRole('button', { name: 'Save back' }).click();
      await pane.getByRole('heading', { name: 'Strengths' }).waitFor();
      expect(await tab('Differences').getAttribute('aria-selected')).toBe('true');
      await ribbon.getByRole('button', { name: 'Check' }).click();
      await pane.getByRole('list', { name: 'What is missing' }).waitFor();
      expect(await tab('Missing').getAttribute('aria-selected')).toBe('true');
    },
    3 * MINUTES,
  );

  it(
    'is gone through by keyboard, with focus left in the pane',
    async () => {
      const desk = await suite.sit('ruth.okafor');
      const { page, pane, passage, tab } = desk;
      await tab('Missing').or(pane.getByRole('searchbox')).first().waitFor();
      if ((await pane.getByRole('tab').count()) === 0) await draftFor(desk, 'Callum Reid');
      await tab('Sources').click();
      const rows = pane.getByRole('list', { name: 'Passages and their sources' }).locator(':scope > li');
      await rows.first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const label = (await rows.nth(1).getByRole('heading').textContent()) ?? '';
      await rows.nth(1).and(pane.locator('[aria-current="true"]')).waitFor();
      expect(await passage(label).last().getAttribute('class')).toContain('lit');
      expect(await rows.nth(1).evaluate((row) => row.ownerDocument.activeElement === row)).toBe(true);

      const toRead = rows.filter({ hasText: 'not yet accepted' });
      const before = await toRead.count();
      expect(before).toBeGreaterThan(0);
      await toRead.first().focus();
      await page.keyboard.press('a');
      await expect(
        toRead
          .nth(before - 1)
          .waitFor({ state: 'detached' })
          .then(() => toRead.count()),
      ).resolves.toBe(before - 1);
    },
    3 * MINUTES,
  );
});

describe('what was typed', () => {
  it(
    'is never lost: not when another document is chosen, not when somebody else has saved',
    async () => {
      const desk = await suite.sit('ruth.okafor');
      const { page, passage, pane, tab } = desk;
      await tab('Missing').waitFor();
      const item = itemOf(desk);
      await passage('Strengths').fill('Knows every bus in Westmere.');
      const other = await page.locator('#document option:not(:checked)').first().getAttribute('value');
      await page.locator('#document').selectOption(other);
      await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
      expect(await page.locator('#document').inputValue()).toBe(item);
      expect(await passage('Strengths').textContent()).toBe('Knows every bus in Westmere.');

      const second = await suite.sit('ruth.okafor', { item });
      await second.passage('Pupil’s view').fill('“I want to join the library club.”');
      await second.page.getByRole('button', { name: 'Save' }).first().click();
      await second.page.getByText(/^Saved /).waitFor();

      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page
        .getByRole('dialog')
        .getByText(/Somebody saved this document in the meantime/)
        .waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Not now' }).click();
      expect(await passage('Strengths').textContent()).toBe('Knows every bus in Westmere.');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Save mine as the newest version' }).click();
      await page.getByText(/^Saved /).waitFor();
      const after = await suite.sit('ruth.okafor', { item });
      expect(await after.passage('Strengths').textContent()).toBe('Knows every bus in Westmere.');
      expect(await pane.getByRole('button', { name: 'Save back' }).isEnabled()).toBe(true);
    },
    3 * MINUTES,
  );

  it(
    'in an older draft is not compared, and the newest is one button away',
    async () => {
      const desk = await suite.sit('ruth.okafor');
      await desk.tab('Missing').waitFor();
      const second = await suite.sit('ruth.okafor', { item: itemOf(desk) });
      await second.tab('Missing').waitFor();
      const name = (await second.pane.getByRole('heading', { level: 1 }).textContent()) ?? '';
      await second.tab('Draft').click();
      await second.pane.getByRole('searchbox').fill(name);
      await second.pane.getByRole('button', { name: new RegExp(name) }).click();
      await second.pane.getByRole('button', { name: 'Draft plan' }).click();
      await second.pane
        .getByText(/It is opening in Word|^Version/)
        .first()
        .waitFor();
      await second.page.waitForTimeout(1_000);

      await desk.pane.getByRole('button', { name: 'Check again' }).click();
      await desk.pane
        .getByText(/^This is version \d+\. Open version \d+/)
        .first()
        .waitFor();
      await desk.pane.getByRole('button', { name: /^Open version \d+$/ }).click();
      await desk.pane
        .getByText(/^This is version/)
        .first()
        .waitFor({ state: 'detached' });
      await desk.tab('Missing').waitFor();
    },
    3 * MINUTES,
  );
});

describe('who sits at Word', () => {
  it(
    'finds only what the library opens to them: a teacher none of Ruth’s documents',
    async () => {
      const ruth = await suite.sit('ruth.okafor');
      expect(await ruth.page.locator('#document option').count()).toBeGreaterThan(3);
      const leanne = await suite.sit('leanne.foster');
      expect(await leanne.page.locator('#document option').count()).toBe(0);
      await leanne.page.getByText('No document of the SEND library is open to this person.').waitFor();
      await leanne.pane
        .getByText(/no document is open/)
        .first()
        .waitFor();
      const item = itemOf(ruth);
      const direct = await fetch(`${suite.rooms}/rooms/documents/${item}`, { headers: { 'x-person': 'leanne.foster' } });
      expect(direct.status).toBe(404);
    },
    2 * MINUTES,
  );
});
