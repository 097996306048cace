import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { ClockExplained } from '#contract/caseload.ts';
import { useReach } from '../kit/reach.ts';
import { FailedBar } from '../kit/states.tsx';
import { useDeed } from '../kit/use-deed.ts';

/** Asks why a date was missed and what was done: the date stays, the reason stands beside it. */
export const ReasonForm = ({ clock }: { clock: ClockExplained }) => {
  const { answers } = useReach();
  const { busy, failed, run } = useDeed();
  const [words, setWords] = useState(clock.reason ?? '');
  const [open, setOpen] = useState(clock.reason === null);
  if (!clock.asksReason) return null;
  const path = { clock: clock.clock };
  const save = async () => {
    if (!(await run('lateReason', { path, body: { words: words.trim() } }, 'The reason is kept'))) return;
    setOpen(false);
    void answers.ask('clock', { path });
  };
  if (!open)
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        Change why it was late
      </Button>
    );
  return (
    <form
      className="clock-reason"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {failed ? <FailedBar failed={failed} /> : null}
      <Field label="Why it was late, and what was done" hint="The date stays as it is; this stands beside it." size="small">
        <Textarea size="small" rows={2} maxLength={500} value={words} onChange={(_, { value }) => setWords(value)} />
      </Field>
      <Button size="small" type="submit" disabled={busy || !words.trim() || words.trim() === clock.reason}>
        Keep the reason
      </Button>
    </form>
  );
};
