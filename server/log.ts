import pino, { type DestinationStream } from 'pino';
import type { Log } from '#api/parts.ts';

/** JSON lines with ids and moments; to standard output, or to a file where the terminal is for people. */
export const openLog = (level: string, file?: string): Log => {
  const destination: DestinationStream = file
    ? pino.destination({ dest: file, mkdir: true, sync: false, mode: 0o600 })
    : pino.destination(1);
  return pino({ level, base: { process: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, destination);
};
