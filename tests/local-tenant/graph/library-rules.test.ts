import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, GraphError } from '@microsoft/microsoft-graph-client';
import type { DriveItem, Permission } from '@microsoft/microsoft-graph-types';
import { graphFor } from '#tests/builders/graph-client.ts';
import { APP_ID, aLocalTenant, overHttps, testClients } from '#tests/builders/local-tenant.ts';

let today = '2026-11-23T08:00:00Z';
let tenant: Awaited<ReturnType<typeof aLocalTenant>>;
let app: Client;
let gareth: Client;
let drive: string;
beforeAll(async () => {
  tenant = await aLocalTenant({ now: () => new Date(today) });
  [app, gareth] = await Promise.all([graphFor(tenant, 'application'), graphFor(tenant, 'gareth.pugh')]);
  const { id } = await app.api('/sites/hollinbank.sharepoint.com:/sites/SEND').get();
  drive = `/drives/${(await app.api(`/sites/${id}/drive`).get()).id}`;
});
afterAll(() => tenant.stop());

const refusalOf = async (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (fault: GraphError) => fault,
  );
const put = (address: string, words = address) => app.api(`${drive}/root:/${address}:/content`).put(words) as Promise<DriveItem>;
const invite = (item: DriveItem, change: object = {}) =>
  app.api(`${drive}/items/${item.id}/invite`).post({
    recipients: [{ email: 'gareth.pugh@hollinbank.example' }],
    roles: ['read'],
    requireSignIn: true,
    sendInvitation: false,
    ...change,
  });

describe('grants', () => {
  it('end on their day', async () => {
    const item = await put('WM-0412/until friday.txt');
    await invite(item, { expirationDateTime: '2026-11-27T16:00:00Z' });
    expect(((await gareth.api(`${drive}/items/${item.id}`).get()) as DriveItem).id).toBe(item.id);
    today = '2026-11-27T16:00:01Z';
    expect(await refusalOf(gareth.api(`${drive}/items/${item.id}`).get())).toMatchObject({ statusCode: 404 });
    today = '2026-11-23T08:00:00Z';
  });

  it('of a folder open what lies in it, and nothing beside it', async () => {
    const folder = (await app.api(`${drive}/root/children`).post({ name: 'WM-0600', folder: {} })) as DriveItem;
    const inside = await put('WM-0600/advice.txt');
    const beside = await put('WM-0601/advice.txt');
    await invite(folder);
    const { value } = await gareth.api(`${drive}/items/${folder.id}/children`).get();
    expect(value.map(({ name }: DriveItem) => name)).toEqual(['advice.txt']);
    expect(((await gareth.api(`${drive}/items/${inside.id}`).get()) as DriveItem).id).toBe(inside.id);
    expect(await refusalOf(gareth.api(`${drive}/items/${beside.id}`).get())).toMatchObject({ statusCode: 404 });
  });

  it('to write let a teacher change a file and hand it on to nobody', async () => {
    const item = await put('WM-0412/to fill in.txt');
    await invite(item, { roles: ['write'] });
    expect(((await gareth.api(`${drive}/items/${item.id}/content`).put('filled in')) as DriveItem).lastModifiedBy?.user?.displayName).toBe(
      'Gareth Pugh',
    );
    expect(
      await refusalOf(
        gareth
          .api(`${drive}/items/${item.id}/invite`)
          .post({ recipients: [{ email: 'priya.nair@hollinbank.example' }], roles: ['read'], requireSignIn: true }),
      ),
    ).toMatchObject({ statusCode: 403 });
  });

  it('are one for each person, however often they are given', async () => {
    const item = await put('WM-0412/once.txt');
    await invite(item);
    await invite(item, { roles: ['write'] });
    const { value } = await app.api(`${drive}/items/${item.id}/permissions`).get();
    const own = value.filter(({ inheritedFrom }: Permission) => !inheritedFrom);
    expect(own.map(({ roles }: Permission) => roles)).toEqual([['write']]);
  });
});

describe('the application', () => {
  it('reads and does not write where its role on the site is to read', async () => {
    const clients = testClients().map((client) => (client.clientId === APP_ID ? { ...client, sendSite: 'read' as const } : client));
    const other = await aLocalTenant({ clients });
    const reader = await graphFor(other, 'application');
    expect(((await reader.api(`${drive}/root`).get()) as DriveItem).name).toBe('root');
    expect(await refusalOf(reader.api(`${drive}/root/children`).post({ name: 'WM-1', folder: {} }))).toMatchObject({ statusCode: 403 });
    await other.stop();
  });

  it('opens nothing with Sites.Selected alone, before an administrator has selected the site', async () => {
    const clients = testClients().map(({ sendSite: _none, ...client }) => client);
    const other = await aLocalTenant({ clients });
    const stranger = await graphFor(other, 'application');
    expect(await refusalOf(stranger.api('/sites/hollinbank.sharepoint.com:/sites/SEND').get())).toMatchObject({
      statusCode: 403,
      code: 'accessDenied',
    });
    await other.stop();
  });
});

describe('names, moves and ends', () => {
  it.each(['a:b.txt', 'what?.txt', ' leading.txt', 'CON', '~$open.docx'])('takes no file called %s', async (name) => {
    expect(await refusalOf(app.api(`${drive}/root/children`).post({ name, folder: {} }))).toMatchObject({ statusCode: 400 });
  });

  it('keeps a second file of the same name beside the first when told to rename', async () => {
    await put('WM-0700/letter.txt', 'first');
    const second = (await app
      .api(`${drive}/root:/WM-0700/letter.txt:/content`)
      .query({ '@microsoft.graph.conflictBehavior': 'rename' })
      .put('second')) as DriveItem;
    expect(second.name).toBe('letter 1.txt');
    expect(
      await refusalOf(
        app.api(`${drive}/root:/WM-0700/letter.txt:/content`).query({ '@microsoft.graph.conflictBehavior': 'fail' }).put('third'),
      ),
    ).toMatchObject({ statusCode: 409 });
  });

  it('moves a file with its history, and forgets a folder with all that is in it', async () => {
    const item = await put('WM-0700/moving.txt');
    const folder = (await app.api(`${drive}/root/children`).post({ name: 'WM-0701', folder: {} })) as DriveItem;
    await app.api(`${drive}/items/${item.id}`).patch({ parentReference: { id: folder.id } });
    expect(((await app.api(`${drive}/root:/WM-0701/moving.txt`).get()) as DriveItem).id).toBe(item.id);
    const { '@odata.deltaLink': link } = await app.api(`${drive}/root/delta`).query({ token: 'latest' }).get();
    await app.api(`${drive}/items/${folder.id}`).delete();
    const { value } = await app.api(link).get();
    expect(value.map(({ id, deleted }: DriveItem) => [id, deleted?.state])).toEqual([
      [item.id, 'deleted'],
      [folder.id, 'deleted'],
    ]);
  });
});

describe('upload sessions', () => {
  const session = async (name: string) =>
    (
      (await app
        .api(`${drive}/root:/WM-0412/${name}:/createUploadSession`)
        .post({ item: { '@microsoft.graph.conflictBehavior': 'replace' } })) as { uploadUrl: string }
    ).uploadUrl;
  const send = (address: string, range: string, size: number) =>
    overHttps(tenant, address, { method: 'PUT', headers: { 'content-range': range }, body: Buffer.alloc(size) });

  it('take ranges of 320 KiB multiples, in order, of the size they say', async () => {
    const address = await session('ranges.bin');
    expect((await send(address, 'bytes 0-999/400000', 1_000)).status).toBe(400);
    expect((await send(address, 'bytes 0-327679/400000', 100)).status).toBe(400);
    expect((await send(address, 'bytes 327680-399999/400000', 72_320)).status).toBe(416);
    expect((await send(address, 'bytes 0-327679/400000', 327_680)).status).toBe(202);
    expect((await overHttps(tenant, address)).json()).toMatchObject({ nextExpectedRanges: ['327680-'] });
    expect((await send(address, 'bytes 327680-399999/400000', 72_320)).status).toBe(201);
    expect((await send(address, 'bytes 0-327679/400000', 327_680)).status).toBe(404);
  });

  it('can be given up', async () => {
    const address = await session('given-up.bin');
    expect((await overHttps(tenant, address, { method: 'DELETE' })).status).toBe(204);
    expect((await overHttps(tenant, address)).status).toBe(404);
  });

  it('take no token', async () => {
    const address = await session('token.bin');
    expect((await overHttps(tenant, address, { headers: { authorization: 'Bearer x' } })).status).toBe(401);
  });

  it('are demanded for more than four megabytes', async () => {
    expect(await refusalOf(app.api(`${drive}/root:/WM-0412/large.bin:/content`).put(Buffer.alloc(4 * 1024 * 1024 + 1)))).toMatchObject({
      statusCode: 413,
    });
  });
});

describe('deleting', () => {
  it('for good leaves neither the item nor its versions, and the name is free', async () => {
    const item = await put('WM-0700/letter.txt', 'one');
    await put('WM-0700/letter.txt', 'two');
    await app.api(`${drive}/items/${item.id}/permanentDelete`).post({});
    for (const address of ['', '/versions', '/content'])
      expect(await refusalOf(app.api(`${drive}/items/${item.id}${address}`).get())).toMatchObject({ statusCode: 404 });
    expect(await refusalOf(app.api(`${drive}/items/${item.id}/permanentDelete`).post({}))).toMatchObject({ statusCode: 404 });
    const again = await put('WM-0700/letter.txt', 'three');
    expect(again.id).not.toBe(item.id);
    const { value } = await app.api(`${drive}/items/${again.id}/versions`).get();
    expect(value).toHaveLength(1);
  });

  it('a folder for good takes everything in it along', async () => {
    const inside = await put('WM-0701/advice.txt');
    const folder = (await app.api(`${drive}/root:/WM-0701`).get()) as DriveItem;
    await app.api(`${drive}/items/${folder.id}/permanentDelete`).post({});
    expect(await refusalOf(app.api(`${drive}/items/${inside.id}`).get())).toMatchObject({ statusCode: 404 });
  });

  it('for good is not for those who may only read', async () => {
    const item = await put('WM-0702/advice.txt');
    await invite(item);
    expect(await refusalOf(gareth.api(`${drive}/items/${item.id}/permanentDelete`).post({}))).toMatchObject({ statusCode: 403 });
  });
});
