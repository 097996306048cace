import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import { FailedBar } from './states.tsx';
import type { Saving } from './use-saving.ts';

type FrameProps = {
  title: string;
  failed: CallFailed | null;
  onClose: () => void;
  /** The buttons at the foot, the one primary button last. */
  actions: ReactNode;
  children: ReactNode;
};

/** The frame of everything small that opens over the page: what failed stands above the rest, which keeps what was typed. */
export const DialogFrame = ({ title, failed, onClose, actions, children }: FrameProps) => (
  <Dialog open onOpenChange={onClose}>
    <DialogSurface>
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent className="wm-form">
          {failed ? <FailedBar failed={failed} /> : null}
          {children}
        </DialogContent>
        <DialogActions fluid>{actions}</DialogActions>
      </DialogBody>
    </DialogSurface>
  </Dialog>
);

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
  /** Buttons beside *Cancel* for whatever else can be done here. */
  more?: ReactNode;
  children: ReactNode;
};

/** A small form over the page. */
export const FormDialog = ({ title, save, ready, saving: { busy, failed }, onSave, onClose, more = null, children }: Props) => {
  const press = async () => {
    if (await onSave()) onClose();
  };
  const actions = (
    <>
      {more}
      <Button onClick={onClose}>Cancel</Button>
      <Button appearance="primary" disabled={busy || !ready} onClick={() => void press()}>
        {busy ? 'One moment' : save}
      </Button>
    </>
  );
  return (
    <DialogFrame title={title} failed={failed} onClose={onClose} actions={actions}>
      {children}
    </DialogFrame>
  );
};
