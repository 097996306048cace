import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FailedBar } from './states.tsx';
import type { Saving } from './use-saving.ts';

type Props = {
  title: string;
  /** What the one primary button says. */
  save: string;
  /** Whether there is something to save. */
  ready: boolean;
  saving: Saving;
  /** Saves; the dialog closes where it answers that it worked. */
  onSave: () => Promise<boolean>;
  onClose: () => void;
  children: ReactNode;
};

/** A small form over the page: what failed stands above the fields, which keep what was typed. */
export const FormDialog = ({ title, save, ready, saving: { busy, failed }, onSave, onClose, children }: Props) => {
  const press = async () => {
    if (await onSave()) onClose();
  };
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className="wm-form">
            {failed ? <FailedBar failed={failed} /> : null}
            {children}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button appearance="primary" disabled={busy || !ready} onClick={() => void press()}>
              {busy ? 'One moment' : save}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
