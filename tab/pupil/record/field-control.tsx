import { Checkbox, Input, Field as Labelled, Select, Textarea } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Field } from '#domain/record/kind.ts';
import { type Choosable, useChoosers } from './choosers.ts';
import { PeopleField } from './people-field.tsx';

type Typed = string | readonly string[];
type Props = { field: Field; typed: Typed; fault: string | null; onType: (typed: Typed) => void; autoFocus?: boolean };

/** One field of an entry with its name, its help and, where it was not accepted, why; the control is the right one for what it holds. */
export const FieldControl = ({ field, typed, fault, onType, autoFocus }: Props) => {
  const group = field.type === 'choices';
  const control = <Control field={field} typed={typed} onType={onType} {...(autoFocus ? { autoFocus } : {})} />;
  const about = {
    label: field.label,
    size: 'small' as const,
    required: field.required === true,
    hint: field.help ?? null,
    validationMessage: fault ? `${fault.startsWith('is missing') ? `“${field.label}”` : 'This'} ${fault}.` : null,
    validationState: fault ? ('error' as const) : ('none' as const),
  };
  return (
    <div className={`record-field${widthOf(field)}`} data-field={field.key}>
      {group ? (
        <Labelled {...about}>
          <fieldset aria-label={field.label} className="record-choices">
            {control}
          </fieldset>
        </Labelled>
      ) : (
        <Labelled {...about}>{control}</Labelled>
      )}
    </div>
  );
};

const WIDE = new Set<Field['type']>(['passage', 'choices', 'people']);
/** What is named by a sentence of the record. */
const NAMED = new Set<Field['type']>(['goal', 'need', 'provision-line', 'intervention', 'document']);
/** A line that may be this long takes the room of two fields. */
const LONG = 300;

const widthOf = ({ type, most }: Field): string => {
  if (WIDE.has(type)) return ' record-field-wide';
  return NAMED.has(type) || (type === 'line' && (most ?? 0) >= LONG) ? ' record-field-two' : '';
};

type ControlProps = { field: Field; typed: Typed; onType: (typed: Typed) => void; autoFocus?: boolean };

const KEYPADS = { whole: 'numeric', number: 'decimal', pence: 'decimal' } as const;
const INPUTS = { email: 'email', phone: 'tel', day: 'date' } as const;

// Fluent's Field hands its ids to the one control inside it, so each control is a single element that passes on what it is given
const Control = ({ field, typed, onType, autoFocus, ...given }: ControlProps): ReactNode => {
  const text = typeof typed === 'string' ? typed : '';
  const list = typeof typed === 'string' ? [] : typed;
  switch (field.type) {
    case 'passage':
      return (
        <Textarea
          {...given}
          size="small"
          rows={3}
          resize="vertical"
          dir="auto"
          value={text}
          autoFocus={autoFocus}
          onChange={(_, now) => onType(now.value)}
        />
      );
    case 'choices':
      return (field.choices ?? []).map(({ value, words }) => (
        <Checkbox
          key={value}
          size="medium"
          label={words}
          checked={list.includes(value)}
          onChange={(_, now) => onType(now.checked ? [...list, value] : list.filter((each) => each !== value))}
        />
      ));
    case 'choice':
      return <Chooser given={given} text={text} onType={onType} options={field.choices ?? []} required={field.required === true} />;
    case 'yes-no':
      return <Chooser given={given} text={text} onType={onType} options={YES_NO} required={false} />;
    case 'person':
    case 'people':
      return <PeopleField {...given} field={field} typed={typed} onType={onType} />;
    case 'contact':
    case 'goal':
    case 'need':
    case 'provision-line':
    case 'document':
    case 'agency':
    case 'intervention':
      return <RecordChooser given={given} field={field} text={text} onType={onType} />;
    case 'line':
    case 'language':
    case 'email':
    case 'phone':
    case 'day':
    case 'whole':
    case 'number':
    case 'pence':
      return (
        <Input
          {...given}
          size="small"
          type={INPUTS[field.type as keyof typeof INPUTS] ?? 'text'}
          inputMode={KEYPADS[field.type as keyof typeof KEYPADS]}
          dir={field.type === 'line' ? 'auto' : undefined}
          value={text}
          autoFocus={autoFocus}
          contentAfter={field.unit ? <span className="wm-second">{field.unit}</span> : null}
          onChange={(_, now) => onType(now.value)}
        />
      );
    default:
      return field.type satisfies never;
  }
};

const YES_NO = [
  { value: 'yes', words: 'Yes' },
  { value: 'no', words: 'No' },
] as const;

type ChooserProps = {
  given: object;
  text: string;
  onType: (typed: string) => void;
  options: readonly Choosable[];
  required: boolean;
};

const Chooser = ({ given, text, onType, options, required }: ChooserProps) => (
  <Select {...given} size="small" value={text} onChange={(_, now) => onType(now.value)}>
    <option value="">{required ? 'Choose' : 'Not said'}</option>
    {options.map(({ value, words, barred }) => (
      <option key={value} value={value} disabled={barred !== undefined}>
        {barred ? `${words}: must not be contacted` : words}
      </option>
    ))}
  </Select>
);

/** Something of this pupil's own record. What is not there any more keeps its place, so that nothing changes by being looked at. */
const RecordChooser = ({ given, field, text, onType }: { given: object; field: Field; text: string; onType: (typed: string) => void }) => {
  const options = useChoosers()[field.type] ?? [];
  const known = !text || options.some(({ value }) => value === text);
  return (
    <Chooser
      given={given}
      text={text}
      onType={onType}
      options={known ? options : [...options, { value: text, words: 'Not to be found any more' }]}
      required={field.required === true}
    />
  );
};
