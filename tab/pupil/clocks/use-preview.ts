import { useEffect, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { EventEffect, EventSaid } from '#contract/case-events.ts';
import { useReach } from '../../kit/reach.ts';

export type Preview = { readonly effects: readonly EventEffect[] | null; readonly failed: CallFailed | null; readonly asking: boolean };

const NOTHING: Preview = { effects: null, failed: null, asking: false };
const AFTER_MS = 250;

/** What saving would do, asked a moment after the last change; an answer to an older question is let go. */
export const usePreview = (pupil: string, event: string | undefined, said: EventSaid | undefined, wanted: boolean): Preview => {
  const { answers } = useReach();
  const [preview, setPreview] = useState<Preview>(NOTHING);
  const question = wanted ? JSON.stringify({ ...(event ? { event } : {}), ...(said ? { said } : {}) }) : null;
  useEffect(() => {
    if (question === null) {
      setPreview(NOTHING);
      return;
    }
    let current = true;
    setPreview((last) => ({ ...last, asking: true }));
    const timer = setTimeout(async () => {
      try {
        const { effects } = await answers.change('previewEvent', { path: { pupil }, body: JSON.parse(question) as object });
        if (current) setPreview({ effects, failed: null, asking: false });
      } catch (fault) {
        if (current) setPreview({ effects: null, failed: fault as CallFailed, asking: false });
      }
    }, AFTER_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [answers, pupil, question]);
  return preview;
};
