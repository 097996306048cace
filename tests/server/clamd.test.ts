import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clamdAddress, clamdAt } from '#server/clamd.ts';
import { aClamd, type Clamd, HARMFUL } from '#tests/builders/clamd.ts';

let clamd: Clamd;
beforeAll(async () => {
  clamd = await aClamd();
});
afterAll(() => clamd.close());

describe('a virus scanner', () => {
  it('is handed every byte of a file, however long', async () => {
    const file = Buffer.from(Array.from({ length: 200_001 }, (_, at) => at % 251));
    expect(await clamdAt(clamd.address)(file)).toEqual({ clean: true });
    expect(clamd.looked.at(-1)?.equals(file)).toBe(true);
    expect(await clamdAt(clamd.address)(new Uint8Array())).toEqual({ clean: true });
  });

  it('says by its name what it found, wherever in the file it lies', async () => {
    const file = Buffer.concat([Buffer.alloc(65_530), Buffer.from(HARMFUL), Buffer.alloc(70_000)]);
    expect(await clamdAt(clamd.address)(file)).toEqual({ clean: false, found: 'Harmful-Test-Signature' });
  });

  it('that does not take so long a file, is silent or is not there gives no verdict, and never a good one', async () => {
    await expect(clamdAt(clamd.address)(Buffer.alloc(3_000_000))).rejects.toThrow();
    const silent = createServer((line) => line.resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    await expect(clamdAt({ host: '127.0.0.1', port }, 200)(Buffer.from('a'))).rejects.toThrow('clamd says nothing');
    await new Promise((resolve) => silent.close(resolve));
    await expect(clamdAt({ host: '127.0.0.1', port })(Buffer.from('a'))).rejects.toThrow();
  });

  it.each([
    ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
    ['clamd:3310', { host: 'clamd', port: 3310 }],
    ['[::1]:3310', { host: '::1', port: 3310 }],
    ['clamd', undefined],
    ['clamd:99999', undefined],
    ['http://clamd:3310', undefined],
  ])('is named in the settings as a socket or host and port: %s', (text, address) => {
    expect(clamdAddress(text)).toEqual(address);
  });
});
