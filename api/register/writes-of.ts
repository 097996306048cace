import type { Day } from '#domain/calendar/day.ts';
import type { FactChange } from '#domain/register/compare.ts';
import type { Fact, Facts } from '#domain/register/entry.ts';
import type { FieldName } from '#domain/register/fields.ts';
import type { Ids } from '../parts.ts';
import { EVENTS } from './known-records.ts';
import type { PlannedRow } from './plan-import.ts';
import type { Columns, RowWrite } from './write-records.ts';

/** What the rows of an import are written with. `caseRef` gives the next free reference to whoever joins the register. */
export type Writing = {
  readonly ids: Ids;
  readonly today: Day;
  readonly nation: string;
  readonly school: string;
  readonly by: string;
  readonly source: string;
  readonly caseRef: () => string;
};

/** Facts that are columns of the pupil. */
const OF_PUPIL: Readonly<Partial<Record<FieldName, string>>> = {
  pupilNumber: 'pupil_number',
  externalId: 'external_id',
  surname: 'surname',
  givenName: 'given_name',
  knownAs: 'known_as',
  birthday: 'birthday',
  sex: 'sex',
  yearGroup: 'year_group',
  className: 'class_name',
  homeLanguage: 'home_language',
  stage: 'stage',
  stageSince: 'stage_since',
  keyWorker: 'key_worker_id',
  attendance: 'attendance_percent',
  attendanceAsOf: 'attendance_as_of',
};
const LINES = { strengths: 'strength', difficulties: 'difficulty', strategies: 'strategy' } as const;

const column = (fact: Fact): string | number | null => (typeof fact === 'object' ? null : fact);

/** Every row that taking this one writes, each with what stood there before. */
export const writesOf = (row: PlannedRow, writing: Writing): readonly RowWrite[] => {
  if (row.entry.kind !== 'register') return row.writes;
  const pupil = row.pupil ?? writing.ids.next();
  const changes = new Map(row.changes.map((change) => [change.field, change]));
  return [
    ...pupilWrite(row, pupil, changes, writing),
    ...needWrites(row, pupil, changes, writing),
    ...lineWrites(pupil, changes, row.known?.facts ?? {}, writing),
    ...eventWrites(row, pupil, changes, writing),
  ];
};

type Changes = ReadonlyMap<FieldName, FactChange>;

const pupilWrite = (row: PlannedRow, pupil: string, changes: Changes, writing: Writing): readonly RowWrite[] => {
  const own = [...changes.values()].flatMap(({ field, before, after }) =>
    OF_PUPIL[field] ? [[OF_PUPIL[field], column(before), column(after)] as const] : [],
  );
  const before: Record<string, string | number | null> = Object.fromEntries(own.map(([name, value]) => [name, value]));
  const after: Record<string, string | number | null> = Object.fromEntries(own.map(([name, , value]) => [name, value]));
  if (changes.has('attendance') && !('attendance_as_of' in after)) {
    before.attendance_as_of = column(row.known?.facts.attendanceAsOf ?? null);
    after.attendance_as_of = writing.today;
  }
  const stage = changes.get('stage')?.after;
  if (stage && stage !== 'none' && !row.known?.facts.caseRef) {
    before.case_ref = null;
    after.case_ref = writing.caseRef();
  }
  if (row.pupil) return Object.keys(after).length > 0 ? [{ table: 'pupil', id: pupil, pupil, deed: 'changed', before, after }] : [];
  return [{ table: 'pupil', id: pupil, pupil, deed: 'made', before: {}, after: { stage: 'none', ...after, school_id: writing.school } }];
};

/** A need that changed its code ends, and another begins; one whose words changed is the same need. */
const needWrites = ({ known }: PlannedRow, pupil: string, changes: Changes, writing: Writing): readonly RowWrite[] =>
  (['primary', 'secondary'] as const).flatMap((which): readonly RowWrite[] => {
    const rank = which === 'primary' ? 1 : 2;
    const [code, words] = [
      changes.get(which === 'primary' ? 'primaryNeed' : 'secondaryNeed'),
      which === 'primary' ? changes.get('primaryWords') : undefined,
    ];
    const before = known?.needs[which] ?? null;
    if (!code && words && before)
      return [
        {
          table: 'need',
          id: before,
          pupil,
          deed: 'changed',
          before: { description: column(words.before) ?? '' },
          after: { description: column(words.after) },
        },
      ];
    if (!code) return [];
    const made: Columns = {
      pupil_id: pupil,
      rank,
      code: column(code.after),
      description: column(words?.after ?? code.after),
      source: writing.source,
      from_day: writing.today,
    };
    const ended: readonly RowWrite[] = before
      ? [{ table: 'need', id: before, pupil, deed: 'changed', before: { to_day: null }, after: { to_day: writing.today } }]
      : [];
    return [...ended, { table: 'need', id: writing.ids.next(), pupil, deed: 'made', before: {}, after: made }];
  });

const lineWrites = (pupil: string, changes: Changes, known: Facts, writing: Writing): readonly RowWrite[] =>
  (['strengths', 'difficulties', 'strategies'] as const).flatMap((field) => {
    const added = (changes.get(field)?.after ?? []) as readonly string[];
    const there = ((known[field] ?? []) as readonly string[]).length;
    return added.map(
      (words, index): RowWrite => ({
        table: 'profile_line',
        id: writing.ids.next(),
        pupil,
        deed: 'made',
        before: {},
        after: { pupil_id: pupil, kind: LINES[field], rank: there + index + 1, words, said_by: writing.source, on_day: writing.today },
      }),
    );
  });

const eventWrites = (row: PlannedRow, pupil: string, changes: Changes, writing: Writing): readonly RowWrite[] => {
  const events = EVENTS[writing.nation === 'idea' ? 'idea' : 'england'];
  const stage = row.entry.facts.stage ?? row.known?.facts.stage;
  const kinds = { planIssued: events.issued, lastReview: stage === 'plan' ? events.reviewed : events.supportReviewed } as const;
  return (['planIssued', 'lastReview'] as const).flatMap((field): readonly RowWrite[] => {
    const on = changes.get(field)?.after;
    if (typeof on !== 'string') return [];
    const after = {
      pupil_id: pupil,
      kind: kinds[field],
      on_day: on,
      party: 'school',
      details: JSON.stringify({ from: 'register' }),
      recorded_by: writing.by,
    };
    return [{ table: 'case_event', id: writing.ids.next(), pupil, deed: 'made', before: {}, after }];
  });
};
