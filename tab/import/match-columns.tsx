import { Checkbox, Select } from '@fluentui/react-components';
import type { RegisterReading, RegisterSheet } from '#contract/register.ts';
import { Section } from '../kit/section.tsx';
import { counted } from '../kit/stage-words.ts';
import { Bar } from '../kit/states.tsx';
import { type Choices, chosenSheet } from './choices.ts';

type Sheet = Choices['sheets'][number];
type Props = { reading: RegisterReading; choices: Choices; onChange: (choices: Choices) => void };

const HOW = {
  name: 'known heading',
  like: 'like a known heading',
  values: 'told by its values',
  remembered: 'as you chose before',
} as const;

/** Which sheet is brought in and which column holds what: guessed, with sample values beside, and changed by a person. */
export const MatchColumns = ({ reading, choices, onChange }: Props) => {
  const put = (index: number, sheet: Sheet | null) =>
    onChange({
      ...choices,
      sheets: [...choices.sheets.filter((one) => one.sheet !== index), ...(sheet ? [sheet] : [])].sort((a, b) => a.sheet - b.sheet),
    });
  return (
    <>
      {reading.notices.map((notice) => (
        <Bar urgency="near" key={notice}>
          {notice}
        </Bar>
      ))}
      {reading.schools.length > 1 ? (
        <Section title="New pupils go to">
          <div className="import-words">
            <Select
              aria-label="School of new pupils"
              value={choices.school ?? ''}
              onChange={(_, { value }) => onChange({ ...choices, school: value })}
            >
              <option value="">Choose a school</option>
              {reading.schools.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </div>
        </Section>
      ) : null}
      {reading.sheets.map((sheet) => (
        <SheetColumns
          key={sheet.index}
          sheet={sheet}
          reading={reading}
          chosen={choices.sheets.find((one) => one.sheet === sheet.index) ?? null}
          onChange={(one) => put(sheet.index, one)}
        />
      ))}
    </>
  );
};

type SheetProps = { sheet: RegisterSheet; reading: RegisterReading; chosen: Sheet | null; onChange: (sheet: Sheet | null) => void };

const SheetColumns = ({ sheet, reading, chosen, onChange }: SheetProps) => {
  const fieldAt = (column: number): string => Object.entries(chosen?.map ?? {}).find(([, at]) => at === column)?.[0] ?? '';
  const choose = (column: number, field: string) => {
    if (!chosen) return;
    const map = Object.fromEntries(Object.entries(chosen.map).filter(([name, at]) => at !== column && name !== field));
    onChange({ ...chosen, map: field ? { ...map, [field]: column } : map });
  };
  return (
    <Section
      title={`Sheet “${sheet.name}”`}
      aside={`${counted(sheet.rows, 'row')} · headings in row ${sheet.headerRow}${sheet.remembered ? ' · columns as you chose them before' : ''}`}
    >
      <div className="import-words">
        <Checkbox
          label="Bring this sheet in"
          checked={chosen !== null}
          onChange={(_, { checked }) => onChange(checked ? chosenSheet(sheet) : null)}
        />
      </div>
      {chosen ? (
        <div className="import-scroll">
          <table className="import-table">
            <thead>
              <tr>
                <th scope="col">Column</th>
                <th scope="col">Its first values</th>
                <th scope="col">Holds</th>
                <th scope="col">How we know</th>
              </tr>
            </thead>
            <tbody>
              {sheet.columns.map((column) => (
                <tr key={column.index}>
                  <th scope="row">
                    <span className="wm-second">{column.letters}</span> {column.heading || '(no heading)'}
                  </th>
                  <td data-label="Its first values" className="import-value">
                    {column.samples.join(' · ')}
                  </td>
                  <td data-label="Holds">
                    <Select
                      size="small"
                      aria-label={`What column ${column.heading || column.letters} holds`}
                      value={fieldAt(column.index)}
                      onChange={(_, { value }) => choose(column.index, value)}
                    >
                      <option value="">Leave out</option>
                      {reading.fields
                        .filter(({ kinds }) => kinds.includes(chosen.kind))
                        .map(({ name, title }) => (
                          <option key={name} value={name}>
                            {title}
                          </option>
                        ))}
                    </Select>
                  </td>
                  <td data-label="How we know" className="wm-second">
                    {column.notTaken ?? (column.by ? `${HOW[column.by]}${column.system ? ` of ${column.system}` : ''}` : '')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </Section>
  );
};
