import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCheckout, type Checkout, type Start } from '#tests/builders/checkout.ts';

let checkout: Checkout;
beforeAll(async () => {
  checkout = await aCheckout();
});
afterAll(() => checkout.remove());

/** What a person reads of a start that ends: progress apart, which is indented. */
const sentences = (start: Start): string[] =>
  start
    .said()
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('  '));

const refused = async (start: Start): Promise<string> => {
  expect(await start.ended()).toBe(1);
  const said = sentences(start);
  expect(said).toHaveLength(1);
  expect(checkout.processes()).toEqual([]);
  expect(existsSync(path.join(checkout.data, 'waymark.pid'))).toBe(false);
  return said[0] ?? '';
};

const listening = async (port: number, work: () => Promise<void>): Promise<void> => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  await work().finally(() => other.close());
};

describe('a start that cannot be says why in one sentence and leaves nothing behind', () => {
  it.each(['PORT', 'WAYMARK_TENANT_PORT', 'WAYMARK_ROOMS_PORT'] as const)('when %s is taken', async (name) => {
    const port = checkout.ports[name];
    await listening(port, async () => {
      expect(await refused(checkout.start())).toBe(
        `Port ${port} is taken by another program. Stop that one, or set ${name} to a free port.`,
      );
    });
  });

  it('when Node is too old, before anything newer is loaded', async () => {
    const older = "data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })";
    const start = checkout.start({ node: ['--import', older] });
    expect(await refused(start)).toBe(
      'Waymark needs Node 20.19 or newer, and this is Node 18.20.4. Install a newer one from nodejs.org and start again.',
    );
  });

  it('when .env is not text', async () => {
    checkout.settings(Buffer.from([0x50, 0x4f, 0x52, 0x54, 0x3d, 0xff, 0xfe]));
    expect(await refused(checkout.start())).toBe(
      'The file .env cannot be read: it is not text. Mend it, or take it away to start against the made-up school.',
    );
  });

  it('when a line of .env names no setting', async () => {
    checkout.settings('# ports\nPORT=3978\nthis is no setting\n');
    expect(await refused(checkout.start())).toBe('The file .env cannot be read: line 3 is not of the form NAME=value.');
  });

  it('when settings do not hold, naming every one of them', async () => {
    checkout.settings('WAYMARK_LOG_LEVEL=loud\nWAYMARK_TENNANT_ID=x\n');
    expect(await refused(checkout.start())).toBe(
      'The settings do not hold: WAYMARK_LOG_LEVEL is not one of debug, info, warn, error, silent; WAYMARK_TENNANT_ID is not a setting of Waymark. The file .env.example explains each.',
    );
  });

  it('when a real tenant is named but half of what it needs is missing; it does not fall back to the made-up school', async () => {
    checkout.settings('WAYMARK_TENANT_ID=11111111-2222-4333-8444-555555555555\nDATABASE_URL=postgres://waymark@db.example/waymark\n');
    const said = await refused(checkout.start());
    for (const name of [
      'WAYMARK_CLIENT_ID',
      'WAYMARK_CLIENT_SECRET',
      'WAYMARK_SEND_MAILBOX',
      'WAYMARK_SEND_SITE',
      'WAYMARK_TOKEN_KEY',
      'DATABASE_URL does not ask for TLS',
    ])
      expect(said).toContain(name);
  });

  it('when the place for the data is a file', async () => {
    checkout.settings('');
    writeFileSync(path.join(checkout.folder, 'occupied'), '');
    expect(await refused(checkout.start({ env: { WAYMARK_DATA: 'occupied' } }))).toMatch(/occupied/);
  });

  it('when this user may not write to the data folder', async () => {
    if (process.getuid?.() !== 0) return;
    checkout.settings('');
    mkdirSync(checkout.data, { recursive: true, mode: 0o755 });
    expect(await refused(checkout.start({ user: { uid: 12_345, gid: 12_345 } }))).toMatch(
      /^Waymark may not write to .+\. Start it as the user who owns that folder\.$/,
    );
  });
});

describe('a full disk', () => {
  const mounted = (folder: string): boolean => spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', folder]).status === 0;

  it('is told before anything is begun (needs the right to mount; else there is nothing to see)', async () => {
    const small = path.join(checkout.folder, 'small');
    mkdirSync(small);
    if (!mounted(small)) return;
    try {
      checkout.settings('');
      expect(await refused(checkout.start({ env: { WAYMARK_DATA: 'small' } }))).toMatch(
        /^The disk is full: \d+ MB are free under small, and Waymark needs 300\./,
      );
    } finally {
      spawnSync('umount', [small]);
    }
  });
});
