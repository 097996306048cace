/**
 * Starts everything: installs and builds what is missing, then runs the service and, without a real tenant, the made-up one beside it.
 * Plain Node without packages, because it runs before they are there.
 */
import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { installMissing } from './installed.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const NEEDED_FIRST = 300;
const NEEDED_LATER = 40;
/** Longer than a part gives itself to end (child.ts). */
const PATIENCE = 28_000;

/** A reason not to start, in one sentence. */
class Plain extends Error {}

const say = (words) => console.log(`  ${words}`);

/** The settings as far as the start itself needs them; the service checks all of them again, and every value. */
const settings = () => {
  const file = path.join(root, '.env');
  let own = {};
  if (existsSync(file)) {
    try {
      own = parseEnv(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)));
    } catch (fault) {
      const why = fault.code === 'EACCES' ? 'this user may not read it' : fault.code === 'EISDIR' ? 'it is a folder' : 'it is not text';
      throw new Plain(`The file .env cannot be read: ${why}. Mend it, or take it away to start against the made-up school.`);
    }
  }
  const all = { ...own, ...process.env };
  const named = [
    'WAYMARK_TENANT_ID',
    'WAYMARK_CLIENT_ID',
    'WAYMARK_CLIENT_SECRET',
    'WAYMARK_CLIENT_SECRET_FILE',
    'WAYMARK_CLIENT_CERTIFICATE',
  ].some((name) => all[name]?.trim());
  const bare = all.WAYMARK_TENANT_BARE?.trim() === '1';
  const real = named && !bare;
  const port = (name, usual) => (all[name]?.trim() ? Number(all[name]) : usual);
  const ports = real
    ? { PORT: port('PORT', 3978) }
    : {
        PORT: port('PORT', 3978),
        WAYMARK_TENANT_PORT: port('WAYMARK_TENANT_PORT', 3979),
        WAYMARK_ROOMS_PORT: port('WAYMARK_ROOMS_PORT', 3980),
      };
  return {
    real,
    unregistered: bare && !named,
    ports,
    host: all.HOST?.trim() || '127.0.0.1',
    folder: path.resolve(root, all.WAYMARK_DATA?.trim() || '.data'),
  };
};

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault.code === 'EPERM';
  }
};

/** Whether a process is a start of Waymark; a pid may have been given to another program since. */
const isStart = (pid) => {
  if (process.platform !== 'linux') return alive(pid);
  try {
    return alive(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.mjs');
  } catch {
    return false;
  }
};

/** Marks the folder as in use by this start, or says who uses it. */
const claim = (folder) => {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'waymark.pid');
  const other = Number(existsSync(file) ? readFileSync(file, 'utf8') : 0);
  if (other && other !== process.pid && isStart(other))
    throw new Plain(`Waymark already runs from this folder (process ${other}). Stop that one first, or use it.`);
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
};

const checkSpace = (folder) => {
  const needed = existsSync(path.join(folder, 'postgres')) ? NEEDED_LATER : NEEDED_FIRST;
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1_048_576);
  if (free < needed)
    throw new Plain(
      `The disk is full: ${free} MB are free under ${path.relative(root, folder) || folder}, and Waymark needs ${needed}. Free some space and start again.`,
    );
};

const checkPort = (name, port, host) => {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Plain(`The settings do not hold: ${name} is not a port.`);
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', ({ code }) => {
      if (code === 'EADDRINUSE')
        reject(new Plain(`Port ${port} is taken by another program. Stop that one, or set ${name} to a free port.`));
      else if (code === 'EACCES') reject(new Plain(`This user may not open port ${port}. Set ${name} to a port above 1023.`));
      else reject(new Plain(`Port ${port} cannot be opened at ${host} (${code}).`));
    });
    probe.listen(port, host, () => probe.close(resolve));
  });
};

/** One part as a process of its own group: Ctrl-C reaches this start alone, which then ends the parts in the right order. */
const launch = (name, extra, onEnd) => {
  const child = fork(path.join(root, 'dist', 'server', `${name}.js`), [], {
    cwd: root,
    detached: true,
    // From Node 22 on, what was compiled once is kept; older ones pass over it.
    env: { NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'waymark'), ...process.env, ...extra },
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const ready = new Promise((resolve, reject) => {
    child.on('message', (told) => {
      if (told?.kind === 'ready') resolve(told.facts);
      if (told?.kind === 'progress') say(told.words);
      if (told?.kind === 'failed') reject(new Plain(told.words));
    });
    child.once('error', reject);
    ended.then((code) =>
      setTimeout(
        () => reject(new Plain(`Waymark's part "${name}" ended unexpectedly (${code ?? 'killed'}). Start again; what was saved is safe.`)),
        100,
      ),
    );
  });
  ready.catch(() => undefined);
  let told = new Plain(`Waymark's part "${name}" ended unexpectedly. Start again; what was saved is safe.`);
  child.on('message', (message) => {
    if (message?.kind === 'failed') told = new Plain(message.words);
  });
  ended.then(() => onEnd(told));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const overdue = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    await ended;
    clearTimeout(overdue);
  };
  return { child, ready, ended, stop };
};

/** PostgreSQL outlives a service that was killed; it is told to end as it would on any stop. */
const endPostgres = (folder) => {
  try {
    const pid = Number(readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    if (pid > 0) process.kill(pid, 'SIGINT');
  } catch {
    // It ended with the service, as it should.
  }
};

const build = async (say) => {
  const { buildStale } = await import('./build.mjs');
  await buildStale(undefined, (name) => say(`Building ${name}`)).catch((fault) => {
    if (fault.code === 'ENOSPC') throw new Plain('The disk is full: the pages could not be built. Free some space and start again.');
    throw fault;
  });
};

/** Both parts at once. The service trusts the made-up tenant's authority, so that must exist first: on the very first start it waits for it. */
const runLocal = async (folder, parts, onEnd) => {
  const authority = path.join(folder, 'tenant', 'ca.pem');
  const tenant = launch('local-tenant', {}, onEnd);
  parts.push(tenant);
  if (!existsSync(authority)) await tenant.ready;
  const service = launch('local', { NODE_EXTRA_CA_CERTS: authority }, onEnd);
  parts.push(service);
  const facts = await Promise.race([tenant.ready, service.ready.then(() => tenant.ready)]);
  service.child.send({ kind: 'tenant', facts });
  return service.ready;
};

/** A bare tenant before anything is registered in it: there is no Waymark to start yet. */
const runTenantAlone = async (parts, onEnd) => {
  const tenant = launch('local-tenant', {}, onEnd);
  parts.push(tenant);
  return tenant.ready;
};

const runReal = (parts, onEnd) => {
  const service = launch('serve', {}, onEnd);
  parts.push(service);
  return service.ready;
};

const wordsOf = (fault) => {
  if (fault instanceof Plain) return fault.message;
  if (fault.code === 'ENOSPC') return 'The disk is full. Free some space and start again.';
  if (fault.code === 'EACCES' || fault.code === 'EROFS' || fault.code === 'EPERM')
    return `Waymark may not write to ${fault.path ?? 'its folder'}. Start it as the user who owns that folder.`;
  return fault.message || String(fault);
};

/** Starts the suite and keeps it until a signal comes or a part ends. Prints one address when it is ready; one sentence when it is not. */
export const startSuite = async () => {
  process.chdir(root);
  const parts = [];
  let release = () => undefined;
  let folder = '';
  let ending = false;

  const end = async (code, words) => {
    if (ending) return;
    ending = true;
    if (words) console.error(words);
    // The service first: it still needs its neighbour while it finishes.
    for (const part of [...parts].reverse()) await part.stop();
    if (folder) endPostgres(folder);
    release();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));
  process.stdout.on('error', () => undefined);

  try {
    const found = settings();
    const { real, unregistered, ports, host } = found;
    release = claim(found.folder);
    folder = found.folder;
    checkSpace(folder);
    for (const [name, port] of Object.entries(ports)) await checkPort(name, port, name === 'PORT' ? host : '127.0.0.1');
    await installMissing(root, ['dependencies'], say);
    await build(say);
    const onEnd = (fault) => void end(1, wordsOf(fault));
    if (unregistered) {
      const { plainOrigin, origin, tenantId } = await runTenantAlone(parts, onEnd);
      if (ending) return;
      say(`Microsoft Graph of tenant ${tenantId}: ${origin}/v1.0`);
      console.log(`The bare tenant is ready: ${plainOrigin}/ (nothing is registered in it; docs/install.md goes on from here)`);
      return;
    }
    say(real ? 'Starting the service' : 'Starting PostgreSQL, the made-up Microsoft 365 and the service');
    const { address } = real ? await runReal(parts, onEnd) : await runLocal(folder, parts, onEnd);
    if (!ending) console.log(`Waymark is ready: ${address}`);
  } catch (fault) {
    await end(1, wordsOf(fault));
  }
};
