import type { ExamsPage } from '#contract/exams.ts';
import type { Table } from './table.ts';

/** Who has what and lacks what before a season, one line a pupil, as the page shows them. */
export const examsTable = ({ seasonWords, rows }: Pick<ExamsPage, 'seasonWords' | 'rows'>): Table => ({
  title: `Exam arrangements ${seasonWords}`,
  columns: [
    { title: 'Year', width: 6 },
    { title: 'Class', width: 10 },
    { title: 'Case', width: 10 },
    { title: 'Pupil', width: 28 },
    { title: 'Arrangements', width: 60 },
    { title: 'Missing', width: 80 },
  ],
  rows: rows.map(({ yearGroup, className, caseRef, name, arrangements, gaps }) => [
    yearGroup,
    className,
    caseRef,
    name,
    arrangements.map(({ words, stateWords }) => `${words}: ${stateWords}`).join('; ') || null,
    gaps.map(({ words }) => words).join('; ') || null,
  ]),
});
