import { useSyncExternalStore } from 'react';

/** The three widths drawn: a phone or side panel, a narrow pane, a desk. */
export type Width = 'narrow' | 'middle' | 'wide';

const NARROW = '(max-width: 559px)';
const MIDDLE = '(max-width: 1119px)';

const watch = (watcher: () => void) => {
  const queries = [window.matchMedia(NARROW), window.matchMedia(MIDDLE)];
  for (const query of queries) query.addEventListener('change', watcher);
  return () => {
    for (const query of queries) query.removeEventListener('change', watcher);
  };
};

const widthNow = (): Width => {
  if (window.matchMedia(NARROW).matches) return 'narrow';
  return window.matchMedia(MIDDLE).matches ? 'middle' : 'wide';
};

/** The width of the page, where a layout needs other elements and not only other styles. */
export const useWidth = (): Width => useSyncExternalStore(watch, widthNow);
