import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { aCheckout, type Checkout, type Start } from '#tests/builders/checkout.ts';

const MINUTES = 180_000;
const checkouts: Checkout[] = [];

const checkout = async (owner?: { uid: number; gid: number }): Promise<Checkout> => {
  const made = await aCheckout(owner);
  checkouts.push(made);
  return made;
};

afterEach(async () => {
  for (const made of checkouts.splice(0)) await made.remove();
}, MINUTES);

const healthy = async (address: string): Promise<unknown> => (await fetch(`${address}healthz`)).json();

const gone = async (made: Checkout): Promise<void> => {
  for (let waited = 0; waited < 30_000; waited += 100) {
    if (made.processes().length === 0) return;
    await wait(100);
  }
  expect(made.processes()).toEqual([]);
};

const kill = (made: Checkout, which: (line: string) => boolean): void => {
  for (const { pid } of made.processes().filter((one) => which(one.line))) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (fault) {
      if ((fault as { code?: string }).code !== 'ESRCH') throw fault;
    }
  }
};

/** The lines that are not progress: exactly one where all is well. */
const lines = (start: Start): string[] =>
  start
    .said()
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('  '));

describe('the start', () => {
  it(
    'prints one address that answers, stops everything when asked to, and starts again after everything was killed',
    async () => {
      const made = await checkout();
      const first = made.start();
      const address = await first.ready();
      expect(lines(first)).toEqual([`Waymark is ready: http://localhost:${made.ports.PORT}/`]);
      expect(await healthy(address)).toEqual({ status: 'ok' });
      expect((await fetch(`${address}api/caseload`)).status).toBe(401);

      const twin = made.start();
      expect(await twin.ended()).toBe(1);
      expect(twin.said()).toContain(`Waymark already runs from this folder (process ${first.process.pid})`);
      expect(await healthy(address)).toEqual({ status: 'ok' });

      first.process.kill('SIGTERM');
      expect(await first.ended()).toBe(0);
      await gone(made);

      const second = made.start();
      await second.ready();
      kill(made, () => true);
      await second.ended();

      const third = made.start();
      expect(await healthy(await third.ready())).toEqual({ status: 'ok' });
      third.process.kill('SIGINT');
      expect(await third.ended()).toBe(0);
      await gone(made);
    },
    2 * MINUTES,
  );

  it(
    'leaves nothing running when it alone is killed, and puts a left-over PostgreSQL in order when everything else was',
    async () => {
      const made = await checkout();
      const first = made.start();
      await first.ready();
      first.process.kill('SIGKILL');
      await gone(made);

      const second = made.start();
      await second.ready();
      kill(made, (line) => !line.includes('native/bin/postgres') && !line.startsWith('postgres:'));
      await second.ended();
      const left = Number(readFileSync(path.join(made.data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
      expect(made.processes().map(({ pid }) => pid)).toContain(left);

      const third = made.start();
      expect(await healthy(await third.ready())).toEqual({ status: 'ok' });
      third.process.kill('SIGTERM');
      await third.ended();
      await gone(made);
    },
    2 * MINUTES,
  );

  it(
    'says so and ends everything when a part of it dies',
    async () => {
      const made = await checkout();
      const start = made.start();
      await start.ready();
      kill(made, (line) => line.includes('dist/server/local.js'));
      expect(await start.ended()).toBe(1);
      expect(lines(start).at(-1)).toMatch(/ended unexpectedly\. Start again; what was saved is safe\.$/);
      await gone(made);
    },
    MINUTES,
  );

  it(
    'works for an ordinary user as it does for root',
    async () => {
      if (process.getuid?.() !== 0) return;
      const somebody = { uid: 1, gid: 1 }; // daemon on every Debian: PostgreSQL wants a user that has a name
      const made = await checkout(somebody);
      const start = made.start({ user: somebody });
      expect(await healthy(await start.ready())).toEqual({ status: 'ok' });
      start.process.kill('SIGTERM');
      expect(await start.ended()).toBe(0);
      await gone(made);
    },
    MINUTES,
  );
});
