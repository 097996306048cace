import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';

/** The part of a long list that is drawn: from the first to the last index, both included; empty when `last` is before `first`. */
export type Shown = { readonly first: number; readonly last: number };

/** Where each row begins; the last number is the height of all. */
export const beginningsOf = (count: number, heightOf: (index: number) => number): Float64Array => {
  const beginnings = new Float64Array(count + 1);
  for (let index = 0; index < count; index += 1) beginnings[index + 1] = (beginnings[index] ?? 0) + heightOf(index);
  return beginnings;
};

/** The row that holds a height, by halving. */
export const rowAt = (beginnings: Float64Array, height: number): number => {
  let [low, high] = [0, beginnings.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((beginnings[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
};

/** The rows that stand wholly between two heights; the one that is cut where none does. A pixel more or less is a rounding. */
export const wholeRows = (beginnings: Float64Array, from: number, to: number): Shown => {
  const at = rowAt(beginnings, from);
  const first = (beginnings[at] ?? 0) < from - 1 ? Math.min(at + 1, beginnings.length - 2) : at;
  const under = rowAt(beginnings, to);
  const last = (beginnings[under + 1] ?? 0) > to + 1 ? under - 1 : under;
  return last < first ? { first: at, last: at } : { first, last };
};

const SPARE_ROWS = 6;
/** About what stands over a list; only the first drawing goes by it, the next by what was measured. */
const ABOVE = 260;

/** What of the list is in sight: from which of its heights, how much is drawn for, and down to which height it can be read. */
type View = { readonly top: number; readonly height: number; readonly bottom: number };

/**
 * A window over rows of known height: what can be read whole, what is drawn (a few more at each end), and how to bring a row into view.
 * `above` is the height of what scrolls before the list, `head` of what hides the top of the window, a sticky head.
 */
export const useWindow = (
  count: number,
  heightOf: (index: number) => number,
  scroller: RefObject<HTMLElement | null>,
  above: number,
  head: number,
) => {
  const beginnings = useMemo(() => beginningsOf(count, heightOf), [count, heightOf]);
  const [view, setView] = useState<View>(() => {
    const height = Math.max(window.innerHeight - ABOVE, 0);
    return { top: 0, height, bottom: height };
  });

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      const from = element.scrollTop - above;
      const next = { top: Math.max(0, from), height: element.clientHeight, bottom: from + element.clientHeight - head };
      setView((now) => (now.top === next.top && now.height === next.height && now.bottom === next.bottom ? now : next));
    };
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      watcher.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, above, head]);

  const inView: Shown = count
    ? { first: rowAt(beginnings, view.top), last: rowAt(beginnings, Math.max(view.top, view.top + view.height - 1)) }
    : { first: 0, last: -1 };
  const drawn: Shown = { first: Math.max(0, inView.first - SPARE_ROWS), last: Math.min(count - 1, inView.last + SPARE_ROWS) };

  const whole: Shown = count ? wholeRows(beginnings, view.top, view.bottom) : inView;

  /** Scrolls as little as needed. */
  const bringIntoView = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const [from, to] = [above + (beginnings[index] ?? 0), above + (beginnings[index + 1] ?? 0)];
      if (from < element.scrollTop) element.scrollTop = from;
      else if (to + head > element.scrollTop + element.clientHeight) element.scrollTop = to + head - element.clientHeight;
    },
    [scroller, above, head, beginnings],
  );

  return { beginnings, whole, drawn, bringIntoView };
};
