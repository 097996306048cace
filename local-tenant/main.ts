/**
 * The local tenant as a process of its own. Settings come as JSON in `WAYMARK_LOCAL_TENANT`, or as the one argument. When ready it says so once, as one JSON line or as a message to its parent, and it ends with its parent.
 */
import { readFileSync } from 'node:fs';
import type { Day } from '#domain/calendar/day.ts';
import { hollinBank } from './school/hollin-bank.ts';
import type { MadeUpSchool } from './school/school.ts';
import type { RegisteredClient } from './settings.ts';
import { startLocalTenant } from './start.ts';

type ProcessSettings = {
  readonly folder: string;
  readonly port?: number;
  readonly plainPort?: number;
  readonly host?: string;
  readonly clients: readonly RegisteredClient[];
  readonly botEndpoint?: string;
  readonly roomsDir?: string;
  readonly logFile?: string;
  /** The day on which mailboxes and library live, `2026-11-23`, at the real time of day; absent: the real one. */
  readonly today?: string;
  /** The day around which the school's stories are told; a later start of the same folder should name the same day. Absent: today. */
  readonly storyDay?: string;
  /** The school as a JSON file, in place of Hollin Bank. */
  readonly schoolFile?: string;
};

const settingsOf = (): ProcessSettings => {
  const text = process.argv[2] ?? process.env.WAYMARK_LOCAL_TENANT;
  if (!text) throw new Error('The local tenant needs its settings as JSON, as the first argument or in WAYMARK_LOCAL_TENANT.');
  return JSON.parse(text);
};

const schoolOf = ({ schoolFile, storyDay, today }: ProcessSettings): MadeUpSchool =>
  schoolFile
    ? JSON.parse(readFileSync(schoolFile, 'utf8'))
    : hollinBank((storyDay ?? today ?? new Date().toISOString().slice(0, 10)) as Day);

/** The chosen day with the clock's own time, moving on as the real one does. */
const clockFrom = (today: string | undefined) => {
  if (!today) return undefined;
  const real = new Date();
  const shift = Date.parse(`${today}T00:00:00Z`) - Date.UTC(real.getUTCFullYear(), real.getUTCMonth(), real.getUTCDate());
  return () => new Date(Date.now() + shift);
};

const tell = (message: Record<string, unknown>) => {
  if (process.send) process.send(message);
  else process.stdout.write(`${JSON.stringify(message)}\n`);
};

const run = async () => {
  const settings = settingsOf();
  const { port = 0, today, storyDay: _story, schoolFile: _file, ...rest } = settings;
  const now = clockFrom(today);
  const tenant = await startLocalTenant({ ...rest, port, school: schoolOf(settings), ...(now ? { now } : {}) });
  const end = async () => {
    await tenant.close();
    process.exit(0);
  };
  process.on('disconnect', end);
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  const { origin, plainOrigin, caFile, tenantId } = tenant;
  tell({ ready: true, origin, plainOrigin, caFile, tenantId });
};

run().catch((fault: unknown) => {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'fault';
  process.stderr.write(`The local tenant did not start: ${wordsFor(fault)}\n`);
  tell({ ready: false, code, words: wordsFor(fault) });
  process.exit(1);
});

const SENTENCES: Readonly<Record<string, string>> = {
  EADDRINUSE: 'its port is already taken.',
  ENOSPC: 'there is no space left on the disk.',
  EACCES: 'its folder may not be written.',
};

function wordsFor(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  return ('code' in fault && SENTENCES[String(fault.code)]) || fault.message;
}
