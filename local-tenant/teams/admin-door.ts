/**
 * What an administrator reaches with other tools than Graph, on the plain listener: a token as the Azure CLI or Graph PowerShell would
 * hold it, Exchange's PowerShell, and the bot as Azure registers it.
 */
import { personToken } from '../identity/tokens.ts';
import { registrationsIn } from '../state/registrations.ts';
import type { Tenant } from '../tenant.ts';
import { ExchangeRefusal, runExchange } from './exchange-commands.ts';

/** The tools an administrator signs in with, and what each one's token reaches. */
const TOOLS: Readonly<Record<string, { readonly id: string; readonly scopes: readonly string[] }>> = {
  'azure-cli': {
    id: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
    scopes: [
      'Application.ReadWrite.All',
      'AppRoleAssignment.ReadWrite.All',
      'DelegatedPermissionGrant.ReadWrite.All',
      'User.ReadWrite.All',
    ],
  },
  'graph-powershell': {
    id: '14d82eec-204b-4c2f-b7e8-296a70dab67e',
    scopes: [
      'Application.ReadWrite.All',
      'AppRoleAssignment.ReadWrite.All',
      'DelegatedPermissionGrant.ReadWrite.All',
      'Sites.FullControl.All',
    ],
  },
};

const said = (words: string, status = 200) =>
  new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

const token = async (tenant: Tenant, query: URLSearchParams): Promise<Response> => {
  const person = tenant.directory.people().find(({ key }) => key === query.get('person'));
  const tool = TOOLS[query.get('tool') ?? 'graph-powershell'];
  if (!person || !tool) return said('Name a person of the tenant and a tool: ?person=nadia.rahim&tool=azure-cli', 404);
  const resource = { kind: 'graph', audience: 'https://graph.microsoft.com' } as const;
  return said(await personToken(tenant, { account: person, client: { clientId: tool.id }, resource, scopes: tool.scopes }));
};

const exchange = (tenant: Tenant, script: string): Response => {
  try {
    return said(runExchange(tenant, script).join('\n'));
  } catch (fault) {
    if (fault instanceof ExchangeRefusal) return said(fault.message, 400);
    throw fault;
  }
};

type Bot = {
  readonly properties?: {
    readonly msaAppId?: string;
    readonly msaAppType?: string;
    readonly msaAppTenantId?: string;
    readonly endpoint?: string;
  };
};

const bodyOf = (text: string): Bot => {
  try {
    return JSON.parse(text) as Bot;
  } catch {
    return {};
  }
};

const bot = (tenant: Tenant, text: string): Response => {
  const { msaAppId = '', msaAppType, msaAppTenantId, endpoint = '' } = bodyOf(text).properties ?? {};
  const all = registrationsIn(tenant.store);
  if (!all.applications.all().some(({ appId }) => appId === msaAppId))
    return said(`InvalidBotData: no application ${msaAppId} is registered.`, 400);
  if (msaAppType !== 'SingleTenant' || msaAppTenantId !== tenant.id)
    return said('InvalidBotCreationData: multi-tenant bots can no longer be created; use SingleTenant with the id of this tenant.', 400);
  if (!URL.canParse(endpoint)) return said('InvalidBotData: the endpoint is no address.', 400);
  all.bots.put(msaAppId, { appId: msaAppId, endpoint });
  tenant.controls.set({ botEndpoint: endpoint });
  return said(`The bot ${msaAppId} answers at ${endpoint}.`);
};

/** Answers `/rooms/admin/…`; undefined for other addresses. */
export const answerAdmin = async (tenant: Tenant, request: Request): Promise<Response | undefined> => {
  const { pathname, searchParams } = new URL(request.url);
  if (!pathname.startsWith('/rooms/admin/')) return undefined;
  // Pages of web sites elsewhere carry an origin; the tools of an administrator carry none.
  if (request.headers.get('origin') !== null) return new Response(null, { status: 403 });
  const what = `${request.method} ${pathname.slice('/rooms/admin/'.length)}`;
  const answer =
    what === 'GET token'
      ? await token(tenant, searchParams)
      : what === 'POST exchange'
        ? exchange(tenant, await request.text())
        : what === 'POST bot'
          ? bot(tenant, await request.text())
          : undefined;
  await tenant.store.settled();
  return answer;
};
