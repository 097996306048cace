import type { Locator, Page } from 'playwright-core';
import type { Story } from '#tests/journeys/story.ts';
import type { Scene, Screen } from './screen.ts';

export const COORDINATOR = { person: 'ruth.okafor' };
export const ADMINISTRATOR = { person: 'nadia.rahim' };

export type Opened = Awaited<ReturnType<Story['openTab']>>;

/** Waits until nothing grey stands for what is still on its way. */
const here = async ({ page, tab }: Opened, sign: Locator): Promise<Page> => {
  await sign.first().waitFor();
  await tab.locator('.wm-skeleton').first().waitFor({ state: 'detached' });
  return page;
};

const inTab =
  (person: { person: string }, at: (scene: Scene) => string, then: (opened: Opened) => Promise<Page>, sidePanel = false): Screen['show'] =>
  async (story, scene, seat) =>
    then(await story.openTab({ ...seat, ...person, sidePanel }, at(scene)));

export const tabPage = (name: string, at: (scene: Scene) => string, sign: (opened: Opened) => Locator, person = COORDINATOR): Screen => ({
  name,
  show: inTab(person, at, (opened) => here(opened, sign(opened))),
});

/** A surface that opens over the page once something is pressed. */
export const over = (
  name: string,
  at: (scene: Scene) => string,
  press: (opened: Opened) => Promise<void>,
  sign: (opened: Opened) => Locator,
): Screen => ({
  name,
  show: inTab(COORDINATOR, at, async (opened) => {
    await press(opened);
    return here(opened, sign(opened));
  }),
});

export const heading =
  (name: string | RegExp) =>
  ({ tab }: Opened) =>
    tab.getByRole('heading', { name, level: 1 });
export const pupilTab = (part: string): Screen =>
  tabPage(`pupil-${part}`, ({ callum }) => `/tab/pupil/${callum}?tab=${part}`, heading('Callum Reid'));

const say = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Type a message' }).fill(words);
  await page.keyboard.press('Enter');
};

/** The bot's answer to what was typed, as its newest card. */
export const inChat = (name: string, words: string, sign: string | RegExp): Screen => ({
  name,
  show: async (story, _scene, seat) => {
    const page = await story.openChat({ ...seat, ...COORDINATOR });
    await say(page, words);
    const card = page.getByRole('article').filter({ has: page.getByRole('heading', { name: sign }) });
    await card.last().waitFor();
    await card.last().evaluate((node) => node.scrollIntoView({ block: 'nearest' }));
    return page;
  },
});

export const inWord = (name: string, tab: RegExp): Screen => ({
  name,
  show: async (story, { plan }, seat) => {
    const { page, pane } = await story.openWord({ ...seat, ...COORDINATOR }, plan);
    await pane.getByRole('heading', { name: 'Callum Reid' }).waitFor();
    await pane.getByRole('tab', { name: tab }).click();
    return page;
  },
});
