import { useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import { useReach } from '../../kit/reach.ts';

type Change = 'askContributions' | 'remindContributions' | 'endContributions';

/** A change of what is asked about a pupil: sent, shown as it comes back, and said aloud; what failed stays with its reason. */
export const useContributions = (pupil: string) => {
  const { answers, announce } = useReach();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const send = async (address: Change, ask: { path: Record<string, string>; body?: unknown }, said: string): Promise<boolean> => {
    setBusy(true);
    setFailed(null);
    try {
      answers.put('contributions', { path: { pupil } }, await answers.change(address, { body: {}, ...ask }));
      void answers.ask('entries', { path: { pupil, kind: 'contribution' } });
      void answers.ask('askedOfMe');
      announce(said);
      return true;
    } catch (fault) {
      setFailed(fault as CallFailed);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failed, send };
};
