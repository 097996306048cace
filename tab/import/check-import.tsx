import { Button, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { RegisterReport, RegisterRowShown, RegisterSheet } from '#contract/register.ts';
import { type CountBox, CountBoxes } from '../kit/count-boxes.tsx';
import { counted } from '../kit/stage-words.ts';
import { Tabs } from '../kit/tabs.tsx';
import { UrgencyIcon } from '../kit/urgency-mark.tsx';
import type { Choices } from './choices.ts';
import { WaitingRows } from './waiting-rows.tsx';

type Props = {
  report: RegisterReport;
  choices: Choices;
  sheets: readonly RegisterSheet[];
  onChoices: (choices: Choices) => void;
  onColumns: () => void;
  onImport: () => void;
  onCancel: () => void;
};
type Part = 'rejected' | 'waiting' | 'changed' | 'fresh';

/** What importing would do: four counts that add up to the rows, each refused row with its reason and a field to put it right, each change. */
export const CheckImport = ({ report, choices, sheets, onChoices, onColumns, onImport, onCancel }: Props) => {
  const { counts } = report;
  const [part, setPart] = useState<Part>(counts.rejected ? 'rejected' : counts.waiting ? 'waiting' : counts.changed ? 'changed' : 'fresh');
  const ready = counts.fresh + counts.changed;
  const questioned = [...report.fresh, ...report.changed].filter(({ questions }) => questions.length > 0);
  return (
    <>
      <Counts report={report} />
      <section className="wm-section" aria-label="Rows">
        <div className="import-tabs">
          <Tabs
            label="Rows"
            value={part}
            options={[
              { value: 'rejected', words: `Rejected ${counts.rejected}` },
              { value: 'waiting', words: `To decide ${counts.waiting + counts.questions}` },
              { value: 'changed', words: `Will change ${counts.changed}` },
              { value: 'fresh', words: `New ${counts.fresh}` },
            ]}
            onChoose={setPart}
          />
          <Button size="small" onClick={onColumns}>
            Columns
          </Button>
        </div>
        {part === 'rejected' ? <Rejected report={report} sheets={sheets} choices={choices} onChoices={onChoices} /> : null}
        {part === 'waiting' ? <WaitingRows report={report} choices={choices} onChoices={onChoices} /> : null}
        {part === 'waiting' ? <Rows rows={questioned} none="" /> : null}
        {part === 'changed' ? <Rows rows={report.changed} none="No pupil of the record changes." /> : null}
        {part === 'fresh' ? <Rows rows={report.fresh} none="No row is new." /> : null}
        {report.more ? <p className="import-words wm-second">The first 500 of each kind are shown; the counts are of all.</p> : null}
      </section>
      <div className="import-buttons">
        <Button appearance="primary" disabled={ready === 0} onClick={onImport}>
          Import {counted(ready, 'row')}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
        <span className="wm-second">Rejected rows are left out. Importing the same file again makes no doubles.</span>
      </div>
      <section className="wm-section" aria-label="What importing starts">
        <h2 className="import-heading">What importing starts</h2>
        <ul className="import-list">
          {report.starts.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
    </>
  );
};

const Counts = ({ report: { counts } }: { report: RegisterReport }) => {
  const boxes: readonly CountBox[] = [
    ['good', counts.fresh + counts.changed, 'ready', `${counts.fresh} new, ${counts.changed} update what is there`],
    ['info', counts.unchanged, 'unchanged', 'same as the record'],
    ['late', counts.rejected, 'rejected', 'left out unless you fix them here'],
    [
      'near',
      counts.waiting + counts.questions,
      'to decide',
      counts.questions > 0
        ? `${counts.waiting} left out until you say who is meant, ${counts.questions} taken with a question`
        : 'who is meant; left out until you say',
    ],
  ];
  return <CountBoxes boxes={boxes} />;
};

type Fix = { readonly sheet: number; readonly column: number; readonly row?: number; readonly says: string };

const Rejected = ({ report, sheets, choices, onChoices }: Pick<Props, 'report' | 'sheets' | 'choices' | 'onChoices'>) => {
  const fix = (at: Fix, value: string) => onChoices({ ...choices, repairs: [...choices.repairs, { ...at, value }] });
  if (report.rejected.length === 0) return <p className="import-words">No row is rejected.</p>;
  const shared = new Set(report.causes.map(({ sheet, column, says }) => `${sheet} ${column} ${says}`));
  return (
    <div className="import-scroll">
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Pupil</th>
            <th scope="col">Column</th>
            <th scope="col">Your sheet says</th>
            <th scope="col">Why it was rejected</th>
            <th scope="col">Put right</th>
          </tr>
        </thead>
        <tbody>
          {report.causes.map((cause) => (
            <tr key={`${cause.sheet} ${cause.column} ${cause.says}`}>
              <td data-label="Row">{cause.rows} rows</td>
              <td />
              <td data-label="Column">{cause.heading}</td>
              <td data-label="Your sheet says" className="import-value">
                {cause.says}
              </td>
              <td data-label="Why it was rejected">{cause.why}</td>
              <td data-label="Put right">
                {cause.column === null ? null : (
                  <PutRight
                    label={`Instead of ${cause.says} in all ${cause.rows} rows`}
                    suggestion={cause.suggestion}
                    onSave={(value) => fix({ sheet: cause.sheet, column: cause.column as number, says: cause.says }, value)}
                  />
                )}
              </td>
            </tr>
          ))}
          {report.rejected.flatMap((row) =>
            row.faults
              .filter(({ column, says }) => !shared.has(`${row.sheet} ${column} ${says}`))
              .map((fault) => (
                <tr key={`${row.sheet} ${row.row} ${fault.column} ${fault.why}`}>
                  <td data-label="Row">
                    {row.row}
                    {sheets.length > 1 ? <span className="wm-second"> {sheets[row.sheet]?.name}</span> : null}
                  </td>
                  <td data-label="Pupil">{row.name || <span className="wm-second">no name</span>}</td>
                  <td data-label="Column">{fault.heading}</td>
                  <td data-label="Your sheet says" className="import-value">
                    {fault.says || <span className="wm-second">(empty)</span>}
                  </td>
                  <td data-label="Why it was rejected">
                    <span>
                      <UrgencyIcon urgency="late" /> {fault.why}
                    </span>
                  </td>
                  <td data-label="Put right">
                    {fault.column === null ? null : (
                      <PutRight
                        label={`${fault.heading} of row ${row.row}`}
                        suggestion={fault.suggestion}
                        onSave={(value) => fix({ sheet: row.sheet, column: fault.column as number, row: row.row, says: fault.says }, value)}
                      />
                    )}
                  </td>
                </tr>
              )),
          )}
        </tbody>
      </table>
    </div>
  );
};

const PutRight = ({ label, suggestion, onSave }: { label: string; suggestion: string | null; onSave: (value: string) => void }) => {
  const [value, setValue] = useState(suggestion ?? '');
  return (
    <form
      className="import-fix"
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim()) onSave(value.trim());
      }}
    >
      <Input
        size="small"
        aria-label={label}
        placeholder="Type the value"
        value={value}
        onChange={(_, { value: typed }) => setValue(typed)}
      />
      <Button size="small" type="submit" disabled={!value.trim()}>
        Use
      </Button>
    </form>
  );
};

const Rows = ({ rows, none }: { rows: readonly RegisterRowShown[]; none: string }) =>
  rows.length === 0 ? (
    <p className="import-words">{none}</p>
  ) : (
    <div className="import-scroll">
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Pupil</th>
            <th scope="col">What changes</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.sheet} ${row.row}`}>
              <td data-label="Row">{row.row}</td>
              <td data-label="Pupil">
                {row.name} <span className="wm-second">{row.caseRef}</span>
              </td>
              <td data-label="What changes">
                {row.questions.map((question) => (
                  <p key={question}>
                    <UrgencyIcon urgency="near" /> {question}
                  </p>
                ))}
                {row.facts.map(({ field, title, before, after }) => (
                  <p key={field}>
                    {title}: {before ? <del>{before}</del> : null} <strong>{after}</strong>
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
