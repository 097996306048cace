import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { freePort } from '#server/free-port.ts';
import { root } from '#server/root.ts';

const MINUTES = 60_000;
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) =>
  (block ?? '').split('\n').filter((line) => line.trim() !== ''),
);
const targets = [...new Set([...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? ''))];

const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(WAYMARK_|NODE_OPTIONS|DATABASE_)/.test(name)));

/** `npm start` on ports and in a folder of its own: started, awaited, stopped. Answers what it said. */
const startAndStop = async (): Promise<string> => {
  const data = mkdtempSync(path.join(tmpdir(), 'waymark-readme-'));
  chmodSync(data, 0o755); // PostgreSQL of a root's run must get there: else its record would stay behind under /var/lib
  const [port, tenant, rooms] = [await freePort(), await freePort(), await freePort()];
  const env = { ...inherited, PORT: `${port}`, WAYMARK_TENANT_PORT: `${tenant}`, WAYMARK_ROOMS_PORT: `${rooms}`, WAYMARK_DATA: data };
  const child = spawn('npm', ['start'], { cwd: root, env, detached: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += text;
    });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  while (!/Waymark is ready/.test(said) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 100));
  // Ctrl-C reaches npm and what it started alike.
  if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGINT');
  await ended;
  rmSync(data, { recursive: true, force: true });
  return said;
};

describe('the README', () => {
  it('names commands to copy', () => {
    expect(commands).toEqual(expect.arrayContaining(['npm start', 'npm test']));
  });

  it.each(commands.filter((command) => command !== 'npm start' && command !== 'npm test'))(
    'gives a command that works: %s',
    (command) => {
      const done = spawnSync('sh', ['-c', command], { cwd: root, env: inherited, encoding: 'utf8' });
      expect([done.status, done.stderr.split('\n').slice(-5)]).toEqual([0, expect.anything()]);
      expect(done.stdout.trim()).not.toBe('');
    },
    3 * MINUTES,
  );

  it(
    'gives a command that starts everything, and Ctrl-C ends it: npm start',
    async () => {
      expect(await startAndStop()).toMatch(/Waymark is ready: http:\/\/localhost:\d+\//);
    },
    3 * MINUTES,
  );

  it('names the command that runs this very test: npm test', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    expect(scripts.test).toBe('node tests/run.mjs');
  });

  it.each(targets.filter((target) => !/^https?:/.test(target)))('links to something that is there: %s', (target) => {
    expect(existsSync(path.join(root, decodeURIComponent(target.replace(/#.*$/, ''))))).toBe(true);
  });
});
