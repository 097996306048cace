import { useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';

/** Something that is being saved: whether it is, and why it failed. What was typed stays where it is until it worked. */
export type Saving = { readonly busy: boolean; readonly failed: CallFailed | null };

/** Runs what saves a form and keeps how it fares; `save` answers whether it worked. */
export const useSaving = (): Saving & { readonly save: (work: () => Promise<void>) => Promise<boolean> } => {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const save = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setFailed(null);
    try {
      await work();
      return true;
    } catch (fault) {
      setFailed(fault as CallFailed);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failed, save };
};
