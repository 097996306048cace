import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { permissionsOf } from '#api/graph/permissions.ts';
import { ssoToken } from '#local-tenant/identity/sso-token.ts';
import { applyCommand, registerCommand, undoCommand } from '#server/command-line/registration.ts';
import { application, identity } from '#server/registration/application.ts';
import { HOSTS, PERMISSION_IDS, ROLE_IDS } from '#server/registration/known-ids.ts';
import { requestsFor } from '#server/registration/requests.ts';
import { aLocalTenant, overHttps } from '#tests/builders/local-tenant.ts';
import { aTenantSchool, TENANT_ID } from '#tests/builders/tenant-school.ts';

/* An administrator registers Waymark in a tenant in which nothing is registered: our requests, over HTTPS, against the made-up Graph. */

const asked = {
  origin: 'https://waymark.example.org',
  tenantId: TENANT_ID,
  mailbox: 'send@hollinbank.example',
  site: 'https://hollinbank.sharepoint.com/sites/SEND',
};

let tenant: Awaited<ReturnType<typeof aLocalTenant>>;
let folder: string;
beforeAll(async () => {
  const school = aTenantSchool();
  const [someone] = school.staff;
  const nadia = {
    ...someone!,
    key: 'nadia.rahim',
    id: '00000000-0000-4000-8000-000000000009',
    upn: 'nadia.rahim@hollinbank.example',
    role: 'administrator' as const,
  };
  tenant = await aLocalTenant({ clients: [], school: { ...school, staff: [...school.staff, nadia] } });
  folder = mkdtempSync(path.join(tmpdir(), 'registration-'));
});
afterAll(async () => {
  await tenant.stop();
  rmSync(folder, { recursive: true, force: true });
});

const write = (out = folder) => registerCommand({ ...asked, tenant: asked.tenantId, out });
const admin = (address: string, body?: string) =>
  fetch(`${tenant.plainOrigin}/rooms/admin/${address}`, body === undefined ? {} : { method: 'POST', body });
const as = async (person: string, tool = 'graph-powershell') => {
  process.env.GRAPH_TOKEN = (await (await admin(`token?person=${person}&tool=${tool}`)).text()).trim();
};
/** Node's fetch, but trusting the tenant's own authority. */
const carrier = async (address: string, { method = 'GET', headers, body }: RequestInit): Promise<Response> => {
  const got = await overHttps(tenant, address, {
    method,
    headers: headers as Record<string, string>,
    ...(body ? { body: String(body) } : {}),
  });
  return new Response(got.status === 204 ? null : got.text, { status: got.status });
};
const apply = () => applyCommand(folder, { graph: `${tenant.origin}/v1.0` }, carrier);
const undo = () => undoCommand(folder, { graph: `${tenant.origin}/v1.0` }, carrier);
const kept = () => JSON.parse(readFileSync(path.join(folder, 'made.json'), 'utf8')) as Record<string, string>;
const settings = () =>
  Object.fromEntries(
    readFileSync(path.join(folder, 'waymark.env'), 'utf8')
      .split('\n')
      .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
  );

const applicationToken = async (): Promise<{ access_token?: string; error_description?: string }> => {
  const { WAYMARK_CLIENT_ID: client_id = '', WAYMARK_CLIENT_SECRET: client_secret = '' } = settings();
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    scope: 'https://graph.microsoft.com/.default',
    client_id,
    client_secret,
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return (
    await overHttps(tenant, `${tenant.origin}/${TENANT_ID}/oauth2/v2.0/token`, { method: 'POST', headers, body: body.toString() })
  ).json();
};

describe('what is written to be read', () => {
  it('asks in Entra for exactly the permissions of the code, and for none that Exchange gives for one mailbox', () => {
    const wanted = permissionsOf('', '', 0).filter(({ by }) => by !== 'exchange');
    const access = application(asked).requiredResourceAccess[0]!.resourceAccess;
    expect(access.map(({ id, type }) => `${type} ${id}`)).toEqual(
      wanted.map(({ kind, name }) => `${kind === 'delegated' ? 'Scope' : 'Role'} ${PERMISSION_IDS[`${kind} ${name}`]}`),
    );
    expect(Object.keys(PERMISSION_IDS).sort()).toEqual(wanted.map(({ kind, name }) => `${kind} ${name}`).sort());
  });

  it('is for one tenant, with version 2 tokens, and hands tokens to exactly our origin', () => {
    expect(application(asked)).toMatchObject({
      signInAudience: 'AzureADMyOrg',
      api: { requestedAccessTokenVersion: 2 },
      spa: {
        redirectUris: [
          'https://waymark.example.org/tab/',
          'https://waymark.example.org/word/sign-in.html',
          'brk-multihub://waymark.example.org',
        ],
      },
    });
    expect(identity(asked)).toMatchObject({ identifierUris: ['api://waymark.example.org/{{clientId}}'] });
  });

  it('has a role of Entra for each role of Waymark, no id twice', () => {
    expect(application(asked).appRoles.map(({ value }) => value)).toContain('Waymark.Coordinator');
    const ids = [...Object.values(ROLE_IDS), ...Object.values(PERMISSION_IDS), ...HOSTS.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('holds no secret, and says what each file is for', async () => {
    await write();
    const files = readdirSync(folder);
    const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
    expect(files.filter((name) => name !== 'README.md' && !readme.includes(name))).toEqual([]);
    expect(files).not.toContain('waymark.env');
  });

  it('is refused with every fault named where what was asked for does not hold', async () => {
    await expect(
      registerCommand({
        origin: 'http://waymark.example.org',
        tenant: 'ours',
        mailbox: 'send',
        site: 'https://x.sharepoint.com/',
        out: folder,
      }),
    ).rejects.toThrow(/--origin must be https.*--tenant is not the id.*--mailbox is not.*--site names no site/);
  });
});

describe('applying it', () => {
  it('is refused without a token, and by Microsoft’s own words and a cure for one who is no administrator', async () => {
    delete process.env.GRAPH_TOKEN;
    await expect(apply()).rejects.toThrow(/GRAPH_TOKEN is missing/);
    await as('gareth.pugh');
    await expect(apply()).rejects.toThrow(
      /Register Waymark: refused\.\n {2}Microsoft says Authorization_RequestDenied.*\n.*needs the role Application Administrator/,
    );
  });

  it('goes as far as the token reaches, and on from there with a better one', async () => {
    await as('nadia.rahim', 'azure-cli');
    await expect(apply()).rejects.toThrow(/Find the SEND site: refused[\s\S]*Sites\.FullControl\.All/);
    const before = kept().clientId;
    await as('nadia.rahim');
    expect((await apply()).code).toBe(0);
    expect(kept().clientId).toBe(before);
    expect(tenant.tenant.clients()).toHaveLength(1);
  });

  it('ends with the settings of the server, readable by their owner alone, and no secret anywhere else', () => {
    expect(settings()).toMatchObject({
      WAYMARK_TENANT_ID: TENANT_ID,
      WAYMARK_CLIENT_ID: kept().clientId,
      WAYMARK_SEND_SITE: kept().siteId,
    });
    expect(statSync(path.join(folder, 'waymark.env')).mode & 0o077).toBe(0);
    const secret = settings().WAYMARK_CLIENT_SECRET ?? '';
    expect(secret.length).toBeGreaterThan(20);
    const others = readdirSync(folder).filter((name) => name !== 'waymark.env');
    expect(others.filter((name) => readFileSync(path.join(folder, name), 'utf8').includes(secret))).toEqual([]);
  });

  it('grants what was asked for and nothing else', async () => {
    const [client] = tenant.tenant.clients();
    const wanted = permissionsOf('', '', 0).filter(({ by }) => by !== 'exchange');
    const names = (kind: string) =>
      wanted
        .filter((one) => one.kind === kind)
        .map(({ name }) => name)
        .sort();
    expect([...client!.delegated!].sort()).toEqual(names('delegated'));
    expect([...client!.application!].sort()).toEqual(names('application'));
    expect(client).toMatchObject({
      sendSite: 'write',
      mailboxes: [],
      bot: false,
      identifierUri: `api://waymark.example.org/${kept().clientId}`,
    });
    expect((await applicationToken()).access_token).toMatch(/^ey/);
  });

  it('lets Teams open Waymark without asking each person', async () => {
    const account = tenant.tenant.directory.account('ruth.okafor@hollinbank.example')!;
    expect((await ssoToken(tenant.tenant, account, '')).kind).toBe('given');
  });
});

describe('Exchange and the bot', () => {
  it('open one mailbox by the very script that was written, and close it by the other', async () => {
    const said = await (await admin('exchange', readFileSync(path.join(folder, 'exchange.ps1'), 'utf8'))).text();
    expect(said.match(/InScope: True/g)).toHaveLength(2);
    expect(tenant.tenant.clients()[0]).toMatchObject({
      mailboxes: ['send@hollinbank.example'],
      mailboxRoles: ['Calendars.ReadWrite', 'Mail.Send'],
    });
    expect((await admin('exchange', readFileSync(path.join(folder, 'exchange-undo.ps1'), 'utf8'))).status).toBe(200);
    expect(tenant.tenant.clients()[0]!.mailboxes).toEqual([]);
  });

  it('are refused a role without a scope, which would open every mailbox', async () => {
    await admin('exchange', readFileSync(path.join(folder, 'exchange.ps1'), 'utf8'));
    const script = `New-ManagementRoleAssignment -App "${kept().principalId}" -Role "Application Mail.Send"`;
    expect(await (await admin('exchange', script)).text()).toMatch(/every mailbox/);
  });

  it('register the bot for this tenant alone', async () => {
    const file = readFileSync(path.join(folder, 'bot.json'), 'utf8');
    expect((await admin('bot', file.replace('SingleTenant', 'MultiTenant'))).status).toBe(400);
    expect(await (await admin('bot', file)).text()).toContain('https://waymark.example.org/api/messages');
    expect(tenant.tenant.clients()[0]!.bot).toBe(true);
  });
});

describe('undoing it', () => {
  it('takes back everything that Graph was asked to do, and can be asked twice', async () => {
    await as('nadia.rahim');
    const undone = await undo();
    expect(undone.lines).toHaveLength(requestsFor(asked).filter(({ undo }) => undo).length);
    expect(tenant.tenant.clients()).toEqual([]);
    expect((await undo()).lines).toEqual(['Nothing of this registration was done, so nothing is taken back.']);
    expect((await applicationToken()).error_description).toMatch(/AADSTS700016/);
  });
});
