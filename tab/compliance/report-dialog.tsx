import { Checkbox, Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { schoolYearOf, schoolYearStarting } from '#domain/calendar/school-year.ts';
import { FormDialog } from '../kit/form-dialog.tsx';
import { useReach } from '../kit/reach.ts';
import { saveFile } from '../kit/save-file.ts';
import { useSaving } from '../kit/use-saving.ts';

/** This school year and the four before it, by the year in which each began. */
const yearsUntil = (starting: number): readonly number[] => Array.from({ length: 5 }, (_, back) => starting - back);

/** How a school year's dates were kept, as a document or a workbook. */
export const ReportDialog = ({ onClose }: { onClose: () => void }) => {
  const { me, answers, announce } = useReach();
  const current = Number(schoolYearOf(me.today).from.slice(0, 4));
  const [year, setYear] = useState(current);
  const [format, setFormat] = useState('docx');
  const [publication, setPublication] = useState(false);
  const saving = useSaving();
  const make = () =>
    saving.save(async () => {
      const query = { year: String(year), format, publication: String(publication) };
      const file = await answers.change('complianceReport', { query });
      saveFile(file);
      announce(file.words);
    });
  return (
    <FormDialog title="Year report" save="Make the report" ready saving={saving} onSave={make} onClose={onClose}>
      <p className="wm-second">
        Rates and median days by whose the dates were and by rule, those that were late with reasons, and figures in the manner of the
        nation’s return. Dates that lie ahead are in no figure.
      </p>
      <Field label="School year" size="small">
        <Select size="small" value={String(year)} onChange={(_, { value }) => setYear(Number(value))}>
          {yearsUntil(current).map((one) => (
            <option key={one} value={one}>
              {schoolYearStarting(one).name}
              {one === current ? ', so far' : ''}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="As" size="small">
        <RadioGroup layout="horizontal" value={format} onChange={(_, { value }) => setFormat(value)}>
          <Radio value="docx" label="Word" />
          <Radio value="xlsx" label="Excel" />
        </RadioGroup>
      </Field>
      <Checkbox
        label="For publication: withhold counts under five, round the others, name no case"
        checked={publication}
        onChange={(_, { checked }) => setPublication(checked === true)}
      />
    </FormDialog>
  );
};
