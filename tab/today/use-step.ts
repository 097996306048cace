import { useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { DueRow } from '#contract/caseload.ts';
import { useReach } from '../kit/reach.ts';
import { useSteps } from '../kit/use-steps.ts';

/** The clock a row explains, where it stands for one. */
export const clockOf = (row: DueRow): string | null => {
  if (row.step.deed === 'explain') return row.step.target;
  return row.kind === 'clock' ? row.id : null;
};

/** Does what the button of a row says. What changes the record comes back with the new list, or with words why not. */
export const useStep = (again: () => void) => {
  const { answers, announce } = useReach();
  const step = useSteps();
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
    if (row.step.deed === 'mark-done') void markDone(row);
    else step(row.step, row.pupil?.id);
  };
  return { press, failed, busy };
};
