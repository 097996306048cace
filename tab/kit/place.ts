import { useMemo, useSyncExternalStore } from 'react';

/**
 * Where the reader is: the path below the origin, the query that holds filters and order, and what was typed to narrow the page's list. What
 * was typed may be a pupil's name, so it stands in this step of the history and never in an address; null where nothing has been typed yet.
 */
export type Place = { readonly path: string; readonly query: URLSearchParams; readonly typed: string | null };

const watchers = new Set<() => void>();
const tell = () => {
  for (const watcher of watchers) watcher();
};

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  window.addEventListener('popstate', watcher);
  return () => {
    watchers.delete(watcher);
    window.removeEventListener('popstate', watcher);
  };
};

/** True from a move inside the tab until the reader presses anything: while it holds, focus belongs on the heading of the new page. */
let moved = false;

/** Whether a heading that has just appeared should take focus: the reader came here by a link or a key, and is nowhere else yet. */
export const headingTakesFocus = (): boolean =>
  moved && (document.activeElement === null || document.activeElement === document.body || document.activeElement.tagName === 'H1');

const settle = () => {
  moved = false;
};
window.addEventListener('keydown', settle, true);
window.addEventListener('pointerdown', settle, true);
window.addEventListener('popstate', () => {
  moved = true;
});

const here = () => window.location.pathname + window.location.search;
const typedHere = (): string | null => window.history.state?.typed ?? null;

/** Goes to an address of the tab. `replace` leaves no step behind, for filters that change as one types. `typed` narrows the list there. */
export const go = (address: string, how: { replace?: boolean; typed?: string | null } = {}): void => {
  const typed = how.typed ?? null;
  if (address === here() && typed === typedHere()) return;
  const samePage = address.split('?')[0] === window.location.pathname;
  // A step that is written over leads back to where it led back before.
  const fromWithin = how.replace ? window.history.state?.fromWithin === true : true;
  window.history[how.replace ? 'replaceState' : 'pushState']({ fromWithin, typed }, '', address);
  if (!samePage) {
    moved = true;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }
  tell();
};

/** One step back where there is one inside the tab, else to a page that always exists. */
export const goBack = (otherwise: string): void => {
  if (window.history.state?.fromWithin) window.history.back();
  else go(otherwise, { replace: true });
};

/** The reader's place; the page is drawn again when it changes. */
export const usePlace = (): Place => {
  const address = useSyncExternalStore(watch, here);
  const typed = useSyncExternalStore(watch, typedHere);
  return useMemo(() => {
    const [path = '', query = ''] = address.split('?');
    return { path, query: new URLSearchParams(query), typed };
  }, [address, typed]);
};

/** Narrows the page's list to what was typed; an address that is copied from here says nothing of it. */
export const changeTyped = (typed: string): void => go(here(), { replace: true, typed });

/** Changes some words of the query and keeps the rest, and what was typed; an empty text takes the word out. */
export const changeQuery = (changes: Readonly<Record<string, string>>): void => {
  const query = new URLSearchParams(window.location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString();
  go(window.location.pathname + (text ? `?${text}` : ''), { replace: true, typed: typedHere() });
};
