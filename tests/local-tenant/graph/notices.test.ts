import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client, GraphError } from '@microsoft/microsoft-graph-client';
import { graphFor } from '#tests/builders/graph-client.ts';
import { aLocalTenant } from '#tests/builders/local-tenant.ts';

type Notice = {
  readonly subscriptionId: string;
  readonly clientState: string;
  readonly resource: string;
  readonly changeType: string;
  readonly tenantId: string;
};
let tenant: Awaited<ReturnType<typeof aLocalTenant>>;
let app: Client;
let drive: string;
let listener: Server;
let address: string;
let heard: Notice[] = [];
let mood: 'sound' | 'deaf' | 'wrong-echo' = 'sound';

beforeAll(async () => {
  tenant = await aLocalTenant();
  app = await graphFor(tenant, 'application');
  const site = await app.api('/sites/hollinbank.sharepoint.com:/sites/SEND').get();
  drive = (await app.api(`/sites/${site.id}/drive`).get()).id;
  listener = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const asked = new URL(request.url ?? '', 'http://localhost').searchParams.get('validationToken');
    if (asked !== null) return response.writeHead(200, { 'content-type': 'text/plain' }).end(mood === 'wrong-echo' ? 'hello' : asked);
    if (mood === 'deaf') return response.writeHead(500).end();
    heard.push(...JSON.parse(Buffer.concat(parts).toString()).value);
    return response.writeHead(202).end();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/hooks`;
});
afterAll(async () => {
  listener.close();
  await tenant.stop();
});
beforeEach(() => {
  heard = [];
  mood = 'sound';
});

const within = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const subscribe = (change: object = {}) =>
  app.api('/subscriptions').post({
    changeType: 'updated',
    notificationUrl: address,
    resource: `drives/${drive}/root`,
    expirationDateTime: within(60),
    clientState: 'only we know',
    ...change,
  });
const save = (name: string) => app.api(`/drives/${drive}/root:/WM-0412/${name}:/content`).put(name);
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (fault: GraphError) => fault,
  );
const until = async (test: () => boolean) => {
  for (let tries = 0; tries < 60 && !test(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
};

describe('change notifications', () => {
  it('wake the listener once for several changes of one moment, with the state that only it knows', async () => {
    const subscription = await subscribe();
    await Promise.all([save('one.txt'), save('two.txt'), save('three.txt')]);
    await until(() => heard.length > 0);
    expect(heard).toEqual([
      expect.objectContaining({
        subscriptionId: subscription.id,
        clientState: 'only we know',
        resource: `drives/${drive}/root`,
        changeType: 'updated',
        tenantId: tenant.tenantId,
      }),
    ]);
    await app.api(`/subscriptions/${subscription.id}`).delete();
    await save('four.txt');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(heard).toHaveLength(1);
  });

  it('are tried again when the listener was deaf', async () => {
    const subscription = await subscribe();
    mood = 'deaf';
    await save('later.txt');
    await new Promise((resolve) => setTimeout(resolve, 400));
    mood = 'sound';
    await until(() => heard.length > 0);
    expect(heard).toHaveLength(1);
    await app.api(`/subscriptions/${subscription.id}`).delete();
  });

  it('are promised to nobody who cannot echo the token', async () => {
    mood = 'wrong-echo';
    expect(await refusalOf(subscribe())).toMatchObject({ statusCode: 400, code: 'ValidationError' });
  });

  it('watch no folder below the root of a library', async () => {
    expect(await refusalOf(subscribe({ resource: `drives/${drive}/root:/WM-0412` }))).toMatchObject({ statusCode: 403 });
  });

  it('live no longer than Graph lets them', async () => {
    expect(await refusalOf(subscribe({ expirationDateTime: within(42_301) }))).toMatchObject({ statusCode: 400 });
    const ruth = await graphFor(tenant, 'ruth.okafor');
    const events = (minutes: number) =>
      ruth
        .api('/subscriptions')
        .post({ changeType: 'created,updated', notificationUrl: address, resource: '/me/events', expirationDateTime: within(minutes) });
    expect(await refusalOf(events(10_081))).toMatchObject({ statusCode: 400 });
    expect((await events(10_000)).resource).toBe('/me/events');
  });
});
