import { Button } from '@fluentui/react-components';
import type { RegisterReport } from '#contract/register.ts';
import type { Choices } from './choices.ts';

type Props = { report: RegisterReport; choices: Choices; onChoices: (choices: Choices) => void };
type Row = RegisterReport['waiting'][number];

/** Rows that are like a pupil of the record by name and date of birth alone: a person says who is meant. */
export const WaitingRows = ({ report, choices, onChoices }: Props) => {
  const decide = ({ sheet, row }: Row, pupil: string) =>
    onChoices({ ...choices, decisions: [...choices.decisions, { sheet, row, pupil }] });
  return (
    <ul className="import-list" aria-label="Who is meant">
      {report.waiting.map((row) => (
        <li key={`${row.sheet} ${row.row}`}>
          <div>
            <strong>{row.name}</strong>, born {row.birthday}, {row.number || 'no number'} <span className="wm-second">row {row.row}</span>
            {row.alike.map(({ pupil, name, caseRef, className, number }) => (
              <p key={pupil} className="wm-second">
                In the record: {name}, {className ?? 'no class'}, {caseRef ?? 'no case'}, {number ?? 'no number'}
              </p>
            ))}
          </div>
          <span className="import-buttons">
            {row.alike.map(({ pupil, name, caseRef }) => (
              <Button key={pupil} size="small" onClick={() => decide(row, pupil)}>
                The same as {caseRef ?? name}
              </Button>
            ))}
            <Button size="small" onClick={() => decide(row, 'new')}>
              A new pupil
            </Button>
            <Button size="small" onClick={() => decide(row, 'nobody')}>
              Leave out
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );
};
