/** A real .xlsx of a made-up workbook: text, numbers and days, the first row that has several texts in bold. */
import writeXlsxFile from 'write-excel-file/node';
import type { FiledWorkbook } from '../school/school.ts';

type Value = FiledWorkbook['sheets'][number]['rows'][number][number];

const cellOf = (value: Value, bold: boolean) => {
  if (value === null) return null;
  if (typeof value === 'object') return { value: new Date(`${value.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
  return { value, type: typeof value === 'number' ? Number : String, ...(bold ? { fontWeight: 'bold' as const } : {}) };
};

export const plainXlsx = async ({ sheets }: Pick<FiledWorkbook, 'sheets'>): Promise<Uint8Array> => {
  const written = sheets.map(({ name, rows }) => {
    const head = rows.findIndex((row) => row.filter((value) => typeof value === 'string').length > 2);
    return { sheet: name, data: rows.map((row, index) => row.map((value) => cellOf(value, index <= head))) as never };
  });
  return new Uint8Array(await writeXlsxFile(written).toBuffer());
};
