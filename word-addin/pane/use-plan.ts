import { useCallback, useEffect, useRef, useState } from 'react';
import { type Call, CallFailed } from '#contract/client.ts';
import type { Compared, PlanPane } from '#contract/plans.ts';
import { openDocument } from '../page/office-word.ts';
import { NotSignedIn } from './sign-in.ts';

export type PlanState =
  | { readonly at: 'reading' }
  | { readonly at: 'signed-out'; readonly words: string }
  | { readonly at: 'not-ours'; readonly words: string }
  | { readonly at: 'failed'; readonly words: string; readonly reference: string }
  | { readonly at: 'open'; readonly plan: PlanPane; readonly unknown: readonly string[]; readonly older: Older };

/** Set where the open file is of an earlier draft than the plan that is shown. */
export type Older = Compared['older'];

export type Choices = readonly { id: string; take: 'document' | 'record' }[];

/** What `fetch` throws where nothing answered, in words that say what still holds. */
export const wordsOf = (error: unknown): string => {
  if (error instanceof TypeError) return 'Waymark did not answer. What you typed is still in the document.';
  return error instanceof Error ? error.message : 'Waymark could not read the document.';
};

/** What a failed call means for the pane. A document that belongs to no case is an answer, not a fault. */
const failure = (error: unknown): PlanState => {
  const words = wordsOf(error);
  if (error instanceof NotSignedIn) return { at: 'signed-out', words };
  if (!(error instanceof CallFailed)) return { at: 'failed', words, reference: '-' };
  if (error.problem.status === 401) return { at: 'signed-out', words };
  if ([404, 422].includes(error.problem.status)) return { at: 'not-ours', words };
  const { reference, fault } = error.problem;
  return { at: 'failed', words, reference: fault ? `${reference}, ${fault}` : reference };
};

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** The plan of the open document: read, compared and checked by the server, and what a person decides about it. */
export const usePlan = (call: Call) => {
  const [state, setState] = useState<PlanState>({ at: 'reading' });
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState('');
  const running = useRef(false);

  const work = useCallback(async (job: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setTrouble('');
    try {
      await job();
    } catch (error) {
      const after = failure(error);
      // A check that fails must not take away what was on the screen: then the trouble is told above it.
      setState((before) => (before.at === 'open' && after.at === 'failed' ? before : after));
      setTrouble(after.at === 'failed' ? after.words : '');
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);

  const opened = useCallback((plan: PlanPane, words: string, unknown: readonly string[] = [], older: Older = null) => {
    setState({ at: 'open', plan, unknown, older });
    setSaid(words);
  }, []);

  const check = useCallback(
    (words = '') =>
      work(async () => {
        const { pane, unknown, older } = await call('compare', { bytes: await openDocument() });
        const found = `${many(pane.differences.length, 'difference', 'differences')}, ${many(pane.missing.length, 'point', 'points')} missing.`;
        opened(pane, older?.words ?? (words || `Checked. ${found}`), unknown, older);
      }),
    [call, work, opened],
  );

  const settle = useCallback(
    (plan: PlanPane, choices: Choices) =>
      work(async () => {
        const body = { request: crypto.randomUUID(), version: plan.version, choices };
        const after = await call('accept', { path: { plan: plan.plan }, body });
        opened(after, `Saved as version ${after.version}. ${after.differences.length} left to settle.`);
      }),
    [call, work, opened],
  );

  const acceptPassages = useCallback(
    (plan: PlanPane, tags: readonly string[]) =>
      work(async () => {
        const body = { request: crypto.randomUUID(), version: plan.version, tags };
        opened(
          await call('acceptPassages', { path: { plan: plan.plan }, body }),
          many(tags.length, 'passage accepted.', 'passages accepted.'),
        );
      }),
    [call, work, opened],
  );

  useEffect(() => {
    check();
  }, [check]);

  return { state, busy, said, trouble, check, settle, acceptPassages };
};
