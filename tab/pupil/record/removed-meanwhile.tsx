import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import { clockTime } from '../../kit/moment.ts';
import { useReach } from '../../kit/reach.ts';
import { Bar, FailedBar } from '../../kit/states.tsx';
import type { Draft, Meeting } from './draft.ts';

type Props = { draft: Draft; meeting: Meeting; pupil: string; onDone: () => void };

/** Somebody took the entry out as an error while it was being changed here: put it back with these changes, or let them go. */
export const RemovedMeanwhile = ({ draft, meeting: { theirs, yours }, pupil, onDone }: Props) => {
  const { answers, me } = useReach();
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const putBack = async () => {
    setFailed(null);
    try {
      const path = { pupil, kind: draft.kind.name, entry: theirs.id };
      await draft.join(yours, await answers.change('restoreEntry', { path, ifMatch: theirs.version, body: {} }));
    } catch (fault) {
      setFailed(fault as CallFailed);
    }
  };
  return (
    <section className="record-merge" aria-label="Taken out meanwhile">
      <p className="record-merge-of" dir="auto">
        <strong>{theirs.line}</strong>
      </p>
      {failed ? <FailedBar failed={failed} /> : null}
      <Bar urgency="near">
        <strong>
          {theirs.withdrawn?.by ?? 'Someone'} took this out as an error at {clockTime(theirs.changedAt, me.organisation.timeZone)}
        </strong>
        <br />
        {theirs.withdrawn?.reason ? `“${theirs.withdrawn.reason}” ` : ''}What you wrote is still here.
      </Bar>
      <div className="record-foot">
        <Button size="small" appearance="primary" autoFocus onClick={() => void putBack()}>
          Put it back with my changes
        </Button>
        <Button
          size="small"
          onClick={() => {
            draft.become(theirs);
            onDone();
          }}
        >
          Let mine go
        </Button>
      </div>
    </section>
  );
};
