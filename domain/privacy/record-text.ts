import { type Mention, TAKEN_OUT, type ThirdParty } from './third-parties.ts';

/** Any value a row can hold, as JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Columns that say where a row lies and nothing about anybody. */
const HOUSEKEEPING = new Set(['organisation_id', 'etag', 'read_etag', 'event_etag', 'drive_id', 'transaction_id', 'edition', 'toast']);

/** Every text in a value, however deep, changed by `change`. */
export const eachText = (value: Json, change: (text: string) => Json): Json => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one: Json) => eachText(one, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, eachText(one as Json, change)]));
};

/** A row without what only the database needs, ids of people as their names; its own id stays. */
export const plainRow = (row: { readonly [key: string]: Json }, names: ReadonlyMap<string, string>): { readonly [key: string]: Json } =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([column, value]) => !HOUSEKEEPING.has(column) && value !== null)
      .map(([column, value]) => [column, column === 'id' ? value : eachText(value, (text) => names.get(text.toLowerCase()) ?? text)]),
  );

/** A text in which everyone who is mentioned stands as initials: `A.M.` for Ayaan Malik, however the name was written. */
export const inInitials = (text: string, mentions: readonly Mention[]): string => {
  let [result, at] = ['', 0];
  for (const { party, from, to } of mentions) {
    result += `${text.slice(at, from)}${[party.givenName, party.surname].map((name) => `${[...name.trim()][0]?.toUpperCase() ?? ''}.`).join('')}`;
    at = to;
  }
  return result + text.slice(at);
};

/** What was decided about a name in one place. */
export type NameChoice = 'keep' | 'redact' | 'withhold';

/** A text as it is handed over: names taken out, or all of it where one of them is withheld with its passage. */
export const redacted = (text: string, mentions: readonly Mention[], choiceOf: (party: ThirdParty) => NameChoice): string => {
  if (mentions.some(({ party }) => choiceOf(party) === 'withhold')) return TAKEN_OUT;
  let [result, at] = ['', 0];
  for (const { party, from, to } of mentions) {
    if (choiceOf(party) === 'keep') continue;
    result += text.slice(at, from) + TAKEN_OUT;
    at = to;
  }
  return result + text.slice(at);
};
