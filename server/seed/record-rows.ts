import { keptAs, rowOf } from '#api/record/tables.ts';
import type { Day } from '#domain/calendar/day.ts';
import { acceptedValues } from '#domain/record/faults.ts';
import type { Field, Value } from '#domain/record/kind.ts';
import { KINDS } from '#domain/record/kinds.ts';
import type { Case, KeptEntry } from '#local-tenant/school/casework.ts';
import { type CaseRows, contactId, type Stamp } from './case-rows.ts';
import { personId } from './people-rows.ts';
import type { Row } from './seed-records.ts';

/** Tables of the kinds that stand in a story's record, in the order in which they can be written. */
export const KEPT_TABLES = [
  'concern',
  'referral',
  'screening',
  'assessment',
  'accommodation',
  'lesson_observation',
  'exam_arrangement',
  'exam_evidence',
  'exam_score',
  'exam_notice',
  'agency',
  'intervention',
  'session',
  'outside_referral',
  'document_note',
] as const;

/** Tables whose rows say who wrote them and when. */
const EDITED: ReadonlySet<string> = new Set([
  ...KEPT_TABLES,
  ...['need', 'profile_line', 'contact', 'goal', 'provision_line', 'consent', 'log_entry', 'contribution'],
]);

/** What else is kept of a pupil, table by table. */
export const recordRows = (one: Case, stamp: Stamp): CaseRows => {
  const rows = new Map<string, Row[]>();
  for (const [index, entry] of one.record.entries()) {
    const kept = keptAs(entry.kind);
    const row = { ...stamp('kept', index), ...rowOf(kept, valuesIn(entry, one, stamp)), made_by: personId(entry.by) };
    rows.set(kept.table, [...(rows.get(kept.table) ?? []), row]);
  }
  return Object.fromEntries(rows);
};

const valuesIn = ({ kind, values }: KeptEntry<Day>, one: Case, stamp: Stamp) =>
  acceptedValues(
    KINDS[kind],
    Object.fromEntries(KINDS[kind].fields.map((field) => [field.key, referred(field, values[field.key] ?? null, one, stamp)])),
  );

/** A person's key and a place in the story become ids. */
const referred = ({ type }: Field, value: Value, { caseRef }: Case, stamp: Stamp): Value => {
  if (value === null) return null;
  switch (type) {
    case 'person':
      return personId(String(value));
    case 'contact':
      return contactId(caseRef, String(value));
    case 'goal':
      return stamp('goal', Number(value)).id;
    case 'need':
      return stamp('need', Number(value)).id;
    case 'provision-line':
      return stamp('provision', Number(value)).id;
    default:
      return value;
  }
};

/** A row with the moment it was written and by whom: on the day it is about, at the latest the evening before today. */
export const written = (table: string, row: Row, one: Case, today: Day): Row => {
  if (!EDITED.has(table)) return row;
  const days = [
    row.raised_on,
    row.sent_on,
    row.received_on,
    row.on_day,
    row.from_day,
    row.given_on,
    row.baseline_on,
    row.asked_on,
    one.stageSince,
  ];
  const on = days.find((day): day is string => typeof day === 'string' && day < today) ?? one.stageSince;
  const at = row.at ?? row.recorded_at ?? `${on}T15:30:00Z`;
  const by = row.made_by ?? row.by_person ?? personId('ruth.okafor');
  return { ...row, made_at: at, made_by: by, changed_at: at, changed_by: by };
};
