import { type KeyboardEvent, useState } from 'react';

/**
 * Stepping through the points of a chart by keyboard: arrows go one on, Home and End to the ends, Escape lets go. `-1` while no point is
 * chosen; the first arrow begins at the newest point.
 */
export const useSteps = (count: number) => {
  const [at, setAt] = useState(-1);
  const onKeyDown = (event: KeyboardEvent) => {
    const from = at < 0 ? count : at;
    const next = { ArrowRight: at < 0 ? count - 1 : from + 1, ArrowLeft: from - 1, Home: 0, End: count - 1 }[event.key];
    if (event.key === 'Escape' && at >= 0) {
      event.stopPropagation();
      return setAt(-1);
    }
    if (next === undefined || !count) return;
    event.preventDefault();
    setAt(Math.max(0, Math.min(count - 1, next)));
  };
  return { at: at < count ? at : -1, onKeyDown, onBlur: () => setAt(-1) };
};
