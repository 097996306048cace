import { Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Classes } from '#contract/classes.ts';
import { FormDialog } from '../kit/form-dialog.tsx';
import { useReach } from '../kit/reach.ts';
import { useSaving } from '../kit/use-saving.ts';
import { useStaff } from '../kit/use-staff.ts';

/** Who takes a class on which day: that day they have its sheet, and nothing else of the pupils. */
export const CoverDialog = ({ row, onClose }: { row: Classes['rows'][number]; onClose: () => void }) => {
  const { answers, announce, me } = useReach();
  const staff = useStaff();
  const [person, setPerson] = useState('');
  const [day, setDay] = useState<string>(me.today);
  const saving = useSaving();
  const arrange = () =>
    saving.save(async () => {
      answers.put('classes', {}, await answers.change('arrangeCover', { path: { class: row.id }, body: { person, day } }));
      announce(`Cover for ${row.name} arranged`);
    });
  return (
    <FormDialog
      title={`Cover for ${row.name}`}
      save="Arrange cover"
      ready={person !== '' && day !== ''}
      saving={saving}
      onSave={arrange}
      onClose={onClose}
    >
      <Field label="Who takes the class" required>
        <Select value={person} onChange={(_, { value }) => setPerson(value)}>
          <option value="">Choose</option>
          {staff.map(({ id, name, words }) => (
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
    </FormDialog>
  );
};
