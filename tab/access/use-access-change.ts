import { useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import { useReach } from '../kit/reach.ts';

type Change = 'joinTeam' | 'changeMembership' | 'leaveTeam' | 'shareWith' | 'sendLink' | 'withdrawLink';

/** A change of who may see a pupil's record: sent, shown as it comes back, and said aloud; what failed stays with its reason. */
export const useAccessChange = (pupil: string) => {
  const { answers, announce } = useReach();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const send = async (address: Change, ask: { path: Record<string, string>; body?: unknown }, said: string): Promise<boolean> => {
    setBusy(true);
    setFailed(null);
    try {
      answers.put('access', { path: { pupil } }, await answers.change(address, { body: {}, ...ask }));
      announce(said);
      return true;
    } catch (fault) {
      setFailed(fault as CallFailed);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failed, send, forget: () => setFailed(null) };
};

export type AccessChange = ReturnType<typeof useAccessChange>;
