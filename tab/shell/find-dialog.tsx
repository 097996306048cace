import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { FindPupil } from '../kit/find-pupil.tsx';
import { go } from '../kit/place.ts';

/** *Find a pupil or case* where the row has no room for the field. */
export const FindDialog = ({ onClose }: { onClose: () => void }) => (
  <Dialog open onOpenChange={onClose}>
    <DialogSurface className="wm-find-dialog">
      <DialogBody>
        <DialogTitle>Find a pupil or case</DialogTitle>
        <DialogContent className="wm-find-dialog-body">
          <FindPupil
            label="Name, class or case"
            autoFocus
            onChoose={(pupil) => {
              onClose();
              go(`/tab/pupil/${pupil.id}`);
            }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Close</Button>
        </DialogActions>
      </DialogBody>
    </DialogSurface>
  </Dialog>
);
