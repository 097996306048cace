import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openWindow } from './chromium.ts';

type Kept = { readonly page: Page; readonly origins: Set<string> };

/**
 * Windows of one browser that are used again: loading a page into a window that has shown it before takes less than half the work of a
 * new window, because the browser still has the code. Nothing else outlives `clear`: what a page kept, heard or was refused is forgotten.
 */
export class Windows {
  private readonly browser: Browser;
  private readonly options: BrowserContextOptions;
  private readonly idle: Kept[] = [];
  private used: Kept[] = [];

  constructor(browser: Browser, options: BrowserContextOptions) {
    this.browser = browser;
    this.options = options;
  }

  /** A window of this size that has shown nothing yet, as far as a page can tell. */
  async open(width: number, height: number): Promise<Page> {
    const kept = this.idle.pop() ?? (await this.made());
    this.used.push(kept);
    await kept.page.setViewportSize({ width, height });
    return kept.page;
  }

  /** Empties all windows for the next test; one that cannot be emptied is closed. */
  async clear(): Promise<void> {
    const used = this.used;
    this.used = [];
    for (const kept of used) {
      if (await emptied(kept)) this.idle.push(kept);
      else await kept.page.context().close();
    }
  }

  private async made(): Promise<Kept> {
    const page = await openWindow(this.browser, this.options);
    const origins = new Set<string>();
    page.on('framenavigated', (frame) => {
      if (frame.url().startsWith('http')) origins.add(new URL(frame.url()).origin);
    });
    return { page, origins };
  }
}

const emptied = async ({ page, origins }: Kept): Promise<boolean> => {
  try {
    const context = page.context();
    for (const other of context.pages()) if (other !== page) await other.close();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.setOffline(false);
    for (const frame of page.frames())
      if (frame.url().startsWith('http')) await frame.evaluate(() => window.sessionStorage.clear()).catch(() => undefined);
    await page.goto('about:blank');
    const session = await context.newCDPSession(page);
    for (const origin of origins) await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await session.detach();
    return true;
  } catch {
    return false;
  }
};
