import { Button, Input, Field as Labelled } from '@fluentui/react-components';
import { useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { Entry } from '#contract/record.ts';
import { useReach } from '../../kit/reach.ts';
import { FailedBar } from '../../kit/states.tsx';
import { type Place, showKept } from './drafts.ts';

type Props = { place: Place & { readonly entry: Entry }; onDone: () => void; onCancel: () => void };

/** Takes an entry that should never have been written out of the lists. It stays in the history, with the reason, and can be put back. */
export const WithdrawEntry = ({ place, onDone, onCancel }: Props) => {
  const { answers, announce } = useReach();
  const { pupil, kind, entry } = place;
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const withdraw = async () => {
    setBusy(true);
    setFailed(null);
    try {
      const kept = await answers.change('withdrawEntry', {
        path: { pupil, kind, entry: entry.id },
        ifMatch: entry.version,
        body: { reason: reason.trim() },
      });
      showKept(answers, pupil, kind, kept);
      announce('Taken out of the list. It can be put back.');
      onDone();
    } catch (fault) {
      setFailed(fault as CallFailed);
      setBusy(false);
    }
  };
  return (
    <div className="record-withdraw">
      {failed ? <FailedBar failed={failed} /> : null}
      <Labelled
        label="Why is this wrong?"
        hint="It leaves the lists and the plans made from now on. It stays in the history and can be put back."
        size="small"
        required
      >
        <Input size="small" maxLength={500} value={reason} autoFocus onChange={(_, now) => setReason(now.value)} />
      </Labelled>
      <div className="record-foot">
        <Button size="small" appearance="primary" disabled={busy || !reason.trim()} onClick={() => void withdraw()}>
          Take it out
        </Button>
        <Button size="small" appearance="subtle" onClick={onCancel}>
          Keep it
        </Button>
      </div>
    </div>
  );
};
