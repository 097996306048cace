/**
 * Part of `npm run check`: asks npm whether a package of the service has a known weakness, and holds every licence to the list. Where npm
 * cannot be asked it says so and holds nothing against anybody.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { refusedOf } from './licences.mjs';
import { productionPackages } from './production.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const PATIENCE = 60_000;

/** What npm said, in a line for a person and whether it stands against a release: anything high or worse does. */
export const verdictOf = (said) => {
  let found;
  try {
    found = JSON.parse(said);
  } catch {
    return { holds: true, words: 'Known weaknesses: not asked: no network.' };
  }
  const counts = found.metadata?.vulnerabilities;
  if (!counts) {
    const why = found.statusCode ? `the registry answers ${found.statusCode}` : 'no network';
    return { holds: true, words: `Known weaknesses: not asked: ${why}.` };
  }
  const grave = (counts.high ?? 0) + (counts.critical ?? 0);
  const named = Object.values(found.vulnerabilities ?? {})
    .filter(({ severity }) => severity === 'high' || severity === 'critical')
    .map(({ name, severity }) => `${name} (${severity})`);
  if (grave > 0) return { holds: false, words: `Known weaknesses: ${named.join(', ')}. Run npm audit for what mends them.` };
  const lesser = (counts.moderate ?? 0) + (counts.low ?? 0);
  return { holds: true, words: lesser > 0 ? `Known weaknesses: none that is high; ${lesser} lesser.` : 'Known weaknesses: none.' };
};

const askNpm = () =>
  spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    cwd: root,
    encoding: 'utf8',
    timeout: PATIENCE,
    shell: process.platform === 'win32',
  }).stdout ?? '';

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const packages = productionPackages(root);
  const refused = refusedOf(packages);
  const verdict = verdictOf(askNpm());
  console.log(verdict.words);
  console.log(
    refused.length === 0
      ? `Licences: ${packages.length} packages, all allowed.`
      : `Licences not allowed: ${refused.map(({ name, version, licence }) => `${name}@${version} (${licence})`).join(', ')}.`,
  );
  process.exit(verdict.holds && refused.length === 0 ? 0 : 1);
}
