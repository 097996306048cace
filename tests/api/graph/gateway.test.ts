import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Gateway } from '#api/graph/gateway.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { gatewayTo } from '#tests/builders/gateway.ts';
import { ssoTokenOf } from '#tests/builders/graph-client.ts';
import { APP_ID, aLocalTenant, testClients } from '#tests/builders/local-tenant.ts';
import { TENANT_ID } from '#tests/builders/tenant-school.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

let tenant: Awaited<ReturnType<typeof aLocalTenant>>;
let world: World;
let gateway: Gateway;
let ruth: Actor;
let gareth: Actor;

const instant = (text: string): Instant => text as Instant;
const day = (text: string): Day => text as Day;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const actorOf = async (key: string, role: Actor['roles'][number]): Promise<Actor> => ({
  ...(await world.actorFor(role)),
  assertion: await ssoTokenOf(tenant, key),
});

beforeAll(async () => {
  const clients = testClients().map((client) =>
    client.mailboxes ? { ...client, bot: true, mailboxes: [...client.mailboxes, 'ruth.okafor@hollinbank.example'] } : client,
  );
  tenant = await aLocalTenant({ clients, now: () => new Date('2026-11-22T09:00:00Z') });
  world = await aWorld();
  await world.sql(`insert into waymark.organisation (organisation_id, name) values ('${TENANT_ID}', 'Hollin Bank School')`);
  gateway = gatewayTo(tenant, world.database, world.parts.log);
  ruth = await actorOf('ruth.okafor', 'coordinator');
  gareth = await actorOf('gareth.pugh', 'teacher');
});
beforeEach(() => tenant.controls.reset());
afterAll(async () => {
  await world.close();
  await tenant.stop();
});

const booking = (transactionId: string) => ({
  transactionId,
  subject: 'Review WM-0412',
  startsAt: instant('2026-12-08T14:00:00.000Z'),
  endsAt: instant('2026-12-08T15:00:00.000Z'),
  timeZone: 'Europe/London',
  place: 'Room 4',
  invited: [
    { name: 'Gareth Pugh', email: 'gareth.pugh@hollinbank.example', required: true },
    { name: 'Joanna Tse', email: 'joanna.tse@nhs.example', required: false },
  ],
});

describe('dates in a calendar of one’s own', () => {
  const RUTH = 'ruth.okafor@hollinbank.example';
  const entry = (subject: string, on: string, until: string) => ({ subject, on: day(on), until: day(until), zone: 'Europe/London' });
  const transactionId = '6f1dcb1e-55a9-4dbb-9e0f-8a54f2f6c001';

  it('are whole days that block nothing, made once however often they are sent, moved and taken out', async () => {
    const first = await gateway.dates.add(RUTH, { ...entry('WM-0412: Final plan due', '2026-12-02', '2026-12-03'), transactionId });
    expect(await gateway.dates.add(RUTH, { ...entry('WM-0412: Final plan due', '2026-12-02', '2026-12-03'), transactionId })).toBe(first);
    const [read] = await gateway.calendars.read(ruth, [RUTH], day('2026-12-02'), day('2026-12-02'));
    expect(JSON.stringify(read)).not.toContain('2026-12-02T00:00:00');
    expect(await gateway.dates.change(RUTH, first, entry('WM-0412: Final plan due', '2026-12-09', '2026-12-10'))).toBe(true);
    expect([await gateway.dates.remove(RUTH, first), await gateway.dates.remove(RUTH, first)]).toEqual([true, false]);
    expect(await gateway.dates.change(RUTH, first, entry('WM-0412', '2026-12-09', '2026-12-10'))).toBe(false);
  });

  it('go into no calendar that the administrator has not named', async () => {
    const ask = { ...entry('WM-0412', '2026-12-02', '2026-12-03'), transactionId };
    await expect(gateway.dates.add('gareth.pugh@hollinbank.example', ask)).rejects.toMatchObject({
      kind: 'elsewhere-unwell',
      message: expect.stringContaining('write into the Outlook calendar: a permission is missing'),
    });
  });
});

describe('calendars', () => {
  it('tells when colleagues are not free, and of whom nothing is known', async () => {
    const read = await gateway.calendars.read(
      ruth,
      ['gareth.pugh@hollinbank.example', 'nobody@elsewhere.example'],
      day('2026-11-23'),
      day('2026-11-24'),
    );
    expect(read[0]).toMatchObject({
      email: 'gareth.pugh@hollinbank.example',
      busy: [
        { from: '2026-11-23T09:00:00.000Z', to: '2026-11-23T10:00:00.000Z', how: 'busy' },
        { from: '2026-11-23T11:00:00.000Z', to: '2026-11-23T12:00:00.000Z', how: 'tentative' },
      ],
    });
    expect(read[1]).toMatchObject({ email: 'nobody@elsewhere.example', unreadable: expect.any(String) });
  });

  it('asks for twenty mailboxes at a time and keeps their order', async () => {
    const emails = Array.from({ length: 45 }, (_, index) =>
      index === 44 ? 'gareth.pugh@hollinbank.example' : `nobody${index}@elsewhere.example`,
    );
    const read = await gateway.calendars.read(ruth, emails, day('2026-11-23'), day('2026-11-23'));
    expect(read.map((one) => one.email)).toEqual(emails);
    expect(read[44]).toHaveProperty('busy');
  });

  it('waits as long as Graph asks, in seconds, decimals, or not at all, and then succeeds', async () => {
    for (const retryAfter of ['0', '0.2', null]) {
      tenant.controls.set({ throttle: { after: 0, retryAfter, times: 1 } });
      await expect(
        gateway.calendars.read(ruth, ['gareth.pugh@hollinbank.example'], day('2026-11-23'), day('2026-11-23')),
      ).resolves.toHaveLength(1);
    }
  });

  it('says in plain words when Microsoft 365 keeps asking to slow down', async () => {
    tenant.controls.set({ throttle: { after: 0, retryAfter: '60' } });
    await expect(
      gateway.calendars.read(ruth, ['gareth.pugh@hollinbank.example'], day('2026-11-23'), day('2026-11-23')),
    ).rejects.toMatchObject({
      kind: 'elsewhere-unwell',
      message: 'Microsoft 365 is asking Waymark to slow down, so it could not read the calendars yet. Try again in a minute.',
    });
  });
});

describe('events', () => {
  it('are private, online and named by the case; the same transaction never books twice, whoever repeats it', async () => {
    const first = await gateway.events.book(ruth, booking('7f9a0b52-1111-4222-8333-000000000001'));
    const again = await gateway.events.book(null, booking('7f9a0b52-1111-4222-8333-000000000001'));
    expect(again.id).toBe(first.id);
    expect(first.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\//);
  });

  it('is booked once though the first answer was lost on its way', async () => {
    tenant.controls.set({ failNext: { times: 1, status: 504 } });
    const booked = await gateway.events.book(ruth, booking('7f9a0b52-1111-4222-8333-000000000002'));
    const again = await gateway.events.book(null, booking('7f9a0b52-1111-4222-8333-000000000002'));
    expect(again.id).toBe(booked.id);
  });

  it('is made by the application where the person has no right in the shared calendar', async () => {
    tenant.controls.set({ withdrawnPermissions: ['Calendars.ReadWrite.Shared'] });
    await expect(gateway.events.book(gareth, booking('7f9a0b52-1111-4222-8333-000000000003'))).resolves.toHaveProperty('id');
  });

  it('names a missing permission as the administrator’s to mend', async () => {
    tenant.controls.set({ withdrawnPermissions: ['Calendars.ReadWrite', 'Calendars.ReadWrite.Shared'] });
    await expect(gateway.events.book(ruth, booking('7f9a0b52-1111-4222-8333-000000000004'))).rejects.toMatchObject({
      kind: 'elsewhere-unwell',
      message:
        'Microsoft 365 does not let Waymark put the meeting into the calendars: a permission is missing. Your administrator sees which in Settings.',
    });
  });
});

describe('files', () => {
  it('lists a case folder, and an absent one as empty', async () => {
    expect((await gateway.files.list(ruth, 'WM-0412')).map((file) => file.name)).toEqual([
      'WM-0412 speech and language advice 2026-10-14.docx',
    ]);
    expect(await gateway.files.list(ruth, 'WM-9999')).toEqual([]);
  });

  it('saves into a folder that is made on the way, reads back the same bytes, in the name of the coordinator', async () => {
    const saved = await gateway.files.save(ruth, 'WM-0500', 'WM-0500 SEN support plan 2026-11-22.docx', bytes('one'));
    expect(await gateway.files.read(null, saved)).toEqual(bytes('one'));
    expect(saved.changedBy).toBe('Ruth Okafor');
  });

  it('a stale version does not overwrite a newer one', async () => {
    const first = await gateway.files.save(ruth, 'WM-0501', 'WM-0501 plan.docx', bytes('one'));
    await gateway.files.save(ruth, 'WM-0501', 'WM-0501 plan.docx', bytes('two'), first.eTag);
    await expect(gateway.files.save(ruth, 'WM-0501', 'WM-0501 plan.docx', bytes('three'), first.eTag)).rejects.toMatchObject({
      kind: 'changed-meanwhile',
    });
    expect(await gateway.files.read(null, first)).toEqual(bytes('two'));
  });

  it('a file of six megabytes goes up in ranges and comes down whole', async () => {
    const large = new Uint8Array(6 * 1024 * 1024).map((_, index) => index % 251);
    const saved = await gateway.files.save(ruth, 'WM-0502', 'WM-0502 scans.pdf', large);
    expect(Buffer.from(await gateway.files.read(null, saved)).equals(Buffer.from(large))).toBe(true);
  });

  it('a coordinator whose own grant is missing is served by the application, and nothing is lost', async () => {
    const ungranted = { ...ruth, assertion: await ssoTokenOf(tenant, 'priya.nair') };
    const saved = await gateway.files.save(ungranted, 'WM-0503', 'WM-0503 plan.docx', bytes('one'));
    expect([saved.changedBy, await gateway.files.read(null, saved)]).toEqual([null, bytes('one')]);
  });

  it('a teacher who drafts a plan is served by the application, not by rights of their own', async () => {
    expect(await gateway.files.list(gareth, 'WM-0412')).toHaveLength(1);
  });
});

describe('sign-in to Graph', () => {
  it('keeps tokens in PostgreSQL, one encrypted row a person', async () => {
    await gateway.calendars.read(ruth, ['gareth.pugh@hollinbank.example'], day('2026-11-23'), day('2026-11-23'));
    const rows = await world.sql<{ partition: string; cipher: Buffer }>(
      `select partition, cipher from waymark.token_cache where organisation_id = '${TENANT_ID}'`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(2);
    for (const { cipher } of rows) expect(Buffer.from(cipher).toString('latin1')).not.toMatch(/eyJ|AccessToken|secret/);
  });

  it('another process finds them there and asks the issuer for none', async () => {
    const second = gatewayTo(tenant, world.database, world.parts.log);
    tenant.controls.set({ consentMissing: [`${APP_ID}/*`] });
    await expect(
      second.calendars.read(ruth, ['gareth.pugh@hollinbank.example'], day('2026-11-23'), day('2026-11-23')),
    ).resolves.toHaveLength(1);
  });

  it('says to sign in again when the tenant asks for it', async () => {
    tenant.controls.set({ claimsChallenge: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}' });
    const priya = await actorOf('priya.nair', 'coordinator');
    await expect(
      gateway.calendars.read(priya, ['gareth.pugh@hollinbank.example'], day('2026-11-23'), day('2026-11-23')),
    ).rejects.toMatchObject({
      kind: 'not-allowed',
      message: 'Microsoft 365 asks you to sign in or agree again first. Nothing was changed.',
      claims: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}',
    });
  });
});

describe('mail and reachability', () => {
  it('sends from the shared mailbox', async () => {
    await expect(
      gateway.mail.send({
        to: [{ name: 'Gareth Pugh', email: 'gareth.pugh@hollinbank.example' }],
        subject: 'WM-0412: papers',
        text: 'In Waymark.',
      }),
    ).resolves.toBeUndefined();
  });

  it('knows when Graph cannot be reached', async () => {
    await expect(gateway.reachable()).resolves.toBeUndefined();
    const fresh = gatewayTo(tenant, world.database, world.parts.log);
    tenant.controls.set({ outage: 'refused' });
    await expect(fresh.reachable()).rejects.toBeDefined();
  });
});

describe('notices in the activity feed', () => {
  const notice = {
    kind: 'asked',
    about: 'WM-0412',
    preview: 'A contribution is asked of you.',
    link: 'https://teams.microsoft.com/l/entity/app/waymark',
    chain: 7,
  } as const;
  const ROOM = '/rooms/chats';

  it('come to whoever has the app, one for each chain, and to nobody else', async () => {
    const people = (await (await fetch(`${tenant.plainOrigin}/rooms/people`)).json()) as { id: string; key: string }[];
    const person = people.find(({ key }) => key === 'gareth.pugh')?.id ?? '';
    const shown = async (): Promise<object[]> => (await fetch(`${tenant.plainOrigin}/rooms/notices?person=${person}`)).json() as never;
    expect(await gateway.activity.notify(person, notice)).toBe('refused');
    const chats = (await (await fetch(`${tenant.plainOrigin}${ROOM}?person=${person}`)).json()) as { id: string; kind: string }[];
    const own = chats.find(({ kind }) => kind === 'personal')?.id ?? '';
    await fetch(`${tenant.plainOrigin}${ROOM}/${encodeURIComponent(own)}/install`, { method: 'POST', body: JSON.stringify({ person }) });
    expect([await gateway.activity.notify(person, notice), await gateway.activity.notify(person, notice)]).toEqual(['sent', 'sent']);
    expect(await shown()).toMatchObject([{ type: 'contributionAsked', about: 'WM-0412', preview: 'A contribution is asked of you.' }]);
  });
});

describe('the preflight', () => {
  it('finds every permission at work', async () => {
    const tried = await gateway.preflight(ruth);
    expect(tried.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'User.Read works',
      'Calendars.Read works',
      'Calendars.ReadWrite.Shared works',
      'Sites.Selected works',
      'Files.Read works',
      'Sites.Selected works',
      'EduRoster.Read.All works',
      'GroupMember.Read.All works',
      'User.Read.All works',
      'Calendars.ReadWrite works',
      'Mail.Send works',
    ]);
  });

  it('names each that was withdrawn, with the step that mends it', async () => {
    tenant.controls.set({ withdrawnPermissions: ['Sites.Selected'] });
    const lost = (await gateway.preflight(ruth)).find((one) => one.name === 'Sites.Selected' && one.kind === 'application');
    expect(lost).toMatchObject({
      outcome: 'missing',
      without: 'no document can be drafted, read or filed',
      cure: expect.stringContaining('Grant-PnPAzureADAppSitePermission'),
    });
  });

  it('tells consent from a share of one’s own: an administrator who cannot open the SEND mailbox is shown no missing permission', async () => {
    const tried = await gateway.preflight(await actorOf('priya.nair', 'teacher'));
    expect(tried.filter(({ outcome }) => outcome === 'refused-as-it-should').map(({ name, cure }) => [name, cure])).toEqual([
      ['Calendars.ReadWrite.Shared', null],
      ['Sites.Selected', null],
    ]);
    expect(tried.filter(({ outcome }) => outcome === 'missing')).toEqual([]);
    tenant.controls.set({ withdrawnPermissions: ['Calendars.ReadWrite.Shared'] });
    const after = await gateway.preflight(await actorOf('hannah.brook', 'teacher'));
    expect(after.filter(({ outcome }) => outcome === 'missing').map(({ name }) => name)).toEqual(['Calendars.ReadWrite.Shared']);
  });

  it('looks at throttled items of a batch one by one', async () => {
    tenant.controls.set({ throttleBatchItems: 2 });
    expect((await gateway.preflight(ruth)).every((one) => one.outcome === 'works')).toBe(true);
  });
});
