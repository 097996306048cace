import {
  Button,
  Checkbox,
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
import type { CallFailed } from '#contract/calls.ts';
import type { SavedView, ViewSaved } from '#contract/caseload-work.ts';
import { useReach } from '../kit/reach.ts';
import { FailedBar } from '../kit/states.tsx';

type Props = {
  /** The view that is open, where one is. */
  open: SavedView | null;
  words: SavedView['words'];
  /** What the list shows, in words. */
  says: string;
  onSaved: (saved: ViewSaved) => void;
  onRemoved: (view: SavedView) => void;
  onClose: () => void;
};

/** Keeps what the list shows under a name: a new view, or over the one that is open. */
export const ViewDialog = ({ open, words, says, onSaved, onRemoved, onClose }: Props) => {
  const { answers, me } = useReach();
  const mayShare = me.roles.some((role) => role === 'coordinator' || role === 'leader');
  const mayChange = open !== null && (open.mine || open.shared) && (!open.shared || mayShare);
  const [name, setName] = useState(mayChange ? open.name : '');
  const [shared, setShared] = useState(mayChange ? open.shared : false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const done = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailed(null);
    try {
      await work();
      await answers.ask('views');
    } catch (fault) {
      setFailed(fault as CallFailed);
      setBusy(false);
    }
  };
  const body = { name, words, shared };
  const saveNew = () => done(async () => onSaved(await answers.change('saveView', { body })));
  const saveOver = () => done(async () => onSaved(await answers.change('changeView', { path: { view: open?.id ?? '' }, body })));
  const remove = () =>
    done(async () => {
      answers.put('views', {}, await answers.change('removeView', { path: { view: open?.id ?? '' } }));
      if (open) onRemoved(open);
    });
  const named = name.trim() !== '';
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{mayChange ? `The view “${open.name}”` : 'Save this view'}</DialogTitle>
          <DialogContent className="caseload-form">
            {failed ? <FailedBar failed={failed} /> : null}
            <p className="wm-second">{says}</p>
            <Field label="Name" required>
              <Input value={name} maxLength={60} onChange={(_, { value }) => setName(value)} />
            </Field>
            {mayShare ? (
              <Checkbox
                label="In everybody’s caseload; each sees their own pupils in it"
                checked={shared}
                onChange={(_, { checked }) => setShared(checked === true)}
              />
            ) : null}
            {mayChange && open.by !== me.person.name ? <p className="wm-second">Saved last by {open.by}.</p> : null}
          </DialogContent>
          <DialogActions fluid>
            {mayChange ? (
              <Button disabled={busy} onClick={() => void remove()}>
                Take away
              </Button>
            ) : null}
            <Button onClick={onClose}>Cancel</Button>
            {mayChange ? (
              <Button disabled={busy || !named} onClick={() => void saveNew()}>
                Save as new
              </Button>
            ) : null}
            <Button appearance="primary" disabled={busy || !named} onClick={() => void (mayChange ? saveOver() : saveNew())}>
              Save
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
