import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { readFile, stopReading } from '#api/existing-plans/reading/read-file.ts';
import { eventually } from '#tests/eventually.ts';
import { axeFaults, overflow } from './open.ts';
import { RecordBench, type Window } from './record-bench.ts';

const bench = new RecordBench();
beforeAll(() => bench.start(), 180_000);
afterEach(() => bench.clear());
afterAll(() => bench.stop());

const PATIENCE = 60_000;

/** The section of one kind, by its heading. */
const section = (tab: Frame, title: string) =>
  tab.locator('.record-section', { has: tab.getByRole('heading', { name: title, exact: true }) });

const saved = (tab: Frame) => tab.getByText(/^Saved \d\d:\d\d$/).waitFor();

/** Opens the fields of the entry whose line begins so. */
const change = async ({ tab }: Window, line: string) => {
  await tab.getByRole('button', { name: `Change: ${line}` }).click();
  await tab.getByRole('button', { name: 'Done' }).waitFor();
};

const valuesOf = async (kind: 'provision-line' | 'need' | 'concern', text: string) => {
  const { entries } = await bench.calls()('entries', { path: { pupil: bench.callum, kind } });
  return entries.find(({ line }) => line.includes(text))?.values;
};

describe('the record on the pupil’s page', () => {
  it(
    'takes a new entry once what is needed is there, and says beside the field what is missing',
    async () => {
      const { page, tab } = await bench.open('assessments');
      await tab.getByRole('button', { name: 'Add concern' }).click();
      await tab.getByRole('button', { name: 'Add concern' }).click();
      const words = tab.getByRole('textbox', { name: 'What worries you' });
      expect(await words.evaluate((field) => field === document.activeElement)).toBe(true);
      await section(tab, 'Concerns').getByText('“What worries you” is missing.').waitFor();
      await words.fill('Covers his ears when the bell rings');
      await page.keyboard.press('Control+Enter');
      await tab.getByRole('button', { name: 'Change: Covers his ears when the bell rings' }).waitFor();
      expect(await valuesOf('concern', 'Covers his ears')).toMatchObject({ raisedOn: '2026-11-23' });
    },
    PATIENCE,
  );

  it(
    'keeps what was begun when it is left, and asks whether to go on with it',
    async () => {
      const { page, tab } = await bench.open('needs');
      await tab.getByRole('button', { name: 'Add need' }).click();
      await tab.getByRole('textbox', { name: 'Need', exact: true }).fill('Half a thought');
      await page.keyboard.press('Escape');
      await section(tab, 'Needs').getByText('You began one that is not added yet.').waitFor();
      await tab.getByRole('button', { name: 'Go on with it' }).click();
      expect(await tab.getByRole('textbox', { name: 'Need', exact: true }).inputValue()).toBe('Half a thought');
      await tab.getByRole('button', { name: 'Discard this' }).click();
      await tab.getByText('You began one that is not added yet.').waitFor({ state: 'detached' });
    },
    PATIENCE,
  );

  it(
    'saves by itself a moment after the last key, shows who changed what, and takes it back',
    async () => {
      const window = await bench.open('provision');
      const { tab } = window;
      await change(window, 'Sentence starters');
      await tab.getByRole('textbox', { name: 'Minutes each time' }).fill('20');
      await saved(tab);
      expect(await valuesOf('provision-line', 'Sentence starters')).toMatchObject({ minutes: 20 });
      await tab.getByRole('button', { name: 'History' }).click();
      const history = tab.getByRole('complementary', { name: 'History' });
      await history.getByText('Minutes each time').waitFor();
      expect((await history.getByRole('listitem').first().innerText()).replace(/\s+/g, ' ')).toMatch(
        /Ruth Okafor Changed Minutes each time: 15.* 20/,
      );
      await history.getByRole('button', { name: 'Undo this' }).click();
      await history.getByText('Undone').waitFor();
      expect(await tab.getByRole('textbox', { name: 'Minutes each time' }).inputValue()).toBe('15');
      expect(await valuesOf('provision-line', 'Sentence starters')).toMatchObject({ minutes: 15 });
    },
    PATIENCE,
  );

  it(
    'joins what two windows write into different fields, and lets one choose where both wrote the same one: no word is lost',
    async () => {
      const [one, two] = [await bench.open('provision'), await bench.open('provision')];
      await change(one, 'Now–next card check');
      await change(two, 'Now–next card check');
      await one.tab.getByRole('textbox', { name: 'Lesson missed for it' }).fill('Assembly');
      await saved(one.tab);
      await two.tab.getByRole('textbox', { name: 'Where' }).fill('In class and in the hall');
      await two.tab.getByText('Both are kept, and stand here together.').waitFor();
      expect(await valuesOf('provision-line', 'Now–next')).toMatchObject({ misses: 'Assembly', place: 'In class and in the hall' });

      await one.tab.getByRole('textbox', { name: 'Times a week' }).fill('4');
      await one.tab.getByText('Both are kept, and stand here together.').waitFor();
      await two.tab.getByRole('textbox', { name: 'Times a week' }).fill('3');
      await two.tab.getByRole('textbox', { name: 'What', exact: true }).fill('Now–next card check, before each change');
      const merge = two.tab.getByRole('region', { name: 'Two versions' });
      await merge.waitFor();
      expect(await merge.getByRole('button', { name: 'Save the joined version' }).isDisabled()).toBe(true);
      await merge.getByText('Choose first: times a week.', { exact: false }).waitFor();
      await merge.getByRole('radio', { name: '3 (yours)' }).check();
      await merge.getByRole('button', { name: 'Save the joined version' }).click();
      await saved(two.tab);
      expect(await valuesOf('provision-line', 'before each change')).toMatchObject({
        timesAWeek: 3,
        misses: 'Assembly',
        place: 'In class and in the hall',
      });
    },
    PATIENCE,
  );

  it(
    'keeps the words when Waymark cannot be reached, says so, and sends them again by itself',
    async () => {
      const window = await bench.open('provision');
      const { page, tab } = window;
      await change(window, 'Regular access');
      await page.route('**/record/**', (route) => route.abort());
      await tab.getByRole('textbox', { name: 'Where' }).fill('Quiet room');
      await tab.getByText('What you wrote is kept here and was not sent', { exact: false }).waitFor();
      expect(await tab.getByRole('textbox', { name: 'Where' }).inputValue()).toBe('Quiet room');
      await page.unroute('**/record/**');
      await saved(tab);
      expect(await valuesOf('provision-line', 'Regular access')).toMatchObject({ place: 'Quiet room' });
    },
    PATIENCE,
  );

  it(
    'saves what was typed when one goes elsewhere before the moment is over',
    async () => {
      const window = await bench.open('provision');
      const { tab } = window;
      await change(window, 'Regular access');
      await tab.getByRole('textbox', { name: 'Lesson missed for it' }).fill('None');
      await tab.getByRole('tab', { name: 'Overview' }).click();
      for (let tries = 0; tries < 40; tries++) {
        if ((await valuesOf('provision-line', 'Regular access'))?.misses === 'None') return;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
      throw new Error('What was typed did not reach the record.');
    },
    PATIENCE,
  );

  it(
    'takes an entry out as an error with a reason, and puts it back',
    async () => {
      const window = await bench.open('needs');
      const { tab } = window;
      const needs = section(tab, 'Needs');
      await needs
        .getByRole('button', { name: /^Change: / })
        .last()
        .waitFor();
      const before = await needs.locator('.record-row').count();
      await needs
        .getByRole('button', { name: /^Change: / })
        .last()
        .click();
      await tab.getByRole('button', { name: 'Entered in error' }).click();
      await tab.getByRole('textbox', { name: 'Why is this wrong?' }).fill('Belongs to another pupil');
      await tab.getByRole('button', { name: 'Take it out' }).click();
      await needs.getByText('1 entry taken out as an error').click();
      await needs.getByText('“Belongs to another pupil”').waitFor();
      await needs.getByRole('button', { name: /^Put back: / }).click();
      await needs.getByText('taken out as an error').waitFor({ state: 'detached' });
      await eventually(async () => expect(await needs.locator('.record-row').count()).toBe(before));
    },
    PATIENCE,
  );

  it(
    'corrects a finished entry only with a reason, which stays to be seen',
    async () => {
      const { tab } = await bench.open('assessments');
      await tab.getByRole('button', { name: /^Open: Teacher’s view/ }).click();
      await tab.getByRole('button', { name: 'Correct it' }).click();
      const words = tab.getByRole('textbox', { name: 'In their words' });
      await words.fill('Callum reads aloud fluently.');
      expect(await tab.getByRole('button', { name: 'Save the correction' }).isDisabled()).toBe(true);
      await tab.getByRole('textbox', { name: /Why are you correcting it/ }).fill('A sentence was left out');
      await tab.getByRole('button', { name: 'Save the correction' }).click();
      await section(tab, 'Contributions')
        .getByText(/^Corrected .* by Ruth Okafor: “A sentence was left out”$/)
        .waitFor();
    },
    PATIENCE,
  );

  it(
    'duty 6 A1: somebody who must not be contacted stands first, and can be chosen for nothing',
    async () => {
      const { tab } = await bench.open('contacts');
      expect(await section(tab, 'Contacts').getByRole('listitem').first().innerText()).toMatch(/^Do not contact Mark Reid \(father\)\./);
      await tab.getByRole('button', { name: 'Add consent' }).click();
      const mark = tab.getByRole('combobox', { name: 'Given by' }).locator('option', { hasText: 'Mark Reid' });
      expect(await mark.innerText()).toBe('Mark Reid, father: must not be contacted');
      expect(await mark.evaluate((option) => (option as HTMLOptionElement).disabled)).toBe(true);
    },
    PATIENCE,
  );

  it(
    'prints the whole timeline with school and case, and not the page around it',
    async () => {
      const { page, tab } = await bench.open('');
      await tab.evaluate(() => {
        window.print = () => {
          document.body.dataset.printed = document.querySelector('.wm-sheet')?.textContent ?? '';
          document.body.dataset.page = document.documentElement.outerHTML;
          window.dispatchEvent(new Event('afterprint'));
        };
      });
      const { entries } = await bench.calls()('timeline', { path: { pupil: bench.callum } });
      await tab.getByRole('button', { name: 'Print' }).first().click();
      await tab.locator('body[data-printed]').waitFor();
      const printed = await tab.evaluate(() => document.body.dataset.printed ?? '');
      expect(printed).toMatch(/^Hollin Bank SchoolTimeline, case WM-0412/);
      expect(printed).toContain(`${entries.length} entries`);
      for (const { words } of entries) expect(printed).toContain(words);
      expect(await tab.locator('.wm-sheet').count()).toBe(0);

      // The same sheet on paper: the tab's own page, printed by the browser.
      const paper = await page.context().newPage();
      await paper.goto(new URL('/tab/nothing-here.css', tab.url()).href).catch(() => null);
      await paper.setContent(await tab.evaluate(() => document.body.dataset.page ?? ''), { waitUntil: 'load' });
      const pdf = await paper.pdf({ preferCSSPageSize: true, format: 'A4' });
      const read = await readFile(
        { bytes: new Uint8Array(pdf), name: 'timeline.pdf', nation: 'england' },
        { seconds: 120, megabytes: 512 },
      );
      if (!read.ok) throw new Error(read.words);
      const text = read.pages.blocks.map((block) => block.text).join(' ');
      expect(text).toContain('WM-0412');
      for (const { words } of [entries[0]!, entries.at(-1)!]) expect(text).toContain(words.slice(0, 24));
      expect(text).not.toContain('Find a pupil or case');
      await stopReading();
    },
    PATIENCE,
  );
});

describe('contributions', () => {
  it(
    'are asked of class teachers and others, answered, and stand side by side; who must not be contacted cannot be ticked',
    async () => {
      const { tab } = await bench.open('assessments');
      await tab.getByRole('button', { name: 'Ask for contributions' }).first().click();
      const dialog = tab.getByRole('dialog');
      await dialog.getByText('Mark Reid, father').waitFor();
      expect(await dialog.getByRole('checkbox', { name: /Mark Reid/ }).count()).toBe(0);
      expect(await dialog.getByRole('checkbox', { name: /Anna Devlin/ }).isChecked()).toBe(true);
      await dialog.getByRole('textbox', { name: 'Question 4' }).fill('What would help tomorrow?');
      await dialog.getByRole('button', { name: 'Ask 2 people' }).click();
      await dialog.waitFor({ state: 'detached' });
      await tab.getByText('0 of 2 answered').waitFor();
      await section(tab, 'Contributions').getByText('due Mon 30 Nov').nth(1).waitFor();

      const teacher = await bench.open('assessments', { person: 'anna.devlin' });
      await teacher.tab.getByRole('button', { name: 'Answer' }).click();
      const form = teacher.tab.getByRole('dialog');
      await form.getByRole('textbox', { name: 'What would help tomorrow?' }).fill('A picture of the task first.');
      await form.getByRole('button', { name: 'Send', exact: true }).click();
      await form.waitFor({ state: 'detached' });
      await teacher.tab.getByText('1 of 2 answered').waitFor();
      await teacher.tab.getByRole('region', { name: 'What would help tomorrow?' }).getByText('A picture of the task first.').waitFor();
      expect(await teacher.tab.getByRole('button', { name: 'Remind now' }).count()).toBe(0);
    },
    PATIENCE,
  );

  it(
    'are reminded of once a day',
    async () => {
      const { tab } = await bench.open('assessments');
      await tab.getByRole('button', { name: 'Remind now' }).click();
      await tab
        .getByText(/Sian Morgan/)
        .first()
        .waitFor();
      await tab.getByText('reminded Mon 23 Nov').first().waitFor();
      await tab.getByRole('button', { name: 'Remind now' }).click();
      await tab.getByText('was reminded today').waitFor();
    },
    PATIENCE,
  );
});

describe('how the record looks', () => {
  const surfaces: readonly (readonly [string, string, (window: Window) => Promise<void>])[] = [
    ['lists of the family', 'contacts', async ({ tab }) => void (await tab.getByText('Do not contact').first().waitFor())],
    [
      'the fields of a screening',
      'assessments',
      async ({ tab }) => {
        await tab.getByRole('button', { name: 'Add screening' }).click();
        await tab.getByText('Norms').click();
      },
    ],
    [
      'the form that asks several people',
      'assessments',
      async ({ tab }) => {
        await tab.getByRole('button', { name: 'Ask for contributions' }).first().click();
        await tab.getByRole('dialog').getByText('Mark Reid, father').waitFor();
      },
    ],
    [
      'answers side by side, and what the reader is asked',
      'assessments',
      async ({ tab }) => {
        await tab.getByText('1 of 2 answered').first().waitFor();
        await tab.getByRole('button', { name: 'Remind now' }).waitFor();
      },
    ],
    [
      'fields with their history',
      'provision',
      async (window) => {
        await change(window, 'Sentence starters');
        await window.tab.getByRole('button', { name: 'History' }).click();
        await window.tab.getByRole('complementary', { name: 'History' }).getByText('Written').waitFor();
      },
    ],
  ];
  it.each(surfaces)(
    '%s: axe finds nothing in any theme, and nothing sticks out sideways at 1440, 768 and 320 px',
    async (_name, part, show) => {
      const window = await bench.open(part);
      const { page, tab } = window;
      await show(window);
      for (const [theme, width] of [
        ['default', 1440],
        ['dark', 768],
        ['contrast', 320],
      ] as const) {
        await page.selectOption('#theme', theme, { force: true });
        await tab.locator(`#waymark > .wm-theme-${theme === 'default' ? 'light' : theme}`).waitFor();
        await page.setViewportSize({ width, height: 1000 });
        await page.waitForTimeout(250); // Fluent fades colours
        expect(await overflow(tab)).toBe(0);
        expect(await axeFaults(tab)).toEqual([]);
      }
    },
    120_000,
  );
});
