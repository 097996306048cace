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
  Select,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { Classes } from '#contract/classes.ts';
import { useReach } from '../kit/reach.ts';
import { FailedBar } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';

/** Who takes a class on which day: that day they have its sheet, and nothing else of the pupils. */
export const CoverDialog = ({ row, onClose }: { row: Classes['rows'][number]; onClose: () => void }) => {
  const { answers, announce, me } = useReach();
  const { answer: colleagues } = useAnswer('colleagues');
  const [person, setPerson] = useState('');
  const [day, setDay] = useState<string>(me.today);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const save = async () => {
    setBusy(true);
    setFailed(null);
    try {
      answers.put('classes', {}, await answers.change('arrangeCover', { path: { class: row.id }, body: { person, day } }));
      announce(`Cover for ${row.name} arranged`);
      onClose();
    } catch (fault) {
      setFailed(fault as CallFailed);
      setBusy(false);
    }
  };
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Cover for {row.name}</DialogTitle>
          <DialogContent className="classes-form">
            {failed ? <FailedBar failed={failed} /> : null}
            <Field label="Who takes the class" required>
              <Select value={person} onChange={(_, { value }) => setPerson(value)}>
                <option value="">Choose</option>
                {colleagues?.people.map(({ id, name, words }) => (
                  <option key={id} value={id}>
                    {name}
                    {words ? `, ${words}` : ''}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label="On" required>
              <Input type="date" value={day} min={me.today} onChange={(_, { value }) => setDay(value)} />
            </Field>
            <p className="wm-second">That day they have the class sheet, and nothing else of the pupils.</p>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button appearance="primary" disabled={busy || !person || !day} onClick={save}>
              Arrange cover
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
