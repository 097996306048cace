import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { CaseloadRow } from '#contract/caseload.ts';
import type { DoneForMany } from '#contract/caseload-work.ts';
import { useReach } from '../kit/reach.ts';
import { counted } from '../kit/stage-words.ts';
import { useStaff } from '../kit/use-staff.ts';
import { WorkDialog } from './work-dialog.tsx';

type Props = { pupils: readonly CaseloadRow[]; onDone: (reply: DoneForMany) => void; onClose: () => void };

const NOBODY = 'nobody';

/** Who is to be the key worker of several pupils. What each had is sent along, so that nobody is overwritten unseen. */
export const KeyWorkerDialog = ({ pupils, onDone, onClose }: Props) => {
  const { answers } = useReach();
  const staff = useStaff();
  const [person, setPerson] = useState('');
  const save = () =>
    answers.change('keyWorkers', {
      body: {
        pupils: pupils.map(({ id, keyWorker }) => ({ pupil: id, seen: keyWorker?.id ?? null })),
        person: person === NOBODY ? null : person,
      },
    });
  const now = [...new Set(pupils.map(({ keyWorker }) => keyWorker?.name ?? 'nobody'))];
  return (
    <WorkDialog
      title={`Key worker of ${counted(pupils.length, 'pupil')}`}
      save="Change key worker"
      ready={person !== ''}
      onSave={save}
      onDone={onDone}
      onClose={onClose}
    >
      <Field
        label="Key worker"
        required
        hint={`Now: ${now.slice(0, 4).join(', ')}${now.length > 4 ? ` and ${now.length - 4} others` : ''}`}
      >
        <Select value={person} onChange={(_, { value }) => setPerson(value)}>
          <option value="">Choose</option>
          {staff.map(({ id, name, words }) => (
            <option key={id} value={id}>
              {name}
              {words ? `, ${words}` : ''}
            </option>
          ))}
          <option value={NOBODY}>Nobody</option>
        </Select>
      </Field>
      <p className="wm-second">The key worker can open these records from now on. Each change is on the audit trail.</p>
    </WorkDialog>
  );
};
