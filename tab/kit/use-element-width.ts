import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The width of an element in pixels, so that a drawing keeps the size of its letters; never less than `least`. */
export const useElementWidth = (least: number): readonly [RefObject<HTMLDivElement | null>, number] => {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(least);
  useLayoutEffect(() => {
    const here = element.current;
    if (!here) return;
    const look = () => setWidth(Math.max(least, Math.floor(here.clientWidth)));
    const watcher = new ResizeObserver(look);
    watcher.observe(here);
    look();
    return () => watcher.disconnect();
  }, [least]);
  return [element, width];
};
