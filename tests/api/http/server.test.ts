import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Casework } from '#api/casework.ts';
import { answerBrokenRequest } from '#api/http/turned-away.ts';
import { Refusal, type RefusalKind } from '#api/refusal.ts';
import { addresses } from '#contract/addresses.ts';
import { problem } from '#contract/problem.ts';
import type { Logged } from '#contract/pupils.ts';
import { refusalFaults } from '#domain/faults/refusals.ts';
import { aDoor, type HttpDoor, onlyDeeds } from '#tests/builders/http-door.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

const PUPIL = '3f0a5e5e-1111-4222-8333-444444444444';
const AN_ENTRY = { request: PUPIL, kind: 'call', on: '2026-11-23', words: 'Called home.' };

let world: World;
let heard: unknown[];
let door: HttpDoor;
let deeds: Partial<Casework>;

beforeAll(async () => {
  world = await aWorld();
  const log: Casework['log'] = async (actor, ask) => {
    heard.push({ door: actor.door, ask });
    return { id: 'entry', words: 'Saved.' } satisfies Logged;
  };
  heard = [];
  deeds = { log };
  door = await aDoor(world, await world.actorFor('coordinator'), {
    casework: onlyDeeds(deeds),
    neighbours: { frames: ['http://localhost:3980'], connects: [], scripts: [] },
  });
});
afterAll(() => door.close());

const post = async (url: string, payload: string | object | Buffer, headers: Record<string, string> = {}) =>
  door.server.inject({ method: 'POST', url, payload, headers: { ...(await door.headers()), ...headers } });

/** Writes to the port as it is, and answers all that comes back. */
const rawly = (port: number, sent: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const line = connect({ port, host: 'localhost' }, () => line.write(sent));
    let said = '';
    line.on('data', (bytes) => {
      said += bytes;
    });
    line.once('close', () => resolve(said));
    line.once('error', reject);
  });

/** The same server with half a second to arrive in, and a request of which only half arrives. */
const timedOut = async (): Promise<string> => {
  const server = createServer({ requestTimeout: 500, headersTimeout: 400, connectionsCheckingInterval: 100 }, () => undefined);
  server.on(
    'clientError',
    answerBrokenRequest(() => 'ABCDEF0123'),
  );
  await new Promise<void>((done) => server.listen(0, done));
  try {
    return await rawly((server.address() as AddressInfo).port, 'POST /api/today HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n');
  } finally {
    server.close();
  }
};

describe('the HTTP door', () => {
  it('mounts every address of the contract, and answers none of them to someone who is not signed in', async () => {
    for (const address of Object.values(addresses)) {
      const [method, url = ''] = address.split(' ');
      const reply = await door.server.inject({ method: method as 'GET' | 'POST', url: url.replace(/:\w+/g, PUPIL) });
      expect({ address, status: reply.statusCode }).toEqual({ address, status: 401 });
    }
  });

  it('gives a deed the ids of the path and the fields of the body, and says through which door they came', async () => {
    heard = [];
    await post(`/api/pupils/${PUPIL}/log`, AN_ENTRY);
    await post(`/api/pupils/${PUPIL}/log`, AN_ENTRY, { 'x-waymark-door': 'word' });
    await post(`/api/pupils/${PUPIL}/log`, AN_ENTRY, { 'x-waymark-door': 'queue' });
    const ask = { pupil: PUPIL, ...AN_ENTRY };
    expect(heard).toEqual([
      { door: 'tab', ask },
      { door: 'word', ask },
      { door: 'tab', ask },
    ]);
  });

  it('refuses a field that it does not know by name, and changes nothing', async () => {
    heard = [];
    const reply = await post(`/api/pupils/${PUPIL}/log`, { ...AN_ENTRY, colour: 'red' });
    expect(reply.statusCode).toBe(422);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(problem.parse(reply.json())).toMatchObject({
      type: '/faults/W-505',
      detail: 'Nothing was changed: “colour” is not a field that Waymark knows.',
      fields: [{ field: 'colour', reason: 'is not a field that Waymark knows' }],
    });
    expect(heard).toEqual([]);
  });

  it('names every field that is wrong, and says why in plain words', async () => {
    const reply = await post(`/api/pupils/${PUPIL}/log`, { request: 'x', kind: 'song', on: '2026-02-30', words: '' });
    expect(reply.json().fields).toEqual([
      { field: 'request', reason: 'is not an id' },
      { field: 'kind', reason: 'is not one of: call, observation, note, message, visit' },
      { field: 'on', reason: 'is not a date such as 2026-11-23' },
      { field: 'words', reason: 'is empty' },
    ]);
    const bare = await post(`/api/pupils/${PUPIL}/log`, {});
    expect(bare.json().fields).toContainEqual({ field: 'words', reason: 'is missing' });
  });

  it('refuses an id that is none before it asks for anything', async () => {
    const reply = await post('/api/pupils/42/log', AN_ENTRY);
    expect(reply.json()).toMatchObject({ status: 422, fields: [{ field: 'pupil', reason: 'is not an id' }] });
  });

  it.each<[string, string | Buffer, Record<string, string>, number]>([
    ['text that is not JSON', '{"words": ', { 'content-type': 'application/json' }, 400],
    ['a prototype slipped into JSON', '{"__proto__": {"a": 1}}', { 'content-type': 'application/json' }, 400],
    ['another kind of content', '<entry/>', { 'content-type': 'text/xml' }, 415],
    ['more than it takes in one piece', JSON.stringify({ words: 'x'.repeat(1_100_000) }), { 'content-type': 'application/json' }, 413],
  ])('turns away %s', async (_, payload, headers, status) => {
    const reply = await post(`/api/pupils/${PUPIL}/log`, payload, headers);
    expect(reply.statusCode).toBe(status);
    expect(problem.parse(reply.json()).status).toBe(status);
  });

  it.each<[RefusalKind, number]>([
    ['not-found', 404],
    ['not-allowed', 403],
    ['not-ready', 409],
    ['changed-meanwhile', 409],
    ['not-valid', 422],
    ['elsewhere-unwell', 503],
  ])('answers a refusal of kind %s with %i and its words', async (kind, status) => {
    deeds.openToday = async () => {
      throw new Refusal(kind, 'In plain words.');
    };
    const reply = await door.server.inject({ url: '/api/today', headers: await door.headers() });
    expect(reply.statusCode).toBe(status);
    expect(problem.parse(reply.json())).toMatchObject({
      status,
      detail: 'In plain words.',
      type: `/faults/${refusalFaults[kind].code}`,
      reference: reply.headers['x-request-id'],
    });
  });

  it('shows a person a reference for a fault, and logs it once, with ids and without names', async () => {
    deeds.openCaseload = async () => {
      throw Object.assign(new Error('duplicate key (given_name)=(Callum Reid)'), {
        code: '23505',
        table: 'pupil',
        constraint: 'pupil_case',
      });
    };
    const before = world.logged.length;
    const reply = await door.server.inject({ url: '/api/caseload', headers: await door.headers() });
    expect(reply.statusCode).toBe(500);
    expect(reply.json().detail).toContain(reply.json().reference);
    const faults = world.logged.slice(before).filter(({ level }) => level === 'error');
    expect(faults).toHaveLength(1);
    expect(faults[0]?.fields).toMatchObject({
      reference: reply.json().reference,
      address: '/api/caseload',
      person: door.actor.person,
      code: '23505',
      table: 'pupil',
    });
    expect(JSON.stringify([reply.json(), world.logged])).not.toContain('Callum');
  });

  it('lets nothing out that the contract does not know', async () => {
    deeds.log = async () => ({ id: 'entry', words: 'Saved.', secret: 'column added tomorrow' }) as Logged;
    const reply = await post(`/api/pupils/${PUPIL}/log`, AN_ENTRY);
    expect(reply.statusCode).toBe(500);
    expect(reply.body).not.toContain('column added tomorrow');
  });

  it('keeps no name in its log when someone searches for one', async () => {
    deeds.findPupil = async () => ({ pupils: [] });
    await post('/api/find', { words: 'Callum' });
    expect(world.logged.at(-1)).toMatchObject({ words: 'answered', fields: { address: '/api/find', status: 200 } });
    expect(JSON.stringify(world.logged)).not.toContain('Callum');
  });

  it('keeps records out of caches', async () => {
    const reply = await door.server.inject({ url: '/api/today', headers: await door.headers() });
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  it('says of a known address which methods it has, before it reads what was sent', async () => {
    const reply = await door.server.inject({
      method: 'DELETE',
      url: `/api/pupils/${PUPIL}/log`,
      payload: '{',
      headers: await door.headers(),
    });
    expect(reply.statusCode).toBe(405);
    expect(reply.headers.allow).toBe('POST');
    expect(problem.parse(reply.json())).toMatchObject({ status: 405, reference: reply.headers['x-request-id'] });
    expect((await door.server.inject({ method: 'POST', url: '/api/today' })).headers.allow).toBe('GET, HEAD');
  });

  it.each([
    ['/api/pupils/%', 400],
    [`/api/clocks/${'x'.repeat(400)}`, 414],
  ])('answers an address that cannot be read, %s, with a problem document', async (url, status) => {
    const reply = await door.server.inject({ url, headers: await door.headers() });
    expect(problem.parse(reply.json()).status).toBe(status);
    expect(reply.headers['content-type']).toContain('application/problem+json');
  });

  it.each([
    ['is no HTTP', 'nonsense\r\n\r\n', 400],
    ['has a head that is too long', `GET /api/today HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('answers on the line itself what %s', async (_, sent, status) => {
    if (!door.server.server.listening) await door.server.listen({ port: 0 });
    const said = await rawly((door.server.server.address() as AddressInfo).port, sent);
    expect(said).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(said).toContain('Content-Type: application/problem+json');
    const told = problem.parse(JSON.parse(said.split('\r\n\r\n')[1] ?? ''));
    expect(told.status).toBe(status);
    expect(told.reference).toMatch(/^[0-9A-F]{10}$/);
  });

  it('answers a request that never arrives whole with 408, as a problem document', async () => {
    const said = await timedOut();
    expect(said).toMatch(/^HTTP\/1.1 408 Request Timeout/);
    expect(problem.parse(JSON.parse(said.split('\r\n\r\n')[1] ?? ''))).toMatchObject({
      status: 408,
      detail: 'The request took too long to arrive. Nothing was changed.',
    });
  });

  it('says that there is nothing at an address it does not know', async () => {
    expect((await door.server.inject('/api/nothing')).json()).toMatchObject({ status: 404, detail: 'There is nothing at this address.' });
  });

  it('gives browsers their configuration before anyone has signed in', async () => {
    expect((await door.server.inject('/config.json')).json()).toMatchObject({ tenantId: world.organisation, madeUp: false });
  });
});

describe('health', () => {
  const looking = async (looks: Record<string, () => Promise<void>>) => {
    const one = await aDoor(world, door.actor, { looks });
    const reply = await one.server.inject('/healthz');
    await one.close();
    return { status: reply.statusCode, said: reply.json() };
  };
  const well = async (): Promise<void> => undefined;

  it('is ok only when everything answers', async () => {
    expect(await looking({ database: well, queue: well, graph: well })).toEqual({ status: 200, said: { status: 'ok' } });
  });

  it('says which part does not answer, and does not wait for one that is silent', async () => {
    const silent = (): Promise<void> => new Promise(() => undefined);
    const away = async (): Promise<void> => Promise.reject(new Error('away'));
    expect(await looking({ database: well, queue: away, graph: silent })).toEqual({
      status: 503,
      said: { status: 'unwell', parts: { database: 'ok', queue: 'does not answer', graph: 'does not answer' } },
    });
  });
});

describe('readiness', () => {
  const asked = async (looks: Record<string, () => Promise<void>>, stopping = false) => {
    const one = await aDoor(world, door.actor, { looks, stopping: () => stopping });
    const reply = await one.server.inject('/readyz');
    await one.close();
    return { status: reply.statusCode, said: reply.json() };
  };
  const well = async (): Promise<void> => undefined;
  const away = async (): Promise<void> => Promise.reject(new Error('away'));

  it('takes work while Microsoft 365 is away, since what people type is kept all the same', async () => {
    expect(await asked({ database: well, queue: well, graph: away })).toEqual({ status: 200, said: { status: 'ready' } });
  });

  it('takes no work without the record or the queue, and says which', async () => {
    expect(await asked({ database: away, queue: well, graph: well })).toEqual({
      status: 503,
      said: { status: 'not-ready', parts: { database: 'does not answer', queue: 'ok' } },
    });
  });

  it('sends work elsewhere as soon as the process has been told to end', async () => {
    expect(await asked({ database: well, queue: well }, true)).toEqual({
      status: 503,
      said: { status: 'not-ready', parts: { process: 'is stopping' } },
    });
  });
});

describe('pages', () => {
  let folder: string;
  let pages: HttpDoor;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'waymark-pages-'));
    await mkdir(path.join(folder, 'assets'));
    await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Waymark</title>');
    await writeFile(path.join(folder, 'assets', 'main-1a2b.js'), 'plain');
    await writeFile(path.join(folder, 'assets', 'main-1a2b.js.br'), 'packed');
    pages = await aDoor(world, door.actor, { pages: [{ at: '/tab/', folder, page: 'index.html' }] });
  });
  afterAll(async () => {
    await pages.close();
    rmSync(folder, { recursive: true });
  });

  it('opens the tab at its own address and at every address that its router knows', async () => {
    for (const url of ['/tab/', '/tab/caseload', '/tab/pupil/3f0a5e5e?goal=1']) {
      const reply = await pages.server.inject(url);
      expect({ url, status: reply.statusCode, body: reply.body }).toEqual({
        url,
        status: 200,
        body: '<!doctype html><title>Waymark</title>',
      });
      expect(reply.headers['cache-control']).toBe('no-cache');
    }
    expect((await pages.server.inject('/')).headers.location).toBe('/tab/');
  });

  it('gives built files in their packed form, to be kept for a year', async () => {
    const reply = await pages.server.inject({ url: '/tab/assets/main-1a2b.js', headers: { 'accept-encoding': 'br' } });
    expect(reply.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'public, max-age=31536000, immutable' });
    expect((await pages.server.inject('/tab/assets/main-1a2b.js')).body).toBe('plain');
  });

  it('does not answer for a file that is not there, nor for one above its folder', async () => {
    for (const url of ['/tab/assets/gone.js', '/tab/../package.json', '/tab/%2e%2e/package.json', '/tab/..%2fpackage.json'])
      expect({ url, status: (await pages.server.inject(url)).statusCode }).toEqual({ url, status: 404 });
  });
});
