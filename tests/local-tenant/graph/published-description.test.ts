import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plainPath } from '#local-tenant/graph/addresses.ts';
import { GRAPH_ROUTES } from '#local-tenant/graph/door.ts';
import { drivesOf } from '#local-tenant/graph/drive-entities.ts';
import { routerOf } from '#local-tenant/router.ts';
import { putInClass } from '#local-tenant/state/moves.ts';
import { requestsFor } from '#server/registration/requests.ts';
import { tokenOf } from '#tests/builders/graph-client.ts';
import { APP_ID, aFolder, aLocalTenant, type Got, overHttps, testClients } from '#tests/builders/local-tenant.ts';
import { aTenantSchool, TENANT_ID } from '#tests/builders/tenant-school.ts';
import { itWithReference, reference } from '#tests/reference.ts';

const run = promisify(execFile);
const GARETH = '00000000-0000-4000-8000-000000000002';
const NADIA = '00000000-0000-4000-8000-000000000009';
const folder = aFolder();
const logFile = path.join(folder, 'exchanges.jsonl');

let tenant: Awaited<ReturnType<typeof aLocalTenant>>;
let listener: Server;
let notificationUrl: string;
const tokens = new Map<string, string>();
const driven = new Set<string>();
const find = routerOf(GRAPH_ROUTES);

beforeAll(async () => {
  const all = [...new Set(GRAPH_ROUTES.flatMap(({ needs }) => needs.application ?? []))];
  const delegated = [...new Set(GRAPH_ROUTES.flatMap(({ needs }) => needs.delegated ?? []))];
  const clients = testClients().map((client) =>
    client.clientId === APP_ID
      ? {
          ...client,
          application: all,
          delegated,
          mailboxes: ['send@hollinbank.example', 'ruth.okafor@hollinbank.example', 'gareth.pugh@hollinbank.example'],
        }
      : client,
  );
  const school = aTenantSchool();
  const [someone] = school.staff;
  const nadia = { ...someone!, key: 'nadia.rahim', id: NADIA, upn: 'nadia.rahim@hollinbank.example', role: 'administrator' as const };
  tenant = await aLocalTenant({
    folder,
    logFile,
    clients,
    school: { ...school, staff: [...school.staff, nadia] },
    now: () => new Date('2026-11-23T08:15:00Z'),
  });
  for (const who of ['application', 'ruth.okafor', 'gareth.pugh', 'nadia.rahim']) tokens.set(who, await tokenOf(tenant, who));
  listener = createServer((request, response) => {
    const asked = new URL(request.url ?? '', 'http://localhost').searchParams.get('validationToken');
    response.writeHead(asked ? 200 : 202, asked ? { 'content-type': 'text/plain' } : {}).end(asked ?? undefined);
    request.resume();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  notificationUrl = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/hooks`;
});
afterAll(async () => {
  listener.close();
  await tenant.stop();
});

type Asking = { readonly as?: string; readonly json?: unknown; readonly text?: string; readonly headers?: Record<string, string> };
/** One request as it stands, remembered by the route that it meets. */
const ask = async (method: string, address: string, { as = 'application', json, text, headers = {} }: Asking = {}): Promise<Got> => {
  const url = address.startsWith('https:') ? address : `${tenant.origin}/v1.0${address}`;
  const body = json === undefined ? text : JSON.stringify(json);
  const type = json === undefined ? (text === undefined ? {} : { 'content-type': 'text/plain' }) : { 'content-type': 'application/json' };
  const person = as === 'application' ? undefined : tenant.tenant.directory.account(`${as}@hollinbank.example`);
  const found = find(
    method,
    plainPath(new URL(url).pathname.replace('/v1.0', ''), {
      caller: {
        clientId: APP_ID,
        permissions: new Set(),
        ...(person || as === 'application' ? { person: person ?? tenant.tenant.directory.account(GARETH)! } : {}),
      },
      ...drivesOf(tenant.tenant),
    }),
  );
  if (found.kind === 'found') driven.add(`${method} ${found.route.path}`);
  return overHttps(tenant, url, {
    method,
    headers: { authorization: `Bearer ${tokens.get(as)}`, ...type, ...headers },
    ...(body === undefined ? {} : { body }),
  });
};
const idIn = (got: Got) => got.json<{ id: string }>().id;
const firstIn = (got: Got) => got.json<{ value: { id: string }[] }>().value[0]?.id ?? '';

const people = async () => {
  await ask('GET', '/users');
  await ask(
    'GET',
    "/users?$filter=startswith(displayName,'R') and accountEnabled eq true&$orderby=displayName&$select=displayName,mail&$top=2",
  );
  await ask('GET', '/users?$search="displayName:ok"&$count=true', { headers: { consistencylevel: 'eventual' } });
  await ask('GET', '/users/$count', { headers: { consistencylevel: 'eventual' } });
  const groups = { groupIds: ['11111111-2222-4333-8444-555555555555'] };
  await ask('POST', '/me/checkMemberGroups', { as: 'ruth.okafor', json: groups });
  const delta = await ask('GET', '/users/delta?$select=displayName&$top=3');
  await ask('GET', delta.json<{ '@odata.nextLink': string }>()['@odata.nextLink']);
  await ask('GET', `/users/${GARETH}`);
  await ask('GET', '/users/nobody@hollinbank.example');
  await ask('GET', '/me?$select=id,displayName,department', { as: 'ruth.okafor' });
  await ask('GET', '/me/photo', { as: 'ruth.okafor' });
  await ask('GET', '/me/photo/$value', { as: 'ruth.okafor' });
  await ask('GET', '/organization');
};

const school = async () => {
  const id = firstIn(await ask('GET', '/education/schools'));
  for (const below of ['', '/classes', '/users']) await ask('GET', `/education/schools/${id}${below}`);
  const taught = firstIn(await ask('GET', '/education/classes?$top=1'));
  for (const below of ['', '/members', '/teachers', '/schools']) await ask('GET', `/education/classes/${taught}${below}`);
  await ask('GET', '/education/classes/delta');
  await ask('GET', '/education/schools/delta');
  for (const below of ['classes', 'users']) await ask('GET', `/education/schools/${id}/${below}/delta?$select=id`);
  const members = await ask('GET', '/groups/delta?$select=id,members');
  putInClass(tenant.tenant, taught, [], [GARETH]);
  await ask('GET', members.json<{ '@odata.deltaLink': string }>()['@odata.deltaLink']);
  await ask('GET', '/education/users/delta?$select=id,displayName,relatedContacts');
  tenant.controls.set({ deltaEpoch: 1 });
  await ask('GET', members.json<{ '@odata.deltaLink': string }>()['@odata.deltaLink']);
  const users = await ask('GET', '/education/users?$top=2');
  await ask('GET', users.json<{ '@odata.nextLink': string }>()['@odata.nextLink']);
  await ask('GET', '/education/users/delta');
  for (const below of ['', '/classes', '/taughtClasses', '/schools']) await ask('GET', `/education/users/${GARETH}${below}`);
  await ask('GET', '/education/me/classes', { as: 'gareth.pugh' });
};

const at = (hour: number) => ({ dateTime: `2026-11-24T${String(hour).padStart(2, '0')}:00:00`, timeZone: 'GMT Standard Time' });
const meeting = (hour: number) => ({
  subject: 'Review WM-0412',
  body: { contentType: 'html', content: '<p>Agenda follows.</p>' },
  start: at(hour),
  end: at(hour + 1),
  location: { displayName: 'Room 4' },
  isOnlineMeeting: true,
  onlineMeetingProvider: 'teamsForBusiness',
  sensitivity: 'private',
  attendees: [{ type: 'required', emailAddress: { address: 'gareth.pugh@hollinbank.example', name: 'Gareth Pugh' } }],
});
const WINDOW = 'startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-11-27T00:00:00Z';

const calendars = async () => {
  const zone = { prefer: 'outlook.timezone="GMT Standard Time"' };
  await ask('POST', '/me/calendar/getSchedule', {
    as: 'ruth.okafor',
    headers: zone,
    json: {
      schedules: ['ruth.okafor@hollinbank.example', 'gareth.pugh@hollinbank.example', 'nobody@hollinbank.example'],
      startTime: at(8),
      endTime: at(17),
      availabilityViewInterval: 30,
    },
  });
  const day = (on: string) => ({ dateTime: `${on}T00:00:00`, timeZone: 'Europe/London' });
  const quiet = { isAllDay: true, showAs: 'free', sensitivity: 'private', isReminderOn: false };
  const own = '/users/ruth.okafor@hollinbank.example/events';
  const first = { subject: 'WM-0412: Final plan due', ...quiet, start: day('2026-12-02'), end: day('2026-12-03'), transactionId: 'a date' };
  const date = idIn(await ask('POST', own, { json: first }));
  await ask('PATCH', `${own}/${date}`, { json: { ...quiet, start: day('2026-12-09'), end: day('2026-12-10') } });
  await ask('DELETE', `${own}/${date}`);
  for (const prefix of ['/me', '/me/calendar']) {
    const id = idIn(
      await ask('POST', `${prefix}/events`, { as: 'ruth.okafor', headers: zone, json: { ...meeting(9), transactionId: `t ${prefix}` } }),
    );
    await ask('GET', `${prefix}/events?$top=2&$orderby=subject`, { as: 'ruth.okafor' });
    await ask('GET', `${prefix}/calendarView?${WINDOW}&$select=subject,start,end`, { as: 'ruth.okafor' });
    await ask('GET', `${prefix}/events/${id}`, { as: 'ruth.okafor', headers: zone });
    await ask('PATCH', `${prefix}/events/${id}`, { as: 'ruth.okafor', json: { subject: 'Moved', start: at(10), end: at(11) } });
    for (const answer of ['tentativelyAccept', 'accept', 'decline']) {
      const copies = await ask('GET', `${prefix}/calendarView?${WINDOW}&$filter=subject eq 'Moved'`, { as: 'gareth.pugh' });
      await ask('POST', `${prefix}/events/${firstIn(copies)}/${answer}`, { as: 'gareth.pugh', json: { comment: '', sendResponse: true } });
    }
    await ask('POST', `${prefix}/events/${id}/accept`, { as: 'ruth.okafor', json: { sendResponse: true } });
    await ask('POST', `${prefix}/events/${id}/cancel`, { as: 'ruth.okafor', json: { comment: 'Another day.' } });
    const other = idIn(await ask('POST', `${prefix}/events`, { as: 'ruth.okafor', json: meeting(14) }));
    await ask('DELETE', `${prefix}/events/${other}`, { as: 'ruth.okafor' });
    const third = idIn(await ask('POST', `${prefix}/events`, { as: 'ruth.okafor', json: meeting(15) }));
    await ask('POST', `${prefix}/events/${third}/permanentDelete`, { as: 'ruth.okafor' });
    await ask('GET', `${prefix}/events/${other}`, { as: 'ruth.okafor' });
  }
};

const mail = async () => {
  await ask('POST', '/users/send@hollinbank.example/sendMail', {
    json: {
      message: {
        subject: 'Views',
        body: { contentType: 'text', content: 'Two lines.' },
        toRecipients: [{ emailAddress: { address: 'ruth.okafor@hollinbank.example' } }],
      },
      saveToSentItems: true,
    },
  });
  const id = firstIn(await ask('GET', '/me/messages', { as: 'ruth.okafor' }));
  await ask('GET', `/me/messages/${id}`, { as: 'ruth.okafor' });
  await ask('GET', '/me/mailFolders/inbox/messages?$select=subject,from', { as: 'ruth.okafor' });
  await ask('GET', '/users/send@hollinbank.example/mailFolders/sentitems/messages');
};

const files = async () => {
  const site = idIn(await ask('GET', '/sites/hollinbank.sharepoint.com:/sites/SEND'));
  await ask('GET', `/sites/${site}`);
  await ask('GET', '/sites/root');
  await ask('GET', `/sites/${site}/drives`);
  const drive = idIn(await ask('GET', `/sites/${site}/drive`));
  await ask('GET', `/drives/${drive}`);
  await ask('GET', `/drives/${drive}/root`);
  await ask('GET', `/drives/${drive}/root/children?$top=1&$select=id,name,eTag`);
  await ask('GET', `/drives/${drive}/root:/WM-0412:/children`);
  await ask('GET', `/drives/${drive}/root/search(q='docx')?$select=id,name,eTag,size,file,parentReference&$top=5`);
  const made = idIn(
    await ask('POST', `/drives/${drive}/root/children`, {
      json: { name: 'WM-0398', folder: {}, '@microsoft.graph.conflictBehavior': 'fail' },
    }),
  );
  await ask('POST', `/drives/${drive}/root/children`, {
    json: { name: 'WM-0398', folder: {}, '@microsoft.graph.conflictBehavior': 'fail' },
  });
  const file = await ask('PUT', `/drives/${drive}/root:/WM-0398/notes.txt:/content`, { text: 'one' });
  const id = idIn(file);
  const { eTag } = file.json<{ eTag: string }>();
  await ask('PUT', `/drives/${drive}/items/${id}/content`, { text: 'two', headers: { 'if-match': eTag } });
  await ask('PUT', `/drives/${drive}/items/${id}/content`, { text: 'lost', headers: { 'if-match': eTag } });
  await ask('GET', `/drives/${drive}/items/${id}`);
  await ask('PATCH', `/drives/${drive}/items/${id}`, { json: { name: 'notes of Monday.txt' } });
  const redirected = await ask('GET', `/drives/${drive}/items/${id}/content`);
  await overHttps(tenant, redirected.headers.location ?? '');
  await ask('GET', `/drives/${drive}/items/${id}/content?format=pdf`);
  await ask('GET', `/drives/${drive}/items/${id}/versions`);
  await ask('GET', `/drives/${drive}/items/${id}/versions/1.0/content`);
  const invited = await ask('POST', `/drives/${drive}/items/${id}/invite`, {
    json: {
      recipients: [{ email: 'gareth.pugh@hollinbank.example' }],
      roles: ['read'],
      requireSignIn: true,
      sendInvitation: false,
      expirationDateTime: '2027-07-16T00:00:00Z',
    },
  });
  const grant = firstIn(invited);
  await ask('GET', `/drives/${drive}/items/${id}/permissions`);
  await ask('GET', `/drives/${drive}/items/${id}/permissions/${grant}`);
  await ask('PATCH', `/drives/${drive}/items/${id}/permissions/${grant}`, { json: { roles: ['write'] } });
  await ask('DELETE', `/drives/${drive}/items/${id}/permissions/${grant}`);
  const session = await ask('POST', `/drives/${drive}/items/${made}:/bundle.pdf:/createUploadSession`, {
    json: { item: { '@microsoft.graph.conflictBehavior': 'replace', name: 'bundle.pdf' } },
  });
  await upload(session.json<{ uploadUrl: string }>().uploadUrl);
  await ask('GET', `/drives/${drive}/root/delta`);
  await ask('POST', `/drives/${drive}/items/${id}/permanentDelete`);
  await ask('DELETE', `/drives/${drive}/items/${made}`);
  const latest = await ask('GET', `/drives/${drive}/root/delta?token=latest`);
  await ask('GET', latest.json<{ '@odata.deltaLink': string }>()['@odata.deltaLink']);
  return drive;
};

const upload = async (uploadUrl: string) => {
  const [part, rest] = [Buffer.alloc(327_680, 1), Buffer.alloc(100, 2)];
  await overHttps(tenant, uploadUrl, { method: 'PUT', headers: { 'content-range': `bytes 0-327679/327780` }, body: part });
  await overHttps(tenant, uploadUrl);
  await overHttps(tenant, uploadUrl, { method: 'PUT', headers: { 'content-range': `bytes 327680-327779/327780` }, body: rest });
};

const subscriptions = async (drive: string) => {
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  const wanted = {
    changeType: 'updated',
    notificationUrl,
    resource: `drives/${drive}/root`,
    expirationDateTime: soon,
    clientState: 'only we know',
  };
  const id = idIn(await ask('POST', '/subscriptions', { json: wanted }));
  await ask('POST', '/subscriptions', { json: { ...wanted, resource: `drives/${drive}/root:/WM-0412` } });
  await ask('POST', '/subscriptions', { json: { ...wanted, expirationDateTime: '2099-01-01T00:00:00Z' } });
  await ask('PUT', `/drives/${drive}/root:/WM-0412/change.txt:/content`, { text: 'x' });
  await new Promise((resolve) => setTimeout(resolve, 400));
  await ask('GET', '/subscriptions');
  await ask('GET', `/subscriptions/${id}`);
  await ask('PATCH', `/subscriptions/${id}`, { json: { expirationDateTime: new Date(Date.now() + 7_200_000).toISOString() } });
  await ask('DELETE', `/subscriptions/${id}`);
};

const chats = async () => {
  const event = await ask('POST', '/me/events', { as: 'ruth.okafor', json: meeting(16) });
  const { joinUrl } = event.json<{ onlineMeeting: { joinUrl: string } }>().onlineMeeting;
  const filter = encodeURIComponent(`JoinWebUrl eq '${joinUrl}'`);
  const found = await ask('GET', `/me/onlineMeetings?$filter=${filter}`, { as: 'ruth.okafor' });
  const thread = found.json<{ value: { chatInfo: { threadId: string } }[] }>().value[0]?.chatInfo.threadId ?? '';
  await ask('GET', `/chats/${thread}`, { as: 'ruth.okafor' });
  await ask('GET', `/chats/${thread}/installedApps`);
  const app = { 'teamsApp@odata.bind': `${tenant.origin}/v1.0/appCatalogs/teamsApps/waymark` };
  await ask('POST', `/chats/${thread}/installedApps`, { json: app });
  const installed = firstIn(await ask('GET', `/chats/${thread}/installedApps`));
  await ask('DELETE', `/chats/${thread}/installedApps/${installed}`);
  await ask('POST', `/users/${GARETH}/teamwork/installedApps`, { json: app });
  const own = firstIn(await ask('GET', `/users/${GARETH}/teamwork/installedApps`));
  await ask('GET', `/users/${GARETH}/teamwork/installedApps/${own}/chat`);
  await ask('DELETE', `/users/${GARETH}/teamwork/installedApps/${own}`);
  const member = (id: string) => ({
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    roles: ['owner'],
    'user@odata.bind': `${tenant.origin}/v1.0/users('${id}')`,
  });
  await ask('POST', '/chats', {
    as: 'gareth.pugh',
    json: { chatType: 'group', topic: 'Team WM-0412', members: [member(GARETH), member('00000000-0000-4000-8000-000000000001')] },
  });
};

const notices = async () => {
  const notice = (more: object = {}) => ({
    topic: { source: 'text', value: 'WM-0412', webUrl: 'https://teams.microsoft.com/l/entity/app/waymark' },
    activityType: 'datesDue',
    chainId: 12,
    previewText: { content: 'Dates that are yours are due or late.' },
    templateParameters: [{ name: 'case', value: 'WM-0412' }],
    ...more,
  });
  const address = `/users/${GARETH}/teamwork/sendActivityNotification`;
  for (const json of [
    notice(),
    notice({ topic: { source: 'text', value: 'WM-0412', webUrl: 'https://elsewhere.example' } }),
    notice({ activityType: '' }),
  ])
    await ask('POST', address, { json });
};

/** Waymark registered with the very requests that `waymark register` writes, looked at, and taken back. */
const registration = async () => {
  const as = 'nadia.rahim';
  const known: Record<string, string> = {};
  const filled = (words: string) => words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => known[name] ?? '');
  const requests = requestsFor({
    origin: 'https://waymark.example.org',
    tenantId: TENANT_ID,
    mailbox: 'send@hollinbank.example',
    site: 'https://hollinbank.sharepoint.com/sites/SEND',
  });
  for (const { method, path: address, body, keep = {} } of requests) {
    const got = await ask(method, filled(address), { as, ...(body ? { json: JSON.parse(filled(JSON.stringify(body))) } : {}) });
    for (const [name, member] of Object.entries(keep)) known[name] = got.json<Record<string, string>>()[member] ?? '';
  }
  tokens.set('the secret', known.clientSecret ?? '');
  await ask('GET', '/applications', { as });
  await ask('GET', `/applications/${known.applicationId}`, { as });
  for (const { undo } of [...requests].reverse()) if (undo) await ask('DELETE', filled(undo), { as });
};

const batchAndTrouble = async () => {
  await ask('POST', '/$batch', {
    as: 'ruth.okafor',
    json: {
      requests: [
        { id: '1', method: 'GET', url: '/me' },
        {
          id: '2',
          method: 'POST',
          url: '/me/sendMail',
          headers: { 'Content-Type': 'application/json' },
          body: { message: { subject: 's', toRecipients: [{ emailAddress: { address: 'gareth.pugh@hollinbank.example' } }] } },
        },
        { id: '3', method: 'GET', url: '/users/nobody' },
        { id: '4', method: 'GET', url: '/me', dependsOn: ['3'] },
      ],
    },
  });
  tenant.controls.set({ throttleBatchItems: 1 });
  await ask('POST', '/$batch', { as: 'ruth.okafor', json: { requests: [{ id: '1', method: 'GET', url: '/me' }] } });
  tenant.controls.set({ throttle: { after: 0, retryAfter: '2', times: 1 } });
  await ask('GET', '/me', { as: 'ruth.okafor' });
  tenant.controls.set({ throttle: null, outage: 'refused' });
  await ask('GET', '/me', { as: 'ruth.okafor' });
  tenant.controls.set({ outage: 'none', withdrawnPermissions: ['Mail.Send'] });
  await ask('POST', '/me/sendMail', {
    as: 'ruth.okafor',
    json: { message: { toRecipients: [{ emailAddress: { address: 'gareth.pugh@hollinbank.example' } }] } },
  });
  tenant.controls.reset();
};

describe('every exchange, held to Microsoft’s published description of Graph', () => {
  it('meets every address that the tenant answers', async () => {
    await people();
    await notices();
    await school();
    await calendars();
    await mail();
    await subscriptions(await files());
    await chats();
    await registration();
    await batchAndTrouble();
    const missed = GRAPH_ROUTES.map(({ method, path: address }) => `${method} ${address}`).filter((route) => !driven.has(route));
    expect(missed).toEqual([]);
  }, 60_000);

  it('writes no token and no pre-authenticated address into the log', () => {
    const text = readFileSync(logFile, 'utf8');
    for (const token of tokens.values()) expect(text.includes(token)).toBe(false);
    expect(text).not.toMatch(/\/(download|upload)\/(?!left-out)[\w-]/);
  });

  itWithReference('has not one violation', async () => {
    const { stdout } = await run('node', [reference('graph-conformance.mjs'), logFile]).catch((fault: { stdout: string }) => fault);
    expect(stdout.trim()).toMatch(/^\d{3} exchanges, 0 violations$/);
  });
});
