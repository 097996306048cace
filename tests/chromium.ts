import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where a Chromium may stand on this machine, the system's own first; the shell without windows takes half the work. `CHROMIUM` names another. */
const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chromium to test with. Throws one plain sentence where there is none. */
export const chromiumPath = (): string => {
  const found = [...PLACES, playwrightsOwn()].find((place) => place && existsSync(place));
  if (!found) throw new Error('No Chromium was found. Install it (on Debian: apt-get install chromium) or set CHROMIUM to its path.');
  return found;
};

const playwrightsOwn = (): string | undefined => {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
};

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // whatever a page asks for outside this machine is not found, at once
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** Fields for dates and times take their form from the browser’s own language (on Debian it needs the package chromium-l10n), not from the page’s. */
const BRITISH = { ...process.env, LANGUAGE: 'en_GB' };

/** A headless Chromium that reaches nothing but this machine. */
export const startChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), headless: true, args: FLAGS, env: BRITISH });

/** So long a page may take over what a press causes: a machine that does other work is slow, not wrong. */
const PATIENCE = 60_000;

/** A window of its own, with nothing kept from any other. */
export const openWindow = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> => {
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(PATIENCE);
  return page;
};

/** The text of axe-core, to be run inside a page. */
export const axePath = (): string => path.join(path.dirname(createRequire(import.meta.url).resolve('axe-core')), 'axe.min.js');
