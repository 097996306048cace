/** `npm run -s waymark -- …`, the administrator's command line. Plain Node: installs and builds what is missing, then runs it. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { installMissing } from './installed.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

try {
  await installMissing(root, ['dependencies'], (line) => console.error(line));
  const { buildStale } = await import('./build.mjs');
  await buildStale(['server'], () => console.error('Building the service'));
} catch (fault) {
  console.error(fault.message);
  process.exit(1);
}

const own = path.join(root, '.env');
const settings = { ...(existsSync(own) ? parseEnv(readFileSync(own, 'utf8')) : {}), ...process.env };
const authority = path.join(path.resolve(root, settings.WAYMARK_DATA?.trim() || '.data'), 'tenant', 'ca.pem');
// With a real tenant the authority of the made-up one must not be trusted.
const bare = settings.WAYMARK_TENANT_BARE?.trim() === '1';
const local = bare || !['WAYMARK_TENANT_ID', 'WAYMARK_CLIENT_ID'].some((name) => settings[name]?.trim());
const command = spawn(
  process.execPath,
  ['--enable-source-maps', path.join(root, 'dist', 'server', 'waymark.js'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, ...(local && existsSync(authority) ? { NODE_EXTRA_CA_CERTS: authority } : {}) },
  },
);
command.once('exit', (code) => process.exit(code ?? 1));
