import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { securityHeaders, TAB_HOSTS, WORD_HOSTS } from '#api/http/security-headers.ts';
import type { Visits } from '#api/links/visits.ts';
import { visitAddresses } from '#contract/visits.ts';
import { aDoor, type HttpDoor } from '#tests/builders/http-door.ts';
import { aWorld } from '#tests/world.ts';

const ROOMS = 'http://localhost:3980';
let folder: string;
let door: HttpDoor;
let local: HttpDoor;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'waymark-headers-'));
  for (const name of ['index.html', 'link.html', 'pane.html', 'api.html'])
    writeFileSync(path.join(folder, name), '<!doctype html><title>W</title>');
  writeFileSync(path.join(folder, 'main.js'), 'export {};');
  const pages = [
    { at: '/link/', folder, page: 'link.html' },
    { at: '/tab/', folder, page: 'index.html', elsewhere: { '/api/docs': 'api.html' } },
    { at: '/word/', folder, page: 'pane.html' },
    { at: '/icons/', folder },
  ] as const;
  const world = await aWorld();
  const actor = await world.actorFor('coordinator');
  const bot = async (_: unknown, reply: { code(status: number): { send(): unknown } }) => reply.code(401).send();
  const more = { pages, visits: {} as Visits, bot: bot as never };
  door = await aDoor(world, actor, { ...more, tls: true });
  local = await aDoor(world, actor, { ...more, neighbours: { frames: [ROOMS], connects: [ROOMS], scripts: [ROOMS] } });
  await door.server.listen({ port: 0 });
});
afterAll(async () => {
  await Promise.all([door.close(), local.close()]);
  rmSync(folder, { recursive: true });
});

/** The directives of a policy by their names. */
const policyIn = (headers: Record<string, unknown>): Record<string, string[]> =>
  Object.fromEntries(
    String(headers['content-security-policy'])
      .split('; ')
      .map((line) => line.split(' '))
      .map(([name, ...sources]) => [name, sources]),
  );

type Asked = {
  readonly method?: 'GET' | 'POST' | 'DELETE' | 'HEAD' | 'OPTIONS';
  readonly url: string;
  readonly body?: string;
  readonly signedIn?: true;
};
const ask = async ({ method = 'GET', url, body, signedIn }: Asked, at: HttpDoor = door) =>
  at.server.inject({
    method,
    url,
    headers: { ...(signedIn ? await at.headers() : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { payload: body }),
  });

/** One answer of every kind that the door gives. */
const KINDS: readonly [kind: string, asked: Asked, status: number][] = [
  ['a page of the tab', { url: '/tab/' }, 200],
  ['a page that the tab’s router knows', { url: '/tab/caseload' }, 200],
  ['the pane of Word', { url: '/word/' }, 200],
  ['the page of a link', { url: '/link/' }, 200],
  ['the page of the API’s description', { url: '/api/docs' }, 200],
  ['an asset', { url: '/tab/main.js' }, 200],
  ['an icon that is not there', { url: '/icons/none.png' }, 404],
  ['an answer of the API', { url: '/api/me', signedIn: true }, 200],
  ['the description', { url: '/api/openapi.json' }, 200],
  ['a refusal to somebody who is not signed in', { url: '/api/me' }, 401],
  ['a refusal of what is not valid', { url: '/api/pupils/42', signedIn: true }, 422],
  ['what is not JSON', { method: 'POST', url: '/api/meetings/x/start', body: '{', signedIn: true }, 400],
  ['what is too large', { method: 'POST', url: visitAddresses.open, body: JSON.stringify({ token: 'x'.repeat(70_000) }) }, 413],
  ['an address that is not there', { url: '/nothing' }, 404],
  ['a method that is not done', { method: 'DELETE', url: '/api/me' }, 405],
  ['an address that cannot be read', { url: '/api/pupils/%' }, 400],
  ['health', { url: '/healthz' }, 200],
  ['the browser’s configuration', { url: '/config.json' }, 200],
  ['the way to the first page', { url: '/' }, 302],
  ['the bot’s door', { method: 'POST', url: '/api/messages', body: '{}' }, 401],
  ['a head alone', { method: 'HEAD', url: '/tab/' }, 200],
];

describe('every kind of answer', () => {
  it.each(KINDS)(
    '%s is never sniffed, sets no cookie, tells nobody where it was and asks for nothing of the machine',
    async (_, asked, status) => {
      const { headers, statusCode, cookies } = await ask(asked);
      expect(statusCode).toBe(status);
      expect(cookies).toEqual([]);
      expect(headers['set-cookie']).toBeUndefined();
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'permissions-policy': expect.stringContaining('camera=(), microphone=()'),
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers.server ?? headers['x-powered-by']).toBeUndefined();
    },
  );

  it.each(KINDS)('%s runs no script that stands in a page, and says who may frame it', async (_, asked) => {
    const policy = policyIn((await ask(asked)).headers);
    expect(policy['base-uri']).toEqual(["'none'"]);
    expect(policy['frame-ancestors']?.length).toBeGreaterThan(0);
    for (const sources of Object.values(policy)) expect(sources).not.toContain('*');
    for (const unsafe of ["'unsafe-inline'", "'unsafe-eval'", 'data:', 'blob:']) expect(policy['script-src'] ?? []).not.toContain(unsafe);
    expect(policy['script-src'] ?? policy['default-src']).toBeDefined();
  });

  it.each(KINDS)('%s names nothing of the local rooms where Waymark runs for a real tenant', async (_, asked) => {
    expect(JSON.stringify((await ask(asked)).headers)).not.toMatch(/localhost|127\.0\.0\.1/);
  });

  it('what is no HTTP at all is answered as guarded', async () => {
    const { port } = door.server.server.address() as { port: number };
    const said = await new Promise<string>((resolve) => {
      const line = connect({ port, host: 'localhost' }, () => line.write('nonsense\r\n\r\n'));
      let heard = '';
      line.on('data', (bytes) => {
        heard += bytes;
      });
      line.once('close', () => resolve(heard));
    });
    expect(said).toMatch(/^HTTP\/1.1 400 /);
    expect(said.toLowerCase()).toContain('x-content-type-options: nosniff');
    expect(said.toLowerCase()).toContain("content-security-policy: default-src 'none'");
  });
});

describe('a method of which nobody has need', () => {
  it('TRACE is not done, and nothing that was sent comes back', async () => {
    const { port } = door.server.server.address() as { port: number };
    const said = await new Promise<string>((resolve) => {
      const line = connect({ port, host: 'localhost' }, () =>
        line.write('TRACE /api/me HTTP/1.1\r\nhost: a\r\nauthorization: Bearer a-secret\r\nconnection: close\r\n\r\n'),
      );
      let heard = '';
      line.on('data', (bytes) => {
        heard += bytes;
      });
      line.once('close', () => resolve(heard));
    });
    expect(said).toMatch(/^HTTP\/1.1 4\d\d /);
    expect(said).not.toContain('a-secret');
  });
});

describe('who may show Waymark in a frame', () => {
  it('the tab: Microsoft’s list of hosts for tabs, and no other', async () => {
    const policy = policyIn((await ask({ url: '/tab/' })).headers);
    expect(policy['frame-ancestors']).toEqual(["'self'", ...TAB_HOSTS]);
    expect(TAB_HOSTS.map((host) => host.replace('https://', '')).sort()).toEqual(
      // learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements, as read in November 2026
      [
        '*.cloud.microsoft',
        'teams.microsoft.com',
        '*.teams.microsoft.com',
        '*.microsoft365.com',
        '*.office.com',
        'outlook.office.com',
        'outlook.office365.com',
        'outlook-sdf.office.com',
        'outlook-sdf.office365.com',
      ].sort(),
    );
  });

  it('the pane of Word: Word on the web and what stands around it; it alone loads Microsoft’s script', async () => {
    const policy = policyIn((await ask({ url: '/word/' })).headers);
    expect(policy['frame-ancestors']).toEqual(["'self'", ...WORD_HOSTS]);
    expect(policy['script-src']).toEqual(["'self'", 'https://appsforoffice.microsoft.com']);
    expect(policyIn((await ask({ url: '/tab/' })).headers)['script-src']).toEqual(["'self'"]);
  });

  it('nobody: the page of a link, the API, files of a calendar, problems', async () => {
    for (const url of ['/link/', '/link', '/tab/link.html', '/api/docs', '/api/me', '/healthz', '/nothing', '/feeds/x.ics'])
      expect({ url, by: policyIn((await ask({ url })).headers)['frame-ancestors'] }).toEqual({ url, by: ["'none'"] });
  });

  it('an answer of the API may do nothing at all, even where somebody opens it as a page', async () => {
    expect(policyIn((await ask({ url: '/api/me', signedIn: true })).headers)['default-src']).toEqual(["'none'"]);
  });

  it('the rooms, where Waymark runs beside the local tenant, which is not reached by https', async () => {
    for (const url of ['/tab/', '/word/', '/link/']) {
      const { headers } = await ask({ url }, local);
      expect(policyIn(headers)['frame-ancestors']).toContain(ROOMS);
      expect(headers['strict-transport-security']).toBeUndefined();
    }
    expect(policyIn((await ask({ url: '/tab/' }, local)).headers)['script-src']).toEqual(["'self'", ROOMS]);
  });

  it('is not changed by what stands behind the address', () => {
    const headers = securityHeaders({ frames: [], connects: [], scripts: [] }, true);
    expect(headers('/api/me?x=/tab/')).toEqual(headers('/api/me'));
    expect(headers('/tab/?x=1')).toEqual(headers('/tab/'));
    expect(headers('/tabular')).toEqual(headers('/api/me'));
  });
});
