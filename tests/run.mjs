/**
 * `npm test` and its kin: installs what is missing, builds what is stale, then holds everything to account. Plain Node, because it runs
 * before anything is installed. Arguments without a dash are passed to jest and run only what they name.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMissing } from '../server/installed.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const data = path.join(root, '.data');
const report = path.join(data, 'jest.json');

const MODES = ['check', 'journey', 'gallery', 'duties', 'bench', 'long'];
const asked = process.argv.slice(2);
const mode = MODES.find((name) => asked.includes(`--${name}`)) ?? 'all';
const further = asked.filter((one) => !MODES.includes(one.replace(/^--/, '')));
const named = further.filter((one) => !one.startsWith('-'));

const say = (words) => console.log(words);

/** `shown` is where what a child with a pipe says is written as it comes; without it nothing is, and `said` holds it all. */
const run = (program, args, { shown = process.stdout, ...options } = {}) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit', ...options });
    let said = '';
    child.stdout?.on('data', (text) => {
      said += text;
      shown?.write(text);
    });
    child.once('close', (code) => resolve({ ok: code === 0, said }));
  });

const bin = (name, file) => path.join(root, 'node_modules', name, file);
const script = (file, args = [], options = {}) => run(bin('tsx', 'dist/cli.mjs'), [path.join(root, file), ...args], options);

const SHELL = '/usr/bin/chromium-headless-shell';

/**
 * Debian's Chromium without windows, where this is Debian and we are root: half the processor's work of the one with windows, which most
 * of the tests' time goes into. Tried once a clone; without it any other Chromium does.
 */
const debianShell = () => {
  const tried = path.join(data, 'tried-headless-shell');
  if (process.env.CHROMIUM || existsSync(SHELL) || existsSync(tried)) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  say('Installing Chromium (Debian package)');
  const install = 'DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends fonts-liberation';
  const work = `apt-get update -qq; ${install} chromium-headless-shell || ${install} chromium`;
  spawnSync('sh', ['-c', work], { stdio: 'ignore', timeout: 240_000 });
  mkdirSync(data, { recursive: true });
  writeFileSync(tried, '');
};

/** A Chromium for the tests of screens: Debian's package, else the system's, else Playwright's own; else one sentence. */
const haveChromium = async () => {
  const { tsImport } = await import('tsx/esm/api');
  const { chromiumPath } = await tsImport('./chromium.ts', import.meta.url);
  const chromiumAt = () => {
    try {
      return chromiumPath();
    } catch {
      return undefined;
    }
  };
  debianShell();
  if (chromiumAt()) return true;
  say('Installing Chromium (Playwright)');
  await run(bin('playwright-core', 'cli.js'), ['install', 'chromium-headless-shell'], { stdio: 'ignore' });
  await run(bin('playwright-core', 'cli.js'), ['install', 'chromium'], { stdio: 'ignore' });
  if (chromiumAt()) return true;
  say('No Chromium was found and none could be installed. Install it (on Debian: apt-get install chromium), or set CHROMIUM to its path.');
  return false;
};

/** One authority for all local tenants of the tests, trusted by every process that is started below. */
const trustTestAuthority = async () => {
  const folder = path.join(data, 'test-certificates');
  mkdirSync(folder, { recursive: true });
  await script('tests/make-certificates.ts', [folder]);
  process.env.WAYMARK_TEST_CERTIFICATES = folder;
  process.env.NODE_EXTRA_CA_CERTS = path.join(folder, 'ca.pem');
};

const build = async () => {
  const { buildStale } = await import('../server/build.mjs');
  await buildStale(undefined, (name) => say(`Building ${name}`));
};

const lint = () => run(bin('@biomejs/biome', 'bin/biome'), ['check', '.']);
// One checker: several do half of their work twice, which on two processors takes longer than it saves.
const types = () => run(bin('typescript', 'bin/tsc'), ['--noEmit', '--checkers', '1']);

const NO_TESTS = { passed: 0, failed: 0, skipped: 0 };

/** Runs jest; answers what it reported, or null where it did not come so far. */
const jestOnce = async (args) => {
  // What an earlier run counted must not be taken for this one's.
  rmSync(report, { force: true });
  const { ok } = await run(
    bin('jest', 'bin/jest.js'),
    ['-c', 'tests/jest.config.mjs', '--forceExit', '--json', `--outputFile=${report}`, ...args],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return existsSync(report) ? { ok, ...JSON.parse(readFileSync(report, 'utf8')) } : null;
};

/** Folders whose tests drive a browser or whole processes: on a machine that does other work, a window or a start can be late through no fault. */
const DRIVEN = /^tests\/(?:tab|rooms|server|journeys|word-addin|bot)\//;
const AT_MOST = 6;

/** The files that failed, if they may be tried once more: few, and all of the kind that a busy machine can make late. */
const worthASecondTry = ({ testResults }) => {
  const failed = testResults.filter(({ status }) => status === 'failed').map(({ name }) => path.relative(root, name).replaceAll('\\', '/'));
  return failed.length <= AT_MOST && failed.every((file) => DRIVEN.test(file)) ? failed : [];
};

const countOf = ({ ok, numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests }) => {
  // A file that could not even be loaded has no tests that could fail.
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: ok ? failed : Math.max(failed, 1), skipped: numPendingTests + numTodoTests };
};

/**
 * All tests; a driven file that fails is tried once more from its beginning, alone, and named if it holds then. What fails twice has failed.
 */
const jest = async (args) => {
  const found = await jestOnce(args);
  if (!found) return { ...NO_TESTS, failed: 1 };
  const again = worthASecondTry(found);
  const first = countOf(found);
  if (again.length === 0) return first;
  say(`Trying once more, alone: ${again.join(', ')}`);
  const second = await jestOnce(['--runInBand', '--runTestsByPath', ...again]);
  if (!second?.ok) return first;
  for (const file of again) say(`Held at the second try only: ${file}`);
  return { ...first, passed: first.passed + first.failed, failed: 0 };
};

/** A script of its own that ends with its count, or counts as one test. */
const played = async (file, args = [], options = {}) => {
  const { ok, said } = await script(file, args, { stdio: ['ignore', 'pipe', 'inherit'], ...options });
  const [, passed, failed, skipped] = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(said.trim()) ?? [];
  if (passed === undefined) return { said, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  return { said, passed: Number(passed), failed: ok ? Number(failed) : Math.max(1, Number(failed)), skipped: Number(skipped ?? 0) };
};

const check = async (name, work) => {
  say(`Checking ${name}`);
  const { ok } = await work();
  return ok ? NO_TESTS : { ...NO_TESTS, failed: 1 };
};

/**
 * Jest, and beside it the journey, whose words are shown when both are done. A journey that fails is told once more from its beginning, alone,
 * for the same reason as a driven file.
 */
const jestAndJourney = async (args) => {
  const [tests, first] = await Promise.all([jest(args), played('tests/journeys/journey.ts', [], { shown: null })]);
  process.stdout.write(first.said);
  if (first.failed === 0) return [tests, first];
  say('Trying once more: the journey');
  const second = await played('tests/journeys/journey.ts');
  if (second.failed === 0) say('Held at the second try only: the journey');
  return [tests, second.failed === 0 ? second : first];
};

const typesAndStyle = () => Promise.all([check('types', types), check('style', lint)]);

const STEPS = {
  all: async () => [...(await typesAndStyle()), ...(await jestAndJourney(further))],
  check: async () => [
    ...(await typesAndStyle()),
    await check('packages', () => run(path.join(root, 'server', 'packages', 'audit.mjs'), [])),
    await jest(further),
  ],
  journey: async () => [await played('tests/journeys/journey.ts', further)],
  gallery: async () => [await played('tests/gallery/gallery.ts', further)],
  duties: async () => [await played('tests/duties/duties.ts', further)],
  bench: async () => [await played('tests/bench/bench.ts', further)],
  // The pattern stands last: whatever followed it would be taken for one more.
  long: async () => [await jest([...(named.length > 0 ? [] : ['tests/long']), ...further, '--testPathIgnorePatterns=/node_modules/'])],
  named: async () => [await jest(further)],
};

await installMissing(root, ['dependencies', 'devDependencies'], say);
// The list of duties reads test files and runs none.
const browser = mode === 'duties' || (await haveChromium());
if (mode !== 'duties') {
  await trustTestAuthority();
  await build();
}
const counts = await STEPS[mode === 'all' && named.length > 0 ? 'named' : mode]();
const total = counts.reduce(
  (sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed, skipped: sum.skipped + one.skipped }),
  {
    ...NO_TESTS,
    failed: browser ? 0 : 1,
  },
);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);
