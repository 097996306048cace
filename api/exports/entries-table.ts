import type { ExportPupilRequest } from '#contract/exports.ts';
import type { Entries } from '#contract/record.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import type { KindName } from '#domain/record/kind.ts';
import { KINDS } from '#domain/record/kinds.ts';
import { dayCell, type Table } from './table.ts';

/** Parts of the record that are read kind by kind, in the order of the page. */
export const KINDS_OF_PART: Readonly<Partial<Record<ExportPupilRequest['part'], readonly KindName[]>>> = {
  assessments: ['screening', 'assessment', 'contribution', 'concern', 'referral'],
  agencies: ['agency', 'outside-referral'],
  exams: ['exam-arrangement', 'exam-evidence', 'exam-score', 'exam-notice'],
};

const TITLES: Readonly<Record<string, string>> = { agencies: 'Agencies', exams: 'Exam arrangements' };

/** The entries of some kinds, one line each, with who wrote them and who changed them last. */
export const entriesTable = (part: string, read: readonly Entries[]): Table => ({
  title: TITLES[part] ?? 'Assessments',
  columns: [
    { title: 'Kind', width: 22 },
    { title: 'Entry', width: 80 },
    { title: 'Notes', width: 60 },
    { title: 'Written', width: 12 },
    { title: 'By', width: 22 },
    { title: 'Changed', width: 12 },
    { title: 'Changed by', width: 22 },
  ],
  rows: read.flatMap(({ kind, entries }) =>
    entries.map(({ line, notices, madeOn, madeBy, changedAt, changedBy }) => [
      KINDS[kind].title,
      line,
      notices.map(({ words }) => words).join('; ') || null,
      dayCell(madeOn),
      madeBy,
      dayCell(dayIn('UTC', changedAt)),
      changedBy,
    ]),
  ),
});
