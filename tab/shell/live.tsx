import { useSyncExternalStore } from 'react';

/*
 * What is said to a screen reader stands in one place of the page, and saying it draws nothing else: a list of five thousand pupils that says
 * its count would otherwise be drawn twice.
 */

let said = '';
const watchers = new Set<() => void>();
const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
};

/** Said twice, the same words differ by a blank that nobody hears: a text that did not change is not read again. */
const AGAIN = '\u00a0';

/** Says something to a screen reader without moving focus. */
export const announce = (words: string): void => {
  said = said === words ? words + AGAIN : words;
  for (const watcher of watchers) watcher();
};

/** The live region that announcements appear in, waiting their turn. */
export const Live = () => (
  <div className="wm-hidden" aria-live="polite">
    {useSyncExternalStore(watch, () => said)}
  </div>
);
