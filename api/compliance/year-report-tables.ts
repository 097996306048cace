import { needWords } from '#domain/caseload/need-words.ts';
import { shown, shownForPublication } from '#domain/compliance/for-publication.ts';
import type { Figure, ReportRow } from '#domain/compliance/report-figure.ts';
import { type Side, sideOf } from '#domain/compliance/side.ts';
import type { YearReport } from '#domain/compliance/year-report.ts';
import { dayCell, type Table, type TableCell } from '../exports/table.ts';
import type { ChildrenOfNeed } from './year-report-records.ts';

/** All that a report is written from. */
export type ReportFacts = {
  readonly report: YearReport;
  readonly children: readonly ChildrenOfNeed[];
  readonly nation: 'england' | 'idea';
  readonly school: string;
  readonly publication: boolean;
};

const OWED_BY: Readonly<Record<Side, string>> = { ours: 'Our school', authority: 'Authority', agencies: 'Agencies', families: 'Families' };
const STATE = { met: 'Met on time', 'met-late': 'Met late', late: 'Late, still open' } as const;

const column = (title: string, width = Math.max(10, title.length + 2)) => ({ title, width });
const FIGURE_COLUMNS = [
  column('Figure'),
  column('What', 70),
  column('On time', 10),
  column('Of', 8),
  column('Rate', 8),
  column('Median days', 12),
];

/** A figure as a line of a table, as it may be shown. */
export const figureCells = (figure: Figure, publication: boolean, words = figure.words): string[] => {
  const { onTime, of, rate, median } = publication ? shownForPublication(figure) : shown(figure);
  return [figure.id, words, onTime, of, rate, median];
};

/** A number where a cell holds one, so that a workbook can count with it. */
const counted = (text: string): TableCell => (/^\d+(\.5)?$/.test(text) ? Number(text) : text);

/** The parts of the report that are made of figures, each as a table: whose dates, rule by rule, and in the manner of the nation's return. */
export const figureTables = ({
  report,
  publication,
}: ReportFacts): readonly { readonly title: string; readonly rows: readonly string[][] }[] => [
  { title: 'Whose dates', rows: report.bySide.map((one) => figureCells(one, publication, OWED_BY[one.side])) },
  {
    title: 'Rule by rule',
    rows: report.byRule.map((one) => figureCells(one, publication, `${one.words} (${OWED_BY[one.side]}; ${one.citation})`)),
  },
  { title: report.national.title, rows: report.national.figures.map((one) => figureCells(one, publication)) },
];

/** What children are counted by: SEN2 asks for types of need, section 618 for categories of disability. */
export const sortOfNeed = (nation: ReportFacts['nation']): string => (nation === 'england' ? 'First type of need' : 'Disability category');

/** Children by their first type of need, or their category. */
export const childrenCells = ({ children, nation, publication }: ReportFacts): string[][] =>
  children.map(({ code, plans, support }, index) => [
    `D${index + 1}`,
    code ? `${needWords(code, nation)} (${code})` : nation === 'england' ? 'No type recorded' : 'No category recorded',
    ...[plans, support].map((count) => shownCount(count, publication)),
  ]);

const shownCount = (count: number, publication: boolean): string =>
  publication ? shownForPublication({ id: '', words: '', part: count, of: null, median: null, rows: [] }).onTime : String(count);

/** What stands behind the figures, line by line, and in which figures each line was counted. */
export const rowsTable = ({ report }: ReportFacts): Table => {
  const figures = [...report.bySide, ...report.byRule, ...report.national.figures];
  return {
    title: 'Rows',
    columns: [
      column('Row', 8),
      column('Case', 12),
      column('What', 36),
      column('Rule', 24),
      column('Owed by', 26),
      column('Began', 12),
      column('Due', 12),
      column('Met', 12),
      column('State', 18),
      column('Days late', 10),
      column('Exception claimed', 10),
      column('Reason', 40),
      column('Counted in', 24),
    ],
    rows: report.rows.map((row) => [
      row.number,
      row.caseRef,
      row.ruleTitle,
      row.rule,
      row.ownerWords ?? OWED_BY[sideOf(row.owedBy)],
      dayCell(row.on),
      dayCell(row.due),
      dayCell(row.metOn),
      stateWords(row),
      row.late,
      row.state === 'excused' ? 'Yes' : null,
      row.reason,
      figures
        .filter(({ rows }) => rows.includes(row.number))
        .map(({ id }) => id)
        .join(', '),
    ]),
  };
};

export const stateWords = ({ mark }: ReportRow): string => STATE[mark as keyof typeof STATE];

/** The workbook: figures, children, and unless it is for publication the rows behind them. */
export const reportTables = (facts: ReportFacts): readonly Table[] => [
  {
    title: 'Figures',
    columns: [column('Part', 40), ...FIGURE_COLUMNS, ...(facts.publication ? [] : [column('Rows', 60)])],
    rows: figureTables(facts).flatMap(({ title, rows }) =>
      rows.map((cells) => [title, ...cells.map(counted), ...(facts.publication ? [] : [rowNumbers(facts.report, cells[0] ?? '')])]),
    ),
  },
  {
    title: 'Children',
    columns: [
      column('Figure'),
      column(sortOfNeed(facts.nation), 36),
      column('With a plan', 12),
      column('With support', 14),
      ...(facts.publication ? [] : [column('Cases', 60)]),
    ],
    rows: childrenCells(facts).map((cells, index) => [
      ...cells.map(counted),
      ...(facts.publication ? [] : [facts.children[index]?.cases.join(', ') ?? null]),
    ]),
  },
  ...(facts.publication ? [] : [rowsTable(facts)]),
];

const rowNumbers = (report: YearReport, id: string): string =>
  [...report.bySide, ...report.byRule, ...report.national.figures].find((one) => one.id === id)?.rows.join(', ') ?? '';
