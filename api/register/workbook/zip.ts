import { createInflateRaw } from 'node:zlib';
import { UnreadableWorkbook } from './unreadable.ts';

/** One part of a workbook as the central directory declares it. */
export type ZipPart = {
  readonly name: string;
  readonly stored: boolean;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
};

/** Limits that a register of 100,000 rows stays far below. */
const MOST_PARTS = 2_000;
const MOST_UNPACKED = 400 * 1024 * 1024;
/** Sheets shrink to about a tenth; beyond this a file was built to burst. */
const MOST_RATIO = 250;
const SMALL_PART = 4 * 1024 * 1024;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 1;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const endOf = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) if (view.getUint32(at, true) === END) return at;
  throw new UnreadableWorkbook('damaged');
};

/**
 * The parts of a zip by its central directory, before a byte of them is unpacked: their declared sizes are added up and held against the
 * limits. A part that later unpacks to more than it declares is stopped there.
 */
export const zipParts = (bytes: Uint8Array): ReadonlyMap<string, ZipPart> => {
  const view = viewOf(bytes);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw new UnreadableWorkbook('unsafe');
  if (count > MOST_PARTS) throw new UnreadableWorkbook('bomb');
  const parts = new Map<string, ZipPart>();
  let unpacked = 0;
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw new UnreadableWorkbook('damaged');
    const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const method = view.getUint16(at + 10, true);
    if (view.getUint16(at + 8, true) & ENCRYPTED) throw new UnreadableWorkbook('password');
    if (method !== 0 && method !== 8) throw new UnreadableWorkbook('unsafe');
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const part = {
      name,
      stored: method === 0,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    unpacked += part.size;
    if (unpacked > MOST_UNPACKED || (part.size > SMALL_PART && part.size > part.packed * MOST_RATIO)) throw new UnreadableWorkbook('bomb');
    parts.set(name.replace(/^\//, '').toLowerCase(), part);
    at += 46 + nameLength + extra + comment;
  }
  return parts;
};

/** The bytes of a part, unpacked piece by piece; never more than it declares. */
export async function* unpack(bytes: Uint8Array, part: ZipPart): AsyncGenerator<Buffer> {
  const view = viewOf(bytes);
  if (part.at + 30 > view.byteLength || view.getUint32(part.at, true) !== LOCAL) throw new UnreadableWorkbook('damaged');
  const from = part.at + 30 + view.getUint16(part.at + 26, true) + view.getUint16(part.at + 28, true);
  const packed = bytes.subarray(from, from + part.packed);
  if (packed.byteLength < part.packed) throw new UnreadableWorkbook('damaged');
  if (part.stored) {
    yield Buffer.from(packed);
    return;
  }
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  inflate.end(packed);
  let seen = 0;
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      seen += piece.byteLength;
      if (seen > part.size) throw new UnreadableWorkbook('bomb');
      yield piece;
    }
  } catch (error) {
    throw error instanceof UnreadableWorkbook ? error : new UnreadableWorkbook('damaged');
  } finally {
    inflate.destroy();
  }
}
