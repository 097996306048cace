import { readFileSync } from 'node:fs';
import type { Browser, Frame, FrameLocator, Page } from 'playwright-core';
import { connect } from '#contract/client.ts';
import { browserConfig } from '#contract/people.ts';
import { aCheckout, type Checkout, type Start } from '#tests/builders/checkout.ts';
import { axePath, startChromium } from '#tests/chromium.ts';
import { Windows } from '#tests/windows.ts';

/** The Word room as someone sits before it. */
export type Desk = {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** The control with this label on the page; several where passages bear the same name. */
  passage(label: string): ReturnType<Page['getByRole']>;
  tab(name: string): ReturnType<Page['getByRole']>;
};

/** The whole suite once, in a folder and on ports of its own, and a browser before it. */
export class WordSuite {
  private made: Checkout | null = null;
  private started: Start | null = null;
  private browser: Browser | null = null;
  private windows: Windows | null = null;

  async start(): Promise<void> {
    this.made = await aCheckout();
    this.started = this.made.start();
    await this.started.ready();
    this.browser = await startChromium();
    // axe is put into the pane too, which lets in no script that is not ours
    this.windows = new Windows(this.browser, { locale: 'en-GB', bypassCSP: true });
  }

  async stop(): Promise<void> {
    await this.browser?.close();
    this.started?.process.kill('SIGTERM');
    await this.started?.ended();
    await this.made?.remove();
  }

  async leave(): Promise<void> {
    await this.windows?.clear();
  }

  get waymark(): string {
    return `http://localhost:${this.made?.ports.PORT}`;
  }

  get rooms(): string {
    return `http://localhost:${this.made?.ports.WAYMARK_ROOMS_PORT}`;
  }

  /** Opens the room as this person; with `item`, at that document. `signsIn` is how this Word lets a pane sign in. */
  async sit(person: string, { width = 1440, theme = 'light', item = '', signsIn = 'host' } = {}): Promise<Desk> {
    if (!this.windows) throw new Error('The suite was not started.');
    const page = await this.windows.open(width, 1000);
    await page.goto(`${this.rooms}/rooms/word?${new URLSearchParams({ person, theme, signsIn, ...(item ? { item } : {}) })}`);
    const pane = page.frameLocator('#pane');
    await pane.getByRole('button', { name: signsIn === 'host' ? 'Check again' : 'Sign in' }).waitFor();
    return {
      page,
      pane,
      passage: (label) => page.locator('#page').getByRole('textbox', { name: label, exact: true }),
      tab: (name) => pane.getByRole('tab', { name: new RegExp(`^${name}( \\d+)?$`) }),
    };
  }

  /** The API as this person meets it, with a token of theirs. */
  async callsOf(person: string) {
    const config = browserConfig.parse(await (await fetch(`${this.waymark}/config.json`)).json());
    const token = async (): Promise<string> => {
      const body = JSON.stringify({ person, scope: config.scope });
      const reply = await fetch(`${this.rooms}/rooms/token`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return ((await reply.json()) as { token: string }).token;
    };
    return connect(this.waymark, token);
  }
}

/** The document that is open on the page. */
export const itemOf = ({ page }: Desk): string => new URL(page.url()).searchParams.get('item') ?? '';

/** Finds the pupil and drafts a plan from the pane; resolves when the new document is on the page with its pane. */
export const draftFor = async (desk: Desk, name: string): Promise<void> => {
  const { pane, page, tab } = desk;
  const before = itemOf(desk);
  await pane.getByRole('searchbox').fill(name);
  await pane.getByRole('button', { name: new RegExp(name) }).click();
  await pane.getByRole('button', { name: 'Draft plan' }).click();
  await page.waitForURL((url) => url.searchParams.get('item') !== before);
  await tab('Missing').waitFor();
};

/** What axe finds wrong in the room and in the pane, and how far each runs over its width; Fluent's focus dummies are never read. */
export const faultsOf = async ({ page }: Desk): Promise<string[]> => {
  const frames = [page.mainFrame(), ...page.frames().filter((frame) => frame.url().includes('/word/pane.html'))];
  return (await Promise.all(frames.map(faultsIn))).flat();
};

const faultsIn = async (frame: Frame): Promise<string[]> => {
  await frame.evaluate(readFileSync(axePath(), 'utf8'));
  return frame.evaluate(async () => {
    type Axe = { run(context: object, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run({ exclude: ['[data-tabster-dummy]'] }, { iframes: false });
    const over = document.documentElement.scrollWidth - window.innerWidth;
    return [...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), ...(over > 0 ? [`${over} px too wide`] : [])];
  });
};
