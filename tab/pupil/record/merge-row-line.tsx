import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { Value } from '#domain/record/kind.ts';
import { UrgencyMark } from '../../kit/urgency-mark.tsx';
import { changedWords } from './changed-words.ts';
import { type Names, valueWords } from './choosers.ts';
import { FieldControl } from './field-control.tsx';
import type { MergeRow } from './merge-rows.ts';
import { typedOf, valuesOf } from './typed.ts';

/** How a person settled a field: whose value, both, or one of their own; `value` is what will be saved. */
export type Settled = { readonly how: 'yours' | 'theirs' | 'both' | 'own'; readonly value: Value };

type Props = { row: MergeRow; names: Names; who: string; theirs: string; settled: Settled | null; onSettle: (how: Settled) => void };

/** Both texts, one after the other. */
export const bothTexts = (row: MergeRow): Value => [row.theirs, row.yours].filter(Boolean).join('\n');

const isText = ({ field }: MergeRow): boolean => field.type === 'line' || field.type === 'passage';

/** One field of two versions, with what will be saved at its end. */
export const MergeRowLine = ({ row, names, who, theirs, settled, onSettle }: Props) => {
  const { field, state, base } = row;
  const say = (value: Value) => valueWords(field, value, names) || 'nothing';
  return (
    <tr className={`record-merge-${state}`} data-merge-row={field.key} tabIndex={-1}>
      <th scope="row">
        {field.label}
        <p className="wm-second">
          {state === 'choose' && !settled ? <UrgencyMark urgency="near">Choose one</UrgencyMark> : stateWords(row, who, settled)}
        </p>
      </th>
      <Cell label="Before">
        <span className="record-merge-before">{say(base)}</span>
      </Cell>
      <Cell label="Yours, not saved">
        <Changed before={say(base)} now={say(row.yours)} />
      </Cell>
      <Cell label={theirs}>
        <Changed before={say(base)} now={say(row.theirs)} />
      </Cell>
      <Cell label="Will be saved">
        {state === 'choose' ? (
          <Choose row={row} say={say} who={who} settled={settled} onSettle={onSettle} />
        ) : (
          <Joined row={row} say={say} settled={settled} onSettle={onSettle} />
        )}
      </Cell>
    </tr>
  );
};

const stateWords = ({ state }: MergeRow, who: string, settled: Settled | null): string => {
  if (settled)
    return {
      yours: 'Yours is kept',
      theirs: `${who[0]?.toUpperCase() ?? ''}${who.slice(1)}’s is kept`,
      both: 'Both are kept',
      own: 'Written anew by you',
    }[settled.how];
  if (state === 'both-kept') return 'Both kept, read it';
  return state === 'only-yours' ? 'Joined: only you changed it' : `Joined: only ${who} changed it`;
};

/** A cell with its column's name, which is shown where the columns stand below one another. */
const Cell = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <td>
    <span className="record-merge-label" aria-hidden>
      {label}
    </span>
    {children}
  </td>
);

const Changed = ({ before, now }: { before: string; now: string }) => (
  <span dir="auto">
    {changedWords(before, now).map(({ at, text, isNew }) => (isNew ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>))}
  </span>
);

type PartProps = { row: MergeRow; say: (value: Value) => string; settled: Settled | null; onSettle: (how: Settled) => void };

const Choose = ({ row, say, who, settled, onSettle }: PartProps & { who: string }) => {
  const values = { yours: row.yours, theirs: row.theirs, both: bothTexts(row), own: settled?.value ?? row.yours } as const;
  return (
    <>
      <RadioGroup
        aria-label={`${row.field.label}: what will be saved`}
        value={settled?.how ?? ''}
        onChange={(_, chosen) => onSettle({ how: chosen.value as Settled['how'], value: values[chosen.value as Settled['how']] })}
      >
        <Radio value="yours" label={`${say(row.yours)} (yours)`} />
        <Radio value="theirs" label={`${say(row.theirs)} (${who}’s)`} />
        {isText(row) ? <Radio value="both" label="Both, one after the other" /> : null}
        <Radio value="own" label="Something else" />
      </RadioGroup>
      {settled?.how === 'own' || settled?.how === 'both' ? <Own row={row} value={settled.value} onSettle={onSettle} /> : null}
    </>
  );
};

const Joined = ({ row, say, settled, onSettle }: PartProps) => {
  const [changing, setChanging] = useState(row.state === 'both-kept');
  const value = settled ? settled.value : row.joined;
  if (!changing)
    return (
      <span className="record-merge-joined">
        <span dir="auto">{say(value)}</span>
        <Button size="small" appearance="subtle" aria-label={`Change ${row.field.label.toLowerCase()}`} onClick={() => setChanging(true)}>
          Change
        </Button>
      </span>
    );
  return (
    <>
      <Own row={row} value={value} onSettle={onSettle} />
      {row.state === 'both-kept' ? (
        <span className="record-merge-keep">
          <Button size="small" onClick={() => onSettle({ how: 'yours', value: row.yours })}>
            Keep mine
          </Button>
          <Button size="small" onClick={() => onSettle({ how: 'theirs', value: row.theirs })}>
            Keep theirs
          </Button>
        </span>
      ) : null}
    </>
  );
};

/** The field itself, to write what will be saved. */
const Own = ({ row, value, onSettle }: { row: MergeRow; value: Value; onSettle: (how: Settled) => void }) => {
  const fields = [row.field];
  const [typed, setTyped] = useState(() => typedOf(fields, { [row.field.key]: value }));
  const [shown, setShown] = useState(value);
  // `Keep mine` and the like change the value from outside
  if (shown !== value) {
    setShown(value);
    setTyped(typedOf(fields, { [row.field.key]: value }));
  }
  return (
    <FieldControl
      field={{ ...row.field, label: `${row.field.label}, as it will be saved` }}
      typed={typed[row.field.key] ?? ''}
      fault={null}
      onType={(now) => {
        const next = { [row.field.key]: now };
        const made = valuesOf(fields, next)[row.field.key] ?? null;
        setTyped(next);
        setShown(made);
        onSettle({ how: 'own', value: made });
      }}
    />
  );
};
