import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { DoneForMany } from '#contract/caseload-work.ts';
import { FailedBar } from '../kit/states.tsx';

type Props = {
  title: string;
  save: string;
  /** Whether there is something to save. */
  ready: boolean;
  onSave: () => Promise<DoneForMany>;
  onDone: (reply: DoneForMany) => void;
  onClose: () => void;
  children: ReactNode;
};

/** One question about several pupils; what failed as a whole stands above the field, which keeps its answer. */
export const WorkDialog = ({ title, save, ready, onSave, onDone, onClose, children }: Props) => {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const press = async () => {
    setBusy(true);
    setFailed(null);
    try {
      onDone(await onSave());
    } catch (fault) {
      setFailed(fault as CallFailed);
      setBusy(false);
    }
  };
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className="caseload-form">
            {failed ? <FailedBar failed={failed} /> : null}
            {children}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button appearance="primary" disabled={busy || !ready} onClick={() => void press()}>
              {save}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
