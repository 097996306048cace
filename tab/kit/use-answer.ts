import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { Address } from '#contract/addresses.ts';
import type { Known } from './answers.ts';
import { useReach } from './reach.ts';
import { useWaiting } from './together.tsx';

type Asked<A extends Address> = Known<A> & { readonly again: () => void };
type Ask = { path?: Record<string, string>; query?: Record<string, string> };
type Values = Readonly<Record<string, string>>;

/** The answer to a question of this page: asked when the page opens, when the window is looked at again, and on `again`. */
export const useAnswer = <A extends Address>(address: A, path?: Values, query?: Values): Asked<A> => {
  const { answers } = useReach();
  const key = JSON.stringify({ ...(path ? { path } : {}), ...(query ? { query } : {}) });
  const known = useSyncExternalStore(answers.watch, () => answers.peek(address, JSON.parse(key) as Ask));
  const again = useCallback(() => {
    void answers.ask(address, JSON.parse(key) as Ask);
  }, [answers, address, key]);
  useEffect(() => {
    void answers.askUnlessFresh(address, JSON.parse(key) as Ask);
    const look = () => {
      if (document.visibilityState === 'visible') again();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [again, answers, address, key]);
  useWaiting(!known.answer && !known.failed);
  return { ...known, again };
};
