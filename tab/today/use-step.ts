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

  /** One change of the record, and the list read anew with what was said of it. */
  const change = async (row: DueRow, work: () => Promise<unknown>, said: string) => {
    setBusy(row.id);
    setFailed(null);
    try {
      await work();
      announce(said);
      again();
    } catch (fault) {
      setFailed(fault as CallFailed);
    } finally {
      setBusy(null);
    }
  };

  const press = (row: DueRow): void => {
    const { deed, target } = row.step;
    if (deed === 'mark-done') void change(row, () => answers.change('actionDone', { path: { action: target } }), `Done: ${row.title}`);
    else if (deed === 'promise-kept')
      void change(row, () => answers.change('promiseKept', { path: { entry: target } }), `Promise kept: ${row.title}`);
    else if (deed === 'chase-request')
      void change(
        row,
        () => answers.change('remindContributions', { path: { request: target }, body: {} }),
        `Reminded: ${row.owner.words}`,
      );
    else step(row.step, row.pupil?.id);
  };
  return { press, failed, busy };
};
