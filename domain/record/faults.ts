import { type Day, dayProblem } from '#domain/calendar/day.ts';
import type { Nation } from '#domain/pupils/nation.ts';
import type { Fault, Field, RecordKind, Value, Values } from './kind.ts';

/** What faults are judged against: the day, the nation, and the pupil's birthday where it is known. */
export type FaultSetting = { readonly today: Day; readonly nation: Nation; readonly born: Day | null };

/** Most characters of a text of one line and of several, where its field does not say. */
export const MOST_IN_LINE = 500;
export const MOST_IN_PASSAGE = 4_000;
const MOST_CHOSEN = 50;
const EARLIEST = '1900-01-01';
const LATEST = '2199-12-31';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const EMAIL = /^[^\s@<>(),;:"[\]\\]{1,64}@[^\s@<>(),;:"[\]\\]{1,190}\.[^\s@.<>(),;:"[\]\\]{2,63}$/;
const PHONE = /^[+(]?[0-9][0-9 ()./-]{2,38}(?: ?(?:ext|x)\.? ?[0-9]{1,6})?$/i;

/**
 * What stands in the way of values as they arrived, by field: unknown fields, what is missing, wrong sorts, lengths, days that do not exist
 * or lie on the wrong side of today, and what does not fit together. Text is taken exactly as it was typed or not at all.
 */
export const valueFaults = (kind: RecordKind, values: Readonly<Record<string, unknown>>, setting: FaultSetting): readonly Fault[] => {
  const known = new Map(kind.fields.map((field) => [field.key, field]));
  const unknown = Object.keys(values)
    .filter((key) => !known.has(key))
    .map((key) => ({ field: key, reason: 'is not a field that Waymark knows' }));
  const single = kind.fields.flatMap((field) => {
    const reason = fieldFault(field, values[field.key] ?? null, setting);
    return reason ? [{ field: field.key, reason }] : [];
  });
  const faults = [...unknown, ...single];
  return faults.length > 0 ? faults : (kind.check?.(acceptedValues(kind, values)) ?? []);
};

/** Why one value is not accepted for its field; undefined where it is. */
export const fieldFault = (field: Field, value: unknown, setting: FaultSetting): string | undefined => {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return field.required ? 'is missing' : undefined;
  if (field.onlyIn && field.onlyIn !== setting.nation) return 'is not kept in this country';
  switch (field.type) {
    case 'line':
    case 'passage':
    case 'language':
    case 'email':
    case 'phone':
      return typeof value === 'string' ? textFault(field, value) : 'is not text';
    case 'day':
      return typeof value === 'string' ? dayFault(field, value, setting) : 'is not a date such as 2026-11-23';
    case 'whole':
    case 'number':
    case 'pence':
      return numberFault(field, value);
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : 'is not yes or no';
    case 'choice':
      return choiceFault(field, value, setting.nation);
    case 'choices':
      return Array.isArray(value) ? listFault(value, (one) => choiceFault(field, one, setting.nation)) : 'is not a list';
    case 'people':
      return Array.isArray(value) ? listFault(value, idFault, field.most) : 'is not a list';
    case 'person':
    case 'contact':
    case 'goal':
    case 'need':
    case 'provision-line':
    case 'document':
    case 'agency':
    case 'intervention':
      return idFault(value);
    default:
      return field.type satisfies never;
  }
};

/** Most characters that a text field takes. */
export const mostOf = ({ type, most }: Field): number => {
  if (most !== undefined) return most;
  if (type === 'email') return 254;
  if (type === 'phone') return 40;
  if (type === 'language') return 60;
  return type === 'passage' ? MOST_IN_PASSAGE : MOST_IN_LINE;
};

const textFault = (field: Field, value: string): string | undefined => {
  const most = mostOf(field);
  if (value.length > most) return `is longer than ${most.toLocaleString('en-GB')} characters`;
  if (value.length < (field.least ?? 0)) return `is shorter than ${field.least} characters`;
  if (value.trim() === '') return 'is empty';
  if (value.includes('\0') || /\p{Surrogate}/u.test(value)) return 'holds a character that cannot be kept';
  if (field.type !== 'passage' && /[\n\r\u2028\u2029]/.test(value)) return 'is more than one line';
  if (field.type === 'email' && !EMAIL.test(value)) return 'is not an e-mail address';
  if (field.type === 'phone' && !PHONE.test(value)) return 'is not a telephone number';
  return undefined;
};

const dayFault = ({ not }: Field, value: string, { today, born }: FaultSetting): string | undefined => {
  if (dayProblem(value)) return 'is not a date such as 2026-11-23';
  if (value < EARLIEST || value > LATEST) return 'is not a date of our time';
  if (not === 'future' && value > today) return 'has not come yet';
  if (not === 'past' && value < today) return 'has passed';
  if (not === 'future' && born && value < born) return 'is before the pupil was born';
  return undefined;
};

const numberFault = (field: Field, value: unknown): string | undefined => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return field.type === 'number' ? 'is not a number' : 'is not a whole number';
  if (field.type !== 'number' && !Number.isSafeInteger(value)) return 'is not a whole number';
  if (field.least !== undefined && value < field.least) return `is less than ${field.least}`;
  if (field.most !== undefined && value > field.most) return `is more than ${field.most.toLocaleString('en-GB')}`;
  if (field.type === 'number' && placesOf(value) > (field.decimals ?? 0)) return `has more than ${field.decimals ?? 0} decimal places`;
  return undefined;
};

const placesOf = (value: number): number => {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
};

const choiceFault = ({ choices = [] }: Field, value: unknown, nation: Nation): string | undefined =>
  choices.some((choice) => choice.value === value && (choice.onlyIn === undefined || choice.onlyIn === nation))
    ? undefined
    : 'is not one of the choices';

const idFault = (value: unknown): string | undefined => (typeof value === 'string' && UUID.test(value) ? undefined : 'is not an id');

const listFault = (list: readonly unknown[], faultOf: (one: unknown) => string | undefined, most = MOST_CHOSEN): string | undefined => {
  if (list.length > most) return `has more than ${most}`;
  if (new Set(list).size < list.length) return 'names something twice';
  return list.map(faultOf).find((fault) => fault !== undefined);
};

/** Values as they are kept: every field there, empty ones null. Only for values without faults. */
export const acceptedValues = (kind: RecordKind, values: Readonly<Record<string, unknown>>): Values =>
  Object.fromEntries(
    kind.fields.map(({ key, otherwise = null }) => {
      const value = values[key];
      const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
      return [key, empty || value === null ? otherwise : (value as Value)];
    }),
  );
