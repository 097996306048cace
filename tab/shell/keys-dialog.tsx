import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { KeysList } from '../kit/keys-list.tsx';

/** Every key in one place. */
export const KeysDialog = ({ onClose }: { onClose: () => void }) => (
  <Dialog open onOpenChange={onClose}>
    <DialogSurface className="wm-keys">
      <DialogBody>
        <DialogTitle>Keys</DialogTitle>
        <DialogContent className="wm-keys-groups">
          <KeysList />
          <p className="wm-second">Single letters can be turned off in Settings.</p>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Close</Button>
        </DialogActions>
      </DialogBody>
    </DialogSurface>
  </Dialog>
);
