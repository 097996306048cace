import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { eventually } from '#tests/eventually.ts';
import { axeFaults, overflow } from './open.ts';
import { RecordBench } from './record-bench.ts';

const bench = new RecordBench();
beforeAll(() => bench.start(), 180_000);
afterEach(() => bench.clear());
afterAll(() => bench.stop());

const PATIENCE = 60_000;

const dialog = (tab: Frame) => tab.getByRole('dialog');
const happened = (tab: Frame) => tab.locator('.wm-section', { has: tab.getByRole('heading', { name: 'What happened' }) });
const text = async (tab: Frame, selector: string): Promise<string> =>
  (await tab.locator(selector).first().innerText()).replace(/\s+/g, ' ');

describe('what happened in a case, on its Clocks page', () => {
  it(
    'shows the whole way from the request to the plan, what is done and what waits for what',
    async () => {
      const { tab } = await bench.open('clocks');
      await tab.getByRole('heading', { name: 'From the request to the plan' }).waitFor();
      const way = await text(tab, 'ol.chain');
      expect(way).toContain('Done 6 weeks: will it assess? Wed 26 Aug 2026 · Met on the day Westmere Council');
      expect(way).toContain('Running 20 weeks: final plan Wed 2 Dec · 9 days left');
      expect(way).toContain('Waits for: Family’s time to comment on the draft plan; School’s answer to the consultation');
    },
    PATIENCE,
  );

  it(
    'says before saving what an event will do, then records it, and the clock is met',
    async () => {
      const { tab } = await bench.open('clocks');
      await tab.getByRole('button', { name: 'Record an event' }).click();
      await dialog(tab).getByLabel('What happened').selectOption('consultation-answered');
      await dialog(tab).getByText('Meets', { exact: true }).waitFor();
      expect(await text(tab, '.effects')).toContain('School’s answer to the consultation Wed 25 Nov 2026');
      await dialog(tab).getByRole('button', { name: 'Record it' }).click();
      await dialog(tab).waitFor({ state: 'detached' });
      await happened(tab).getByText('School answered the council').waitFor();
      await eventually(async () =>
        expect(await tab.locator('.pupil-clock').allInnerTexts()).not.toEqual(
          expect.arrayContaining([expect.stringContaining('Answer the council’s school consultation')]),
        ),
      );
    },
    PATIENCE,
  );

  it(
    'duty 9 A2: a corrected day shows old and new dates side by side, asks for a reason, and keeps what was shown in the history',
    async () => {
      const { tab } = await bench.open('clocks');
      await tab.getByRole('button', { name: 'Correct: Draft EHC plan sent to the family' }).click();
      await dialog(tab).getByLabel('Day').fill('2026-11-12');
      await dialog(tab).getByText('Moves', { exact: true }).waitFor();
      expect(await text(tab, '.effects')).toMatch(/Mon 23 Nov 2026 .*Thu 26 Nov 2026/);
      await dialog(tab).getByRole('button', { name: 'Correct it' }).click();
      await dialog(tab).getByText('A reason is needed.').waitFor();
      await dialog(tab).getByLabel('Why it is changed').fill('The postmark says 12 November');
      await dialog(tab).getByRole('button', { name: 'Correct it' }).click();
      await dialog(tab).waitFor({ state: 'detached' });
      await happened(tab).getByRole('button', { name: 'History' }).first().click();
      const history = await text(tab, '.case-event-before');
      expect(history).toContain('“The postmark says 12 November”');
      expect(history).toContain('Family’s time to comment on the draft plan: Mon 23 Nov, then Thu 26 Nov');
    },
    PATIENCE,
  );

  it(
    'tells the second of two people who correct at once, and keeps what was typed',
    async () => {
      const { tab } = await bench.open('clocks');
      await tab.getByRole('button', { name: 'Correct: Council asked the school' }).click();
      await dialog(tab).getByLabel('Day').fill('2026-11-11');
      await dialog(tab).getByLabel('Why it is changed').fill('The e-mail came on the 11th');
      const call = bench.calls();
      const { events } = await call('caseEvents', { path: { pupil: bench.callum } });
      const asked = events.find(({ said }) => said.kind === 'consultation-sent');
      await call('correctEvent', {
        path: { pupil: bench.callum, event: asked?.id ?? '' },
        ifMatch: asked?.version ?? 0,
        body: { said: { ...asked?.said, on: '2026-11-09' }, reason: 'As the register says' },
      });
      await dialog(tab).getByRole('button', { name: 'Correct it' }).click();
      await dialog(tab)
        .getByText(/changed this event at .*, after you opened it/)
        .waitFor();
      expect(await dialog(tab).getByLabel('Day').inputValue()).toBe('2026-11-11');
    },
    PATIENCE,
  );

  it(
    'leads from a date’s explanation to recording what meets it',
    async () => {
      const { tab } = await bench.open('clocks');
      await tab.locator('.chain').getByRole('button', { name: 'Wed 2 Dec' }).click();
      await tab.getByRole('button', { name: 'Record as met' }).click();
      await dialog(tab).getByLabel('What happened').waitFor();
      expect(await dialog(tab).getByLabel('What happened').inputValue()).toBe('plan-final');
    },
    PATIENCE,
  );

  it(
    'is not opened by a teacher, who sees that clocks run and no more',
    async () => {
      const { tab } = await bench.open('clocks', { person: 'anna.devlin' });
      await tab.getByRole('heading', { name: 'Clocks' }).waitFor();
      expect(await tab.getByRole('heading', { name: 'What happened' }).count()).toBe(0);
    },
    PATIENCE,
  );
});

describe('the school’s calendar in Settings', () => {
  it(
    'duty 9 A4: a closed day is counted before it is saved, then saved with who changed it',
    async () => {
      const { tab } = await bench.at('/tab/settings/calendar', 'School calendar');
      await tab.getByRole('button', { name: 'Add a closed day' }).click();
      await tab.getByLabel('Day', { exact: true }).fill('2026-12-03');
      await tab.getByLabel('Why', { exact: true }).fill('Burst boiler');
      await tab.getByRole('button', { name: 'Show what moves' }).click();
      await tab.getByText(/No date moves\. The clocks of \d+ cases were counted with the new calendar\./).waitFor();
      await tab.getByRole('button', { name: 'Save the calendar' }).click();
      await tab.getByText('Closed Thu 3 Dec 2026: Burst boiler').waitFor();
    },
    PATIENCE,
  );

  it(
    'refuses a closed day in the holidays, names the line and keeps what was typed',
    async () => {
      const { tab } = await bench.at('/tab/settings/calendar', 'School calendar');
      await tab.getByRole('button', { name: 'Add a closed day' }).click();
      await tab.getByLabel('Day', { exact: true }).last().fill('2026-12-24');
      await tab.getByLabel('Why', { exact: true }).last().fill('Snow');
      await tab.getByRole('button', { name: 'Show what moves' }).click();
      await tab.getByText(/Closure \d was no school day/).waitFor();
      expect(await tab.getByLabel('Why', { exact: true }).last().inputValue()).toBe('Snow');
    },
    PATIENCE,
  );
});

describe('dates that people argue about', () => {
  it(
    'are reached from Compliance, and each opens to its trigger, count, exceptions and citation',
    async () => {
      const { tab } = await bench.at('/tab/compliance', 'Compliance');
      await tab.getByRole('link', { name: 'Dates that people argue about, explained' }).click();
      await tab.getByRole('link', { name: 'Do the summer holidays push the six weeks back?' }).click();
      await tab.getByRole('heading', { level: 1, name: 'Do the summer holidays push the six weeks back?' }).waitFor();
      const page = await text(tab, '.dates-page');
      for (const sign of [
        'a made-up case, seen on Thu 20 Aug 2026',
        'Fri 14 Aug 2026',
        'Council received the request (day 0)',
        'School closed four weeks or more. Applies.',
        'reg 5',
      ])
        expect(page).toContain(sign);
    },
    PATIENCE,
  );
});

describe('all of it', () => {
  it(
    'has nothing that axe finds, and nothing that sticks out sideways at 1440, 768 and 320 px',
    async () => {
      for (const [address, heading] of [
        [`/tab/pupil/${bench.callum}?tab=clocks`, 'Callum Reid'],
        ['/tab/settings/calendar', 'School calendar'],
        ['/tab/dates/mediation-certificate', 'Two months from the letter, or one month from the mediation certificate?'],
      ] as const)
        for (const [width, theme] of [
          [1440, 'default'],
          [768, 'dark'],
          [320, 'contrast'],
        ] as const) {
          const { tab } = await bench.at(address, heading, { width, theme });
          await tab.locator('.wm-skeleton').first().waitFor({ state: 'detached' });
          expect([address, width, await overflow(tab), await axeFaults(tab)]).toEqual([address, width, 0, []]);
          await bench.clear();
        }
    },
    3 * PATIENCE,
  );
});
