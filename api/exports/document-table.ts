import { BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';

/** The type of every document that is written without a template. */
export const DOCUMENT_FONT = 'Segoe UI';

const SMALL = 17;
const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' };
const RULES = { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE };

/** Words as they stand in a cell; a paper of its own may mark some of them. */
export type Runs = (words: string, bold: boolean, size: number) => readonly TextRun[];

const plainRuns: Runs = (text, bold, size) => [new TextRun({ text, bold, size })];

type Look = {
  /** How wide each column is, in twentieths of a point. */
  readonly widths: readonly number[];
  /** Drawn with lines, what heads it shaded; else white. */
  readonly ruled?: boolean;
  readonly runs?: Runs;
};

type Rows = readonly (readonly string[])[];

/**
 * A table in small print whose rows stay whole and whose head comes again on each page. A table without head names its rows: their first
 * cell stands out.
 */
export const documentTable = (head: readonly string[], rows: Rows, { widths, ruled = false, runs = plainRuns }: Look): Table => {
  const named = head.some((words) => words !== '');
  const cell = (words: string, column: number, bold: boolean): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(ruled && bold ? { shading: { type: ShadingType.CLEAR, fill: 'F0F0F0', color: 'auto' } } : {}),
      children: [new Paragraph({ children: runs(words, bold, SMALL) })],
    });
  const line = (cells: readonly string[], bold: (column: number) => boolean, header: boolean): TableRow =>
    new TableRow({ cantSplit: true, tableHeader: header, children: cells.map((words, column) => cell(words, column, bold(column))) });
  return new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: [...widths],
    ...(ruled ? { borders: RULES } : {}),
    rows: [...(named ? [line(head, () => true, true)] : []), ...rows.map((row) => line(row, (column) => !named && column === 0, false))],
  });
};
