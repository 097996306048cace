import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { type Faults, faultsIn } from './faults.ts';
import type { Suite } from './suite.ts';

export type Theme = 'light' | 'dark' | 'contrast';

/** Who sits at the machine, and how their page is shown. */
export type Seat = {
  /** Key of the person, such as `ruth.okafor`. */
  readonly person: string;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  /** Pictures are taken at twice the size, so that they stay sharp. */
  readonly sharp?: boolean;
  readonly sidePanel?: boolean;
  /** Statuses that the story provokes: a record that is not this person's to see is answered 404. */
  readonly expected?: readonly number[];
};

/** The tab in the room that plays Teams. */
export type OpenTab = { readonly page: Page; readonly tab: FrameLocator };

/** The plan in the room that plays Word, and the pane beside it. */
export type OpenWord = { readonly page: Page; readonly pane: FrameLocator };

const PATIENCE = 60_000;
const TEAMS_THEMES: Readonly<Record<Theme, string>> = { light: 'default', dark: 'dark', contrast: 'contrast' };

/** Where pictures of what did not hold are left. */
export const failures = path.resolve(import.meta.dirname, '../../.data/journey');

/** One telling of the story: pages of a real browser, each watched, and steps that are told with the time they took. */
export class Story {
  readonly suite: Suite;
  readonly faults: Faults[] = [];
  /** Every address that a page of this telling asked for. */
  readonly addresses = new Set<string>();
  private readonly browser: Browser;
  private steps = 0;
  private skips = 0;
  private last: Page | null = null;

  constructor(suite: Suite, browser: Browser) {
    this.suite = suite;
    this.browser = browser;
  }

  /** How many steps held. */
  get held(): number {
    return this.steps;
  }

  /** How many things could not be looked at here. */
  get leftOut(): number {
    return this.skips;
  }

  /** Plays one step and says how long it took. What does not hold ends the story. */
  async step<T>(words: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      const done = await work();
      this.noFault();
      this.steps += 1;
      console.log(`${((performance.now() - began) / 1000).toFixed(2).padStart(7)} s  ${words}`);
      return done;
    } catch (fault) {
      console.log(`${'✗'.padStart(9)}  ${words}`);
      throw fault;
    }
  }

  /** Says something that is no step: a count, or what was left out. */
  tell(words: string): void {
    console.log(`           ${words}`);
  }

  /** Says what is not looked at here, and why. */
  leaveOut(words: string): void {
    this.skips += 1;
    console.log(`  skipped  ${words}`);
  }

  /** The tab inside Teams, at one of its pages. */
  async openTab(seat: Seat, at: string): Promise<OpenTab> {
    const theme = TEAMS_THEMES[seat.theme ?? 'light'];
    const query = new URLSearchParams({
      bare: '1',
      person: seat.person,
      theme,
      page: at,
      context: seat.sidePanel ? 'sidePanel' : 'content',
    });
    const page = await this.page(seat, `/rooms/teams?${query}`);
    const tab = page.frameLocator('#tab');
    await tab.getByRole('heading', { level: 1 }).first().waitFor();
    return { page, tab };
  }

  /** The chat room; `chat` names one of the person's chats. */
  async openChat(seat: Seat, chat?: string): Promise<Page> {
    const query = new URLSearchParams({ person: seat.person, theme: seat.theme ?? 'light', ...(chat ? { chat } : {}) });
    const page = await this.page(seat, `/rooms/chat?${query}`);
    await page.getByRole('textbox', { name: 'Type a message', disabled: false }).waitFor();
    return page;
  }

  /** The Word room with a document of the case folders, or with the newest. */
  async openWord(seat: Seat, item?: string): Promise<OpenWord> {
    const query = new URLSearchParams({ person: seat.person, theme: seat.theme ?? 'light', ...(item ? { item } : {}) });
    const page = await this.page(seat, `/rooms/word?${query}`);
    return { page, pane: page.frameLocator('#pane') };
  }

  /** Any page of the rooms or of Waymark, watched for faults. */
  async page(seat: Seat, address: string): Promise<Page> {
    const context = await this.context(seat);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    this.faults.push(faultsIn(page, seat.expected));
    page.on('request', (request) => this.addresses.add(request.url()));
    this.last = page;
    await page.goto(new URL(address, this.suite.rooms).href);
    return page;
  }

  /** A picture of the page at which the story ended; answers where it lies. */
  async pictureOfTheEnd(): Promise<string | null> {
    if (!this.last || this.last.isClosed()) return null;
    mkdirSync(failures, { recursive: true });
    const file = path.join(failures, 'did-not-hold.png');
    await this.last.screenshot({ path: file, fullPage: true }).catch(() => undefined);
    return file;
  }

  private context({ width = 1440, height = 1000, sharp }: Seat): Promise<BrowserContext> {
    return this.browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: sharp ? 2 : 1,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      reducedMotion: 'reduce',
    });
  }

  /** No page may have met an error, not even one that nobody saw. */
  private noFault(): void {
    const met = this.faults.flatMap((page) => page.take());
    if (met.length > 0) throw new Error(`a page met ${met.length === 1 ? 'a fault' : `${met.length} faults`}: ${met.join('; ')}`);
  }
}
