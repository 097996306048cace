import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { execute, type PlayedWord } from '#local-tenant/rooms/word/execute.ts';
import { openWindow } from '#tests/chromium.ts';
import { emptyPage, moduleAt, type PageReply } from '#tests/page-modules.ts';

const find = createRequire(import.meta.url);
const ORIGIN = 'http://localhost:1';

const reply = async (pathname: string): Promise<PageReply> => {
  if (pathname === '/') return emptyPage('Pane');
  if (pathname !== '/word-web.js') return moduleAt(pathname);
  return { body: await readFile(find.resolve('@microsoft/office-js/dist/word-web-16.00.js'), 'utf8'), contentType: 'text/javascript' };
};

/**
 * A page with Microsoft's own office.js proxies for Word and our modules as they are written. Beneath the proxies `word` plays the
 * document: batches go out as they would to Word, and its answers come back through Microsoft's code.
 */
export const wordPage = async (browser: Browser, word: PlayedWord): Promise<Page> => {
  const page = await openWindow(browser);
  await page.route(`${ORIGIN}/**`, async (route) => route.fulfill(await reply(new URL(route.request().url()).pathname)));
  await page.exposeFunction('playWord', (body: string) => JSON.stringify(execute(word, JSON.parse(body))));
  await page.goto(`${ORIGIN}/`);
  await page.addScriptTag({ url: `${ORIGIN}/word-web.js` });
  await page.evaluate(() => {
    const beneath = {
      get: () => ({
        executeAsync: async (_context: unknown, _flags: unknown, message: { Body: object }) => {
          const play = (globalThis as unknown as { playWord(body: string): Promise<string> }).playWord;
          const Results = JSON.parse(await play(JSON.stringify(message.Body)));
          return { ErrorCode: '', ErrorMessage: '', Headers: {}, Body: { Results } };
        },
      }),
      set: () => undefined,
    };
    Object.defineProperty(OfficeExtension.ClientRequestContext.prototype, '_requestExecutor', beneath);
    // What Word itself would put beside the proxies; each test adds its own.
    const real = Office as unknown as Record<string, unknown>;
    const host: Record<string, unknown> = { onReady: async () => ({ host: 'Word' }), HostType: { Word: 'Word' } };
    const both = new Proxy({}, { get: (_, name: string) => (name in host ? host[name] : real[name]) });
    Object.assign(globalThis, { Office: both, host });
  });
  return page;
};

/** A document of three controls, two of them under one tag, held in a list. */
export const aDocument = () => {
  const texts = ['Kind to younger pupils.', 'Gap: no date has been set.', 'Gap: no date has been set.'];
  const tags = ['strengths', 'review.next', 'review.next'];
  const selected: number[] = [];
  const copies: string[] = [];
  let cursor: number | null = null;
  const word: PlayedWord = {
    controls: () => tags.map((tag, index) => ({ index, tag, label: tag })),
    text: (index) => texts[index] ?? '',
    setText: (index, text) => {
      texts[index] = text;
    },
    select: (index) => void selected.push(index),
    atCursor: () => cursor,
    openCopy: (base64) => void copies.push(base64),
  };
  return {
    word,
    texts,
    selected,
    copies,
    putCursor: (index: number | null) => {
      cursor = index;
    },
  };
};
