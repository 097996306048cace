/** What `authentication.getAuthToken` gives inside Teams: a token for the app's own API, asked for by Teams in the person's name. */
import type { Account } from '../state/directory.ts';
import type { Tenant } from '../tenant.ts';
import { contextsIn } from './claims-request.ts';
import { consentedScopes } from './resources.ts';
import { personToken } from './tokens.ts';

/** Teams on the web; an API must have authorised it in advance. */
export const TEAMS_WEB = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

export type SsoToken =
  | { readonly kind: 'given'; readonly token: string }
  | { readonly kind: 'refused'; readonly why: 'resourceRequiresConsent' | 'invalidResource' };

/**
 * `resource` names the API by its identifier or client id; empty means the only client that offers scopes. `claims` are what the sign-in must
 * bring; Teams takes the person through it by itself.
 */
export const ssoToken = async (tenant: Tenant, account: Account, resource: string, claims = ''): Promise<SsoToken> => {
  const offering = tenant.clients().filter(({ exposedScopes }) => exposedScopes?.length);
  const name = resource.replace(/\/access_as_user$|\/\.default$/, '');
  const client = name ? offering.find(({ clientId, identifierUri }) => name === clientId || name === identifierUri) : offering[0];
  if (!client) return { kind: 'refused', why: 'invalidResource' };
  if (client.preauthorised && !client.preauthorised.includes(TEAMS_WEB)) return { kind: 'refused', why: 'resourceRequiresConsent' };
  const api = { kind: 'client', audience: client.clientId, client } as const;
  const scopes = consentedScopes(tenant, client, api);
  if (scopes.length === 0) return { kind: 'refused', why: 'resourceRequiresConsent' };
  const contexts = contextsIn(claims);
  return { kind: 'given', token: await personToken(tenant, { account, client: { clientId: TEAMS_WEB }, resource: api, scopes, contexts }) };
};
