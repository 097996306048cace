import type { Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import type { Entry, Fact, Facts } from './entry.ts';
import { FIELD_NAMES, FIELDS, type FieldName } from './fields.ts';
import { stageCell } from './values.ts';

/** One fact that the sheet says otherwise than the record, or that the record does not have yet. */
export type FactChange = { readonly field: FieldName; readonly before: Fact; readonly after: Fact };

/** Fields that name the pupil or place the row, and are no facts of the register by themselves. */
const NOT_COMPARED: readonly FieldName[] = [
  'caseRef',
  'fullName',
  'from',
  'to',
  'removal',
  'days',
  'sessions',
  'hoursAWeek',
  'reviewOn',
  'reason',
];

/** Fields that say when something last happened. */
const LATEST: readonly FieldName[] = ['planIssued', 'lastReview', 'attendanceAsOf'];

/** Lines are only added: a register that leaves one out does not mean that it is no longer true. */
const addedLines = (before: readonly string[], after: readonly string[]): readonly string[] => {
  const known = new Set(before.map((line) => line.toLowerCase()));
  return after.filter((line) => !known.has(line.toLowerCase()));
};

const same = (before: Fact, after: Fact): boolean =>
  typeof before === 'number' || typeof after === 'number' ? Number(before) === Number(after) && before !== null : before === after;

/** What importing the row would change in a pupil's record, field by field. Nothing where it says what is known already. */
export const changesOf = ({ facts }: Entry, known: Facts): readonly FactChange[] => {
  const changes = FIELD_NAMES.flatMap((field) => changeOf(field, facts[field], known[field] ?? null));
  const staged = changes.some(({ field }) => field === 'stage');
  // A day that belongs to the stage before would be wrong of the new one; without a day from the sheet there is none.
  if (staged && facts.stageSince === undefined && known.stageSince)
    return [...changes, { field: 'stageSince', before: known.stageSince, after: null }];
  return changes;
};

const changeOf = (field: FieldName, after: Fact | undefined, before: Fact): readonly FactChange[] => {
  if (after === undefined || NOT_COMPARED.includes(field)) return [];
  // A day before the one on record is older news: the record keeps the last review, and all those before it.
  if (LATEST.includes(field) && before !== null && after !== null && after < before) return [];
  if (FIELDS[field].shape !== 'lines') return same(before, after) ? [] : [{ field, before, after }];
  const added = addedLines((before as readonly string[] | null) ?? [], after as readonly string[]);
  return added.length > 0 ? [{ field, before, after: added }] : [];
};

/** What a person should know before a change is taken: the law's status is not lost by a slip of a sheet. */
export const questionsOf = (changes: readonly FactChange[]): readonly string[] =>
  changes.flatMap(({ field, before, after }) => {
    if (field === 'stage' && before === 'plan') return ['Has a plan in the record; the sheet says otherwise'];
    if (field === 'stage' && after === 'none') return ['Leaves the register; what was recorded is kept'];
    if (field === 'birthday' && before !== null) return ['Another date of birth than the record has'];
    if (field === 'surname' && before !== null) return ['Another surname than the record has'];
    return [];
  });

/** A fact in words for a list; `staff` names key workers by their ids. */
export const factWords = (field: FieldName, fact: Fact, nation: string, staff: ReadonlyMap<string, string>): string => {
  if (fact === null) return '';
  if (field === 'keyWorker') return staff.get(String(fact)) ?? '';
  if (field === 'stage') return stageCell(fact as Parameters<typeof stageCell>[0], nation);
  if (FIELDS[field].shape === 'day') return dayWordsWithYear(fact as Day);
  if (typeof fact === 'object') return fact.join(' · ');
  return field === 'attendance' ? `${fact} %` : String(fact);
};
