import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import { guarded } from '#domain/register/guard.ts';
import type { Table, TableCell } from './table.ts';

export type TableFormat = 'csv' | 'xlsx';

/** The kind of content of each format, as a browser is told it. */
export const CONTENT_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Signs that neither format can hold: they are left out. */
const NOT_HELD = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu;
const held = (text: string): string => text.replace(NOT_HELD, '');

const csvCell = (cell: TableCell): string => {
  if (cell === null) return '';
  if (typeof cell === 'string') return guarded(held(cell));
  return typeof cell === 'number' ? String(cell) : cell.day;
};

const writeCsv = ({ columns, rows }: Table): Uint8Array =>
  Buffer.from(
    stringify([columns.map(({ title }) => guarded(title)), ...rows.map((row) => row.map(csvCell))], {
      bom: true,
      record_delimiter: 'windows',
      // a line break inside a text would end the row for whoever reads the file, though it is not the one that ends rows here
      quoted_match: /[\r\n]/,
    }),
  );

/** In a workbook text is marked as text, cell by cell: nothing in it is ever run, not even when it is edited again. */
const xlsxCell = (cell: TableCell) => {
  if (cell === null) return null;
  if (typeof cell === 'string')
    return { value: held(cell), type: String, format: '@', alignVertical: 'top' as const, wrap: cell.includes('\n') };
  if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' as const };
  return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', alignVertical: 'top' as const };
};

/** Sheets may not be named longer, nor with these signs. */
const sheetName = (title: string): string => title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

const sheetOf = ({ title, columns, rows }: Table) => ({
  data: [
    columns.map(({ title: value }) => ({ value, type: String, fontWeight: 'bold' as const, backgroundColor: '#F0F0F0' })),
    ...rows.map((row) => row.map(xlsxCell)),
  ],
  sheet: sheetName(title),
  columns: columns.map(({ width }) => ({ width })),
  stickyRowsCount: 1,
});

/** Tables as the sheets of one workbook, in their order; what `writeTable` says of cells holds here too. */
export const writeWorkbook = async (tables: readonly Table[]): Promise<Uint8Array> =>
  new Uint8Array(await writeXlsxFile(tables.map(sheetOf)).toBuffer());

/** The table as the bytes of a file: a CSV in UTF-8 that Excel opens rightly, or a workbook whose days are days and whose head stays in sight. */
export const writeTable = async (table: Table, format: TableFormat): Promise<Uint8Array> =>
  format === 'csv' ? writeCsv(table) : writeWorkbook([table]);
