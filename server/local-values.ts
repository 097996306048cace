import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Clock } from '#api/parts.ts';
import type { Day } from '#domain/calendar/day.ts';
import { systemClock } from './clock.ts';

/** The registration of Waymark in the made-up tenant; the bot answers under the same id. Nothing but the local tenant knows it. */
export const LOCAL_CLIENT = '5f0c6f3e-7d0a-4c55-9a55-0d1e5a3b7c21';

/** Made once on each machine and kept under .data: no secret, not even a made-up one, stands in the repository. */
export type LocalValues = {
  readonly clientSecret: string;
  /** 32 bytes in base64. */
  readonly tokenKey: string;
  /** The day on which the school's stories were told here; seed and tenant tell them around the same day. */
  readonly day: Day;
};

const shape = z.strictObject({ clientSecret: z.string(), tokenKey: z.string(), day: z.iso.date().transform((text) => text as Day) });

const fresh = ({ today }: Clock): LocalValues => ({
  clientSecret: randomBytes(24).toString('base64url'),
  tokenKey: randomBytes(32).toString('base64'),
  day: today('Europe/London'),
});

/** Reads this machine's values, or makes them; two processes that make them at the same moment end up with the same. */
export const localValues = (folder: string, clock: Clock = systemClock): LocalValues => {
  const file = path.join(folder, 'local-values.json');
  const read = (): LocalValues => shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  try {
    return read();
  } catch (fault) {
    if ((fault as { code?: string }).code !== 'ENOENT') throw fault;
  }
  mkdirSync(folder, { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify(fresh(clock)), { mode: 0o600 });
  try {
    linkSync(own, file);
  } catch (fault) {
    if ((fault as { code?: string }).code !== 'EEXIST') throw fault;
  } finally {
    rmSync(own, { force: true });
  }
  return read();
};
