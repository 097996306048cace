import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame, Page } from 'playwright-core';
import { CALLUM, idOf, REVIEW } from './fixture/ids.ts';
import { axeFaults, Bench, overflow, type Theme } from './open.ts';

const bench = new Bench();
beforeAll(() => bench.start(), 120_000);
afterEach(() => bench.clear());
afterAll(() => bench.stop());

const PAGES = [
  ['Today', '/tab/today', 'ruth.okafor'],
  ['Caseload', '/tab/caseload', 'ruth.okafor'],
  ['Pupil', `/tab/pupil/${CALLUM}`, 'ruth.okafor'],
  ['Plan and goals', `/tab/pupil/${CALLUM}?tab=plan`, 'ruth.okafor'],
  ['Attendance', `/tab/pupil/${CALLUM}?tab=attendance&count=term`, 'ruth.okafor'],
  ['Clocks', `/tab/pupil/${CALLUM}?tab=clocks`, 'ruth.okafor'],
  ['Meetings', '/tab/meetings', 'ruth.okafor'],
  ['Find a date', `/tab/meetings/${idOf('meeting', 24)}/dates`, 'ruth.okafor'],
  ['Meeting record', `/tab/meetings/${REVIEW}`, 'ruth.okafor'],
  ['Import', '/tab/settings/import', 'ruth.okafor'],
  ['Permissions', '/tab/settings/permissions', 'marcus.webb'],
] as const;
const THEMES: readonly Theme[] = ['default', 'dark', 'contrast'];
/** Colours depend on the theme and not on the width, so that each theme is looked at once. */
const LOOKS: readonly { readonly width: number; readonly themes: readonly Theme[] }[] = [
  { width: 1440, themes: ['default', 'dark'] },
  { width: 768, themes: [] },
  { width: 320, themes: ['contrast'] },
];

const settled = async (tab: Frame) => {
  await tab.locator('.wm-skeleton').first().waitFor({ state: 'detached' });
  await tab.locator('main').waitFor();
};

const wear = async (page: Page, tab: Frame, theme: Theme) => {
  await page.selectOption('#theme', theme, { force: true });
  await tab.locator(`#waymark > .wm-theme-${theme === 'default' ? 'light' : theme}`).waitFor();
  await page.waitForTimeout(250); // Fluent fades colours
};

/** As on a slow machine, where what arrives one after the other is seen to. */
const slowly = async <T>(page: Page, work: () => Promise<T>): Promise<T> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  try {
    return await work();
  } finally {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await session.detach();
  }
};

type Shift = PerformanceEntry & {
  readonly hadRecentInput: boolean;
  readonly sources: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
};

/** What moved by itself since the page was opened, as the browser saw it: what it is, from where and to where. */
const pushed = (tab: Frame): Promise<string[]> =>
  tab.evaluate(async () => {
    const place = ({ x, y }: DOMRectReadOnly) => `${Math.round(x)},${Math.round(y)}`;
    const shifts = await new Promise<Shift[]>((resolve) => {
      const observer = new PerformanceObserver((list) => resolve(list.getEntries() as Shift[]));
      observer.observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => resolve([]), 200);
    });
    return shifts
      .filter((shift) => !shift.hadRecentInput)
      .flatMap(({ sources }) =>
        sources.map(
          ({ node, previousRect, currentRect }) => `${node?.textContent?.slice(0, 30)}: ${place(previousRect)} to ${place(currentRect)}`,
        ),
      );
  });

describe.each(PAGES)('%s', (_name, address, person) => {
  it('has nothing that axe finds in any theme, and nothing that sticks out sideways at 1440, 768 and 320 px', async () => {
    const { page, tab } = await bench.open(address, { person });
    await settled(tab);
    for (const { width, themes } of LOOKS) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await overflow(tab)]).toEqual([width, 0]);
      for (const [place, theme] of themes.entries()) {
        await wear(page, tab, theme);
        expect([theme, width, await axeFaults(tab, place === 0 ? 'all' : 'colours')]).toEqual([theme, width, []]);
      }
    }
  }, 120_000);
});

describe('while a page is on its way', () => {
  it.each([
    ['Today', '/tab/today', 1440],
    ['Caseload', '/tab/caseload', 1440],
    ['Caseload, narrowed', '/tab/caseload?stage=plan', 320],
    ['Assessments', `/tab/pupil/${CALLUM}?tab=assessments`, 1440],
    ['Plan and goals', `/tab/pupil/${CALLUM}?tab=plan`, 320],
  ])('%s: nothing that stands there already is pushed away from under a hand', async (_name, address, width) => {
    const { page, tab } = await bench.open(address, { width });
    await slowly(page, async () => {
      await settled(tab);
      await page.waitForTimeout(300);
    });
    expect(await pushed(tab)).toEqual([]);
  });
});

describe('things that open over a page', () => {
  const surfaces: readonly (readonly [string, string, (tab: Frame) => Promise<void>])[] = [
    ['a date explained', `/tab/pupil/${CALLUM}`, async (tab) => tab.getByRole('button', { name: 'why this date' }).click()],
    ['Log', `/tab/pupil/${CALLUM}`, async (tab) => tab.getByRole('button', { name: 'Log a call with Fiona Reid' }).click()],
    ['Draft a plan', `/tab/pupil/${CALLUM}`, async (tab) => tab.getByRole('button', { name: 'Draft plan in Word' }).click()],
  ];
  it.each(surfaces)(
    '%s: axe finds nothing in any theme',
    async (_name, address, open) => {
      const { page, tab } = await bench.open(address);
      await settled(tab);
      await open(tab);
      await tab.getByRole('dialog').waitFor();
      await page.waitForTimeout(500); // the drawer slides in
      for (const [place, theme] of THEMES.entries()) {
        await wear(page, tab, theme);
        expect([theme, await axeFaults(tab, place === 0 ? 'all' : 'colours')]).toEqual([theme, []]);
      }
    },
    120_000,
  );
});
