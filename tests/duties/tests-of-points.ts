import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { namedIn } from './acceptance-points.ts';

const folder = path.resolve(import.meta.dirname, '..');

/** The test files that are named for each point: `duty 3 A2` and where. The tests of this list itself do not count. */
export const testsOfPoints = (): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !name.startsWith('duties'))
    .sort())
    for (const name of namedIn(readFileSync(path.join(folder, file), 'utf8'))) found.set(name, [...(found.get(name) ?? []), file]);
  return found;
};
