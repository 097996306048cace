import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from '@jest/globals';
import { aCheckout } from '#tests/builders/checkout.ts';

const MINUTES = 60_000;
const run = promisify(execFile);
const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** The newest Node of a line, from the npm package of that name. */
const nodeOf = async (line: string): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'waymark-node-'));
  folders.push(folder);
  await run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', `node@${line}`]);
  return path.join(folder, 'node_modules', 'node', 'bin', 'node');
};

describe.each(['22', '24'])('on Node %s', (line) => {
  it(
    'the suite starts, answers, lets its command line read the record, and stops',
    async () => {
      const program = await nodeOf(line);
      expect((await run(program, ['--version'])).stdout).toMatch(new RegExp(`^v${line}\\.`));
      const made = await aCheckout();
      try {
        const start = made.start({ program });
        const address = await start.ready();
        expect(await (await fetch(`${address}healthz`)).json()).toEqual({ status: 'ok' });
        const waymark = path.join(made.folder, 'server', 'waymark.mjs');
        const { stdout } = await run(program, [waymark, 'audit', 'verify', '--json'], {
          cwd: made.folder,
          env: { ...process.env, WAYMARK_DATA: made.data },
        });
        expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ sound: true });
        start.process.kill('SIGTERM');
        expect(await start.ended()).toBe(0);
        expect(made.processes()).toEqual([]);
      } finally {
        await made.remove();
      }
    },
    5 * MINUTES,
  );
});
