import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '#tests/chromium.ts';
import { aDocument, wordPage } from './word-page.ts';

type OfficeWord = typeof import('#word-addin/page/office-word.ts');

let browser: Browser;
let page: Page;
let document: ReturnType<typeof aDocument>;

beforeAll(async () => {
  browser = await startChromium();
}, 60_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  document = aDocument();
  page = await wordPage(browser, document.word);
}, 60_000);

/** Calls one of our functions inside the page and answers what it answered. */
const call = <Name extends keyof OfficeWord>(name: Name, ...given: unknown[]): Promise<unknown> =>
  page.evaluate(
    async ([called, values]) => {
      const module = await import('/word-addin/page/office-word.ts' as string);
      return module[called as string](...(values as unknown[]));
    },
    [name, given] as const,
  );

describe('the open document, through Microsoft’s own proxies', () => {
  it('shows a passage by its tag, the first where several bear it', async () => {
    expect(await call('showPassage', 'review.next')).toBe(true);
    expect(document.selected).toEqual([1]);
  });

  it('says so where the passage is no longer there, and changes nothing', async () => {
    expect(await call('showPassage', 'parent.view')).toBe(false);
    expect(await call('replacePassage', 'parent.view', 'We are pleased.')).toBe(false);
    expect(await call('passageText', 'parent.view')).toBeNull();
    expect(document.selected).toEqual([]);
    expect(document.texts).not.toContain('We are pleased.');
  });

  it('opens a copy of another document beside the open one, and says where this Word cannot', async () => {
    const wordOf = (version: string) =>
      page.evaluate((most) => {
        const { host } = globalThis as unknown as { host: Record<string, unknown> };
        host.context = { requirements: { isSetSupported: (name: string, wanted: string) => name === 'WordApi' && wanted <= most } };
      }, version);
    await wordOf('1.3');
    expect(await call('openCopy', 'UEsDBA==')).toBe(true);
    expect(document.copies).toEqual(['UEsDBA==']);
    await wordOf('1.2');
    expect(await call('openCopy', 'UEsDBA==')).toBe(false);
    expect(document.copies).toHaveLength(1);
  });

  it('replaces the words of one passage and leaves the others', async () => {
    expect(await call('replacePassage', 'review.next', 'Thu 10 Dec 2026, 14:00')).toBe(true);
    expect(document.texts).toEqual(['Kind to younger pupils.', 'Thu 10 Dec 2026, 14:00', 'Gap: no date has been set.']);
    expect(await call('passageText', 'review.next')).toBe('Thu 10 Dec 2026, 14:00');
  });

  it('knows the passage under the cursor, and that there is none outside one', async () => {
    expect(await call('passageAtCursor')).toBeNull();
    document.putCursor(0);
    expect(await call('passageAtCursor')).toBe('strengths');
  });

  it('runs on genuine proxies: what was not loaded cannot be read', async () => {
    const code = await page.evaluate(() =>
      Word.run(async (context) => {
        const control = context.document.contentControls.getByTag('strengths').getFirst();
        control.load('tag');
        await context.sync();
        return control.text;
      }).catch((error: { code: string }) => error.code),
    );
    expect(code).toBe('PropertyNotLoaded');
  });
});

/** Word hands the file over in slices and keeps no more than two open: `close` counts what was given back. */
const handOver = (slices: number[][], broken = -1): Promise<void> =>
  page.evaluate(
    ([parts, at]) => {
      const done = (status: string, value?: unknown) => ({ status, value, error: { message: 'the slice was lost' } });
      const file = {
        size: parts.flat().length,
        sliceCount: parts.length,
        getSliceAsync: (index: number, tell: (result: unknown) => void) =>
          tell(index === at ? done('failed') : done('succeeded', { data: parts[index] })),
        closeAsync: () => {
          Object.assign(globalThis, { givenBack: ((globalThis as { givenBack?: number }).givenBack ?? 0) + 1 });
        },
      };
      const document = {
        mode: 'readOnly',
        getFileAsync: (_: string, __: object, tell: (result: unknown) => void) => tell(done('succeeded', file)),
      };
      Object.assign((globalThis as unknown as { host: object }).host, { context: { document } });
    },
    [slices, broken] as const,
  );

const givenBack = (): Promise<unknown> => page.evaluate(() => (globalThis as { givenBack?: number }).givenBack);

describe('the bytes of the open document', () => {
  it('are put together from the slices Word hands over, and the file is given back', async () => {
    await handOver([[80, 75, 3], [4, 20], [0]]);
    expect(
      await page.evaluate(async () => Array.from(await (await import('/word-addin/page/office-word.ts' as string)).openDocument())),
    ).toEqual([80, 75, 3, 4, 20, 0]);
    expect(await givenBack()).toBe(1);
  });

  it('are refused whole where one slice is lost, and the file is given back all the same', async () => {
    await handOver(
      [
        [80, 75],
        [3, 4],
      ],
      1,
    );
    await expect(call('openDocument')).rejects.toThrow('Word did not hand over the document: the slice was lost');
    expect(await givenBack()).toBe(1);
  });

  it('may be for reading only, and the pane can tell', async () => {
    await handOver([]);
    expect(await call('isReadOnly')).toBe(true);
  });
});
