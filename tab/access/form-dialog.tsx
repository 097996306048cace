import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FailedBar } from '../kit/states.tsx';
import type { AccessChange } from './use-access-change.ts';

type Props = {
  title: string;
  save: string;
  change: AccessChange;
  ready: boolean;
  onSave: () => Promise<boolean>;
  onClose: () => void;
  children: ReactNode;
};

/** A small form over the page: what failed stands above the fields, which keep what was typed. */
export const FormDialog = ({ title, save, change, ready, onSave, onClose, children }: Props) => (
  <Dialog open onOpenChange={onClose}>
    <DialogSurface>
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent className="access-form">
          {change.failed ? <FailedBar failed={change.failed} /> : null}
          {children}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            appearance="primary"
            disabled={change.busy || !ready}
            onClick={async () => {
              if (await onSave()) onClose();
            }}
          >
            {change.busy ? 'Saving' : save}
          </Button>
        </DialogActions>
      </DialogBody>
    </DialogSurface>
  </Dialog>
);
