/**
 * `npm run sbom`: the list of everything that is built into Waymark, in CycloneDX, with what each built file was made from. It is written to
 * dist/sbom.cdx.json and made anew for each release; it is not kept in the repository, where it would be old the next day.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A built file as a component: its digest, and the packages and the number of our own sources that went into it. */
const fileComponent = (part, { file, sha256, packages, sources }) => ({
  type: 'file',
  'bom-ref': `dist/${part}/${file}`,
  name: `dist/${part}/${file}`,
  hashes: [{ alg: 'SHA-256', content: sha256 }],
  properties: [{ name: 'waymark:sources', value: String(sources) }, ...packages.map((one) => ({ name: 'waymark:package', value: one }))],
});

/** Npm's own list with the built files added; the project under its own name, whatever its folder is called. */
export const withBuiltFiles = (bom, built) => ({
  ...bom,
  metadata: { ...bom.metadata, component: { ...bom.metadata?.component, type: 'application', name: 'waymark' } },
  components: [...(bom.components ?? []), ...built.flatMap(({ part, files }) => files.map((one) => fileComponent(part, one)))],
});

/** What the build wrote down of each part. */
export const builtParts = (folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => ({ part: path.basename(name, '.json'), files: JSON.parse(readFileSync(path.join(folder, name), 'utf8')) }))
    : [];

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--omit', 'dev'];
  const { stdout, status } = spawnSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 1e8, shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error('npm could not list the packages. Run npm install, then try again.');
    process.exit(1);
  }
  const bom = withBuiltFiles(JSON.parse(stdout), builtParts(path.join(root, 'dist', '.provenance')));
  const file = path.join(root, 'dist', 'sbom.cdx.json');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
  console.log(`${path.relative(root, file)}: ${bom.components.length} components.`);
}
