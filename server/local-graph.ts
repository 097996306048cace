import type { GraphSettings } from '#api/graph/settings.ts';
import type { TenantFacts } from './local-facts.ts';
import { LOCAL_CLIENT, type LocalValues } from './local-values.ts';

/** The gateway's settings against the local tenant: the same kinds of values that a real tenant has. */
export const graphOfLocal = (facts: TenantFacts, { clientSecret, tokenKey }: LocalValues): GraphSettings => ({
  tenantId: facts.tenantId,
  clientId: LOCAL_CLIENT,
  credential: { secret: clientSecret },
  authority: `${facts.origin}/${facts.tenantId}`,
  knownAuthorities: [new URL(facts.origin).host],
  graphOrigin: facts.origin,
  sendMailbox: facts.sendMailbox,
  sendSite: facts.sendSite,
  tokenKey: Buffer.from(tokenKey, 'base64'),
});
