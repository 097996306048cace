import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Story } from '#tests/journeys/story.ts';
import type { Scene, Screen } from './screen.ts';

const COORDINATOR = { person: 'ruth.okafor' };

type Opened = { readonly page: Page; readonly tab: FrameLocator };
type Show = (opened: Opened, scene: Scene) => Promise<Locator>;

/** A part of Callum Reid's record, brought into a state; what `show` answers is the sign that it is there. */
const state = (name: string, part: string, show: Show, expected: readonly number[] = []): Screen => ({
  name: `record-${name}`,
  show: async (story: Story, scene, seat) => {
    const opened = await story.openTab({ ...seat, ...COORDINATOR, expected }, `/tab/pupil/${scene.callum}${part ? `?tab=${part}` : ''}`);
    await (await show(opened, scene)).first().waitFor();
    await opened.tab.locator('.wm-skeleton').first().waitFor({ state: 'detached' });
    return opened.page;
  },
});

const press = (tab: FrameLocator, name: string | RegExp) => tab.getByRole('button', { name }).first().click();

/** Somebody else saves a line of provision while its fields are open here. */
const savedMeanwhile = async ({ call, callum }: Scene, line: RegExp, values: Readonly<Record<string, unknown>>): Promise<void> => {
  const path = { pupil: callum, kind: 'provision-line' };
  const { entries } = await call('entries', { path });
  const entry = entries.find((each) => line.test(each.line));
  if (!entry) throw new Error(`There is no line of provision like ${line}.`);
  await call('changeEntry', {
    path: { ...path, entry: entry.id },
    ifMatch: entry.version,
    body: { values: { ...entry.values, ...values } },
  });
};

/** A number that was not there before, so that a screen can be shown more than once in one record. */
let round = 10;

/** The states of what is kept about a pupil: to add, to change, not accepted, met by another, taken out, corrected, printed. */
export const recordScreens: readonly Screen[] = [
  state('new', 'assessments', async ({ tab }) => {
    await press(tab, 'Add screening');
    await tab.getByText('Norms').click();
    return tab.getByRole('textbox', { name: 'Norm group' });
  }),
  state('missing', 'assessments', async ({ tab }) => {
    await press(tab, 'Add concern');
    await press(tab, 'Add concern');
    return tab.getByText('“What worries you” is missing.');
  }),
  state('history', 'provision', async ({ tab }) => {
    await press(tab, /^Change: Sentence starters/);
    await press(tab, 'History');
    return tab.getByRole('complementary', { name: 'History' }).getByText('Written');
  }),
  state(
    'merge',
    'provision',
    async ({ tab }, scene) => {
      await press(tab, /^Change: Now–next/);
      await tab.getByRole('textbox', { name: 'Times a week' }).waitFor();
      await savedMeanwhile(scene, /^Now–next/, { minutes: ++round, place: `In class, table ${round}` });
      await tab.getByRole('textbox', { name: 'Minutes each time' }).fill(String(++round));
      await tab.getByRole('textbox', { name: 'Lesson missed for it' }).fill(`Assembly, week ${round}`);
      return tab.getByRole('region', { name: 'Two versions' });
    },
    [412],
  ),
  state(
    'joined',
    'provision',
    async ({ tab }, scene) => {
      await press(tab, /^Change: Sentence starters/);
      await tab.getByRole('textbox', { name: 'Times a week' }).waitFor();
      await savedMeanwhile(scene, /^Sentence starters/, { misses: `Assembly, week ${++round}` });
      await tab.getByRole('textbox', { name: 'Pupils in the group' }).fill(String(++round % 50));
      return tab.getByText('Both are kept, and stand here together.');
    },
    [412],
  ),
  state('withdraw', 'needs', async ({ tab }) => {
    await press(tab, /^Change: /);
    await press(tab, 'Entered in error');
    return tab.getByRole('textbox', { name: 'Why is this wrong?' });
  }),
  state('correct', 'assessments', async ({ tab }) => {
    await press(tab, /^Open: Teacher’s view/);
    await press(tab, 'Correct it');
    return tab.getByRole('textbox', { name: /Why are you correcting it/ });
  }),
  state('read', 'assessments', async ({ tab }) => {
    await press(tab, /^Open: Teacher’s view/);
    return tab.getByRole('button', { name: 'Correct it' });
  }),
  state('timeline', '', async ({ tab }) => {
    await press(tab, 'Filter');
    return tab.getByRole('combobox', { name: 'Author' });
  }),
  state('chart', 'plan', async ({ page, tab }) => {
    const chart = tab.getByRole('slider');
    await chart.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    return tab.locator('.pupil-chosen-point');
  }),
];
