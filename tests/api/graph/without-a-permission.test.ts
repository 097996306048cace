import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Permission, permissionsOf } from '#api/graph/permissions.ts';
import { healthOf, readinessOf } from '#api/http/health.ts';
import { runSync } from '#api/roster/run-sync.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { gatewayTo, SEND_MAILBOX } from '#tests/builders/gateway.ts';
import { ssoTokenOf } from '#tests/builders/graph-client.ts';
import { aLocalTenant, testClients } from '#tests/builders/local-tenant.ts';
import { TENANT_ID } from '#tests/builders/tenant-school.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

/* Each permission is taken away alone. What leans on it says so in a sentence or goes another way; every page still opens. */

const RUTH = 'ruth.okafor@hollinbank.example';
const ASKED = permissionsOf(SEND_MAILBOX, '', 0);
const named = ({ kind, name }: Permission) => `${kind} ${name}`;

let tenant: Awaited<ReturnType<typeof aLocalTenant>>;
let world: World;
let ruth: Actor;
let transactions = 0;
let readings = 0;

beforeAll(async () => {
  const asked = (kind: Permission['kind']) => ASKED.filter((one) => one.kind === kind && one.by !== 'exchange').map(({ name }) => name);
  const [waymark] = testClients();
  const client = {
    ...waymark!,
    bot: true,
    delegated: asked('delegated'),
    application: asked('application'),
    mailboxes: [SEND_MAILBOX, RUTH],
  };
  tenant = await aLocalTenant({ clients: [client], now: () => new Date('2026-11-22T09:00:00Z') });
  world = await aWorld({ organisation: TENANT_ID, graph: (database, log) => gatewayTo(tenant, database, log) });
  const coordinator = await world.actorFor('coordinator');
  ruth = { ...coordinator, roles: ['coordinator', 'administrator'] };
  await world.enrol();
});
afterEach(() => tenant.controls.reset());
afterAll(async () => {
  await world.close();
  await tenant.stop();
});

/** Takes one permission away and signs in anew, as on the morning after an administrator did so. */
const without = async (permission: Permission): Promise<Actor> => {
  tenant.controls.set({ withdrawnPermissions: [`${permission.kind}:${permission.name}`] });
  return { ...ruth, assertion: await ssoTokenOf(tenant, 'ruth.okafor') };
};

const booking = () => {
  transactions += 1;
  return {
    transactionId: `7f9a0b52-1111-4222-8333-${String(transactions).padStart(12, '0')}`,
    subject: 'Review WM-0398',
    startsAt: '2026-11-25T10:00:00Z' as Instant,
    endsAt: '2026-11-25T11:00:00Z' as Instant,
    timeZone: 'Europe/London',
    place: null,
    invited: [],
  };
};

const day = (text: string): Day => text as Day;
const bytes = new TextEncoder().encode('A plan');
const graph = () => world.parts.graph;

const problemOf = async (person: Actor): Promise<string | undefined> => {
  // The last reading is the one that began last.
  readings += 1;
  world.clock.set(`2026-11-23T1${readings}:00:00.000Z`);
  await runSync(world.parts, { organisation: TENANT_ID, person: null, door: 'queue' });
  const { last } = await world.casework.openPeopleSync(person);
  return [last?.problem, ...(last?.notes ?? [])].filter(Boolean).join(' ');
};

/** What is to happen to the one thing that leans on a permission. */
const FEATURE: Readonly<Record<string, (person: Actor) => Promise<void>>> = {
  'delegated User.Read': async (person) => {
    expect(await graph().groups.among(person, ['00000000-0000-4000-8000-00000000aaaa'])).toEqual([]);
  },
  'delegated Calendars.Read': async (person) => {
    await expect(graph().calendars.read(person, ['gareth.pugh@hollinbank.example'], day('2026-11-23'), day('2026-11-23'))).rejects.toThrow(
      /read the calendars: a permission is missing/,
    );
  },
  'delegated Calendars.ReadWrite.Shared': async (person) => {
    await expect(graph().events.book(person, booking())).resolves.toHaveProperty('id');
  },
  'delegated Sites.Selected': async (person) => {
    // Signed by Waymark: the history names no person.
    expect(await graph().files.save(person, 'WM-0398', 'WM-0398 letter.docx', bytes)).toMatchObject({
      name: 'WM-0398 letter.docx',
      changedBy: null,
    });
  },
  'delegated Files.Read': async (person) => {
    expect((await graph().workbooks.find(person, '')).missing.join(' ')).toMatch(/OneDrive/);
  },
  'application Sites.Selected': async () => {
    await expect(graph().files.list(null, 'WM-0398')).rejects.toThrow(
      /a permission is missing\. Your administrator sees which in Settings/,
    );
  },
  'application EduRoster.Read.All': async (person) => {
    expect(await problemOf(person)).toMatch(/permission/i);
  },
  'application GroupMember.Read.All': async (person) => {
    expect(await problemOf(person)).toMatch(/GroupMember\.Read\.All.*one by one/);
  },
  'application User.Read.All': async (person) => {
    expect(await problemOf(person)).toMatch(/account/i);
  },
  'application Calendars.ReadWrite': async () => {
    const entry = { subject: 'WM-0412', on: day('2026-12-02'), until: day('2026-12-03'), zone: 'Europe/London' };
    await expect(graph().dates.add(RUTH, { ...entry, transactionId: booking().transactionId })).rejects.toThrow(/a permission is missing/);
  },
  'application Mail.Send': async () => {
    const letter = { to: [{ name: 'Ruth Okafor', email: RUTH }], subject: 'Review WM-0398', text: 'The review is booked.' };
    await expect(graph().mail.send(letter)).rejects.toThrow(/a permission is missing/);
  },
};

/** What the pages ask for when they open; none may wait for a permission. */
const pagesOf = ({ casework: deeds }: World, person: Actor) => ({
  'who am I': deeds.whoAmI(person),
  today: deeds.openToday(person),
  caseload: deeds.openCaseload(person),
  meetings: deeds.openMeetings(person),
  compliance: deeds.openCompliance(person, { period: 'term' }),
  classes: deeds.openClasses(person),
  register: deeds.openRegister(person),
  people: deeds.openPeopleSync(person),
  plans: deeds.openExistingPlans(person),
  privacy: deeds.openPrivacy(person),
  roles: deeds.openRoles(person),
  calendars: deeds.openCalendars(person),
  actions: deeds.openActions(person, {}),
});

describe.each(ASKED.map((permission) => [named(permission), permission] as const))('without %s', (name, permission) => {
  it('the preflight names it and no other, with what waits and the step that mends it', async () => {
    const { ready, permissions } = await world.casework.preflight(await without(permission));
    expect(permissions.filter(({ outcome }) => outcome === 'missing')).toEqual([
      expect.objectContaining({ name: permission.name, kind: permission.kind, without: permission.without, cure: permission.cure }),
    ]);
    expect(ready).toBe(false);
  });

  it('what leans on it says so, or goes another way', async () => {
    const feature = FEATURE[name];
    expect(feature).toBeDefined();
    await feature?.(await without(permission));
  });

  it('every page opens, and the service takes work and says how it is', async () => {
    const person = await without(permission);
    const opened = Object.entries(pagesOf(world, person));
    const failed = (
      await Promise.all(
        opened.map(([page, answer]) =>
          answer.then(
            () => [],
            (fault: Error) => [`${page}: ${fault.message}`],
          ),
        ),
      )
    ).flat();
    expect(failed).toEqual([]);
    // A gateway of its own: what one has seen stands for ten seconds.
    const fresh = gatewayTo(tenant, world.database, world.parts.log);
    const looks = { graph: () => fresh.reachable(), database: () => world.database.ping(), queue: async () => undefined };
    expect(await readinessOf(looks, false)).toEqual({ status: 'ready' });
    const unwell = {
      status: 'unwell',
      parts: expect.objectContaining({ graph: expect.stringMatching(/does not let Waymark into the SEND site/) }),
    };
    expect(await healthOf(looks)).toEqual(name === 'application Sites.Selected' ? unwell : { status: 'ok' });
  });
});

it('each permission has a feature here that leans on it, and names deeds', () => {
  expect(Object.keys(FEATURE)).toEqual(ASKED.map(named));
  expect(ASKED.filter(({ deeds }) => deeds.length === 0 || deeds.some((deed) => !(deed in world.casework)))).toEqual([]);
});
