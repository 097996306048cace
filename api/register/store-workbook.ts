import { setImmediate as breathe } from 'node:timers/promises';
import type { Actor } from '#domain/access/actor.ts';
import type { SheetRow } from '#domain/register/cell.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { dropOldReadings, keepRows, keepSheets, openReading, type ReadFile, type ReadSheet, takeTime } from './reading-records.ts';
import { MOST_ROWS, openWorkbook } from './workbook/open-workbook.ts';
import { UnreadableWorkbook } from './workbook/unreadable.ts';

const AT_ONCE = 1_000;

/** A workbook as it came in: its name, its bytes, and where it lies where that is known. */
export type Incoming = { readonly name: string; readonly bytes: Uint8Array; readonly file: ReadFile | null; readonly link: string | null };

/**
 * Reads a workbook row by row into the database, where it is looked at and imported from; memory holds one lot of rows at a time. All of it
 * is kept or, where it cannot be read to its end, nothing. Throws `UnreadableWorkbook`.
 */
export const storeWorkbook = async (tx: Transaction, parts: Parts, actor: Actor, incoming: Incoming): Promise<string> => {
  const { organisation } = actor.scope;
  const workbook = await openWorkbook(incoming.bytes);
  const id = parts.ids.next();
  const now = parts.clock.now();
  await takeTime(tx);
  await dropOldReadings(tx, organisation, now);
  const { name, file, link } = incoming;
  await openReading(tx, organisation, { id, name, kind: workbook.kind, notices: workbook.notices, file, link, by: actor.person, at: now });
  const sheets: ReadSheet[] = [];
  let rows = 0;
  for (const [index, sheet] of workbook.sheets.entries()) {
    const before = rows;
    let lot: SheetRow[] = [];
    for await (const row of sheet.rows()) {
      rows += 1;
      if (rows > MOST_ROWS) throw new UnreadableWorkbook('too-many-rows');
      lot.push(storable(row));
      if (lot.length < AT_ONCE) continue;
      await keepRows(tx, organisation, id, index, lot);
      await breathe();
      lot = [];
    }
    if (lot.length > 0) await keepRows(tx, organisation, id, index, lot);
    sheets.push({ name: sheet.name, hidden: sheet.hidden, rows: rows - before });
  }
  if (rows === 0) throw new UnreadableWorkbook('empty');
  await keepSheets(tx, organisation, id, sheets);
  return id;
};

/** The database holds neither NUL nor half characters: the one becomes a control character, which is refused when the cell is judged; the others show that something was there. */
const storable = ({ number, cells }: SheetRow): SheetRow => ({
  number,
  cells: cells.map((cell) => (typeof cell === 'string' ? cell.replaceAll('\u0000', '\u0001').replace(/\p{Cs}/gu, '\uFFFD') : cell)),
});
