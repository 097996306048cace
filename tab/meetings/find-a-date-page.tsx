import { useEffect, useRef, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { go } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { FailedBar, SkeletonRows } from '../kit/states.tsx';

const SLOW_MS = 3000;

/** Looks for three dates for a pupil's review: reads the calendars, then shows what was found under the meeting's own address. */
export const FindADatePage = ({ id }: { id: string }) => {
  const { answers } = useReach();
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const [slow, setSlow] = useState(false);
  const [attempt, setAttempt] = useState(1);
  const asked = useRef(0);
  useEffect(() => {
    if (asked.current === attempt) return;
    asked.current = attempt;
    setFailed(null);
    answers.change('propose', { path: { pupil: id }, body: {} }).then((proposal) => {
      answers.put('proposal', { path: { meeting: proposal.meeting } }, proposal);
      go(`/tab/meetings/${proposal.meeting}/dates`, { replace: true });
    }, setFailed);
  }, [answers, id, attempt]);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="wm-page">
      <PageHeader
        title="Find a date"
        aside={
          failed ? undefined : slow ? 'Still reading calendars. After 8 seconds it goes on without the missing ones.' : 'Reading calendars'
        }
      />
      <section className="wm-section">
        {failed ? <FailedBar failed={failed} again={() => setAttempt(attempt + 1)} /> : <SkeletonRows />}
      </section>
    </div>
  );
};
