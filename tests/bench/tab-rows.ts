import type { Frame } from 'playwright-core';
import type { Bench } from '#tests/tab/open.ts';

/**
 * From the moment the answer has arrived until its rows stand in the page and a key moves among them, in milliseconds.
 * The browser's own clock is read, so that neither the fixture nor the network counts.
 */
export const timeToRows = async (bench: Bench): Promise<{ readonly took: number; readonly tab: Frame }> => {
  const { tab } = await bench.open('/tab/today');
  await tab.getByRole('link', { name: 'Caseload' }).waitFor();
  await tab.evaluate(() => {
    const marks = window as unknown as { rowsAt: number };
    new MutationObserver((_, watcher) => {
      if (!document.querySelector('[role=row][data-row]')) return;
      watcher.disconnect();
      requestAnimationFrame(() => setTimeout(() => (marks.rowsAt = performance.now()), 0));
    }).observe(document.body, { childList: true, subtree: true });
  });
  await tab.getByRole('link', { name: 'Caseload' }).click();
  await tab.waitForFunction(() => (window as unknown as { rowsAt?: number }).rowsAt !== undefined);
  const took = await tab.evaluate(() => {
    const entries = performance.getEntriesByName(`${location.origin}/api/caseload`) as PerformanceResourceTiming[];
    return (window as unknown as { rowsAt: number }).rowsAt - (entries.at(-1)?.responseEnd ?? 0);
  });
  return { took, tab };
};

/** What a reader saw while the list ran past: the longest wait for a picture in milliseconds, the fewest pictures in a second, and pictures without rows. */
export type Scrolled = { readonly longest: number; readonly fewest: number; readonly empty: number; readonly frames: number };

const SECONDS = 5;
/** About half a window a picture, faster than anybody reads. */
const STEP = 300;

/** Scrolls the open caseload down and back for some seconds, a step a picture, and looks at each picture. */
export const scrolled = (tab: Frame): Promise<Scrolled> =>
  tab.evaluate(
    async ([seconds, step]) => {
      let list = document.querySelector<HTMLElement>('[role=row][data-row]')?.parentElement ?? null;
      while (list && !/auto|scroll/.test(getComputedStyle(list).overflowY)) list = list.parentElement;
      if (!list) throw new Error('The caseload has nothing that scrolls.');
      const box = list.getBoundingClientRect();
      const at: number[] = [];
      let [way, empty] = [1, 0];
      while (at.length === 0 || at.at(-1)! - at[0]! < seconds * 1000) {
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        // what the last step left behind, as the reader sees it
        const inSight = document.elementFromPoint(box.left + 200, box.top + box.height / 2);
        if (at.length > 0 && !inSight?.closest('[role=row][data-row]')) empty += 1;
        at.push(now);
        if (list.scrollTop + list.clientHeight >= list.scrollHeight - 1) way = -1;
        if (list.scrollTop === 0) way = 1;
        list.scrollTop += way * step;
      }
      const waits = at.slice(1).map((moment, place) => moment - at[place]!);
      const each = Array.from(
        { length: seconds },
        (_, second) => at.filter((moment) => Math.floor((moment - at[0]!) / 1000) === second).length,
      );
      return { longest: Math.max(...waits), fewest: Math.min(...each), empty, frames: at.length };
    },
    [SECONDS, STEP] as const,
  );
