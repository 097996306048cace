import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { SheetRow } from '#domain/register/cell.ts';
import type { OpenWorkbook } from './open-workbook.ts';
import { UnreadableWorkbook } from './unreadable.ts';

const MOST_COLUMNS = 256;
const LONGEST_ROW = 200_000;
const PIECE = 64 * 1024;

/** The encoding of a text file: by its byte-order mark, else UTF-8 where it is sound, else the Windows one that older exports use. */
const encodingOf = (bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
};

/** The sign between the fields: the one that the first line has most of. */
const delimiterOf = (text: string): string => {
  const line = text.slice(0, 20_000).split(/[\r\n]/, 1)[0] ?? '';
  const bare = line.replace(/"[^"]*"/g, '');
  return [',', ';', '\t', '|'].reduce((best, sign) => (bare.split(sign).length > bare.split(best).length ? sign : best));
};

/** Opens a text file as a workbook of one sheet. Rows are numbered as a spreadsheet would number them. */
export const openCsv = (bytes: Uint8Array): OpenWorkbook => {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\u0000')) throw new UnreadableWorkbook('not-a-workbook');
  const delimiter = delimiterOf(text);
  return {
    kind: 'csv',
    notices:
      encoding === 'windows-1252' ? ['Was saved in an older encoding (Windows-1252): look whether names with accents are right.'] : [],
    sheets: [{ name: 'CSV', hidden: false, rows: () => rowsOf(text, delimiter) }],
  };
};

const inPieces = function* (text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
};

async function* rowsOf(text: string, delimiter: string): AsyncGenerator<SheetRow> {
  const parser = parse({ delimiter, relax_column_count: true, skip_empty_lines: false, max_record_size: LONGEST_ROW, info: true });
  try {
    for await (const { record, info } of Readable.from(inPieces(text)).pipe(parser) as AsyncIterable<{
      record: string[];
      info: { records: number };
    }>) {
      const cells = record.slice(0, MOST_COLUMNS).map((field) => (field === '' ? null : field));
      if (cells.some((cell) => cell !== null)) yield { number: info.records, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as { lines?: number }).lines;
    throw new UnreadableWorkbook(
      'damaged',
      `This is no sound CSV${line ? ` near line ${line}` : ''}: a quotation mark may be left open. Nothing was kept.`,
    );
  }
}
