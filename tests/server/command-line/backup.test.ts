import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anEmptyDatabase, type EmptyDatabase } from '#tests/builders/empty-database.ts';
import { type Clone, cloneOf } from '#tests/clone.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'waymark-cli-backup-'));
chmodSync(folder, 0o755);
const at = (name: string): string => path.join(folder, name);

let record: Clone;
let empty: EmptyDatabase;

beforeAll(async () => {
  record = await cloneOf(process.env.WAYMARK_TEST_POSTGRES ?? '');
  empty = await anEmptyDatabase();
  await record.sql("insert into waymark.organisation (organisation_id, name) values (gen_random_uuid(), 'Hollin Bank School')");
});
afterAll(async () => {
  await empty?.drop();
  await record?.drop();
  rmSync(folder, { recursive: true, force: true });
});

type Said = { readonly code: number; readonly lines: readonly string[] };

/** The command line as an administrator runs it, on the record at an address. */
const waymark = (database: string, ...args: string[]): Promise<Said> =>
  new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: '', WAYMARK_DATA: at('data'), DATABASE_URL: database };
    const child = execFile(process.execPath, [path.join(root, 'server', 'waymark.mjs'), ...args], { cwd: root, env }, (_fault, out) =>
      resolve({ code: child.exitCode ?? -1, lines: out.trimEnd().split('\n') }),
    );
  });

describe('waymark backup and restore', () => {
  it('makes a key that only its owner may read, and never writes over one', async () => {
    const made = await waymark('', 'backup-key', '--out', at('key'));
    expect(made).toMatchObject({
      code: 0,
      lines: [expect.stringContaining('Without this file no backup'), expect.stringContaining('age1')],
    });
    expect(statSync(at('key')).mode & 0o077).toBe(0);
    const before = readFileSync(at('key'), 'utf8');
    expect((await waymark('', 'backup-key', '--out', at('key'))).code).toBe(1);
    expect(readFileSync(at('key'), 'utf8')).toBe(before);
  });

  it('takes a backup, checks it, and puts it into another database', async () => {
    const taken = await waymark(record.url, 'backup', '--out', at('record.waymark'), '--key', at('key'));
    expect(taken).toMatchObject({
      code: 0,
      lines: [expect.stringMatching(/of 1 organisation\. It was read back and is whole\.$/), expect.anything()],
    });
    const checked = await waymark('', 'restore', at('record.waymark'), '--check', '--key', at('key'));
    expect(checked).toMatchObject({ code: 0, lines: [expect.stringMatching(/^The backup taken at .+ is whole: /), expect.anything()] });

    const restored = await waymark(empty.url, 'restore', at('record.waymark'), '--key', at('key'), '--json');
    expect(restored.code).toBe(0);
    expect(JSON.parse(restored.lines.at(-1) ?? '')).toMatchObject({ migrated: [], audit: [{ sound: true }] });
    expect(await empty.sql('select name from waymark.organisation')).toEqual([{ name: 'Hollin Bank School' }]);
  });

  it('says in one sentence what is wrong, and ends with 1; used wrongly it ends with 2', async () => {
    writeFileSync(at('short'), 'tiny\n');
    const [occupied, short, none] = [
      await waymark(record.url, 'restore', at('record.waymark'), '--key', at('key')),
      await waymark(record.url, 'backup', '--out', at('other.waymark'), '--passphrase', at('short')),
      await waymark(record.url, 'backup', '--out', at('other.waymark')),
    ];
    expect(occupied).toEqual({
      code: 1,
      lines: ['The database is not empty: it holds the record of an organisation. Restore into a new one.'],
    });
    expect(short).toEqual({ code: 1, lines: ['The passphrase is too short to keep a record safe: give at least 12 characters.'] });
    expect(none).toEqual({ code: 2, lines: ['Give --key FILE or --passphrase FILE. A new key: waymark backup-key --out FILE.'] });
  });

  it('has no record to take where Waymark was never started', async () => {
    expect(await waymark('', 'backup', '--out', at('other.waymark'), '--key', at('key'))).toEqual({
      code: 1,
      lines: ['There is no record here yet. Start Waymark once with npm start.'],
    });
  });
});
