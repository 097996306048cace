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
  Radio,
  RadioGroup,
  Select,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import { schoolYearOf, schoolYearStarting } from '#domain/calendar/school-year.ts';
import { useReach } from '../kit/reach.ts';
import { saveFile } from '../kit/save-file.ts';
import { FailedBar } from '../kit/states.tsx';

/** This school year and the four before it, by the year in which each began. */
const yearsUntil = (starting: number): readonly number[] => Array.from({ length: 5 }, (_, back) => starting - back);

/** How a school year's dates were kept, as a document or a workbook. */
export const ReportDialog = ({ onClose }: { onClose: () => void }) => {
  const { me, answers, announce } = useReach();
  const current = Number(schoolYearOf(me.today).from.slice(0, 4));
  const [year, setYear] = useState(current);
  const [format, setFormat] = useState('docx');
  const [publication, setPublication] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const make = async () => {
    setBusy(true);
    setFailed(null);
    try {
      const query = { year: String(year), format, publication: String(publication) };
      const file = await answers.change('complianceReport', { query });
      saveFile(file);
      announce(file.words);
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
          <DialogTitle>Year report</DialogTitle>
          <DialogContent className="compliance-form">
            {failed ? <FailedBar failed={failed} /> : null}
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
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button appearance="primary" disabled={busy} onClick={() => void make()}>
              Make the report
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
