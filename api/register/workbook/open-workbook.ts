import type { SheetRow } from '#domain/register/cell.ts';
import { openCsv } from './open-csv.ts';
import { openXlsx } from './open-xlsx.ts';
import { UnreadableWorkbook } from './unreadable.ts';

/** One sheet: its rows are read when they are asked for, one after another. */
export type OpenSheet = { readonly name: string; readonly hidden: boolean; readonly rows: () => AsyncIterable<SheetRow> };
export type OpenWorkbook = { readonly kind: 'xlsx' | 'csv'; readonly notices: readonly string[]; readonly sheets: readonly OpenSheet[] };

/** The largest file that is taken; a register of a thousand pupils has a fiftieth of it. */
export const MOST_BYTES = 25 * 1024 * 1024;
/** Rows of all sheets together. */
export const MOST_ROWS = 100_000;

const begins = (bytes: Uint8Array, ...signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
const names = (bytes: Uint8Array, stream: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(stream, 'utf16le'));

/** Signs of files that are no text: PDF, RTF, pictures. */
const OTHERS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x7b, 0x5c, 0x72, 0x74],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46],
];

/**
 * Opens a workbook by what it is, not by what its name says. Throws {@link UnreadableWorkbook} with one sentence for everything that is no
 * workbook, too large, protected, or built to do harm.
 */
export const openWorkbook = async (bytes: Uint8Array): Promise<OpenWorkbook> => {
  if (bytes.byteLength > MOST_BYTES) throw new UnreadableWorkbook('too-big');
  if (bytes.byteLength === 0) throw new UnreadableWorkbook('empty');
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new UnreadableWorkbook(compound(bytes));
  if (begins(bytes, 0x50, 0x4b)) return openXlsx(bytes);
  if (OTHERS.some((signature) => begins(bytes, ...signature)) || /^\s*<(?:!doctype|html|\?xml)/i.test(head(bytes)))
    throw new UnreadableWorkbook('not-a-workbook');
  return openCsv(bytes);
};

const head = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, 200));

/** A compound file is an encrypted workbook, the old format, or another program's. */
const compound = (bytes: Uint8Array) => {
  if (names(bytes, 'EncryptedPackage')) return 'password';
  return names(bytes, 'Workbook') || names(bytes, 'Book') ? 'old-format' : 'not-a-workbook';
};
