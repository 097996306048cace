import { useEffect, useRef } from 'react';
import { isLetterForPage } from '../kit/keys.ts';
import { go } from '../kit/place.ts';

type Deeds = { readonly log: () => void; readonly help: () => void; readonly find: () => void; readonly pages: readonly string[] };

const SEQUENCE_MS = 1500;
const places: Readonly<Record<string, string>> = { t: 'today', c: 'caseload', m: 'meetings', p: 'compliance', s: 'settings' };

const focusFind = (otherwise: () => void) => {
  const field = document.querySelector<HTMLElement>('.wm-row [data-find]');
  if (field instanceof HTMLInputElement) field.focus();
  else otherwise();
};

/** Keys that work on every page: `/` find, `L` log, `?` all keys, `G` then a page's letter. */
export const useShortcuts = (deeds: Deeds | null): void => {
  const latest = useRef(deeds);
  latest.current = deeds;
  useEffect(() => {
    let waiting = 0;
    const afterG = (key: string) => {
      const page = places[key];
      if (page && latest.current?.pages.includes(page)) go(`/tab/${page}`);
      return page !== undefined;
    };
    const onKey = (event: KeyboardEvent) => {
      const now = latest.current;
      if (!now || !isLetterForPage(event) || document.querySelector('[role=dialog]')) return;
      const key = event.key.toLowerCase();
      if (waiting && event.timeStamp < waiting && afterG(key)) {
        waiting = 0;
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
      waiting = key === 'g' ? event.timeStamp + SEQUENCE_MS : 0;
      const seesPupils = now.pages.includes('caseload');
      if (key === '/' && seesPupils) focusFind(now.find);
      else if (key === 'l' && seesPupils) now.log();
      else if (key === '?') now.help();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, []);
};
