import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { checkBackup } from '#api/backup/check-backup.ts';
import { type BackupKey, keyFrom, newKey, passphraseFrom } from '#api/backup/keys.ts';
import { type Restoring, restoreBackup } from '#api/backup/restore-backup.ts';
import { type Backup, takeBackup } from '#api/backup/take-backup.ts';
import { anEmptyDatabase, type EmptyDatabase } from '#tests/builders/empty-database.ts';
import type { Clone } from '#tests/clone.ts';
import { aRecord, contentsOf, rulesOf } from './a-record.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'waymark-backup-'));
const file = path.join(folder, 'record.waymark');
const taking = { waymark: '0.1.0', takenAt: '2026-11-23T09:00:00.000Z' };
const restoring: Restoring = { waymark: '0.1.0', now: '2026-11-24T09:00:00.000Z' };

let record: Clone;
let key: BackupKey;
let backup: Backup;
const made: EmptyDatabase[] = [];

const anEmpty = async (where?: string): Promise<EmptyDatabase> => {
  const empty = await anEmptyDatabase(where);
  made.push(empty);
  return empty;
};

beforeAll(async () => {
  record = await aRecord();
  key = keyFrom((await newKey()).secret);
  backup = await takeBackup({ url: record.url }, file, key, taking);
});
afterAll(async () => {
  for (const empty of made) await empty.drop();
  await record?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const untouched = async ({ sql }: EmptyDatabase): Promise<boolean> =>
  (await sql("select 1 from pg_namespace where nspname in ('waymark', 'waymark_house')")).length === 0;

/** The sentence with which a restore into an empty database ends, which must have left nothing there. */
const refused = async (from: string, withKey: BackupKey = key, how: Restoring = restoring): Promise<string> => {
  const empty = await anEmpty();
  const fault = await restoreBackup({ url: empty.url }, from, withKey, how).catch((one) => one);
  expect(fault).toMatchObject({ name: 'Refusal' });
  expect(await untouched(empty)).toBe(true);
  return (fault as Error).message;
};

const spoilt = (name: string, spoil: (bytes: Buffer) => Buffer): string => {
  const to = path.join(folder, name);
  writeFileSync(to, spoil(readFileSync(file)));
  return to;
};

describe('a backup', () => {
  it('shows nothing of the record in its bytes, and only its owner may read the file', () => {
    const bytes = readFileSync(file);
    for (const word of ['Callum', 'waymark.pupil', 'COPY']) expect(bytes.includes(word)).toBe(false);
    expect(spawnSync('stat', ['-c', '%a', file]).stdout.toString().trim()).toBe('600');
    expect(backup.end.rows).toBeGreaterThan(5_000);
  });

  it('is in the audit trail of every organisation whose record it read', async () => {
    const noted = await record.sql(
      "select deed, door, details->>'takenAt' as \"takenAt\" from waymark.audit_entry where deed = 'take-backup'",
    );
    expect(noted).toEqual([{ deed: 'take-backup', door: 'command-line', takenAt: taking.takenAt }]);
  });

  it('is never written over another file', async () => {
    const before = readFileSync(file);
    await expect(takeBackup({ url: record.url }, file, key, taking)).rejects.toThrow(
      `There is a file ${file} already. Give the backup another name.`,
    );
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('holds one moment, whatever is written meanwhile', async () => {
    const busy = path.join(folder, 'busy.waymark');
    let [going, pairs] = [true, 0];
    const writing = (async () => {
      for (; going; pairs += 1) {
        await record.sql(`with one as (insert into waymark.log_entry (organisation_id, id, pupil_id, kind, on_day, words)
            select organisation_id, gen_random_uuid(), id, 'call', '2026-11-23', 'twin' from waymark.pupil limit 1 returning *)
          insert into waymark.goal (organisation_id, id, pupil_id, rank, words) select organisation_id, gen_random_uuid(), pupil_id, 9, 'twin' from one`);
      }
    })();
    await takeBackup({ url: record.url }, busy, key, taking);
    going = false;
    await writing;
    expect(pairs).toBeGreaterThan(5);
    const empty = await anEmpty();
    await restoreBackup({ url: empty.url }, busy, key, restoring);
    const [found] = await empty.sql<{
      entries: number;
      goals: number;
    }>(`select (select count(*)::int from waymark.log_entry where words = 'twin') as entries,
      (select count(*)::int from waymark.goal where words = 'twin') as goals`);
    expect(found?.entries).toBe(found?.goals);
    await record.sql("delete from waymark.log_entry where words = 'twin'");
    await record.sql("delete from waymark.goal where words = 'twin'");
  });
});

describe('a backup restored into an empty database', () => {
  let empty: EmptyDatabase;
  let before: Record<string, string>;
  beforeAll(async () => {
    empty = await anEmpty();
    const fresh = path.join(folder, 'fresh.waymark');
    before = await contentsOf(record.sql);
    await takeBackup({ url: record.url }, fresh, key, taking);
    await restoreBackup({ url: empty.url }, fresh, key, restoring);
  });

  it('has every table of record and queue row for row', async () => {
    expect(Object.keys(before).length).toBeGreaterThan(80);
    expect(await contentsOf(empty.sql)).toEqual(before);
  });

  it('has every key, rule, trigger, wall and grant in force', async () => {
    expect(await rulesOf(empty.sql)).toEqual(await rulesOf(record.sql));
  });

  it('has an audit trail that holds and goes on, with the restore as its last line', async () => {
    const [said] = backup.end.audit;
    expect(said).toMatchObject({ sound: true, words: expect.stringContaining('The audit trail holds: 1,200 rows sealed') });
    const last = await empty.sql('select deed, at from waymark.audit_entry order by at desc limit 1');
    expect(last).toMatchObject([{ deed: 'restore-backup' }]);
  });

  it('lets go of jobs that were being worked on, and numbers new ones after the old', async () => {
    expect(await empty.sql('select 1 from graphile_worker._private_jobs where locked_at is not null')).toEqual([]);
    await empty.sql("select graphile_worker.add_job('seal-audit', '{}')");
    const [{ n } = { n: 0 }] = await empty.sql<{ n: number }>('select count(*)::int as n from graphile_worker._private_jobs');
    expect(n).toBe(3);
  });

  it('has no sign-in token: people sign in again', async () => {
    expect(await empty.sql('select 1 from waymark.token_cache')).toEqual([]);
  });

  it('works as before: a change of a pupil makes what is kept of the case out of date', async () => {
    const [kept] = await empty.sql<{ pupil: string; edition: string }>('select pupil_id as pupil, edition from waymark.case_facts limit 1');
    await empty.sql("update waymark.pupil set known_as = 'Cal' where id = $1", [kept?.pupil]);
    const [now] = await empty.sql<{ edition: string }>('select edition from waymark.case_facts where pupil_id = $1', [kept?.pupil]);
    expect(now?.edition).not.toBe(kept?.edition);
  });
});

describe('a backup that does not restore says why in one sentence and leaves nothing behind', () => {
  it('with another key, another passphrase, or the half that only closes', async () => {
    const pair = await newKey();
    expect(await refused(file, keyFrom(pair.secret))).toBe(
      'This key does not open the backup: it was closed with another. Nothing was restored.',
    );
    expect(await refused(file, keyFrom(pair.recipient))).toBe(
      'This is the public half of a key, which closes backups; the secret half opens them.',
    );
    const closed = path.join(folder, 'passphrase.waymark');
    await takeBackup({ url: record.url }, closed, passphraseFrom('correct horse battery\n', 10), taking);
    expect(await refused(closed, passphraseFrom('wrong horse battery'))).toBe(
      'This passphrase does not open the backup: it was closed with another. Nothing was restored.',
    );
    expect((await checkBackup(closed, passphraseFrom('correct horse battery'), '0.1.0')).head.takenAt).toBe(taking.takenAt);
  });

  const DAMAGED = 'The backup is damaged: it was cut off, or some of it has changed. Nothing was restored.';
  const cutAfter = (part: number): string => spoilt('cut', (bytes) => bytes.subarray(0, Math.floor(bytes.length * part)));
  const flippedAt = (part: number): string =>
    spoilt('flipped', (bytes) => {
      const at = Math.max(170, Math.floor(bytes.length * part));
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    });

  it('cut off in its header, or when nearly all rows are in', async () => {
    expect(await refused(cutAfter(0.0005))).toBe(DAMAGED);
    expect(await refused(cutAfter(0.97))).toBe(DAMAGED);
  });

  it('with a byte flipped in its header, or near its end', async () => {
    expect(await refused(flippedAt(0))).toBe(DAMAGED);
    expect(await refused(flippedAt(0.999))).toBe(DAMAGED);
  });

  it('spoilt anywhere else, which a check finds without a database', async () => {
    for (const part of [0.1, 0.4, 0.7]) {
      await expect(checkBackup(cutAfter(part), key, '0.1.0')).rejects.toThrow(DAMAGED);
      await expect(checkBackup(flippedAt(part), key, '0.1.0')).rejects.toThrow(DAMAGED);
    }
  });

  it('cut off between two pieces that are each whole', async () => {
    // Pieces are 64 KiB and a tag of 16 bytes; the header ends with the line that begins with three dashes, and a nonce follows.
    const cut = (bytes: Buffer): Buffer => {
      const header = bytes.indexOf(10, bytes.indexOf('\n--- ') + 1) + 1 + 16;
      expect(bytes.length).toBeGreaterThan(header + 65_552);
      return bytes.subarray(0, header + 65_552);
    };
    expect(await refused(spoilt('cut', cut))).toBe(DAMAGED);
  });

  it('that is something else, or nothing, or not there', async () => {
    expect(await refused(spoilt('other', () => Buffer.from('PK something else')))).toBe('This file is no backup of Waymark.');
    expect(await refused(spoilt('nothing', () => Buffer.alloc(0)))).toBe('This file is no backup of Waymark.');
    expect(await refused(path.join(folder, 'nowhere'))).toBe(`There is no file ${path.join(folder, 'nowhere')}.`);
  });

  it('into a database that holds a record already, which stays as it is', async () => {
    const before = await contentsOf(record.sql);
    await expect(restoreBackup({ url: record.url }, file, key, restoring)).rejects.toThrow(
      'The database is not empty: it holds the record of an organisation. Restore into a new one.',
    );
    expect(await contentsOf(record.sql)).toEqual(before);
  });
});

describe('a full disk', () => {
  /** A disk of this size; undefined where this user may not mount one. */
  const aDisk = (name: string, size: string): string | undefined => {
    const at = path.join(folder, name);
    mkdirSync(at);
    return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', at]).status === 0 ? at : undefined;
  };

  it('under the backup leaves nothing of it (needs the right to mount; else there is nothing to see)', async () => {
    const small = aDisk('small', '64k');
    if (!small) return;
    try {
      const to = path.join(small, 'record.waymark');
      await expect(takeBackup({ url: record.url }, to, key, taking)).rejects.toThrow(
        'The disk is full: no backup was written, and nothing of it is left.',
      );
      expect(readdirSync(small)).toEqual([]);
    } finally {
      spawnSync('umount', [small]);
    }
  });

  it('under the database leaves nothing of the record', async () => {
    const empty = await anEmpty();
    const superuser = new pg.Client({ connectionString: Object.assign(new URL(empty.url), { username: 'postgres' }).href });
    await superuser.connect();
    // What PostgreSQL says when it cannot make a file longer, said at the first change of a table after rows have come in.
    await superuser.query(`create function public.full_disk() returns event_trigger language plpgsql as $$
      declare filled boolean := false;
      begin
        if to_regclass('waymark.pupil') is not null then execute 'select exists (select from waymark.pupil)' into filled; end if;
        if filled then raise exception 'could not extend file: No space left on device' using errcode = '53100'; end if;
      end $$`);
    await superuser.query(
      "create event trigger full_disk on ddl_command_end when tag in ('ALTER TABLE') execute function public.full_disk()",
    );
    await superuser.end();
    await expect(restoreBackup({ url: empty.url }, file, key, restoring)).rejects.toThrow(
      'The disk of the database is full. Nothing was restored.',
    );
    expect(await untouched(empty)).toBe(true);
  });
});
