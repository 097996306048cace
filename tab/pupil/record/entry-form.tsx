import { useState } from 'react';
import type { Fault, Field, Notice } from '#domain/record/kind.ts';
import { FieldControl } from './field-control.tsx';
import type { Typed } from './typed.ts';

type Props = {
  fields: readonly Field[];
  typed: Typed;
  faults: readonly Fault[];
  notices: readonly Notice[];
  onType: (field: string, typed: string | readonly string[]) => void;
  /** The first field takes focus when the form opens. */
  takesFocus?: boolean;
};

type Grouped = readonly { readonly group: string | null; readonly fields: readonly Field[] }[];

const grouped = (fields: readonly Field[]): Grouped => {
  const names = [...new Set(fields.map(({ group }) => group ?? null))].sort((one, other) => Number(one !== null) - Number(other !== null));
  return names.map((group) => ({ group, fields: fields.filter((field) => (field.group ?? null) === group) }));
};

const isFilled = (typed: Typed, { key }: Field): boolean => (typed[key]?.length ?? 0) > 0;

/** The fields of an entry: those asked for first, the others gathered under their headings and folded until something is in them. */
export const EntryForm = ({ fields, typed, faults, notices, onType, takesFocus }: Props) => {
  const faultOf = (key: string) => faults.find(({ field }) => field === key)?.reason ?? null;
  const first = fields.find(({ group }) => !group);
  return (
    <div className="record-form">
      {grouped(fields).map(({ group, fields: here }) => {
        const controls = here.map((field) => (
          <FieldControl
            key={field.key}
            field={field}
            typed={typed[field.key] ?? ''}
            fault={faultOf(field.key)}
            onType={(now) => onType(field.key, now)}
            {...(takesFocus && field === first ? { autoFocus: true } : {})}
          />
        ));
        if (group === null)
          return (
            <div className="record-fields" key="first">
              {controls}
            </div>
          );
        return (
          <Folded key={group} title={group} fields={here} typed={typed} open={here.some(({ key }) => faultOf(key) !== null)}>
            {controls}
          </Folded>
        );
      })}
      {notices.length ? (
        <ul className="record-notices" aria-label="To know about this entry">
          {notices.map(({ words, weight }) => (
            <li key={words} className={weight === 'near' ? 'record-notice-near' : ''}>
              {words}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
};

type FoldedProps = { title: string; fields: readonly Field[]; typed: Typed; open: boolean; children: React.ReactNode };

const Folded = ({ title, fields, typed, open, children }: FoldedProps) => {
  const [opened, setOpened] = useState(() => fields.some((field) => isFilled(typed, field)));
  const filled = fields.filter((field) => isFilled(typed, field)).length;
  return (
    <details
      className="record-fold"
      open={opened || open}
      onToggle={(event) => {
        if (event.currentTarget.open !== opened) setOpened(event.currentTarget.open);
      }}
    >
      <summary>
        {title}{' '}
        <span className="wm-second">
          {filled} of {fields.length} filled in
        </span>
      </summary>
      <div className="record-fields">{children}</div>
    </details>
  );
};
