import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { draftFor, faultsOf, itemOf, WordSuite } from './word-desk.ts';

/* The pane in Word when things are not as in the picture, and how it looks in each theme and width. */

const MINUTES = 60_000;
const suite = new WordSuite();
let item = '';

beforeAll(async () => {
  await suite.start();
  const desk = await suite.sit('ruth.okafor');
  await draftFor(desk, 'Callum Reid');
  item = itemOf(desk);
  await suite.leave();
}, 4 * MINUTES);
afterAll(() => suite.stop(), MINUTES);
afterEach(() => suite.leave(), MINUTES);

describe('a document that may only be read', () => {
  it(
    'says on each tab what works, and lets nobody type or replace',
    async () => {
      const desk = await suite.sit('ruth.okafor');
      const { page, pane, passage, tab } = desk;
      await page.route('**/rooms/documents/*', async (route) => {
        const reply = await route.fetch();
        await route.fulfill({ response: reply, headers: { ...reply.headers(), 'x-access': 'read' } });
      });
      await page.goto(`${suite.rooms}/rooms/word?${new URLSearchParams({ person: 'ruth.okafor', item })}`);
      await tab('Sources').click();
      await pane.getByText('This document is open for reading only: sources can be read and accepted').waitFor();
      expect(
        await pane
          .getByRole('button', { name: /^Edit / })
          .first()
          .isDisabled(),
      ).toBe(true);
      expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
      expect(await passage('Strengths').getAttribute('contenteditable')).toBe('false');
      await tab('Differences').click();
      await pane.getByText('differences can be settled; the document itself stays as it is.').waitFor();
    },
    2 * MINUTES,
  );
});

describe('a sign-in that has ended', () => {
  it(
    'is one button, and then the tab that was open is open again',
    async () => {
      const desk = await suite.sit('ruth.okafor', { item });
      const { page, pane, tab } = desk;
      await tab('Sources').click();
      await page.route('**/api/plans/compare', (route) => route.fulfill({ status: 401, json: {} }));
      await page.route('**/rooms/token', (route) => route.fulfill({ status: 401, json: {} }));
      await pane.getByRole('button', { name: 'Check again' }).click();
      const button = pane.getByRole('button', { name: 'Sign in' });
      await button.waitFor();
      await pane.getByText('Your sign-in has ended.').waitFor();
      await page.unroute('**/api/plans/compare');
      await page.unroute('**/rooms/token');
      await button.click();
      await pane.getByRole('list', { name: 'Passages and their sources' }).waitFor();
      expect(await tab('Sources').getAttribute('aria-selected')).toBe('true');
    },
    2 * MINUTES,
  );
});

describe('a Word that hands out no tokens', () => {
  it(
    'has one button; the window it opens goes to the issuer, comes back with a token for whoever signs in there, and closes',
    async () => {
      const { page, pane, tab } = await suite.sit('ruth.okafor', { item, signsIn: 'window' });
      await pane.getByText('You are not signed in to Waymark.').waitFor();
      expect(await pane.getByRole('tab').count()).toBe(0);
      const opening = page.waitForEvent('popup');
      await pane.getByRole('button', { name: 'Sign in' }).click();
      const window = await opening;
      await window.getByRole('button', { name: /Ruth Okafor/ }).click();
      await tab('Missing').waitFor();
      expect(window.isClosed()).toBe(true);
      await tab('Sources').click();
      await pane.getByRole('list', { name: 'Passages and their sources' }).waitFor();
    },
    2 * MINUTES,
  );

  it(
    'says so when the window is closed without signing in, and the button is still there',
    async () => {
      const { page, pane } = await suite.sit('ruth.okafor', { item, signsIn: 'window' });
      const opening = page.waitForEvent('popup');
      await pane.getByRole('button', { name: 'Sign in' }).click();
      const window = await opening;
      await window.getByRole('heading', { name: 'Pick an account' }).waitFor();
      await window.close();
      await pane.getByText('The sign-in window was closed.').waitFor();
      expect(await pane.getByRole('button', { name: 'Sign in' }).isEnabled()).toBe(true);
    },
    2 * MINUTES,
  );
});

describe('an answer that does not come', () => {
  it(
    'leaves on the screen what was there, and says what still holds',
    async () => {
      const { page, pane, tab } = await suite.sit('ruth.okafor', { item });
      await tab('Missing').waitFor();
      await page.route('**/api/plans/compare', (route) => route.abort());
      await pane.getByRole('button', { name: 'Check again' }).click();
      await pane.getByRole('alert').getByText('Waymark did not answer. What you typed is still in the document.').waitFor();
      expect(await pane.getByRole('list', { name: 'What is missing' }).isVisible()).toBe(true);
    },
    2 * MINUTES,
  );
});

describe('a document that belongs to no case', () => {
  it(
    'has no tabs, says so, and offers a draft',
    async () => {
      const { pane } = await suite.sit('ruth.okafor', { item: await adviceOf() });
      await pane.getByText('This document is not linked to a case.').first().waitFor();
      expect(await pane.getByRole('tab').count()).toBe(0);
      expect(await pane.getByRole('searchbox').isVisible()).toBe(true);
    },
    2 * MINUTES,
  );
});

const adviceOf = async (): Promise<string> => {
  const reply = await fetch(`${suite.rooms}/rooms/documents`, { headers: { 'x-person': 'ruth.okafor' } });
  const { documents } = (await reply.json()) as { documents: { id: string; name: string }[] };
  return documents.find(({ name }) => name.includes('advice'))?.id ?? '';
};

describe('the room and its pane', () => {
  it.each([
    ['light', 1440],
    ['dark', 320],
  ] as const)(
    'have nothing that axe finds and nothing that runs over, %s at %i pixels',
    async (theme, width) => {
      const desk = await suite.sit('ruth.okafor', { theme, width, item });
      for (const name of ['Missing', 'Sources', 'Wording', 'Differences', 'Draft']) {
        await desk.tab(name).click();
        expect([name, ...(await faultsOf(desk))]).toEqual([name]);
      }
    },
    3 * MINUTES,
  );
});
