/** Which API a scope asks for, and what the asking client may have of it. */
import { isWithdrawn } from '../controls.ts';
import type { RegisteredClient } from '../settings.ts';
import type { Tenant } from '../tenant.ts';
import { badScope, unknownResource } from './entra-errors.ts';

const GRAPH_NAMES = ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'];
const BOT_NAMES = ['https://api.botframework.com'];
const SIGN_IN_SCOPES = new Set(['openid', 'profile', 'email', 'offline_access']);

export type Resource =
  | { readonly kind: 'graph'; readonly audience: string }
  | { readonly kind: 'bot-channel'; readonly audience: string }
  | { readonly kind: 'client'; readonly audience: string; readonly client: RegisteredClient };

export type Asked = {
  readonly resource: Resource;
  /** Scope names without their resource; `.default` asks for all that is consented. */
  readonly scopes: readonly string[];
  readonly signIn: readonly string[];
};

/** Reads a `scope` parameter. All of it must belong to one API, as Entra demands. */
export const readScopes = (tenant: Tenant, text: string): Asked => {
  const all = text.split(/\s+/).filter(Boolean);
  const signIn = all.filter((scope) => SIGN_IN_SCOPES.has(scope));
  const wanted = all.filter((scope) => !SIGN_IN_SCOPES.has(scope));
  const parts = wanted.map(splitScope);
  const names = [...new Set(parts.map(({ resource }) => resource))];
  if (names.length > 1) throw badScope(text);
  return { resource: resourceNamed(tenant, names[0] ?? 'https://graph.microsoft.com'), scopes: parts.map(({ scope }) => scope), signIn };
};

const splitScope = (scope: string) => {
  const at = scope.lastIndexOf('/');
  return at < 0
    ? { resource: 'https://graph.microsoft.com', scope }
    : { resource: scope.slice(0, at).replace(/\/$/, ''), scope: scope.slice(at + 1) };
};

const resourceNamed = (tenant: Tenant, name: string): Resource => {
  if (GRAPH_NAMES.includes(name)) return { kind: 'graph', audience: 'https://graph.microsoft.com' };
  if (BOT_NAMES.includes(name)) return { kind: 'bot-channel', audience: 'https://api.botframework.com' };
  const client = tenant.clients().find(({ clientId, identifierUri }) => clientId === name || identifierUri === name);
  if (!client) throw unknownResource(name);
  return { kind: 'client', audience: client.clientId, client };
};

/** The scopes that a client may use on a person's behalf with an API, whether or not it asked for them now. */
export const consentedScopes = (tenant: Tenant, client: RegisteredClient, resource: Resource): readonly string[] => {
  const offered =
    resource.kind === 'graph' ? (client.delegated ?? []) : resource.kind === 'client' ? (resource.client.exposedScopes ?? []) : [];
  const controls = tenant.controls.now();
  const { consentMissing: missing } = controls;
  // What was withdrawn is in no token that is made from now on; tokens that are out keep it, and the door refuses them.
  const withdrawn = (scope: string) => resource.kind === 'graph' && isWithdrawn(controls, 'delegated', scope);
  return offered.filter(
    (scope) => !withdrawn(scope) && !missing.includes(`${client.clientId}/${scope}`) && !missing.includes(`${client.clientId}/*`),
  );
};

/** What of the asked scopes is granted, and what is not consented. */
export const weighScopes = (tenant: Tenant, client: RegisteredClient, { resource, scopes }: Asked) => {
  const consented = consentedScopes(tenant, client, resource);
  const lower = new Map(consented.map((scope) => [scope.toLowerCase(), scope]));
  const wanted = scopes.filter((scope) => scope !== '.default');
  const refused = wanted.filter((scope) => !lower.has(scope.toLowerCase()));
  // Entra puts everything already consented for the API into the token, not only what was asked for.
  return { granted: consented, refused: scopes.includes('.default') && consented.length === 0 ? ['.default'] : refused };
};
