import type { Browser, Frame, Page } from 'playwright-core';
import type { Call } from '#contract/client.ts';
import { startChromium } from '#tests/chromium.ts';
import { callsOf, pupilNamed } from '#tests/journeys/coordinator.ts';
import { type Suite, startSuite } from '#tests/journeys/suite.ts';
import { Windows } from '#tests/windows.ts';

/** Someone at a window of their own, at a part of Callum Reid's page. */
export type Window = { readonly page: Page; readonly tab: Frame };

type Seat = { readonly person?: string; readonly width?: number; readonly theme?: 'default' | 'dark' | 'contrast' };

/** The whole suite with its own record, and a browser before it: what is kept here is really kept. */
export class RecordBench {
  callum = '';
  private suite: Suite | null = null;
  private browser: Browser | null = null;
  private windows: Windows | null = null;

  /** `at` another moment than the story's morning. */
  async start(at?: string): Promise<void> {
    this.suite = await startSuite(at);
    this.browser = await startChromium();
    this.windows = new Windows(this.browser, { locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce', bypassCSP: true });
    this.callum = await pupilNamed(this.calls(), 'Callum Reid');
  }

  async stop(): Promise<void> {
    await this.browser?.close();
    await this.suite?.stop();
  }

  async clear(): Promise<void> {
    await this.windows?.clear();
  }

  /** The API as this person meets it. */
  calls(person = 'ruth.okafor'): Call {
    if (!this.suite) throw new Error('The bench was not started.');
    return callsOf(this.suite, person);
  }

  /** Changes how the made-up Microsoft 365 behaves; what is null behaves as ever. */
  async switch(values: object): Promise<void> {
    if (!this.suite) throw new Error('The bench was not started.');
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch(`${this.suite.rooms}/controls`, { method: 'POST', headers, body: JSON.stringify(values) });
    if (!reply.ok) throw new Error(`The switches answered ${reply.status}: ${await reply.text()}`);
  }

  /** A part of Callum Reid's page. */
  open(part: string, seat: Seat = {}): Promise<Window> {
    return this.at(`/tab/pupil/${this.callum}${part ? `?tab=${part}` : ''}`, 'Callum Reid', seat);
  }

  /** A page of the tab, by its heading. */
  async at(address: string, heading: string, seat: Seat = {}): Promise<Window> {
    const window = await this.openAt(address, seat);
    await window.tab.getByRole('heading', { level: 1, name: heading }).waitFor();
    return window;
  }

  /** Any page of the tab, whatever its heading. */
  async openAt(address: string, { person = 'ruth.okafor', width = 1440, theme = 'default' }: Seat = {}): Promise<Window> {
    if (!this.windows || !this.suite) throw new Error('The bench was not started.');
    const page = await this.windows.open(width, 1000);
    const query = new URLSearchParams({ bare: '1', person, theme, page: address });
    await page.goto(`${this.suite.rooms}/rooms/teams?${query}`);
    const tab = await (await page.waitForSelector('#tab')).contentFrame();
    if (!tab) throw new Error('The room has no tab.');
    await tab.locator('h1').first().waitFor();
    await page.focus('#tab');
    return { page, tab };
  }
}
