import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '#api/database/migrate.ts';
import type { Measured } from './bench.ts';
import { aBigCaseload, type BigCaseload, PUPILS } from './big-caseload.ts';
import { addNation, NATION } from './nation.ts';
import { bare, checked, open } from './openings.ts';
import { quantile, round, timesOf } from './taken.ts';

const WARM = 30;
const ROUNDS = 100;

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return round((performance.now() - from) / 1000);
};

/** What a version brings to a table of this size as a rule: a column with a default, and an index on it. */
const AN_EXPANSION = `alter table waymark.pupil add column bench_mark text not null default 'usual';
create index pupil_bench_mark on waymark.pupil (organisation_id, bench_mark) where bench_mark <> 'usual';`;

/** The time in which a restart finds nothing to migrate, and in which an upgrade is through. */
const restarts = async ({ clone }: BigCaseload): Promise<{ again: number; upgrade: number }> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-bench-migrations-'));
  try {
    cpSync('api/database/migrations', folder, { recursive: true });
    const again = await seconds(() => migrate({ url: clone.url }, folder));
    writeFileSync(path.join(folder, '9999-expansion.sql'), AN_EXPANSION);
    return { again, upgrade: await seconds(() => migrate({ url: clone.url }, folder)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const storage = async ({ clone }: BigCaseload): Promise<number> => {
  const [{ bytes } = { bytes: 0 }] = await clone.sql<{ bytes: number }>('select pg_database_size(current_database())::float8 as bytes');
  return bytes;
};

/** The same school with a nation's records around it, beside itself alone: opening, restart, upgrade and storage. */
export const benchNation = async (): Promise<Measured[]> => {
  const [alone, among] = [await aBigCaseload(), await aBigCaseload()];
  await checked(among);
  await addNation(among.clone, among.ruth.scope.organisation);
  for (const one of [alone, among]) await checked(one);
  const [small = [], large = []] = await timesOf(WARM, ROUNDS, [() => open(alone), () => open(among)]);
  const [bareSmall = [], bareLarge = []] = await timesOf(WARM, ROUNDS, [() => bare(alone), () => bare(among)]);
  const bytes = await storage(among);
  const { again, upgrade } = await restarts(among);
  await alone.close();
  await among.close();
  const { pupils, schools, organisations, ours } = NATION;
  const against = (one: readonly number[], other: readonly number[], part: number): number =>
    round(quantile(one, part) / quantile(other, part));
  return [
    {
      name: `a caseload of ${PUPILS} among ${pupils} pupils, ${schools} schools, ${organisations} organisations, ${ours} in ours: median`,
      value: round(quantile(large, 0.5)),
      unit: 'ms',
      ratio: against(large, small, 0.5),
      bar: '≤ 1.3 × one school alone',
    },
    { name: 'the same, p95', value: round(quantile(large, 0.95)), unit: 'ms', ratio: against(large, small, 0.95) },
    { name: 'the same school alone: median', value: round(quantile(small, 0.5)), unit: 'ms' },
    {
      name: 'the bare statement among them',
      value: round(quantile(bareLarge, 0.5)),
      unit: 'ms',
      ratio: against(bareLarge, bareSmall, 0.5),
    },
    { name: 'a restart’s look at the schema, at that size', value: again, unit: 's' },
    { name: 'an upgrade with a column and an index on every pupil', value: upgrade, unit: 's' },
    { name: 'storage for each pupil, one in seven with a case', value: round(bytes / (pupils + PUPILS) / 1024), unit: 'KiB' },
  ];
};
