import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BackupKey, keyFrom, newKey } from '#api/backup/keys.ts';
import { restoreBackup } from '#api/backup/restore-backup.ts';
import { takeBackup } from '#api/backup/take-backup.ts';
import { migrate } from '#api/database/migrate.ts';
import { anEmptyDatabase, type EmptyDatabase } from '#tests/builders/empty-database.ts';
import { contentsOf, rulesOf } from './a-record.ts';

/** The migrations of the earlier version: enough of the later ones change tables that hold rows by then. */
const SINCE = '0140';
const EARLIER = '0.0.9';
const NOW = '0.1.0';
const now = '2026-11-24T09:00:00.000Z';

const folder = mkdtempSync(path.join(tmpdir(), 'waymark-versions-'));
const earlier = path.join(folder, 'earlier');
const file = path.join(folder, 'earlier.waymark');
const made: EmptyDatabase[] = [];
let record: EmptyDatabase;
let key: BackupKey;

const anEmpty = async (): Promise<EmptyDatabase> => {
  const empty = await anEmptyDatabase();
  made.push(empty);
  return empty;
};

const ORGANISATION = '0d5c2f4e-6a53-4b7d-9c1e-2f0a8f3b1c77';

/** What the earlier version had written by the day of the upgrade. */
const CASEWORK = `
  insert into waymark.organisation (organisation_id, name) values ('${ORGANISATION}', 'Hollin Bank School');
  insert into waymark.school (organisation_id, id, name) values ('${ORGANISATION}', gen_random_uuid(), 'Hollin Bank School');
  insert into waymark.pupil (organisation_id, id, school_id, case_ref, given_name, surname, stage)
    select '${ORGANISATION}', gen_random_uuid(), id, 'WM-' || n, 'Given ' || n, E'Sur\\\\name\\t' || n, 'support' from waymark.school, generate_series(1, 50) n;
  insert into waymark.log_entry (organisation_id, id, pupil_id, kind, on_day, words)
    select organisation_id, gen_random_uuid(), id, 'call', '2026-11-01', 'Called home' from waymark.pupil;
  insert into waymark.goal (organisation_id, id, pupil_id, rank, words, target) select organisation_id, gen_random_uuid(), id, 1, 'Reads 60 words', 60.50 from waymark.pupil;
  insert into waymark.profile_line (organisation_id, id, pupil_id, kind, rank, words) select organisation_id, gen_random_uuid(), id, 'strength', 1, 'Kind' from waymark.pupil`;

beforeAll(async () => {
  cpSync('api/database/migrations', earlier, { recursive: true, filter: (from) => !from.endsWith('.sql') || path.basename(from) < SINCE });
  record = await anEmpty();
  await migrate({ url: record.url }, earlier, EARLIER);
  await record.sql(CASEWORK);
  key = keyFrom((await newKey()).secret);
  await takeBackup({ url: record.url }, file, key, { waymark: EARLIER, takenAt: '2026-11-23T09:00:00.000Z' });
});
afterAll(async () => {
  for (const empty of made) await empty.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('an upgrade and the way back', () => {
  it('a backup of the version before, restored and brought up, is what the upgrade itself makes of the record', async () => {
    const elsewhere = await anEmpty();
    await restoreBackup({ url: elsewhere.url }, file, key, { waymark: NOW, now });
    const ran = await migrate({ url: elsewhere.url }, undefined, NOW);
    expect(ran.length).toBeGreaterThan(10);
    expect(await migrate({ url: record.url }, undefined, NOW)).toEqual(ran);
    expect(await contentsOf(elsewhere.sql)).toEqual(await contentsOf(record.sql));
    expect(await rulesOf(elsewhere.sql)).toEqual(await rulesOf(record.sql));
    expect(await elsewhere.sql("select words from waymark.log_entry where words = 'Called home'")).toHaveLength(50);
  });

  it('the version before still starts on the upgraded record, and changes nothing of it', async () => {
    expect(await migrate({ url: record.url }, earlier, EARLIER)).toEqual([]);
  });

  it('it refuses once a later version has taken away what it reads, and says what to do', async () => {
    const later = path.join(folder, 'later');
    cpSync('api/database/migrations', later, { recursive: true });
    writeFileSync(
      path.join(later, '9000-contract.sql'),
      '-- contracts: not read since 0.1.0\nalter table waymark.goal drop column area;\n',
    );
    expect(await migrate({ url: record.url }, later, '0.2.0')).toEqual(['9000-contract']);
    await expect(migrate({ url: record.url }, earlier, EARLIER)).rejects.toThrow(
      `A newer Waymark has brought this record to where ${EARLIER} can no longer read it. Start version 0.1.0 or newer, or restore the backup that was taken before the upgrade.`,
    );
    expect(await migrate({ url: record.url }, undefined, NOW)).toEqual([]);
  });

  it('the version before takes its own backup back into a new database, as it was', async () => {
    const back = await anEmpty();
    await restoreBackup({ url: back.url }, file, key, { waymark: EARLIER, now, migrations: earlier });
    expect(await migrate({ url: back.url }, earlier, EARLIER)).toEqual([]);
    expect(await back.sql("select words from waymark.log_entry where words = 'Called home'")).toHaveLength(50);
  });

  it('it refuses a backup of the later version, and leaves the database empty', async () => {
    const newer = path.join(folder, 'newer.waymark');
    await takeBackup({ url: record.url }, newer, key, { waymark: '0.2.0', takenAt: now });
    const empty = await anEmpty();
    await expect(restoreBackup({ url: empty.url }, newer, key, { waymark: EARLIER, now, migrations: earlier })).rejects.toThrow(
      'This backup was taken by a newer Waymark (0.2.0, this one is 0.0.9). Restore it with that version or a newer one.',
    );
    expect(await empty.sql("select 1 from pg_namespace where nspname in ('waymark', 'waymark_house')")).toEqual([]);
  });
});
