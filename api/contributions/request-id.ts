import { createHash } from 'node:crypto';

/** The id of one pupil's request within one that was made for several: the same each time it is sent. */
export const requestIdFor = (request: string, pupil: string): string => {
  const digest = createHash('sha256').update(`${request} ${pupil}`).digest('hex');
  return [digest.slice(0, 8), digest.slice(8, 12), `5${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`, digest.slice(20, 32)].join('-');
};
