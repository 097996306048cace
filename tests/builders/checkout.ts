import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '#server/free-port.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Someone other than root, whom a start may belong to. */
export type User = { readonly uid: number; readonly gid: number };

/** A start that is under way: what it said, and how it ends. */
export type Start = {
  readonly process: ChildProcess;
  said(): string;
  /** Resolves with the address once it is printed; rejects with what was said where the start ends before. */
  ready(): Promise<string>;
  ended(): Promise<number | null>;
};

type StartOptions = {
  readonly env?: Record<string, string>;
  readonly program?: string;
  readonly node?: readonly string[];
  readonly user?: User;
};

/** The built suite in a folder of its own, as a fresh machine would have it, with its own ports and data. */
export type Checkout = {
  readonly folder: string;
  readonly data: string;
  readonly ports: { readonly PORT: number; readonly WAYMARK_TENANT_PORT: number; readonly WAYMARK_ROOMS_PORT: number };
  /** Writes the file of settings. */
  settings(text: string | Buffer): void;
  /** `program` is another Node than the one that runs the tests, `node` what it is told before the file. */
  start(options?: StartOptions): Start;
  /** Processes that belong to this folder, PostgreSQL among them. */
  processes(): { readonly pid: number; readonly line: string }[];
  /** Ends whatever is left, and the folder. */
  remove(): Promise<void>;
};

const COPIED = [
  'server',
  'dist/server',
  'dist/rooms',
  'dist/tab',
  'dist/word',
  'api/database/migrations',
  'package.json',
  'package-lock.json',
  'manifest/icons',
];

const lineOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
};

const startIn = (folder: string, { env = {}, program = process.execPath, node = [], user }: StartOptions): Start => {
  const child = spawn(program, [...node, path.join(folder, 'server', 'start.mjs')], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (more) => {
      text += more;
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = async (): Promise<string> => {
    for (;;) {
      const address = /^Waymark is ready: (\S+)$/m.exec(text)?.[1];
      if (address) return address;
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the start ended: ${text}`);
      await wait(50);
    }
  };
  return { process: child, said: () => text, ready, ended: () => ended };
};

/** Whether everyone may walk into a folder: a clone in what `mktemp -d` makes is closed to all but its owner. */
const openToAll = (folder: string): boolean => {
  const open = (statSync(folder).mode & 0o001) !== 0;
  return open && (path.dirname(folder) === folder || openToAll(path.dirname(folder)));
};

/** Puts the packages into a folder: a link where its owner can follow one, else the same files once more by hard links or copies. */
const putPackages = (folder: string, owner: User | undefined): void => {
  const [from, to] = [path.join(root, 'node_modules'), path.join(folder, 'node_modules')];
  if (!owner || openToAll(root)) symlinkSync(from, to);
  else if (spawnSync('cp', ['-al', from, to]).status !== 0) cpSync(from, to, { recursive: true });
};

/** Makes a checkout that `owner` may write to. */
export const aCheckout = async (owner?: User): Promise<Checkout> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-start-'));
  chmodSync(folder, 0o755);
  for (const one of COPIED)
    cpSync(path.join(root, one), path.join(folder, one), { recursive: true, filter: (file) => !file.endsWith('.ts') });
  putPackages(folder, owner);
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = path.join(folder, '.data');
  const ports = { PORT: await freePort(), WAYMARK_TENANT_PORT: await freePort(), WAYMARK_ROOMS_PORT: await freePort() };
  const own = Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)]));
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(WAYMARK_|NODE_|DATABASE_)/.test(name))) as Record<
    string,
    string
  >;
  const processes = () =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => ({ pid: Number(pid), line: lineOf(pid) }))
      .filter(({ line }) => line.includes(folder));
  return {
    folder,
    data,
    ports,
    settings: (text) => writeFileSync(path.join(folder, '.env'), text),
    start: (options = {}) => startIn(folder, { ...options, env: { ...inherited, ...own, ...options.env } }),
    processes,
    remove: async () => {
      for (const { pid } of processes()) process.kill(pid, 'SIGKILL');
      await wait(200);
      mkdirSync(data, { recursive: true });
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
};
