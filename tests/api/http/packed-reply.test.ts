import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { packedFor } from '#api/http/packed-reply.ts';

const long = Buffer.from(JSON.stringify({ rows: Array.from({ length: 400 }, (_, number) => ({ number, name: 'Mei-Lin Zhao' })) }));

describe('a reply on its way', () => {
  it.each(['gzip', 'br, gzip;q=0.8', 'deflate, GZIP'])('is packed for an asker that takes %s, and says the same', async (accepts) => {
    const packed = await packedFor(accepts, long);
    expect(gunzipSync(packed!)).toEqual(long);
    expect(packed!.length).toBeLessThan(long.length / 4);
  });

  it.each([undefined, '', 'br', 'gzip;q=0', 'br, gzip; q=0.0, deflate'])('goes out as it is where the asker sends %p', (accepts) => {
    expect(packedFor(accepts, long)).toBeNull();
  });

  it('is not packed where it is short', () => {
    expect(packedFor('gzip', Buffer.from('{"status":"ok"}'))).toBeNull();
  });

  it('is packed once where the same bytes go out again', async () => {
    expect(await packedFor('gzip', long)).toBe(await packedFor('gzip', long));
  });
});
