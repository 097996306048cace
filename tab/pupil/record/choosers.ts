import { createContext, useContext } from 'react';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import type { Field, FieldType, Value } from '#domain/record/kind.ts';

/** Something of the record that a field can name. One that is `barred` is shown with the reason and cannot be chosen. */
export type Choosable = { readonly value: string; readonly words: string; readonly barred?: string };

/** What each type of field can name, for this pupil. */
export type Choosers = Readonly<Partial<Record<FieldType, readonly Choosable[]>>>;

const ChoosersContext = createContext<Choosers>({});
export const ChoosersProvider = ChoosersContext.Provider;

/** What fields of this pupil's record can name. */
export const useChoosers = (): Choosers => useContext(ChoosersContext);

/** What the pupil's page knows by itself; agencies, interventions and colleagues are asked for where a field names them. */
export const choosersOf = (pupil: Pupil): Choosers => ({
  contact: pupil.contacts.map(({ id, name, relation, restriction }) => ({
    value: id,
    words: `${name}, ${relation}`,
    ...(restriction === null ? {} : { barred: `${name} must not be contacted.` }),
  })),
  goal: pupil.goals.map(({ id, words }) => ({ value: id, words })),
  need: pupil.needs.map(({ id, words }) => ({ value: id, words })),
  'provision-line': pupil.provision.map(({ id, what }) => ({ value: id, words: what })),
  document: pupil.documents.map(({ id, name }) => ({ value: id, words: name })),
});

const money = (pence: number): string => (pence / 100).toFixed(2);

/** What the ids of a record are called: as the entry itself tells it, else as the fields offer it. */
export type Names = Readonly<Record<string, string>>;

/** What everything a field can name is called, by id. */
export const namesIn = (choosers: Choosers): Names =>
  Object.fromEntries(Object.values(choosers).flatMap((options) => options.map(({ value, words }) => [value, words])));

/** A value as a reader would say it; an id as the name of what it stands for. Empty where nothing was said. */
export const valueWords = (field: Field, value: Value | undefined, names: Names): string => {
  if (value === null || value === undefined) return '';
  const named = (one: string) => field.choices?.find((choice) => choice.value === one)?.words ?? names[one] ?? 'Not to be found any more';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number')
    return field.type === 'pence' ? money(value) : [value, field.unit].filter((part) => part !== undefined).join(' ');
  if (typeof value !== 'string') return value.map(named).join(', ');
  if (field.type === 'day') return value ? dayWordsWithYear(value as Day) : '';
  return NAMES_SOMETHING.has(field.type) && value ? named(value) : value;
};

const NAMES_SOMETHING = new Set<FieldType>([
  'choice',
  'choices',
  'person',
  'people',
  'contact',
  'goal',
  'need',
  'provision-line',
  'document',
  'agency',
  'intervention',
]);
