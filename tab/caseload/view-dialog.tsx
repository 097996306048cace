import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { SavedView, ViewSaved } from '#contract/caseload-work.ts';
import { FormDialog } from '../kit/form-dialog.tsx';
import { useReach } from '../kit/reach.ts';
import { useSaving } from '../kit/use-saving.ts';

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
  const saving = useSaving();
  const done = (work: () => Promise<void>) =>
    saving.save(async () => {
      await work();
      await answers.ask('views');
    });
  const body = { name, words, shared };
  const saveNew = () => done(async () => onSaved(await answers.change('saveView', { body })));
  const saveOver = () => done(async () => onSaved(await answers.change('changeView', { path: { view: open?.id ?? '' }, body })));
  const remove = () =>
    done(async () => {
      answers.put('views', {}, await answers.change('removeView', { path: { view: open?.id ?? '' } }));
      if (open) onRemoved(open);
    });
  const named = name.trim() !== '';
  const more = mayChange ? (
    <>
      <Button disabled={saving.busy} onClick={() => void remove()}>
        Take away
      </Button>
      <Button disabled={saving.busy || !named} onClick={() => void saveNew()}>
        Save as new
      </Button>
    </>
  ) : null;
  return (
    <FormDialog
      title={mayChange ? `The view “${open.name}”` : 'Save this view'}
      save="Save"
      ready={named}
      saving={saving}
      onSave={mayChange ? saveOver : saveNew}
      onClose={onClose}
      more={more}
    >
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
    </FormDialog>
  );
};
