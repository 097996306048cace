import type { Hash } from 'node:crypto';
import { type Readable, Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import type { Rejection } from '#contract/roster.ts';
import type { Day } from '#domain/calendar/day.ts';
import { missingColumns, type RosterFile, readRow } from '#domain/roster/shape.ts';
import type { StagedFact } from '#domain/roster/staged.ts';

/** A file of a set, opened anew each time it is read, so that a large one never lies in memory whole. */
export type SetFile = { readonly name: string; readonly open: () => Readable };

/** Facts with where they stood; what was refused; what makes the whole file unusable. */
export type FileReader = {
  readonly fact: (fact: StagedFact, line: number) => Promise<void>;
  readonly reject: (rejection: Rejection) => void;
};

/** A file that cannot be used at all, and why. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';
}

const LONGEST_ROW = 1_000_000;
const BLANK = /^[\s,]*$/;

/** Lets UTF-8 through and refuses everything else by name; a byte-order mark is the CSV reader's to drop. */
class OnlyUtf8 extends Transform {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private first = true;
  private readonly file: string;
  private readonly digest: Hash;

  constructor(file: string, digest: Hash) {
    super();
    this.file = file;
    this.digest = digest;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    if (this.first && ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff))) {
      done(new UnusableFile(`${this.file} is UTF-16. Save it as "CSV UTF-8" and import it again.`));
      return;
    }
    this.first = false;
    this.digest.update(chunk);
    try {
      done(null, this.decoder.decode(chunk, { stream: true }));
    } catch {
      done(
        new UnusableFile(`${this.file} is not UTF-8: it holds letters in an older encoding. Save it as "CSV UTF-8" and import it again.`),
      );
    }
  }

  override _flush(done: TransformCallback): void {
    try {
      done(null, this.decoder.decode());
    } catch {
      done(new UnusableFile(`${this.file} ends in the middle of a letter. It may have been cut off on its way.`));
    }
  }
}

const headerOf = (file: RosterFile, record: readonly string[]): string[] => {
  const header = record.map((column) => column.trim());
  const missing = missingColumns(file, header);
  if (missing.length > 0)
    throw new UnusableFile(`${file.name} lacks the column ${missing.join(', ')}. Its columns are ${header.slice(0, 20).join(', ')}.`);
  const twice = header.find((column, index) => column !== '' && header.indexOf(column) !== index);
  if (twice) throw new UnusableFile(`${file.name} has the column ${twice} twice.`);
  return header;
};

const troubleOf = (file: string, error: unknown): Error => {
  if (error instanceof UnusableFile) return error;
  const code = (error as { code?: string }).code ?? '';
  const line = (error as { lines?: number }).lines;
  if (!code.startsWith('CSV_')) return error instanceof Error ? error : new Error(String(error));
  const where = line ? ` near line ${line}` : '';
  if (code === 'CSV_MAX_RECORD_SIZE') return new UnusableFile(`${file} has a row longer than a million characters${where}.`);
  return new UnusableFile(`${file} is no sound CSV${where}: a quotation mark is not closed, or stands where none may.`);
};

type Parsed = { readonly info: { readonly lines: number }; readonly record: readonly string[] };

/**
 * Reads one file as a stream and hands on its facts and rejections; its bytes go into the digest. Answers how many rows it had.
 * Throws `UnusableFile` with a sentence where the file as a whole cannot be used.
 */
export const readFile = async (source: SetFile, file: RosterFile, today: Day, digest: Hash, reader: FileReader): Promise<number> => {
  let header: string[] | undefined;
  let rows = 0;
  let line = 1;
  let counted = 0;
  const take = async ({ info, record }: Parsed): Promise<void> => {
    const at = line;
    // The parser counts a CRLF inside quotation marks as two lines; an editor shows one.
    counted += record.reduce((sum, field) => sum + (field.match(/\r\n/g)?.length ?? 0), 0);
    line = info.lines + 1 - counted;
    if (!header) {
      header = headerOf(file, record);
      return;
    }
    if (BLANK.test(record.join(','))) return;
    rows += 1;
    if (record.length !== header.length) {
      const reason = `has ${record.length} fields where the header has ${header.length}`;
      reader.reject({ file: file.name, line: at, column: null, value: null, reason });
      return;
    }
    const read = readRow(file, Object.fromEntries(header.map((column, index) => [column, record[index] ?? ''])), today);
    if ('faults' in read) for (const fault of read.faults) reader.reject({ file: file.name, line: at, ...fault });
    else for (const fact of read.facts) await reader.fact(fact, at);
  };
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: LONGEST_ROW });
  try {
    await pipeline(source.open(), new OnlyUtf8(source.name, digest), parser, async (records: AsyncIterable<Parsed>) => {
      for await (const record of records) await take(record);
    });
  } catch (error) {
    throw troubleOf(file.name, error);
  }
  if (!header) throw new UnusableFile(`${file.name} is empty: not even a header stands in it.`);
  return rows;
};
