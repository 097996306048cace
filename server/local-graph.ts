import type { GraphSettings } from '#api/graph/settings.ts';
import type { Registered } from './config.ts';
import type { TenantFacts } from './local-facts.ts';
import { LOCAL_CLIENT, type LocalValues } from './local-values.ts';
import { Plain } from './plain.ts';

/** The gateway's settings against the local tenant: the same kinds of values that a real tenant has. */
export const graphOfLocal = (
  facts: TenantFacts,
  { clientSecret, tokenKey }: LocalValues,
  registered: Registered | null = null,
): GraphSettings => ({
  tenantId: facts.tenantId,
  clientId: LOCAL_CLIENT,
  credential: { secret: clientSecret },
  authority: `${facts.origin}/${facts.tenantId}`,
  knownAuthorities: [new URL(facts.origin).host],
  graphOrigin: facts.origin,
  sendMailbox: facts.sendMailbox,
  sendSite: facts.sendSite,
  tokenKey: Buffer.from(tokenKey, 'base64'),
  ...(registered ? inTenant(registered, facts) : {}),
});

/** A registration of another tenant would be asked of the wrong one, and what it brought would lie in the wrong record. */
const inTenant = (registered: Registered, { tenantId }: TenantFacts): Registered => {
  if (registered.tenantId.toLowerCase() === tenantId) return registered;
  throw new Plain(`WAYMARK_TENANT_ID is not the made-up tenant (${tenantId}). Take WAYMARK_TENANT_BARE out to start with a real one.`);
};
