import { createHash } from 'node:crypto';
import type { RegisterReport, RegisterRowShown } from '#contract/register.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { columnLetters } from '#domain/register/cell.ts';
import { type FactChange, factWords } from '#domain/register/compare.ts';
import type { Fault, RefusedRow } from '#domain/register/entry.ts';
import { FIELDS } from '#domain/register/fields.ts';
import type { Plan, PlannedRow, WaitingRow } from './plan-import.ts';

/** Rows of one kind that are sent to a screen; counts are always of all. */
const SHOWN = 500;
/** From so many rows on, a fault they share is offered once for all. */
const SHARED = 2;

type Counts = RegisterReport['counts'];

/** How many rows go where; all kinds but `questions` add up to the rows. */
export const countsOf = (plan: Plan): Counts => {
  const taken = (outcome: PlannedRow['outcome']) => plan.taken.filter((row) => row.outcome === outcome).length;
  return {
    rows: plan.rows,
    fresh: taken('fresh'),
    changed: taken('changed'),
    unchanged: taken('unchanged'),
    rejected: plan.rejected.length,
    waiting: plan.waiting.length,
    questions: plan.taken.filter(({ questions }) => questions.length > 0).length,
  };
};

/** One text that stands for everything importing the plan would do: seen by a person, and held against the record when they press. */
export const digestOf = (plan: Plan): string => {
  const digest = createHash('sha256');
  for (const { entry, pupil, changes, writes } of plan.taken)
    digest.update(JSON.stringify([entry.sheet, entry.row, pupil, changes, writes.map(({ id, after }) => [id, after])]));
  return digest.digest('hex');
};

/** The plan as a person reads it. */
export const reportOf = (plan: Plan): RegisterReport => {
  const counts = countsOf(plan);
  const shown = (outcome: PlannedRow['outcome']) =>
    plan.taken
      .filter((row) => row.outcome === outcome)
      .slice(0, SHOWN)
      .map((row) => rowShown(row, plan));
  return {
    outcome: 'preview',
    counts,
    fresh: shown('fresh'),
    changed: shown('changed'),
    rejected: plan.rejected
      .slice(0, SHOWN)
      .map((row) => ({ ...place(row), name: row.name, faults: row.faults.map((fault) => faultShown(row, fault, plan)) })),
    causes: causesOf(plan),
    waiting: plan.waiting.slice(0, SHOWN).map(waitingShown),
    more: [counts.fresh, counts.changed, counts.rejected, counts.waiting].some((count) => count > SHOWN),
    starts: startsOf(plan),
    digest: digestOf(plan),
    import: null,
  };
};

const place = ({ sheet, row }: { readonly sheet: number; readonly row: number }) => ({ sheet, row });

const rowShown = ({ entry, caseRef, changes, questions, writes }: PlannedRow, plan: Plan): RegisterRowShown => ({
  ...place(entry),
  name: entry.name,
  caseRef,
  questions: [...questions],
  facts:
    entry.kind === 'register'
      ? changes.map((change) => changeShown(change, plan))
      : writes.flatMap(({ before, after }) => absenceShown(before, after)),
});

const changeShown = ({ field, before, after }: FactChange, { nation, staff }: Plan): RegisterRowShown['facts'][number] => {
  const names = new Map(staff.map(({ id, givenName, surname }) => [id, `${givenName} ${surname}`]));
  const lines = FIELDS[field].shape === 'lines';
  const words = factWords(field, after, nation, names);
  return {
    field,
    title: FIELDS[field].title,
    before: lines ? '' : factWords(field, before, nation, names),
    after: lines ? `+ ${words}` : words || 'not known',
  };
};

const ABSENCE_TITLES: Readonly<Record<string, string>> = {
  kind: 'Kind',
  from_day: 'From',
  to_day: 'To',
  days: 'School days',
  hours_a_week: 'Hours a week',
  review_on: 'To be reviewed on',
  reason: 'Reason',
};

const absenceShown = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) =>
  Object.entries(after).flatMap(([name, value]) =>
    ABSENCE_TITLES[name]
      ? [{ field: name, title: ABSENCE_TITLES[name], before: String(before[name] ?? ''), after: String(value ?? '') }]
      : [],
  );

const faultShown = ({ sheet }: RefusedRow, { column, field, says, why, suggestion }: Fault, { headings }: Plan) => ({
  column,
  heading: column === null ? (field ? FIELDS[field].title : '') : headings[sheet]?.[column] || `Column ${columnLetters(column)}`,
  says,
  why,
  suggestion: suggestion ?? null,
});

/** Faults that several rows share: the same cell refused for the same reason. */
const causesOf = (plan: Plan): RegisterReport['causes'] => {
  const causes = new Map<string, RegisterReport['causes'][number]>();
  for (const row of plan.rejected)
    for (const fault of row.faults) {
      if (fault.column === null || fault.says === '') continue;
      const key = JSON.stringify([row.sheet, fault.column, fault.says, fault.why]);
      const known = causes.get(key);
      causes.set(key, { sheet: row.sheet, ...faultShown(row, fault, plan), rows: (known?.rows ?? 0) + 1 });
    }
  return [...causes.values()]
    .filter(({ rows }) => rows >= SHARED)
    .sort((a, b) => b.rows - a.rows)
    .slice(0, SHOWN);
};

const waitingShown = ({ entry, alike }: WaitingRow): RegisterReport['waiting'][number] => ({
  ...place(entry),
  name: entry.name,
  birthday: String(entry.facts.birthday ?? ''),
  number: String(entry.facts.pupilNumber ?? entry.facts.externalId ?? ''),
  alike: alike.map(({ id, givenName, surname, caseRef, className, pupilNumber, externalId }) => ({
    pupil: id,
    name: `${surname}, ${givenName}`,
    caseRef,
    className,
    number: pupilNumber ?? externalId,
  })),
});

/** What importing starts besides the rows themselves. */
const startsOf = ({ taken }: Plan): string[] => {
  const becomes = (stage: string) =>
    taken.filter(({ changes }) => changes.some(({ field, after }) => field === 'stage' && after === stage)).length;
  const joining = taken.filter(
    ({ changes, known }) => !known?.facts.caseRef && changes.some(({ field, after }) => field === 'stage' && after !== 'none'),
  );
  const there = joining.filter(({ known }) => known).length;
  const joins = joining.length;
  const dates = taken.filter(({ changes }) => changes.some(({ field }) => field === 'planIssued' || field === 'lastReview')).length;
  const leaves = becomes('none');
  return [
    ...(joins > 0
      ? [
          `${countWords(joins, 'pupil')} ${joins === 1 ? 'joins' : 'join'} the register, each with a case of their own${there > 0 ? `; ${there} of them ${there === 1 ? 'is' : 'are'} already in the record, as ${there === 1 ? 'a pupil' : 'pupils'} without a case` : ''}.`,
        ]
      : []),
    ...(leaves > 0 ? [`${countWords(leaves, 'pupil')} ${leaves === 1 ? 'leaves' : 'leave'} the register; what was recorded is kept.`] : []),
    ...(dates > 0 ? [`The dates of ${countWords(dates, 'pupil')} are counted again from plans and reviews.`] : []),
    'No message is sent by an import.',
  ];
};
