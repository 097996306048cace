import type { Schema } from './description.ts';

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'id',
  date: 'day, 2026-11-23',
  'date-time': 'moment, 2026-11-23T09:00:00Z',
  email: 'e-mail address',
  uri: 'address',
};
const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  null: 'null',
  object: 'object',
  array: 'list',
};

/** The name at the end of a reference: `#/components/schemas/Meeting` → `Meeting`. */
export const nameOf = (reference: string): string => reference.split('/').at(-1) ?? reference;

const bounds = (schema: Schema): string => {
  const { minLength, maxLength, minimum, maximum, maxItems } = schema;
  const said = [
    maxLength === undefined ? '' : `up to ${maxLength.toLocaleString('en-GB')} characters`,
    minLength ? 'not empty' : '',
    minimum === undefined ? '' : `from ${minimum}`,
    maximum === undefined ? '' : `to ${maximum}`,
    maxItems === undefined ? '' : `at most ${maxItems}`,
  ].filter(Boolean);
  return said.length > 0 ? `, ${said.join(', ')}` : '';
};

/** Pieces of a type in words; a `ref` is drawn as a link to its schema. */
export type Piece = string | { readonly ref: string };

/** A field's type as one would say it: `text, not empty, up to 500 characters`, `list of MeetingEntry`, `one of phone, in-person`. */
export const wordsOf = (schema: Schema): readonly Piece[] => {
  if (schema.$ref) return [{ ref: nameOf(schema.$ref) }];
  if (schema.enum) return [`one of ${schema.enum.map(String).join(', ')}`];
  if (schema.const !== undefined) return [JSON.stringify(schema.const)];
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return several.flatMap((one, index) => (index === 0 ? wordsOf(one) : [' or ', ...wordsOf(one)]));
  if (schema.type === 'array') return ['list of ', ...wordsOf(schema.items ?? {}), bounds(schema)];
  if (schema.type === 'object' && typeof schema.additionalProperties === 'object')
    return ['by name: ', ...wordsOf(schema.additionalProperties)];
  if (schema.format && FORMATS[schema.format]) return [FORMATS[schema.format] ?? ''];
  const types = Array.isArray(schema.type) ? schema.type : [String(schema.type ?? 'anything')];
  return [types.map((type: string) => TYPES[type] ?? type).join(' or ') + bounds(schema)];
};
