/**
 * Before and after a whole jest run: one PostgreSQL, thrown away afterwards, with one migrated database that test files clone
 * (0.03 s each). Its address travels to jest's workers in WAYMARK_TEST_POSTGRES.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';

let running;
let folder;

export const start = async () => {
  const { startPostgres } = await tsImport('../server/embedded.ts', import.meta.url);
  const { migrate } = await tsImport('../api/database/migrate.ts', import.meta.url);
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-test-'));
  // PostgreSQL runs as another user when root tests, and must get there.
  await chmod(folder, 0o755);
  running = await startPostgres({ folder: path.join(folder, 'postgres'), forTests: true });
  await migrate({ url: running.url });
  process.env.WAYMARK_TEST_POSTGRES = running.url;
};

export const stop = async () => {
  await running?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
};
