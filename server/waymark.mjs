/**
 * `npm run -s waymark -- …`, the administrator's command line. Plain Node: installs and builds what is missing, and where a command
 * works on the record of the made-up school while nothing runs, starts the suite for as long as the command takes.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { installMissing } from './installed.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const USED_WRONGLY = 2;

/** Commands that need the record and the tenant; the others work on files alone. */
const ON_THE_RECORD = [['import'], ['draft'], ['audit'], ['preflight']];

const environment = () => {
  const file = path.join(root, '.env');
  return { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...process.env };
};

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault.code === 'EPERM';
  }
};

const runs = (folder) => {
  try {
    return alive(JSON.parse(readFileSync(path.join(folder, 'running.json'), 'utf8')).process);
  } catch {
    return false;
  }
};

/** Starts the suite quietly; answers how to stop it, or ends with the sentence that it ended with. */
const startForNow = () =>
  new Promise((resolve) => {
    console.error('Waymark is not running here: starting it for this command.');
    const suite = spawn(process.execPath, [path.join(root, 'server', 'start.mjs')], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    suite.stderr.on('data', (text) => {
      said += text;
    });
    const ended = new Promise((done) => suite.once('exit', done));
    let ready = false;
    const stop = async () => {
      suite.kill('SIGTERM');
      await ended;
    };
    suite.stdout.on('data', (text) => {
      if (!String(text).includes('Waymark is ready')) return;
      ready = true;
      resolve(stop);
    });
    ended.then(() => {
      if (ready) return;
      console.error(said.trim() || 'Waymark did not start.');
      process.exit(1);
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => suite.kill('SIGTERM'));
  });

const args = process.argv.slice(2);
const all = environment();
const folder = path.resolve(root, all.WAYMARK_DATA?.trim() || '.data');
const real = ['WAYMARK_TENANT_ID', 'WAYMARK_CLIENT_ID'].some((name) => all[name]?.trim());
const words = args.filter((word) => !word.startsWith('-'));
const needsRecord =
  ON_THE_RECORD.some((command) => command.every((word, at) => words[at] === word)) && !args.includes('--help') && words.length > 0;

try {
  await installMissing(root, ['dependencies'], (line) => console.error(line));
  const { buildStale } = await import('./build.mjs');
  await buildStale(['server'], () => console.error('Building the service'));
} catch (fault) {
  console.error(fault.message);
  process.exit(1);
}

const stop = needsRecord && !real && !runs(folder) ? await startForNow() : async () => undefined;
const authority = path.join(folder, 'tenant', 'ca.pem');
const command = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'dist', 'server', 'waymark.js'), ...args], {
  stdio: 'inherit',
  env: { ...process.env, ...(!real && existsSync(authority) ? { NODE_EXTRA_CA_CERTS: authority } : {}) },
});
const code = await new Promise((resolve) => command.once('exit', (found) => resolve(found ?? USED_WRONGLY)));
await stop();
process.exit(code);
