import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { ExamDate, ExamsPage } from '#contract/exams.ts';
import { FormDialog } from '../kit/form-dialog.tsx';
import { useDeed } from '../kit/use-deed.ts';

type Props = { season: ExamsPage['season']; seasonWords: string; date: ExamDate; onClose: () => void };

/** A date of a season, copied out of this year’s regulations by somebody who says where it stands. */
export const DateDialog = ({ season, seasonWords, date, onClose }: Props) => {
  const [on, setOn] = useState<string>(date.on);
  const [source, setSource] = useState(date.version > 0 && date.verified ? date.source : '');
  const { busy, failed, run } = useDeed();
  const save = async () => {
    const body = { season, date: date.id, on, source: source.trim() || null, version: date.version };
    return (await run('setExamDate', { body }, `${date.title}: changed`)) !== null;
  };
  return (
    <FormDialog
      title={`${date.title}, ${seasonWords}`}
      save="Save the day"
      ready={on !== ''}
      saving={{ busy, failed }}
      onSave={save}
      onClose={onClose}
    >
      <Field label="Day" required>
        <Input type="date" value={on} onChange={(_, { value }) => setOn(value)} />
      </Field>
      <Field label="Source" hint="For example: regulations 2026/27, page 12. Left empty, the day stays marked as not verified.">
        <Input value={source} maxLength={500} onChange={(_, { value }) => setSource(value)} />
      </Field>
    </FormDialog>
  );
};
