import { useState } from 'react';
import type { DueRow } from '#contract/caseload.ts';
import type { CallFailed } from '#contract/client.ts';
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
    switch (deed) {
      case 'explain':
        return explain(target);
      case 'find-a-date':
        return go(target === row.pupil?.id ? `/tab/pupil/${target}/find-a-date` : `/tab/meetings/${target}/dates`);
      case 'open-meeting':
        return go(`/tab/meetings/${target}`);
      case 'open-plan':
        return go(`/tab/pupil/${row.pupil?.id ?? target}?tab=plan`);
      case 'log-a-call':
        return log({ kind: 'call', ...(row.pupil ? { pupil: row.pupil.id } : {}) });
      case 'mark-done':
        return void markDone(row);
      case 'open-pupil':
        return go(`/tab/pupil/${target}`);
    }
  };
  return { press, failed, busy };
};
