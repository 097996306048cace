import { z } from 'zod';
import { isLasting } from '../lasting.ts';

/** Writes a reply as JSON in UTF-8. Throws zod's own fault where it is not of its shape: a column added tomorrow does not leak. */
export type Writer = (reply: unknown) => Buffer;

/** Writes one row of a list. */
type RowWriter = (row: object) => Buffer;

/** A writer for replies of one shape. Everything in them passes the shape: what lasts (a reply, or rows of its lists) once, all else each time. */
export const writerOf = (shape: z.ZodType): Writer => {
  const rowWriters = rowWritersOf(shape);
  const write: Writer = (reply) => {
    const lists = lastingLists(reply, rowWriters);
    if (lists.length === 0) return Buffer.from(JSON.stringify(shape.parse(reply)));
    const emptied = Object.fromEntries(lists.map(([name]) => [name, []]));
    const rest = shape.parse({ ...(reply as object), ...emptied }) as Record<string, unknown>;
    const rows = new Map(lists.map(([name, list, write]) => [name, list.map(write)]));
    return written(Object.entries(rest), rows);
  };
  const once = writtenOnce(write);
  return (reply) => (isLasting(reply) ? once(reply) : write(reply));
};

/** Remembers what was written of each object for as long as the object itself is kept. */
const writtenOnce = (write: (value: object) => Buffer): RowWriter => {
  const known = new WeakMap<object, Buffer>();
  return (value) => {
    const before = known.get(value);
    if (before) return before;
    const bytes = write(value);
    known.set(value, bytes);
    return bytes;
  };
};

/** Each list of a shape by its name, with a writer that parses and writes a row when it first meets it. */
const rowWritersOf = (shape: z.ZodType): ReadonlyMap<string, RowWriter> => {
  if (!(shape instanceof z.ZodObject)) return new Map();
  const parts = Object.entries(shape.shape as Record<string, z.ZodType>);
  return new Map(parts.flatMap(([name, part]) => (part instanceof z.ZodArray ? [[name, rowWriter(part.element as z.ZodType)]] : [])));
};

const rowWriter = (shape: z.ZodType): RowWriter => writtenOnce((row) => Buffer.from(JSON.stringify(shape.parse(row))));

/** The lists of a reply that hold nothing but lasting rows. */
const lastingLists = (reply: unknown, rowWriters: ReadonlyMap<string, RowWriter>): [string, object[], RowWriter][] =>
  [...rowWriters].flatMap(([name, write]) => {
    const list: unknown = (reply as Record<string, unknown> | null)?.[name];
    return Array.isArray(list) && list.length > 0 && list.every(isLasting) ? [[name, list, write]] : [];
  });

const COMMA = Buffer.from(',');

const written = (fields: readonly [string, unknown][], rows: ReadonlyMap<string, readonly Buffer[]>): Buffer => {
  const parts: Buffer[] = [];
  let before = '{';
  for (const [name, value] of fields) {
    if (value === undefined) continue;
    const list = rows.get(name);
    parts.push(Buffer.from(`${before}${JSON.stringify(name)}:${list ? '[' : JSON.stringify(value)}`));
    before = list ? '],' : ',';
    list?.forEach((row, index) => void (index === 0 ? parts.push(row) : parts.push(COMMA, row)));
  }
  parts.push(Buffer.from(before.startsWith(']') ? ']}' : '}'));
  return Buffer.concat(parts);
};
