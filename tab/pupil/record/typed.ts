import type { Field, Value, Values } from '#domain/record/kind.ts';

/** What stands in the controls of a form, by field. Text stays as it was typed until it is sent. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

const NUMBERS = new Set<Field['type']>(['whole', 'number', 'pence']);
const LISTS = new Set<Field['type']>(['choices', 'people']);

const typedValue = ({ type }: Field, value: Value): string | readonly string[] => {
  if (LISTS.has(type)) return Array.isArray(value) ? (value as readonly string[]) : [];
  if (value === null) return '';
  if (type === 'yes-no') return value ? 'yes' : 'no';
  if (type === 'pence') return (Number(value) / 100).toFixed(2);
  return String(value);
};

/** A record's values as text for the controls. */
export const typedOf = (fields: readonly Field[], values: Values): Typed =>
  Object.fromEntries(fields.map((field) => [field.key, typedValue(field, values[field.key] ?? null)]));

/** The number a text says, NaN where it says none: `1,200.50` and `£12` are numbers, `twelve` is not. */
const numberIn = (text: string): number => {
  const plain = text.replace(/^[£$]/, '').replace(/,(?=\d{3}\b)/g, '');
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
};

const saidValue = ({ type }: Field, typed: string | readonly string[]): Value => {
  if (typeof typed !== 'string') return typed.length ? typed : null;
  const text = typed.trim();
  if (!text) return null;
  if (type === 'yes-no') return text === 'yes';
  if (type === 'pence') return Math.round(numberIn(text) * 100);
  return NUMBERS.has(type) ? numberIn(text) : typed;
};

/** What was typed as values of the record, texts exactly as they stand. A number that is none becomes NaN, which no field accepts. */
export const valuesOf = (fields: readonly Field[], typed: Typed): Values =>
  Object.fromEntries(fields.map((field) => [field.key, saidValue(field, typed[field.key] ?? '')]));
