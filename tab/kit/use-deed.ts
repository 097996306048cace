import { useState } from 'react';
import type { Address } from '#contract/addresses.ts';
import type { AnswerOf } from '#contract/answers.ts';
import type { CallFailed } from '#contract/calls.ts';
import { useReach } from './reach.ts';

type Ask = Parameters<ReturnType<typeof useReach>['answers']['change']>[1];

/** A change under way: whether it is, why it failed, and how to ask for one. What was typed stays where it is until it worked. */
export const useDeed = () => {
  const { answers, announce } = useReach();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const run = async <A extends Address>(address: A, ask: Ask, said: string): Promise<AnswerOf<A> | null> => {
    setBusy(true);
    setFailed(null);
    try {
      const answer = await answers.change(address, ask);
      announce(said);
      return answer;
    } catch (fault) {
      setFailed(fault as CallFailed);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failed, run };
};
