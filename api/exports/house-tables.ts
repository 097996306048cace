import type { Today } from '#contract/caseload.ts';
import type { Classes } from '#contract/classes.ts';
import type { ExistingPlans } from '#contract/existing-plans.ts';
import type { PrivacyPage } from '#contract/privacy.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import { dayCell, type Table, type TableCell } from './table.ts';

const column = (title: string, width = Math.max(10, title.length + 2)) => ({ title, width });

/** What is due, in the order of the page. */
export const todayTable = ({ rows }: Pick<Today, 'rows'>): Table => ({
  title: 'Today',
  columns: [
    column('Due', 12),
    column('Days left', 14),
    column('What', 44),
    column('Why', 60),
    column('Owed by', 26),
    column('Mine'),
    column('Case'),
    column('Pupil', 28),
  ],
  rows: rows.map(({ due, daysWords, title, why, owner, mine, pupil }) => [
    dayCell(due),
    daysWords,
    title,
    why,
    owner.words,
    mine ? 'Yes' : 'No',
    pupil?.caseRef ?? null,
    pupil?.name ?? null,
  ]),
});

/** Classes with who teaches them and who takes them for a day. */
export const classesTable = ({ rows }: Pick<Classes, 'rows'>): Table => ({
  title: 'Classes',
  columns: [column('Class', 14), column('Subject', 20), column('Teachers', 40), column('Pupils on the sheet'), column('Cover', 50)],
  rows: rows.map(({ name, subject, teachers, pupils, cover }) => [
    name,
    subject,
    teachers,
    pupils,
    cover.map((one) => `${one.name}, ${one.dayWords}`).join('; ') || null,
  ]),
});

/** Plans on their way in, with what is left to do on each. */
export const existingPlansTable = ({ plans }: ExistingPlans): Table => ({
  title: 'Plans brought in',
  columns: [
    column('File', 50),
    column('Case'),
    column('Pupil', 28),
    column('State', 20),
    column('Confirmed'),
    column('To do'),
    column('Left out'),
  ],
  rows: plans.map(({ name, pupil, state, counts }) => [
    name,
    pupil?.caseRef ?? null,
    pupil?.name ?? null,
    state,
    counts.confirmed,
    counts.toDo,
    counts.leftOut,
  ]),
});

/** What waits for a decision about a record and what was decided, list by list. */
export const privacyTable = ({ requests, erasures, due, holds, tombstones }: PrivacyPage, zone: string): Table => {
  const rows: (readonly TableCell[])[] = [
    ...requests.map(
      ({ name, caseRef, askedBy, words, due: by }) => ['Request to see a record', caseRef, name, words, dayCell(by), askedBy] as const,
    ),
    ...erasures.map(
      ({ name, caseRef, words, askedBy, askedAt }) => ['Erasure', caseRef, name, words, dayCell(dayIn(zone, askedAt)), askedBy] as const,
    ),
    ...due.map(({ name, caseRef, why, keptReason, due: on }) => [
      'Kept until',
      caseRef,
      name,
      [why, keptReason].filter(Boolean).join(' · '),
      dayCell(on),
      null,
    ]),
    ...holds.map(({ name, caseRef, reason, setAt, setBy }) => ['Hold', caseRef, name, reason, dayCell(dayIn(zone, setAt)), setBy] as const),
    ...tombstones.map(({ caseRef, erasedAt, groundWords, confirmedBy }) => [
      'Erased',
      caseRef,
      null,
      groundWords,
      dayCell(dayIn(zone, erasedAt)),
      confirmedBy,
    ]),
  ];
  return {
    title: 'Privacy',
    columns: [column('List', 24), column('Case'), column('Pupil', 28), column('What', 60), column('Day', 12), column('By', 26)],
    rows,
  };
};
