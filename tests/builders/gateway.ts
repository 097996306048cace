import { connectGraph } from '#api/graph/connect.ts';
import type { Gateway } from '#api/graph/gateway.ts';
import type { GraphSettings } from '#api/graph/settings.ts';
import type { Log } from '#api/parts.ts';
import { siteIdOf } from '#local-tenant/graph/drive-entities.ts';
import type { LocalTenant } from '#local-tenant/start.ts';
import type { Clone } from '#tests/clone.ts';
import { throughSocket } from './graph-client.ts';
import { APP_ID, APP_SECRET, authorityOf, msalNetwork } from './local-tenant.ts';
import { TENANT_ID } from './tenant-school.ts';

export const SEND_MAILBOX = 'send@hollinbank.example';

/** Settings of the gateway against a local tenant of a test. */
export const settingsFor = (tenant: LocalTenant): GraphSettings => ({
  tenantId: TENANT_ID,
  clientId: APP_ID,
  credential: { secret: APP_SECRET },
  authority: authorityOf(tenant),
  knownAuthorities: [new URL(tenant.origin).host],
  graphOrigin: tenant.origin,
  sendMailbox: SEND_MAILBOX,
  sendSite: siteIdOf(tenant.tenant),
  tokenKey: new Uint8Array(32).fill(7),
});

/**
 * The real gateway: real MSAL and the real Graph client over HTTPS; only the sockets trust the test's own authority. With `always`, Graph
 * answers every request with that status: for what the local tenant has no switch for.
 */
export const gatewayTo = (tenant: LocalTenant, database: Clone['database'], log: Log, always?: number): Gateway =>
  connectGraph(settingsFor(tenant), database, log, {
    network: msalNetwork(tenant),
    lastLink: () => {
      const send = throughSocket(tenant);
      return {
        execute: async (context) => {
          const { request, options } = context;
          context.response = always
            ? Response.json({ error: { code: 'refused', message: 'as the test says' } }, { status: always })
            : await send(new Request(request, { ...(options as RequestInit), redirect: 'manual' }));
        },
      };
    },
  });
