import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';

/** The form of a backup; a newer one is refused. */
export const FORMAT = 1;

const table = z.strictObject({ schema: z.string(), name: z.string(), columns: z.array(z.string()) });

/** What stands first in a backup: which Waymark took it when, and what follows. */
export const beginning = z.strictObject({
  format: z.literal(FORMAT),
  waymark: z.string(),
  postgres: z.string(),
  takenAt: z.string(),
  migrations: z.array(z.string()),
  queue: z.number(),
  tables: z.array(table),
});
export type Beginning = z.infer<typeof beginning>;

/** How many rows a table has, and one digest of all of them in the order of their key. */
export const tally = z.strictObject({ rows: z.number(), sha256: z.string() });
export type Tally = z.infer<typeof tally>;

/** What stands last: it is there only where everything before it is. */
export const ending = z.strictObject({
  tables: z.number(),
  rows: z.number(),
  counters: z.array(z.strictObject({ schema: z.string(), name: z.string(), last: z.string() })),
  audit: z.array(z.strictObject({ organisation: z.string(), sound: z.boolean(), words: z.string() })),
});
export type Ending = z.infer<typeof ending>;

export const BEGINS = '-- Waymark backup ';
export const COUNTS = '-- rows ';
export const ENDS = '-- end ';

/** The line after a table's last row, as `psql` knows it. No row can look like it: a backslash in a row is doubled. */
export const LAST_ROW = '\\.';

const NEWLINE = 10;

/** Counts rows and works out their digest as they pass. */
export const tallying = (): { add(chunk: Buffer): void; result(): Tally } => {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add: (chunk) => {
      hash.update(chunk);
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) rows += 1;
    },
    result: () => ({ rows, sha256: hash.digest('hex') }),
  };
};

/** A file that was cut or has been changed; encryption finds it first, nearly always. */
export const damaged = (): Refusal =>
  new Refusal('not-valid', 'The backup is damaged: it was cut off, or some of it has changed. Nothing was restored.');

/** Reads a backup's text piece by piece, never holding more of it than a line and what one read brought. */
export type ArchiveReader = {
  /** The next line, without its end. */
  line(): Promise<string>;
  /** A table's rows up to its last, in whole lines. */
  rows(): AsyncGenerator<Buffer>;
  /** Rejects where something follows. */
  end(): Promise<void>;
};

/** Longer than any line of the backup's own; rows may be longer. */
const LONGEST_LINE = 8_000_000;

/** Opens the text of a backup for reading. */
export const archiveReader = (source: AsyncIterable<Uint8Array>): ArchiveReader => {
  const pieces = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const more = async (): Promise<void> => {
    const { done, value } = await pieces.next();
    if (done) throw damaged();
    rest = rest.length === 0 ? Buffer.from(value) : Buffer.concat([rest, value]);
  };
  const terminator = Buffer.from(`${LAST_ROW}\n`);
  const within = Buffer.from(`\n${LAST_ROW}\n`);
  const take = (length: number): Buffer => {
    const taken = rest.subarray(0, length);
    rest = rest.subarray(length);
    return taken;
  };
  return {
    line: async () => {
      while (!rest.includes(NEWLINE)) {
        if (rest.length > LONGEST_LINE) throw damaged();
        await more();
      }
      return take(rest.indexOf(NEWLINE) + 1)
        .subarray(0, -1)
        .toString('utf8');
    },
    rows: async function* () {
      for (;;) {
        while (rest.length < terminator.length) await more();
        if (rest.subarray(0, terminator.length).equals(terminator)) {
          take(terminator.length);
          return;
        }
        const last = rest.indexOf(within);
        const whole = (last >= 0 ? last : rest.lastIndexOf(NEWLINE)) + 1;
        if (whole > 0) yield take(whole);
        else await more();
      }
    },
    end: async () => {
      const { done } = rest.length > 0 ? { done: false } : await pieces.next();
      if (!done) throw damaged();
    },
  };
};
