import { useCallback, useEffect, useRef, useState } from 'react';
import { type Call, CallFailed } from '#contract/client.ts';
import type { PlanPane } from '#contract/plans.ts';
import { openDocument } from '../page/office-word.ts';

export type PlanState =
  | { readonly at: 'reading' }
  | { readonly at: 'not-ours'; readonly words: string }
  | { readonly at: 'failed'; readonly words: string; readonly reference: string }
  | { readonly at: 'open'; readonly plan: PlanPane; readonly unknown: readonly string[]; readonly checkedAt: Date };

/** What a failed call means for the pane. A document that belongs to no case is an answer, not a fault. */
const failure = (error: unknown): PlanState => {
  if (error instanceof CallFailed && [404, 422].includes(error.problem.status)) return { at: 'not-ours', words: error.message };
  if (error instanceof CallFailed) return { at: 'failed', words: error.message, reference: error.problem.reference };
  return { at: 'failed', words: error instanceof Error ? error.message : 'Waymark could not read the document.', reference: '-' };
};

/** The plan of the open document: read, compared and checked by the server, and what a person decides about it. */
export const usePlan = (call: Call) => {
  const [state, setState] = useState<PlanState>({ at: 'reading' });
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const running = useRef(false);

  const work = useCallback(async (job: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await job();
    } catch (error) {
      setState((before) => {
        const after = failure(error);
        // A check that fails must not take away what was on the screen.
        return before.at === 'open' && after.at === 'failed' ? before : after;
      });
      setSaid(error instanceof Error ? error.message : 'That did not work.');
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);

  const check = useCallback(
    (words = '') =>
      work(async () => {
        const { pane, unknown } = await call('compare', { bytes: await openDocument() });
        setState({ at: 'open', plan: pane, unknown, checkedAt: new Date() });
        setSaid(words || `Checked. ${pane.differences.length} differences, ${pane.missing.length} points missing.`);
      }),
    [call, work],
  );

  const settle = useCallback(
    (plan: PlanPane, choices: readonly { id: string; take: 'document' | 'record' }[]) =>
      work(async () => {
        const after = await call('accept', {
          path: { plan: plan.plan },
          body: { request: crypto.randomUUID(), version: plan.version, choices },
        });
        setState({ at: 'open', plan: after, unknown: [], checkedAt: new Date() });
        setSaid(`Saved as version ${after.version}. ${after.differences.length} left to settle.`);
      }),
    [call, work],
  );

  const acceptPassages = useCallback(
    (plan: PlanPane, tags: readonly string[]) =>
      work(async () => {
        const after = await call('acceptPassages', {
          path: { plan: plan.plan },
          body: { request: crypto.randomUUID(), version: plan.version, tags },
        });
        setState({ at: 'open', plan: after, unknown: [], checkedAt: new Date() });
        setSaid('Accepted.');
      }),
    [call, work],
  );

  useEffect(() => {
    check();
  }, [check]);

  return { state, busy, said, check, settle, acceptPassages };
};
