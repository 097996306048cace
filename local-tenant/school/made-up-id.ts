import { createHash } from 'node:crypto';

/** A UUID that belongs to a name for good (`pupil callum.reid`), so that each start of the made-up school gives the same ids. */
export const madeUpId = (name: string): string => {
  const hex = createHash('sha256').update(`hollin-bank ${name}`).digest('hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
};
