/**
 * The tenant's memory: one JSON line per change, on disk before anyone is told that it happened. Lines are written at a known offset, so
 * a line cut short by a full disk or a kill is overwritten or cut away, and every acknowledged line before it stays.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { fsyncFolder, writeDurably } from './durable-file.ts';

/** `[table, key, value]`; a null value removes the key. */
export type Change = readonly [table: string, key: string, value: unknown];
export type Journal = {
  /** What was kept by earlier starts, in order. */
  readonly recovered: Iterable<Change>;
  append(changes: readonly Change[]): void;
  /** Resolves once everything appended so far is on disk; rejects, keeping the lines for the next try, when the disk refuses. */
  settled(): Promise<void>;
  /** Replaces the journal by one snapshot of everything. */
  compact(everything: Iterable<Change>): Promise<void>;
  close(): Promise<void>;
  /** How many changes it holds. */
  readonly length: () => number;
};

type Snapshot = { readonly generation: number; readonly changes: readonly Change[] };

export const openJournal = async (folder: string): Promise<Journal> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const snapshotFile = path.join(folder, 'snapshot.json');
  const snapshot: Snapshot = existsSync(snapshotFile) ? JSON.parse(readFileSync(snapshotFile, 'utf8')) : { generation: 0, changes: [] };
  const fileOf = (generation: number) => path.join(folder, `journal-${generation}.jsonl`);

  let generation = snapshot.generation;
  const { lines, goodBytes } = readLines(fileOf(generation));
  let file: FileHandle = await openAt(fileOf(generation), goodBytes);
  fsyncFolder(folder);
  let offset = goodBytes;
  let waiting: string[] = [];
  let count = lines.reduce((sum, line) => sum + line.length, 0);
  let writing: Promise<void> = Promise.resolve();

  const flush = async () => {
    if (waiting.length === 0) return;
    const taken = waiting;
    waiting = [];
    // One line for everything that waits: what one request changed together is kept together, or not at all.
    const bytes = Buffer.from(`[${taken.join(',')}]\n`);
    try {
      await writeAll(file, bytes, offset);
      await file.datasync();
      offset += bytes.length;
    } catch (fault) {
      waiting = [...taken, ...waiting];
      throw fault;
    }
  };

  const settled = () => {
    writing = writing.catch(() => undefined).then(flush);
    return writing;
  };

  return {
    recovered: recoveredFrom(snapshot.changes, lines),
    append(changes) {
      waiting.push(...changes.map((change) => JSON.stringify(change)));
      count += changes.length;
    },
    settled,
    async compact(everything) {
      await settled();
      const next = generation + 1;
      const nextFile = await openAt(fileOf(next), 0);
      await writeDurably(snapshotFile, JSON.stringify({ generation: next, changes: [...everything] } satisfies Snapshot));
      await file.close();
      rmSync(fileOf(generation), { force: true });
      file = nextFile;
      generation = next;
      offset = 0;
      count = 0;
    },
    async close() {
      await settled();
      await file.close();
    },
    length: () => count,
  };
};

const openAt = async (name: string, goodBytes: number) => {
  const file = await open(name, existsSync(name) ? 'r+' : 'w+', 0o600);
  await file.truncate(goodBytes);
  return file;
};

const writeAll = async (file: FileHandle, bytes: Buffer, at: number) => {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
};

/** Whole lines only: what follows the last line break was never acknowledged. */
const readLines = (name: string) => {
  if (!existsSync(name)) return { lines: [] as Change[][], goodBytes: 0 };
  const bytes = readFileSync(name);
  const lines: Change[][] = [];
  let start = 0;
  for (let end = bytes.indexOf(10, start); end >= 0; end = bytes.indexOf(10, start)) {
    const line = parsed(bytes.toString('utf8', start, end));
    if (!line) break;
    lines.push(line);
    start = end + 1;
  }
  return { lines, goodBytes: start };
};

const parsed = (line: string): Change[] | undefined => {
  try {
    return JSON.parse(line) as Change[];
  } catch {
    return undefined;
  }
};

function* recoveredFrom(snapshot: readonly Change[], lines: readonly (readonly Change[])[]): Iterable<Change> {
  yield* snapshot;
  for (const line of lines) yield* line;
}
