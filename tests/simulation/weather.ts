import { setTimeout as wait } from 'node:timers/promises';
import type { ControlSettings } from '#local-tenant/controls.ts';
import { between, type Chance, oneOf } from './chance.ts';
import type { SimulatedSchool } from './simulated-school.ts';

/** Something that goes wrong for a while: its name for whoever reads the run, how it begins and how it ends. */
type Trouble = {
  readonly name: string;
  readonly begin: (school: SimulatedSchool) => unknown;
  readonly end: (school: SimulatedSchool) => unknown;
};

const graph = (name: string, switches: Partial<ControlSettings>): Trouble => ({
  name,
  begin: ({ tenant }) => tenant.controls.set(switches),
  end: ({ tenant }) => tenant.controls.reset(),
});

/** What can be over in a moment; the short run draws from these. */
const BRIEF: readonly Trouble[] = [
  graph('Graph throttles', { throttle: { after: 2, retryAfter: '1' } }),
  graph('Graph throttles without a word', { throttle: { after: 0, retryAfter: null, times: 8 } }),
  graph('Graph answers 503', { outage: 'refused' }),
  graph('Graph answers 504', { outage: 'late' }),
  graph('the line to Graph is cut', { outage: 'reset' }),
  graph('answers break off', { cutReplies: 3 }),
  graph('batches come back half', { throttleBatchItems: 12 }),
  graph('Graph is slow', { latencyMs: 700 }),
  graph('the mailbox is full', { mailbox: 'full' }),
  graph('the library is full', { sendLibrary: 'full' }),
  graph('the site is deleted', { sendLibrary: 'site-deleted' }),
  graph('the issuer answers 503', { signIn: 'refused' }),
  graph('the secret has run out', { signIn: 'secret-expired' }),
  graph('a permission is withdrawn', { withdrawnPermissions: ['Calendars.ReadWrite', 'Sites.Selected'] }),
  {
    name: 'tokens stop holding',
    begin: async ({ tenant }) => {
      await tenant.controls.rotateKeys();
      await tenant.controls.dropOldKeys();
    },
    end: () => undefined,
  },
  {
    name: 'the disk is full',
    begin: ({ world }) =>
      world.sql('create trigger no_room before insert on waymark.audit_entry for each row execute function waymark.no_room()'),
    end: ({ world }) => world.sql('drop trigger if exists no_room on waymark.audit_entry'),
  },
];

/** What takes somebody's whole patience, or the queue its connections; only the long run has the time for it to settle. */
const LONG: readonly Trouble[] = [
  graph('Graph is silent', { outage: 'silent' }),
  graph('the issuer is silent', { signIn: 'silent' }),
  { name: 'the record is cut off', begin: ({ wire }) => wire.cut(), end: ({ wire }) => wire.mend() },
  {
    name: 'PostgreSQL ends every connection',
    begin: ({ world }) =>
      world.sql(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'waymark' and datname = current_database()",
      ),
    end: () => undefined,
  },
  { name: 'the record is silent', begin: ({ wire }) => wire.silence(), end: () => undefined },
];

/** One trouble after another, now and then a calm, until told to stop; leaves everything well. Answers what there was. */
export const weather = async (school: SimulatedSchool, chance: Chance, long: boolean, stop: AbortSignal): Promise<readonly string[]> => {
  const had: string[] = [];
  const troubles = long ? [...BRIEF, ...LONG] : BRIEF;
  while (!stop.aborted) {
    const trouble = oneOf(chance, troubles);
    const [lasts, calm] = [between(chance, 150, long ? 4_000 : 900), between(chance, 50, long ? 2_000 : 400)];
    had.push(trouble.name);
    await trouble.begin(school);
    await wait(lasts, undefined, { signal: stop }).catch(() => undefined);
    await trouble.end(school);
    // Time passes for the queue: what it put off comes round again.
    await school.hurry();
    await wait(calm, undefined, { signal: stop }).catch(() => undefined);
  }
  return had;
};
