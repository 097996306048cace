import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ContributionRequest } from '#contract/contributions.ts';
import { FailedBar } from '../../kit/states.tsx';
import { useContributions } from './use-contributions.ts';

type Props = { pupil: string; request: ContributionRequest; as: 'closed' | 'withdrawn'; onClose: () => void };

const SAYS = {
  closed: {
    title: 'Close the request',
    words:
      'What has come stays. What has not stays asked and unanswered in the record. Nobody is reminded any more, and links open nothing.',
    save: 'Close it',
    said: 'The request is closed',
  },
  withdrawn: {
    title: 'Withdraw the request',
    words:
      'For a request made in error. What has come stays; what has not leaves the record. Cards and links then say that it is no longer asked.',
    save: 'Withdraw it',
    said: 'The request is withdrawn',
  },
} as const;

/** Says what ending a request does before it is done, and takes a reason. */
export const EndDialog = ({ pupil, request, as, onClose }: Props) => {
  const { busy, failed, send } = useContributions(pupil);
  const [reason, setReason] = useState('');
  const { title, words, save, said } = SAYS[as];
  const end = async () => {
    const body = { as, ...(reason.trim() ? { reason: reason.trim() } : {}) };
    if (await send('endContributions', { path: { request: request.id }, body }, said)) onClose();
  };
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className="asked-form">
            {failed ? <FailedBar failed={failed} /> : null}
            <p>{words}</p>
            <Field label="Reason" hint="It stands beside the request.">
              <Input value={reason} maxLength={300} onChange={(_, { value }) => setReason(value)} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button appearance="primary" disabled={busy} onClick={end}>
              {save}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
