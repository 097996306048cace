import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Client, FileUpload, GraphError, LargeFileUploadTask, PageIterator } from '@microsoft/microsoft-graph-client';
import type { DriveItem, Event, User } from '@microsoft/microsoft-graph-types';
import { graphFor } from '#tests/builders/graph-client.ts';
import { aLocalTenant } from '#tests/builders/local-tenant.ts';

let tenant: Awaited<ReturnType<typeof aLocalTenant>>;
let ruth: Client;
let app: Client;
let drive: string;

beforeAll(async () => {
  tenant = await aLocalTenant({ now: () => new Date('2026-11-23T08:15:00Z') });
  [ruth, app] = await Promise.all([graphFor(tenant, 'ruth.okafor'), graphFor(tenant, 'application')]);
  const site = (await app.api('/sites/hollinbank.sharepoint.com:/sites/SEND').get()) as { id: string };
  drive = ((await app.api(`/sites/${site.id}/drive`).get()) as { id: string }).id;
});
afterAll(() => tenant.stop());
beforeEach(() => tenant.controls.reset());

const refusalOf = async (work: Promise<unknown>) => {
  const fault = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(fault).toBeInstanceOf(GraphError);
  return fault as GraphError;
};

describe('the real Graph client over HTTPS', () => {
  it('walks through pages with the PageIterator', async () => {
    const names: string[] = [];
    const first = await app.api('/users').top(3).select('id,displayName').get();
    expect(first['@odata.nextLink']).toContain('$skiptoken');
    await new PageIterator(app, first, (user: User) => {
      names.push(user.displayName ?? '');
      return true;
    }).iterate();
    expect(names).toHaveLength(8);
    expect(new Set(names).size).toBe(8);
  });

  it('uploads a large file in ranges, to an address that takes no token', async () => {
    const bytes = Buffer.alloc(1_000_000, 'Waymark ');
    const session = await LargeFileUploadTask.createUploadSession(
      app,
      `${tenant.origin}/v1.0/drives/${drive}/root:/WM-0412/bundle.pdf:/createUploadSession`,
      { item: { '@microsoft.graph.conflictBehavior': 'replace' } },
    );
    const task = new LargeFileUploadTask(app, new FileUpload(new Uint8Array(bytes), 'bundle.pdf', bytes.length), session, {
      rangeSize: 327_680,
    });
    const { responseBody } = await task.upload();
    expect((responseBody as DriveItem).size).toBe(1_000_000);
    const back = (await app
      .api(`/drives/${drive}/root:/WM-0412/bundle.pdf:/content`)
      .responseType('arraybuffer' as never)
      .get()) as ArrayBuffer;
    expect(Buffer.compare(Buffer.from(back), bytes)).toBe(0);
  });

  it.each(['1', '0'])('waits as long as Retry-After says (%s) and then succeeds', async (retryAfter) => {
    tenant.controls.set({ throttle: { after: 0, retryAfter, times: 1 } });
    const me = (await ruth.api('/me').get()) as User;
    expect(me.displayName).toBe('Ruth Okafor');
  });

  it('follows a delta link to exactly what changed since', async () => {
    const first = await app.api(`/drives/${drive}/root/delta`).get();
    await app.api(`/drives/${drive}/root/children`).post({ name: 'WM-0398', folder: {} });
    const second = await app.api(first['@odata.deltaLink']).get();
    expect(second.value.map(({ name }: DriveItem) => name)).toEqual(['WM-0398']);
    const third = await app.api(second['@odata.deltaLink']).get();
    expect(third.value).toEqual([]);
  });

  it('answers the parts of a batch one by one', async () => {
    tenant.controls.set({ throttleBatchItems: 1 });
    const { responses } = await ruth.api('/$batch').post({
      requests: [
        { id: '1', method: 'GET', url: '/me' },
        { id: '2', method: 'GET', url: '/me/calendar/events?$top=1' },
        { id: '3', method: 'GET', url: '/users/nobody@hollinbank.example' },
        { id: '4', method: 'GET', url: '/me', dependsOn: ['3'] },
      ],
    });
    expect(Object.fromEntries(responses.map(({ id, status }: { id: string; status: number }) => [id, status]))).toEqual({
      1: 429,
      2: 200,
      3: 404,
      4: 424,
    });
  });

  it('takes at most twenty requests in a batch', async () => {
    const requests = Array.from({ length: 21 }, (_, at) => ({ id: String(at), method: 'GET', url: '/me' }));
    expect(await refusalOf(ruth.api('/$batch').post({ requests }))).toMatchObject({ statusCode: 400 });
  });

  it('sends no bearer token with the bytes of a file', async () => {
    const seen: string[] = [];
    const watching = await graphFor(tenant, 'application', async (request) => {
      seen.push(`${new URL(request.url).hostname} ${request.headers.has('authorization')}`);
      return tenant.fetch(request);
    });
    const { value } = (await watching.api(`/drives/${drive}/root:/WM-0412:/children`).get()) as { value: DriveItem[] };
    await watching
      .api(`/drives/${drive}/items/${value[0]?.id}/content`)
      .responseType('arraybuffer' as never)
      .get();
    expect(seen.at(-1)).toBe('127.0.0.1 false');
  });
});

describe('calendars', () => {
  const at = (time: string) => ({ dateTime: `2026-11-24T${time}:00`, timeZone: 'GMT Standard Time' });
  const review = (change: Partial<Event> = {}): Event => ({
    subject: 'Review WM-0412',
    start: at('14:00'),
    end: at('15:00'),
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    sensitivity: 'private',
    attendees: [{ type: 'required', emailAddress: { address: 'gareth.pugh@hollinbank.example', name: 'Gareth Pugh' } }],
    ...change,
  });
  const schedule = (schedules: string[]) =>
    ruth.api('/me/calendar/getSchedule').post({
      schedules,
      startTime: { dateTime: '2026-11-23T09:00:00', timeZone: 'GMT Standard Time' },
      endTime: { dateTime: '2026-11-23T12:00:00', timeZone: 'GMT Standard Time' },
      availabilityViewInterval: 30,
    });

  it('shows when two people are busy, and nothing of why to anybody else', async () => {
    const { value } = await schedule(['ruth.okafor@hollinbank.example', 'gareth.pugh@hollinbank.example']);
    expect(value.map(({ availabilityView }: { availabilityView: string }) => availabilityView)).toEqual(['022000', '220011']);
    expect(value[0].scheduleItems[0].subject).toBe('Annual review');
    expect(value[1].scheduleItems[0].subject).toBeUndefined();
  });

  it('says of an unknown mailbox that it is unknown, and answers for the others', async () => {
    const { value } = await schedule(['nobody@hollinbank.example', 'ruth.okafor@hollinbank.example']);
    expect(value[0].error.responseCode).toBe('ErrorMailRecipientNotFound');
    expect(value[1].availabilityView).toBe('022000');
  });

  it('looks into twenty mailboxes at a time and refuses the twenty-first', async () => {
    expect(await refusalOf(schedule(Array.from({ length: 21 }, (_, number) => `person${number}@hollinbank.example`)))).toMatchObject({
      statusCode: 400,
    });
  });

  it('books the same transaction once, however often it is asked', async () => {
    const once = (await ruth.api('/me/events').post(review({ transactionId: 'review-1' }))) as Event;
    const again = (await ruth.api('/me/events').post(review({ transactionId: 'review-1' }))) as Event;
    expect(again.id).toBe(once.id);
    const { value } = await ruth
      .api('/me/calendarView')
      .query({ startDateTime: '2026-11-24T00:00:00Z', endDateTime: '2026-11-25T00:00:00Z' })
      .get();
    expect(value).toHaveLength(1);
    expect(once.onlineMeeting?.joinUrl).toContain('https://teams.microsoft.com/l/meetup-join/');
  });

  it('puts the meeting into the attendee’s calendar, hears the answer, and takes the meeting away again', async () => {
    const gareth = await graphFor(tenant, 'gareth.pugh');
    const made = (await ruth.api('/me/events').post(review({ start: at('09:00'), end: at('09:30') }))) as Event;
    const view = async () =>
      (await gareth.api('/me/calendarView').query({ startDateTime: '2026-11-24T08:00:00Z', endDateTime: '2026-11-24T10:00:00Z' }).get())
        .value as Event[];
    const [copy] = await view();
    expect(copy).toMatchObject({ isOrganizer: false, showAs: 'tentative', iCalUId: made.iCalUId, sensitivity: 'private' });
    await gareth.api(`/me/events/${copy?.id}/accept`).post({ sendResponse: true });
    const heard = (await ruth.api(`/me/events/${made.id}`).get()) as Event;
    expect(heard.attendees?.[0]?.status?.response).toBe('accepted');
    await ruth.api(`/me/events/${made.id}`).delete();
    expect((await view())[0]).toMatchObject({ isCancelled: true, showAs: 'free' });
  });

  it('refuses a change that leans on an old version', async () => {
    const made = (await ruth.api('/me/events').post(review({ start: at('11:00'), end: at('11:30') }))) as Event & { '@odata.etag': string };
    await ruth.api(`/me/events/${made.id}`).header('If-Match', made['@odata.etag']).patch({ subject: 'Review WM-0412 (moved)' });
    expect(
      await refusalOf(ruth.api(`/me/events/${made.id}`).header('If-Match', made['@odata.etag']).patch({ subject: 'lost' })),
    ).toMatchObject({ statusCode: 412 });
  });

  it('tells times in the zone that is asked for, over the change of clocks', async () => {
    const made = (await ruth
      .api('/me/events')
      .header('Prefer', 'outlook.timezone="GMT Standard Time"')
      .post(
        review({
          start: { dateTime: '2027-03-29T09:00:00', timeZone: 'GMT Standard Time' },
          end: { dateTime: '2027-03-29T10:00:00', timeZone: 'GMT Standard Time' },
        }),
      )) as Event;
    expect(made.start).toEqual({ dateTime: '2027-03-29T09:00:00.0000000', timeZone: 'GMT Standard Time' });
    expect(((await ruth.api(`/me/events/${made.id}`).get()) as Event).start).toEqual({
      dateTime: '2027-03-29T08:00:00.0000000',
      timeZone: 'UTC',
    });
  });

  it('opens nobody else’s calendar', async () => {
    expect(await refusalOf(ruth.api('/users/gareth.pugh@hollinbank.example/events').get())).toMatchObject({
      statusCode: 403,
      code: 'ErrorAccessDenied',
    });
  });

  it('lets the application into the mailbox that Exchange names, and into no other', async () => {
    const made = (await app.api('/users/send@hollinbank.example/events').post(review({ start: at('12:00'), end: at('12:30') }))) as Event;
    expect(made.organizer?.emailAddress?.address).toBe('send@hollinbank.example');
    expect(await refusalOf(app.api('/users/ruth.okafor@hollinbank.example/events').get())).toMatchObject({ statusCode: 403 });
  });

  it('delivers mail to those who have a mailbox here', async () => {
    await ruth.api('/me/sendMail').post({
      message: {
        subject: 'Views for the review',
        body: { contentType: 'text', content: 'Two lines will do.' },
        toRecipients: [
          { emailAddress: { address: 'gareth.pugh@hollinbank.example' } },
          { emailAddress: { address: 'joanna.tse@nhs.example' } },
        ],
      },
    });
    const gareth = await graphFor(tenant, 'gareth.pugh');
    const { value } = await gareth.api('/me/mailFolders/inbox/messages').get();
    expect(value[0]).toMatchObject({
      subject: 'Views for the review',
      from: { emailAddress: { address: 'ruth.okafor@hollinbank.example' } },
    });
  });
});

describe('the SEND library', () => {
  const put = (name: string, words: string, headers: Record<string, string> = {}) => {
    let request = app.api(`/drives/${drive}/root:/WM-0412/${name}:/content`);
    for (const [key, value] of Object.entries(headers)) request = request.header(key, value);
    return request.put(words) as Promise<DriveItem>;
  };

  it('holds the made-up documents as real Word files', async () => {
    const { value } = await app.api(`/drives/${drive}/root:/WM-0412:/children`).select('id,name,size,file').get();
    const advice = value.find(({ name }: DriveItem) => name?.includes('advice'));
    const bytes = (await app
      .api(`/drives/${drive}/items/${advice.id}/content`)
      .responseType('arraybuffer' as never)
      .get()) as ArrayBuffer;
    expect(Buffer.from(bytes).subarray(0, 2).toString()).toBe('PK');
  });

  it('saves over the version one has read, and refuses over another', async () => {
    const first = await put('notes.txt', 'one');
    const second = await put('notes.txt', 'two', { 'If-Match': first.eTag! });
    expect(second.eTag).not.toBe(first.eTag);
    expect(await refusalOf(put('notes.txt', 'lost', { 'If-Match': first.eTag! }))).toMatchObject({ statusCode: 412 });
    const { value } = await app.api(`/drives/${drive}/root:/WM-0412/notes.txt:/versions`).get();
    expect(value.map(({ id }: { id: string }) => id)).toEqual(['2.0', '1.0']);
    const old = (await app
      .api(`/drives/${drive}/root:/WM-0412/notes.txt:/versions/1.0/content`)
      .responseType('text' as never)
      .get()) as string;
    expect(old).toBe('one');
  });

  it('answers 304 to one who has the newest already', async () => {
    const item = await put('same.txt', 'same');
    expect(await refusalOf(app.api(`/drives/${drive}/items/${item.id}`).header('If-None-Match', item.eTag!).get())).toMatchObject({
      statusCode: 304,
    });
  });

  it('makes a folder once, and a second of the same name only when told to rename', async () => {
    const make = (behaviour: string) =>
      app.api(`/drives/${drive}/root/children`).post({ name: 'WM-0500', folder: {}, '@microsoft.graph.conflictBehavior': behaviour });
    await make('fail');
    expect(await refusalOf(make('fail'))).toMatchObject({ statusCode: 409, code: 'nameAlreadyExists' });
    expect((await make('rename')).name).toBe('WM-0500 1');
  });

  it('opens to a teacher what was granted, until it is taken back, and nothing else', async () => {
    const gareth = await graphFor(tenant, 'gareth.pugh');
    const item = await put('plan for Gareth.txt', 'read this');
    expect(await refusalOf(gareth.api(`/drives/${drive}/items/${item.id}`).get())).toMatchObject({ statusCode: 404 });
    const { value } = await app
      .api(`/drives/${drive}/items/${item.id}/invite`)
      .post({ recipients: [{ email: 'gareth.pugh@hollinbank.example' }], roles: ['read'], requireSignIn: true, sendInvitation: false });
    expect(((await gareth.api(`/drives/${drive}/items/${item.id}`).get()) as DriveItem).name).toBe('plan for Gareth.txt');
    expect(await refusalOf(gareth.api(`/drives/${drive}/items/${item.id}/content`).put('changed'))).toMatchObject({ statusCode: 403 });
    expect(await refusalOf(gareth.api(`/drives/${drive}/root/children`).get())).toMatchObject({ statusCode: 403 });
    await app.api(`/drives/${drive}/items/${item.id}/permissions/${value[0].id}`).delete();
    expect(await refusalOf(gareth.api(`/drives/${drive}/items/${item.id}`).get())).toMatchObject({ statusCode: 404 });
  });

  it('shares nothing without sign-in', async () => {
    const item = await put('open.txt', 'x');
    expect(
      await refusalOf(
        app
          .api(`/drives/${drive}/items/${item.id}/invite`)
          .post({ recipients: [{ email: 'gareth.pugh@hollinbank.example' }], roles: ['read'], requireSignIn: false }),
      ),
    ).toMatchObject({ statusCode: 403 });
  });

  it('gives an address for the bytes only to one who asks for it', async () => {
    const [plain] = (await app.api(`/drives/${drive}/root:/WM-0412:/children`).select('id,name').get()).value;
    expect(Object.keys(plain)).toEqual(['id', 'name']);
    const [named] = (await app.api(`/drives/${drive}/root:/WM-0412:/children`).select('id,content.downloadUrl').get()).value;
    expect(Object.keys(named).toSorted()).toEqual(['@microsoft.graph.downloadUrl', 'id']);
  });

  it('shows the coordinator all of it', async () => {
    const { value } = await ruth.api(`/drives/${drive}/root/children`).get();
    expect(value.map(({ name }: DriveItem) => name)).toContain('WM-0412');
  });
});

describe('permissions', () => {
  it('stops at once when one is withdrawn', async () => {
    tenant.controls.set({ withdrawnPermissions: ['Calendars.ReadWrite', 'Calendars.ReadWrite.Shared'] });
    expect(await refusalOf(ruth.api('/me/events').get())).toMatchObject({ statusCode: 403, code: 'ErrorAccessDenied' });
  });

  it('lets a token run out', async () => {
    tenant.controls.set({ tokenLifetime: 3 });
    const shortly = await graphFor(tenant, 'ruth.okafor');
    await new Promise((resolve) => setTimeout(resolve, 3_100));
    expect(await refusalOf(shortly.api('/me').get())).toMatchObject({ statusCode: 401, code: 'InvalidAuthenticationToken' });
  });

  it('knows no /me for an application', async () => {
    expect(await refusalOf(app.api('/me').get())).toMatchObject({ statusCode: 400, code: 'BadRequest' });
  });

  it('has only the verbs that Graph has', async () => {
    expect(await refusalOf(ruth.api('/me/events').put({}))).toMatchObject({ statusCode: 405 });
    expect(await refusalOf(ruth.api('/me/horoscope').get())).toMatchObject({ statusCode: 400, code: 'BadRequest' });
    expect(await refusalOf(ruth.api('/me').select('starSign').get())).toMatchObject({ statusCode: 400 });
    expect(await refusalOf(ruth.api('/me').expand('manager').get())).toMatchObject({ statusCode: 400 });
    expect(await refusalOf(ruth.api('/me').query({ $sort: 'displayName' }).get())).toMatchObject({ statusCode: 400 });
  });
});
