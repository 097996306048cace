import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from 'react';
import { SkeletonRows } from './states.tsx';

/** Counts the parts that are still on their way; `wait` answers how to take the part off again. */
type Gate = { readonly wait: () => () => void };

const GateContext = createContext<Gate | null>(null);

const gateThat = (opens: () => void): Gate & { readonly look: () => void } => {
  let waiting = 0;
  const look = () => {
    if (waiting === 0) opens();
  };
  const wait = () => {
    waiting += 1;
    return () => {
      waiting -= 1;
      // a part that is there may bring others that wait: they are counted before this looks
      queueMicrotask(look);
    };
  };
  return { wait, look };
};

/** Holds the `Together` around it shut for as long as `waiting` is true; nothing where there is none, or once it has opened. */
export const useWaiting = (waiting: boolean): void => {
  const gate = useContext(GateContext);
  useLayoutEffect(() => (gate && waiting ? gate.wait() : undefined), [gate, waiting]);
};

/** What stands in the place of a part whose code is on its way inside a `Together`. */
export const Waiting = () => {
  useWaiting(true);
  return null;
};

/**
 * Shows what it holds at once, when the first answers to all its questions are there: lists that come one after the other would push each
 * other down, and a hand on its way to a button would press another. What is asked for later is waited for by nobody.
 */
export const Together = ({ children, rows = 8 }: { children: ReactNode; rows?: number }) => {
  const [open, setOpen] = useState(false);
  const gate = useMemo(() => gateThat(() => setOpen(true)), []);
  useLayoutEffect(() => gate.look(), [gate]);
  return (
    <>
      {open ? null : (
        <section className="wm-section">
          <SkeletonRows rows={rows} />
        </section>
      )}
      <GateContext value={gate}>
        <div className={open ? 'wm-together' : 'wm-together wm-together-shut'}>{children}</div>
      </GateContext>
    </>
  );
};
