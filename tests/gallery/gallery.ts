/**
 * Every screen and card in each theme and width on one page, .data/gallery/index.html, each looked over for overlap, overflow, words cut off
 * and placeholders. Exit code 1 where something was found. Words after `--` keep only screens whose name holds one of them.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { startChromium } from '#tests/chromium.ts';
import { Story, type Theme } from '#tests/journeys/story.ts';
import { startSuite } from '#tests/journeys/suite.ts';
import { documentPages } from './document-pages.ts';
import { findingsIn } from './findings.ts';
import type { Scene, Screen } from './screen.ts';
import { prepare, screens } from './screens.ts';

type Shot = {
  readonly name: string;
  readonly theme: Theme;
  readonly width: number;
  readonly file: string;
  readonly findings: readonly string[];
};

const folder = path.resolve(import.meta.dirname, '../../.data/gallery');
const THEMES: readonly Theme[] = ['light', 'dark', 'contrast'];
const WIDTHS = [1440, 768, 320] as const;
const wanted = process.argv.slice(2).filter((one) => !one.startsWith('-'));

const fileOf = (name: string, theme: Theme, width: number): string => `${name}-${theme}-${width}.png`;

/** Changes the theme while the page is open, as Teams does; false where the room cannot. */
const wear = async (page: Page, theme: Theme): Promise<boolean> => {
  if (!new URL(page.url()).pathname.startsWith('/rooms/teams')) return false;
  await page.selectOption('#theme', theme === 'light' ? 'default' : theme, { force: true });
  await page.frameLocator('#tab').locator(`#waymark > .wm-theme-${theme}`).waitFor();
  return true;
};

/** Pages without a choice of theme follow the reader’s system, and high contrast is that of Windows: it is played by the browser. */
const follow = async (page: Page, theme: Theme): Promise<void> => {
  if (/^\/rooms\/(teams|chat)/.test(new URL(page.url()).pathname)) return;
  await page.emulateMedia({ colorScheme: theme === 'light' ? 'light' : 'dark', forcedColors: theme === 'contrast' ? 'active' : 'none' });
};

/** What is shown in one theme at every width, the widest first: the same page made narrower, as a person would. */
const shotsIn = async (story: Story, page: Page, name: string, theme: Theme): Promise<Shot[]> => {
  const made: Shot[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 1000 });
    await page.waitForTimeout(500);
    const file = fileOf(name, theme, width);
    await page.screenshot({ path: path.join(folder, file) });
    const findings = [...(await findingsIn(page)), ...story.faults.flatMap((faults) => faults.take())];
    made.push({ name, theme, width, file, findings });
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 1000 });
  return made;
};

/** One screen in every theme at every width; opened anew for a theme only where it cannot change while it is open. */
const shotsOf = async (story: Story, scene: Scene, { name, show }: Screen): Promise<Shot[]> => {
  const expected = name === 'not-found' ? [404] : [];
  const made: Shot[] = [];
  let page: Page | null = null;
  for (const theme of THEMES) {
    try {
      if (!page || !(await wear(page, theme))) {
        await page?.context().close();
        page = await show(story, scene, { theme, width: WIDTHS[0], height: 1000, expected });
        await follow(page, theme);
      }
      made.push(...(await shotsIn(story, page, name, theme)));
    } catch (fault) {
      const words = fault instanceof Error ? fault.message.split('\n')[0] : String(fault);
      made.push({ name, theme, width: WIDTHS[0], file: fileOf(name, theme, WIDTHS[0]), findings: [`could not be shown: ${words}`] });
    }
  }
  await page?.context().close();
  return made;
};

const asHtml = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const figure = ({ name, theme, width, file, findings }: Shot): string =>
  `<figure${findings.length > 0 ? ' class="found"' : ''}><figcaption>${name} · ${theme} · ${width}</figcaption><a href="${file}"><img loading="lazy" src="${file}" alt="${name} in ${theme} at ${width} pixels"></a>${findings.map((words) => `<p>${asHtml(words)}</p>`).join('')}</figure>`;

const pageOf = (
  shots: readonly Shot[],
): string => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Waymark: every screen</title>
<style>body{font:14px/1.4 sans-serif;margin:24px;background:#eee}main{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}figure{margin:0;padding:8px;background:#fff;max-width:460px}img{max-width:100%;border:1px solid #ccc}.found{outline:3px solid #b10e1c}.found p{margin:4px 0;color:#b10e1c}</style>
<h1>Every screen, ${shots.length} pictures, ${shots.filter(({ findings }) => findings.length > 0).length} with findings</h1><main>${shots.map(figure).join('\n')}</main></html>`;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const suite = await startSuite();
const browser = await startChromium();
const shots: Shot[] = [];
try {
  const story = new Story(suite, browser);
  const scene = await prepare(story);
  const chosen = screens.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
  for (const screen of chosen)
    for (const shot of await shotsOf(story, scene, screen)) {
      shots.push(shot);
      for (const words of shot.findings) console.log(`${shot.file}: ${words}`);
    }
  if (wanted.length === 0)
    for (const file of documentPages(folder)) shots.push({ name: file, theme: 'light', width: 794, file, findings: [] });
} finally {
  await browser.close();
  await suite.stop();
}
writeFileSync(path.join(folder, 'index.html'), pageOf(shots));
const found = shots.filter(({ findings }) => findings.length > 0).length;
console.log(`Every screen: ${path.join(folder, 'index.html')}`);
console.log(`${shots.length - found} passed, ${found} failed`);
process.exit(found > 0 ? 1 : 0);
