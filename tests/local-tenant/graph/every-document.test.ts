import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '@microsoft/microsoft-graph-client';
import type { DriveItem, Permission } from '@microsoft/microsoft-graph-types';
import { secureHandler } from '#local-tenant/http-handler.ts';
import { graphFor, ssoTokenOf, tokenOf } from '#tests/builders/graph-client.ts';
import { aLocalTenant } from '#tests/builders/local-tenant.ts';

/*
 * Every document of the case folders, asked for by everybody who is not a coordinator with a token of their own: each way that Graph has to
 * look at it, change it, share it or find it. Waymark shares nothing by itself; what a coordinator grants by hand is tried at the end.
 */
const FILES = [
  'WM-0412/WM-0412 SEN support plan 2026-11-20.docx',
  'WM-0412/advice.docx',
  'WM-0398/advice.docx',
  'WM-0398/minutes.docx',
  'WM-0501/letter.docx',
];
const STRANGERS = ['gareth.pugh', 'priya.nair', 'sian.morgan', 'hannah.brook'] as const;

let today = '2026-11-23T08:00:00Z';
let tenant: Awaited<ReturnType<typeof aLocalTenant>>;
let handle: (request: Request) => Promise<Response>;
let app: Client;
let drive: string;
let items: DriveItem[];
const tokens = new Map<string, string>();
let attempts = 0;

beforeAll(async () => {
  tenant = await aLocalTenant({ now: () => new Date(today) });
  handle = secureHandler(tenant.tenant);
  app = await graphFor(tenant, 'application');
  const { id } = await app.api('/sites/hollinbank.sharepoint.com:/sites/SEND').get();
  drive = `/drives/${(await app.api(`/sites/${id}/drive`).get()).id}`;
  items = [];
  for (const file of FILES) items.push(await app.api(`${drive}/root:/${file}:/content`).put(`words of ${file}`));
  for (const person of ['ruth.okafor', ...STRANGERS]) tokens.set(person, await tokenOf(tenant, person));
});
afterAll(async () => {
  console.log(`${attempts} attempts at ${FILES.length} documents by ${STRANGERS.length} people with tokens of their own`);
  await tenant.stop();
});

const ask = async (token: string, method: string, path: string, body?: string | object) => {
  attempts += 1;
  const json = typeof body === 'object';
  const reply = await handle(
    new Request(`${tenant.origin}/v1.0${encodeURI(path)}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': json ? 'application/json' : 'application/octet-stream' },
      ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : body }),
    }),
  );
  return { status: reply.status, text: await reply.text() };
};

/** Each way to one document: by its id and by its path, to look, to change, to share and to take away. */
const waysTo = (item: DriveItem, file: string): readonly (readonly [method: string, path: string, body?: string | object])[] => {
  const [byId, byPath] = [`${drive}/items/${item.id}`, `${drive}/root:/${file}:`];
  const gareth = { recipients: [{ email: 'gareth.pugh@hollinbank.example' }], roles: ['read'], requireSignIn: true };
  return [
    ['GET', byId],
    ['GET', byPath.slice(0, -1)],
    ['GET', `${byId}/content`],
    ['GET', `${byPath}/content`],
    ['GET', `${byId}/content?format=pdf`],
    ['GET', `${byId}/versions`],
    ['GET', `${byId}/permissions`],
    ['PUT', `${byId}/content`, 'mine now'],
    ['PUT', `${byPath}/content`, 'mine now'],
    ['PATCH', byId, { name: 'mine.docx' }],
    ['POST', `${byId}/invite`, gareth],
    ['POST', `${byPath}/createUploadSession`, { item: {} }],
    ['POST', `${byId}/permanentDelete`, {}],
    ['DELETE', byId],
  ];
};

/** Ways to all of them at once. */
const waysToAll = (): readonly (readonly [method: string, path: string])[] => [
  ['GET', `${drive}/root/children`],
  ['GET', `${drive}/root/delta`],
  ['GET', `${drive}/root:/WM-0412:/children`],
  ['GET', '/sites/hollinbank.sharepoint.com:/sites/SEND'],
];

describe('a document of the case folders', () => {
  it.each(FILES)('%s is opened by nobody to whom it was not granted', async (file) => {
    const item = items[FILES.indexOf(file)]!;
    for (const person of STRANGERS)
      for (const [method, path, body] of waysTo(item, file)) {
        const { status, text } = await ask(tokens.get(person) ?? '', method, path, body);
        expect({ person, method, path, refused: status === 403 || status === 404 }).toEqual({ person, method, path, refused: true });
        expect(text).not.toContain('words of');
      }
    expect((await ask(tokens.get('ruth.okafor') ?? '', 'GET', `${drive}/items/${item.id}/content`)).status).toBeLessThan(303);
  });

  it('stands on no list that anybody else can ask for', async () => {
    for (const person of STRANGERS)
      for (const [method, path] of waysToAll()) {
        const { status, text } = await ask(tokens.get(person) ?? '', method, path);
        expect({ person, path, shown: /WM-\d{4}|advice|letter/.test(status < 400 ? text : '') }).toEqual({ person, path, shown: false });
      }
    expect((await ask(tokens.get('ruth.okafor') ?? '', 'GET', `${drive}/root/children`)).text).toContain('WM-0412');
  });

  it('is not opened by a token that is for Waymark and not for Graph, by none, and by one that was changed', async () => {
    const forWaymark = await ssoTokenOf(tenant, 'ruth.okafor');
    const [header, claims] = (tokens.get('ruth.okafor') ?? '').split('.');
    for (const token of [forWaymark, '', `${header}.${claims}.AAAA`, 'x'])
      for (const item of items) expect((await ask(token, 'GET', `${drive}/items/${item.id}`)).status).toBe(401);
  });
});

describe('a document that a coordinator has granted by hand', () => {
  const grant = (item: DriveItem, change: object = {}) =>
    app.api(`${drive}/items/${item.id}/invite`).post({
      recipients: [{ email: 'gareth.pugh@hollinbank.example' }],
      roles: ['read'],
      requireSignIn: true,
      sendInvitation: false,
      ...change,
    }) as Promise<{ value: Permission[] }>;
  const opens = async (person: string, item: DriveItem) =>
    (await ask(tokens.get(person) ?? '', 'GET', `${drive}/items/${item.id}`)).status === 200;

  it('opens to that person alone, to read alone, until its day, and nothing beside it opens', async () => {
    const [first, ...others] = items as [DriveItem, ...DriveItem[]];
    await grant(first, { expirationDateTime: '2026-12-18T00:00:00Z' });
    expect(await opens('gareth.pugh', first)).toBe(true);
    for (const person of STRANGERS.filter((one) => one !== 'gareth.pugh'))
      expect({ person, open: await opens(person, first) }).toEqual({ person, open: false });
    for (const item of others) expect(await opens('gareth.pugh', item)).toBe(false);
    expect((await ask(tokens.get('gareth.pugh') ?? '', 'PUT', `${drive}/items/${first.id}/content`, 'mine')).status).toBe(403);
    expect(
      (
        await ask(tokens.get('gareth.pugh') ?? '', 'POST', `${drive}/items/${first.id}/invite`, {
          recipients: [{ email: 'priya.nair@hollinbank.example' }],
          roles: ['read'],
          requireSignIn: true,
        })
      ).status,
    ).toBe(403);
    today = '2026-12-18T00:00:01Z';
    expect(await opens('gareth.pugh', first)).toBe(false);
    today = '2026-11-23T08:00:00Z';
  });

  it('opens no more from the moment the grant is taken back', async () => {
    const [, second] = items as [DriveItem, DriveItem];
    const { value } = await grant(second);
    expect(await opens('gareth.pugh', second)).toBe(true);
    await app.api(`${drive}/items/${second.id}/permissions/${value[0]?.id}`).delete();
    expect(await opens('gareth.pugh', second)).toBe(false);
  });

  it('cannot be granted to everybody: not without sign-in, and not by a link', async () => {
    for (const change of [{ requireSignIn: false }, { requireSignIn: undefined }])
      await expect(grant(items[0]!, change)).rejects.toMatchObject({ statusCode: 403 });
    await expect(app.api(`${drive}/items/${items[0]?.id}/createLink`).post({ type: 'view', scope: 'organization' })).rejects.toBeDefined();
  });
});
