import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { CaseloadRow } from '#contract/caseload.ts';
import type { DoneForMany } from '#contract/caseload-work.ts';
import { addMonths } from '#domain/calendar/day.ts';
import { monthWords } from '#domain/calendar/month.ts';
import { useReach } from '../kit/reach.ts';
import { counted } from '../kit/stage-words.ts';
import { WorkDialog } from './work-dialog.tsx';

type Props = { pupils: readonly CaseloadRow[]; onDone: (reply: DoneForMany) => void; onClose: () => void };

const MONTHS_AHEAD = 18;
const NONE = 'none';

/** In which month the next review of several pupils is planned. */
export const ReviewMonthDialog = ({ pupils, onDone, onClose }: Props) => {
  const { answers, me } = useReach();
  const [month, setMonth] = useState('');
  const months = Array.from({ length: MONTHS_AHEAD }, (_, ahead) => addMonths(me.today, ahead).slice(0, 7));
  const save = () => answers.change('reviewMonths', { body: { pupils: pupils.map(({ id }) => id), month: month === NONE ? null : month } });
  return (
    <WorkDialog
      title={`Next review of ${counted(pupils.length, 'pupil')}`}
      save="Set review month"
      ready={month !== ''}
      onSave={save}
      onDone={onDone}
      onClose={onClose}
    >
      <Field label="Planned for" required>
        <Select value={month} onChange={(_, { value }) => setMonth(value)}>
          <option value="">Choose</option>
          {months.map((each) => (
            <option key={each} value={each}>
              {monthWords(each)}
            </option>
          ))}
          <option value={NONE}>No month</option>
        </Select>
      </Field>
      <p className="wm-second">
        “Find a date” then looks in that month, where the law leaves it open. No date that the law sets is moved by it.
      </p>
    </WorkDialog>
  );
};
