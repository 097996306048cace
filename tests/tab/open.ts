import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Frame, Page } from 'playwright-core';
import { axePath, openWindow, startChromium } from '#tests/chromium.ts';
import { Windows } from '#tests/windows.ts';
import { FixtureServer } from './fixture/server.ts';

export type Theme = 'default' | 'dark' | 'contrast';
type Way = {
  readonly person?: string;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  readonly context?: 'content' | 'sidePanel';
  /** What a deep link of Teams asked for. */
  readonly sub?: string;
};

/** The tab as a person meets it: built, inside the room that plays Teams, in a real browser. */
export type Opened = { readonly page: Page; readonly tab: Frame };

const root = path.resolve(import.meta.dirname, '../..');

/** Builds what is stale, starts the fixture and a browser; `open` then opens a page of the tab. */
export class Bench {
  readonly server = new FixtureServer();
  private browser: Browser | null = null;
  private windows: Windows | null = null;

  async start(): Promise<void> {
    await promisify(execFile)(process.execPath, [path.join(root, 'server/build.mjs'), 'tab', 'rooms'], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    await this.server.start();
    this.browser = await startChromium();
    this.windows = new Windows(this.browser, { locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
  }

  async stop(): Promise<void> {
    await this.browser?.close();
    await this.server.stop();
  }

  /** Closes what a test left open; the next one begins from nothing. */
  async clear(): Promise<void> {
    await this.windows?.clear();
    this.server.reset();
  }

  async open(
    address: string,
    { person = 'ruth.okafor', theme = 'default', width = 1440, height = 900, context = 'content', sub }: Way = {},
  ): Promise<Opened> {
    if (!this.windows) throw new Error('The bench was not started.');
    const page = await this.windows.open(width, height);
    const query = new URLSearchParams({ bare: '1', person, theme, context, page: address, ...(sub ? { sub } : {}) });
    await page.goto(`${this.server.origin}/rooms/teams?${query}`);
    const tab = await (await page.waitForSelector('#tab')).contentFrame();
    if (!tab) throw new Error('The room has no tab.');
    // what the page still loads is no matter: its heading says when it is there
    await tab.waitForURL(/\/tab\//, { waitUntil: 'commit' });
    await tab.locator('h1').first().waitFor();
    // keys reach the tab once the reader is in it, as in Teams
    await page.focus('#tab');
    return { page, tab };
  }

  /** The tab in a plain browser, outside Teams. */
  async openOutside(address: string): Promise<Page> {
    if (!this.browser) throw new Error('The bench was not started.');
    const page = await openWindow(this.browser);
    await page.goto(this.server.origin + address);
    return page;
  }
}

/** Rules of axe that a theme alone can break: everything else is the same page in other colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong, in words; Fluent's focus dummies are left out, they are never read. `colours` asks only what another theme of a page
 * that was looked at can break.
 */
export const axeFaults = async (tab: Frame, about: 'all' | 'colours' = 'all'): Promise<string[]> => {
  // run by the browser itself: the page's own policy lets in no script that is not Waymark's
  if (!(await tab.evaluate(() => 'axe' in window))) await tab.evaluate(await readFile(axePath(), 'utf8'));
  return tab.evaluate(
    async (rules) => {
      type Found = { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] };
      const { axe } = window as unknown as { axe: { run: (context: object, options: object) => Promise<Found> } };
      const only = rules ? { runOnly: { type: 'rule', values: rules } } : {};
      const { violations } = await axe.run({ exclude: [['[data-tabster-dummy]']] }, { resultTypes: ['violations'], ...only });
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 2)
            .map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`)
            .join(' | ')}`,
      );
    },
    about === 'colours' ? COLOURS : null,
  );
};

/** By how many pixels the page stays wider than its window, once what an observer measures has had its moment. */
export const overflow = async (tab: Frame): Promise<number> => {
  let over = await widerNow(tab);
  for (let tries = 0; over > 0 && tries < 20; tries += 1) {
    await tab.waitForTimeout(100);
    over = await widerNow(tab);
  }
  return over;
};

const widerNow = (tab: Frame): Promise<number> =>
  tab.evaluate(() => {
    const page = document.getElementById('page');
    const forms = [...document.querySelectorAll('.wm-form')].map((form) => form.scrollWidth - form.clientWidth);
    return Math.max(
      ...forms,
      0,
      document.documentElement.scrollWidth - document.documentElement.clientWidth,
      page ? page.scrollWidth - page.clientWidth : 0,
    );
  });
