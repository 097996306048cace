/** A running local tenant for a test, in a folder that goes when the test ends, and what a test needs to talk to it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import https from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RegisteredClient } from '#local-tenant/settings.ts';
import { type LocalTenant, type StartSettings, startLocalTenant } from '#local-tenant/start.ts';
import { aTenantSchool, TENANT_ID } from './tenant-school.ts';

export const APP_ID = 'aaaaaaaa-1111-4222-8333-444444444444';
export const APP_SECRET = 'a secret that only this test knows';
export const BOT_ID = 'bbbbbbbb-1111-4222-8333-444444444444';

/** The suite's registration, with the permissions that Waymark asks for, and its bot's. */
export const testClients = (): RegisteredClient[] => [
  {
    clientId: APP_ID,
    name: 'Waymark',
    secret: APP_SECRET,
    redirectUris: ['http://localhost/auth'],
    identifierUri: `api://localhost/${APP_ID}`,
    exposedScopes: ['access_as_user'],
    delegated: [
      'User.Read',
      'User.ReadBasic.All',
      'Calendars.ReadWrite',
      'Calendars.ReadWrite.Shared',
      'Mail.Send',
      'Mail.Read',
      'Sites.Selected',
      'Files.Read',
      'OnlineMeetings.Read',
      'Chat.ReadBasic',
      'Chat.Create',
      'TeamsAppInstallation.ReadWriteSelfForChat',
      'EduRoster.Read',
    ],
    application: [
      'User.Read.All',
      'EduRoster.Read.All',
      'GroupMember.Read.All',
      'Sites.Selected',
      'TeamsAppInstallation.ReadWriteSelfForChat.All',
    ],
    mailboxes: ['send@hollinbank.example'],
    sendSite: 'write',
  },
  {
    clientId: BOT_ID,
    name: 'Waymark',
    secret: 'the secret of the bot',
    bot: true,
    identifierUri: `api://botid-${BOT_ID}`,
    exposedScopes: ['access_as_user'],
    delegated: ['User.Read'],
  },
];

export const aFolder = () => mkdtempSync(path.join(tmpdir(), 'local-tenant-'));

/** Starts on ports of the system's choice. `stop` closes it and removes its folder. */
export const aLocalTenant = async (
  change: Partial<StartSettings> = {},
): Promise<LocalTenant & { stop(): Promise<void>; folder: string }> => {
  const folder = change.folder ?? aFolder();
  const tenant = await startLocalTenant({ folder, port: 0, school: aTenantSchool(), clients: testClients(), ...change });
  return Object.assign(tenant, {
    folder,
    stop: async () => {
      await tenant.close();
      rmSync(folder, { recursive: true, force: true });
    },
  });
};

export const authorityOf = ({ origin }: LocalTenant) => `${origin}/${TENANT_ID}`;

type Sent = {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
};
export type Got = {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly bytes: Buffer;
  readonly text: string;
  readonly json: <Shape>() => Shape;
};

/** One request over real HTTPS, trusting the tenant's own authority and nothing else. */
export const overHttps = ({ caFile }: LocalTenant, url: string, { method = 'GET', headers = {}, body, signal }: Sent = {}): Promise<Got> =>
  new Promise((resolve, reject) => {
    const request = https.request(
      url,
      {
        method,
        headers: { ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }), ...headers },
        ca: readFileSync(caFile),
        agent: false,
        ...(signal ? { signal } : {}),
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(parts);
          const text = bytes.toString('utf8');
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
            bytes,
            text,
            json: () => JSON.parse(text),
          });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });

/** A network client for msal-node that trusts the tenant's authority: no environment variable is touched. */
export const msalNetwork = (tenant: LocalTenant) => {
  const send = async <Body>(method: 'GET' | 'POST', url: string, options?: { headers?: Record<string, string>; body?: string }) => {
    const got = await overHttps(tenant, url, {
      method,
      ...(options?.headers ? { headers: options.headers } : {}),
      ...(options?.body === undefined ? {} : { body: options.body }),
    });
    return { headers: got.headers, status: got.status, body: got.json<Body>() };
  };
  return {
    sendGetRequestAsync: <Body>(url: string, options?: { headers?: Record<string, string>; body?: string }) =>
      send<Body>('GET', url, options),
    sendPostRequestAsync: <Body>(url: string, options?: { headers?: Record<string, string>; body?: string }) =>
      send<Body>('POST', url, options),
  };
};
