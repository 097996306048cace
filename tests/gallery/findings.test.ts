import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '#tests/chromium.ts';
import { findingsIn } from './findings.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await startChromium();
  page = await browser.newPage({ viewport: { width: 320, height: 600 } });
}, 60_000);
afterAll(async () => browser?.close());

const at = (top: number, words: string, more = ''): string =>
  `<p style="position:absolute;margin:0;top:${top}px;left:0;${more}">${words}</p>`;
const findings = async (body: string): Promise<string[]> => {
  await page.setContent(`<!doctype html><html lang="en"><body>${body}</body></html>`);
  return findingsIn(page);
};

describe('the gallery', () => {
  it('finds nothing in a page that is as it should be', async () => {
    expect(await findings('<h1>Fine</h1><p>All is well</p>')).toEqual([]);
  });

  it.each([
    [
      'words that lie over each other',
      at(10, 'Hello there') + at(14, 'Another line'),
      /“Hello there” and “Another line” lie over each other/,
    ],
    ['a page that is wider than its window', at(10, 'Wide', 'width:600px'), /the page is 280 px wider than its window/],
    ['words that are cut off', at(10, 'Cut words here', 'width:40px;overflow:hidden;white-space:nowrap'), /“Cut words here” is cut off/],
    ['a placeholder', at(10, 'Score: undefined'), /“undefined” stands in “Score: undefined”/],
  ])('finds %s', async (_, body, wanted) => {
    expect(await findings(body)).toEqual([expect.stringMatching(wanted)]);
  });

  it('passes over what lies under a drawer', async () => {
    expect(await findings(at(10, 'Hello there') + at(8, 'Drawer', 'width:300px;height:200px;background:#fff'))).toEqual([]);
  });
});
