import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const pack = promisify(gzip);
/** Below this many bytes a reply fits into a packet or two as it is. */
const SMALL = 2_048;
/** Half the work of gzip's usual level for a few bytes more. */
const LEVEL = 4;

const known = new WeakMap<Buffer, Promise<Buffer>>();

const takesGzip = (accepts: string): boolean => /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(accepts);

/**
 * The written reply as gzip, or null where it goes out as it is: it is small, or the asker takes no gzip. Bytes that are sent again and
 * again (`writerOf` hands out the same ones) are packed once. `accepts` is the request's Accept-Encoding.
 */
export const packedFor = (accepts: string | undefined, written: Buffer): Promise<Buffer> | null => {
  if (written.length < SMALL || !takesGzip(accepts ?? '')) return null;
  const before = known.get(written);
  if (before) return before;
  const packed = pack(written, { level: LEVEL });
  known.set(written, packed);
  return packed;
};
