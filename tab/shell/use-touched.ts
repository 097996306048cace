import { useEffect, useState } from 'react';

/** Whether the reader has pressed anything yet; until then nothing can have opened over the page. */
export const useTouched = (): boolean => {
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    const note = () => setTouched(true);
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) window.addEventListener(event, note, { once: true, capture: true });
    return () => {
      for (const event of events) window.removeEventListener(event, note, { capture: true });
    };
  }, []);
  return touched;
};
