import { useEffect } from 'react';

const A_LOOK = 2000;

/** Looks again every two seconds while work is under way, so that progress is seen as it comes. */
export const useUntilDone = (working: boolean, again: () => void): void => {
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(again, A_LOOK);
    return () => clearInterval(timer);
  }, [working, again]);
};
