import { useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { DueRow } from '#contract/caseload.ts';
import { go } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';

/** The clock a row explains, where it stands for one. */
export const clockOf = (row: DueRow): string | null => {
  if (row.step.deed === 'explain') return row.step.target;
  return row.kind === 'clock' ? row.id : null;
};

/** Does what the button of a row says. What changes the record comes back with the new list, or with words why not. */
export const useStep = (again: () => void) => {
  const { explain, log, answers, announce } = useReach();
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const [busy, setBusy] = useState<string | null>(null);

  const markDone = async (row: DueRow) => {
    setBusy(row.id);
    setFailed(null);
    try {
      await answers.change('actionDone', { path: { action: row.step.target } });
      announce(`Done: ${row.title}`);
      again();
    } catch (fault) {
      setFailed(fault as CallFailed);
    } finally {
      setBusy(null);
    }
  };

  const press = (row: DueRow): void => {
    const { deed, target } = row.step;
    const pupil = row.pupil?.id;
    const deeds: Record<typeof deed, () => void> = {
      explain: () => explain(target),
      'find-a-date': () => go(target === pupil ? `/tab/pupil/${target}/find-a-date` : `/tab/meetings/${target}/dates`),
      'open-meeting': () => go(`/tab/meetings/${target}`),
      'open-plan': () => go(`/tab/pupil/${pupil ?? target}?tab=plan`),
      'log-a-call': () => log({ kind: 'call', ...(pupil ? { pupil } : {}) }),
      'mark-done': () => void markDone(row),
      'open-pupil': () => go(`/tab/pupil/${target}`),
    };
    deeds[deed]();
  };
  return { press, failed, busy };
};
