import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { migrate } from '#api/database/migrate.ts';
import { startPostgres } from '#server/embedded.ts';

/** One line of a benchmark: what was measured, and where there is one, the bar it is held to and the ratio to what it is compared with. */
export type Measured = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly bar?: string;
  readonly ratio?: number;
};

type Benchmarks = Record<string, unknown>;

const here = path.dirname(fileURLToPath(import.meta.url));
const results = path.resolve(here, '..', '..', '.data', 'bench');

/** A PostgreSQL as a school would have it, waiting for its disk; files find it as tests do. */
const withPostgres = async (work: () => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-bench-'));
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({ folder: path.join(folder, 'postgres') });
  try {
    await migrate({ url: postgres.url });
    process.env.WAYMARK_TEST_POSTGRES = postgres.url;
    await work();
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const cells = ({ name, value, unit, ratio, bar }: Measured): string[] => [
  name,
  `${value} ${unit}`,
  ratio === undefined ? '' : `${ratio} ×`,
  bar ?? '',
];

const table = (rows: readonly Measured[]): string => {
  const lines = [['work', 'measured', 'ratio', 'bar'], ...rows.map(cells)];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const wanted = process.argv.slice(2).filter((one) => !one.startsWith('-'));
const files = readdirSync(here).filter(
  (file) => file.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((one) => file.includes(path.basename(one)))),
);

await withPostgres(async () => {
  const all: Measured[] = [];
  for (const file of files) {
    const found = (await import(pathToFileURL(path.join(here, file)).href)) as Benchmarks;
    for (const [name, bench] of Object.entries(found)) {
      if (typeof bench !== 'function' || !name.startsWith('bench')) continue;
      const rows = (await bench()) as readonly Measured[];
      console.log(`\n${file.replace('.bench.ts', '')}\n${table(rows)}`);
      all.push(...rows);
    }
  }
  mkdirSync(results, { recursive: true });
  const at = new Date().toISOString();
  const machine = { processors: cpus().length, model: cpus()[0]?.model ?? 'not known', node: process.version };
  writeFileSync(path.join(results, `${at.slice(0, 10)}.json`), JSON.stringify({ at, machine, rows: all }, null, 2));
  console.log(`\n${machine.processors} × ${machine.model}, Node ${machine.node}`);
});
