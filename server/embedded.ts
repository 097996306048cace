import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, open, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.ts';
import { endLeftOver } from './left-over.ts';
import { Plain } from './plain.ts';
import { HOME_FOR_NOBODY, openToAll, type PostgresBinaries, postgresBinaries } from './postgres-binaries.ts';

/** PostgreSQL as this machine runs it for Waymark alone. */
export type RunningPostgres = {
  /** Connects to the record's database as its owner, who is no superuser. */
  readonly url: string;
  readonly process: ChildProcess;
  /** The file it writes its own messages to. */
  readonly log: string;
  /** True once it was told to end. */
  readonly stopping: boolean;
  /** Ends it cleanly: open transactions are rolled back, everything acknowledged is on disk. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** Where the cluster is kept; made on first use. */
  readonly folder: string;
  /** Tests throw the cluster away and so need not wait for the disk. */
  readonly forTests?: boolean;
};

/** PostgreSQL refuses to run as root; this is `nobody` on every Linux. */
const NOBODY = 65_534;
const asRoot = process.getuid?.() === 0;
const identity = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
const environment = { ...process.env, LC_ALL: 'C' };

const READY_LIMIT = 30_000;
const SECRET = 'waymark.secret';

/** PostgreSQL's own words turned into one sentence for the person at the keyboard. */
const explained = (said: string): Plain => {
  if (/No space left on device|could not extend|Disk quota exceeded/i.test(said))
    return new Plain('The disk is full: PostgreSQL could not write its files. Free some space and start again.');
  if (/Permission denied/i.test(said))
    return new Plain('PostgreSQL may not use its folder under .data. Start Waymark as the user who owns that folder.');
  if (/is not compatible with this version/i.test(said))
    return new Plain('The record under .data was made by another version of PostgreSQL. Start with the Waymark that made it.');
  return new Plain(`PostgreSQL did not start: ${said.trim().split('\n').at(-1) || 'it gave no reason.'}`);
};

const initdb = async (program: string, args: readonly string[]): Promise<void> => {
  const child = spawn(program, args, { ...identity, cwd: '/', env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw explained(said);
};

/** Makes the cluster beside its place and moves it there whole: a start that is killed half way leaves nothing that looks finished. */
const make = async (programs: PostgresBinaries, folder: string, forTests: boolean): Promise<void> => {
  const half = `${folder}.half`;
  const passwordFile = `${half}.secret`;
  const secret = randomBytes(24).toString('base64url');
  try {
    await rm(half, { recursive: true, force: true });
    await mkdir(half, { recursive: true, mode: 0o700 });
    await writeFile(passwordFile, secret, { mode: 0o600 });
    if (asRoot) for (const name of [half, passwordFile]) await chown(name, NOBODY, NOBODY);
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const sync = forTests ? ['--no-sync'] : [];
    await initdb(programs.initdb, ['-D', half, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...locale, ...sync]);
    await writeFile(path.join(half, SECRET), secret, { mode: 0o600 });
    await rename(half, folder);
  } catch (fault) {
    await rm(half, { recursive: true, force: true });
    throw fault;
  } finally {
    await rm(passwordFile, { force: true });
  }
};

/** The folder itself; but root's checkout may lie where `nobody` cannot reach, and then it is a link to one under /var/lib. */
const placeFor = async (folder: string): Promise<string> => {
  await mkdir(path.dirname(folder), { recursive: true });
  const linked = await readlink(folder).catch(() => undefined);
  if (linked || !asRoot || existsSync(folder) || (await openToAll(path.dirname(folder)))) return linked ?? folder;
  const place = path.join(HOME_FOR_NOBODY, `record-${randomBytes(6).toString('hex')}`);
  await mkdir(HOME_FOR_NOBODY, { recursive: true, mode: 0o755 });
  await symlink(place, folder);
  return place;
};

const settings = (port: number, forTests: boolean): readonly string[] => [
  ...['-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'timezone=UTC'],
  ...['-c', `max_connections=${forTests ? 200 : 60}`],
  ...(forTests ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'] : []),
];

/** Waits until the postmaster's own file says `ready`. Connecting would do too, but writes a line to the log each time it fails. */
const untilReady = async (child: ChildProcess, folder: string, log: string): Promise<void> => {
  for (let waited = 0; waited < READY_LIMIT; waited += 15) {
    const state = (await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (state[0] === String(child.pid) && state[7]?.trim() === 'ready') return;
    if (child.exitCode !== null || child.signalCode !== null) throw explained(await readFile(log, 'utf8').catch(() => ''));
    await wait(15);
  }
  child.kill('SIGQUIT');
  throw new Plain('PostgreSQL did not answer within 30 seconds.');
};

/** The owner of the record and its database, made on the first start and completed on the next if that was cut short. */
const makeOwner = async (admin: string, secret: string): Promise<void> => {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: boolean; base: boolean }>(
      "select exists (select from pg_roles where rolname = 'waymark') as role, exists (select from pg_database where datname = 'waymark') as base",
    );
    if (!rows[0]?.role) await client.query(`create role waymark login createrole createdb password ${client.escapeLiteral(secret)}`);
    if (!rows[0]?.base) await client.query('create database waymark owner waymark');
  } finally {
    await client.end();
  }
};

const launch = async (programs: PostgresBinaries, folder: string, forTests: boolean): Promise<RunningPostgres> => {
  const secret = (await readFile(path.join(folder, SECRET), 'utf8')).trim();
  const port = await freePort();
  const log = `${folder}.log`;
  const sink = await open(log, 'w');
  const child = spawn(programs.postgres, ['-D', folder, ...settings(port, forTests)], {
    ...identity,
    cwd: '/',
    env: environment,
    // A group of its own: Ctrl-C in the terminal must reach the server first, which ends PostgreSQL last.
    detached: true,
    stdio: ['ignore', sink.fd, sink.fd],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  await sink.close();
  await untilReady(child, folder, log);
  const address = (user: string, base: string): string => `postgres://${user}:${secret}@127.0.0.1:${port}/${base}`;
  let stopping = false;
  const stop = async (): Promise<void> => {
    stopping = true;
    child.kill('SIGINT');
    await ended;
  };
  await makeOwner(address('postgres', 'postgres'), secret).catch(async (fault) => {
    await stop();
    throw explained(String(fault));
  });
  return {
    url: address('waymark', 'waymark'),
    process: child,
    log,
    get stopping() {
      return stopping;
    },
    stop,
  };
};

/**
 * Starts PostgreSQL on a folder, making the cluster first where there is none and ending one that a killed start left behind.
 * Listens on the loopback only, on a port the system chooses. Rejects with a {@link Plain} sentence.
 */
export const startPostgres = async ({ folder, forTests = false }: EmbeddedOptions): Promise<RunningPostgres> => {
  const programs = await postgresBinaries(asRoot);
  const place = await placeFor(folder);
  if (!existsSync(path.join(place, SECRET))) await make(programs, place, forTests);
  await endLeftOver(place);
  return launch(programs, place, forTests);
};
