import type { z } from 'zod';
import { Refusal } from '../refusal.ts';

type Fault = { readonly field: string; readonly reason: string };
type Issue = z.core.$ZodIssue;

const SORTS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'a group of fields',
};

const mistyped = (issue: Extract<Issue, { code: 'invalid_type' }>): string =>
  issue.input === undefined ? 'is missing' : `is not ${SORTS[issue.expected] ?? 'of the right kind'}`;

const bounded = (issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string => {
  const limit = String(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  if (issue.origin === 'string')
    return issue.code === 'too_small' ? 'is empty' : `is longer than ${Number(limit).toLocaleString('en-GB')} characters`;
  if (issue.origin === 'array') return issue.code === 'too_small' ? `needs at least ${limit}` : `has more than ${limit}`;
  return issue.code === 'too_small' ? `is less than ${limit}` : `is more than ${limit}`;
};

const FORMATS: Record<string, string> = {
  guid: 'is not an id',
  date: 'is not a date such as 2026-11-23',
  datetime: 'is not a moment such as 2026-11-23T09:00:00Z',
};

const reasonOf = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return mistyped(issue);
    case 'too_small':
    case 'too_big':
      return bounded(issue);
    case 'invalid_value':
      return issue.input === undefined ? 'is missing' : `is not one of: ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? issue.message;
    default:
      return issue.message;
  }
};

const faultsOf = (issue: Issue): readonly Fault[] => {
  const place = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: [...place, key].join('.'), reason: 'is not a field that Waymark knows' }));
  return [{ field: place.join('.') || 'body', reason: reasonOf(issue) }];
};

/** Parses what came over the wire; a Refusal `not-valid` names each field that was not accepted and why. */
export const accept = <T>(shape: z.ZodType<T>, value: unknown): T => {
  const read = shape.safeParse(value, { reportInput: true });
  if (read.success) return read.data;
  const faults = read.error.issues.flatMap(faultsOf);
  const named = faults.slice(0, 3).map(({ field, reason }) => `“${field}” ${reason}`);
  throw new Refusal('not-valid', `Nothing was changed: ${named.join('; ')}${faults.length > 3 ? '; and more' : ''}.`, faults);
};
