/** Starts the local tenant: two listeners, one handler each, one folder. */
import { certificatesIn } from './certificates.ts';
import type { Controls } from './controls.ts';
import { startNotifying } from './graph/notifications.ts';
import { type Handler, plainHandler, secureHandler } from './http-handler.ts';
import { listenPlainly, listenSecurely } from './listeners.ts';
import type { TenantSettings } from './settings.ts';
import { openTenant, type Tenant } from './tenant.ts';

export type StartSettings = TenantSettings & {
  /** Port of the HTTPS listener; 0 lets the system choose. */
  readonly port: number;
  /** Port of the plain listener; absent or 0 lets the system choose. */
  readonly plainPort?: number;
  readonly host?: string;
};

export type LocalTenant = {
  readonly tenantId: string;
  /** `https://localhost:PORT`: identity, Graph (`/v1.0`), Teams' connector (`/teams/`), bot token service. */
  readonly origin: string;
  /** `http://localhost:PORT`: the rooms, sign-in without a certificate warning, controls. */
  readonly plainOrigin: string;
  /** The authority that signed the HTTPS certificate, for `NODE_EXTRA_CA_CERTS` or an https agent. */
  readonly caFile: string;
  readonly controls: TenantControls;
  /** Answers without a socket, for the last link of a Graph client's chain. */
  readonly fetch: Handler;
  /** For tests that look behind the counter. */
  readonly tenant: Tenant;
  close(): Promise<void>;
};

export type TenantControls = Controls & { rotateKeys(): Promise<void>; dropOldKeys(): Promise<void> };

/** Resolves once both listeners answer. */
export const startLocalTenant = async (settings: StartSettings): Promise<LocalTenant> => {
  const host = settings.host ?? '127.0.0.1';
  const certificates = certificatesIn(settings.folder);
  const secure = await listenSecurely({ host, port: settings.port }, certificates);
  const plain = await listenPlainly({ host, port: settings.plainPort ?? 0 }).catch(async (fault) => {
    await secure.close();
    throw fault;
  });
  const addresses = {
    origin: `https://localhost:${secure.port}`,
    plainOrigin: `http://localhost:${plain.port}`,
    filesOrigin: `https://127.0.0.1:${secure.port}`,
  };
  const closeListeners = () => Promise.all([secure.close(), plain.close()]);
  const tenant = await openTenant(settings, addresses).catch(async (fault) => {
    await closeListeners();
    throw fault;
  });
  const handle = secureHandler(tenant);
  secure.answerWith(handle);
  plain.answerWith(plainHandler(tenant));
  const stopNotifying = startNotifying(tenant);

  return {
    tenantId: tenant.id,
    origin: addresses.origin,
    plainOrigin: addresses.plainOrigin,
    caFile: certificates.caFile,
    controls: { ...tenant.controls, ...keyControls(tenant) },
    fetch: async (request) => withUrl(await handle(request), request.url),
    tenant,
    async close() {
      stopNotifying();
      await closeListeners();
      await tenant.store.close();
    },
  };
};

/** The Graph client compares a response's address with its redirect to decide whether the token may travel on. */
const withUrl = (response: Response, url: string) => Object.defineProperty(response, 'url', { value: url });

const keyControls = ({ identityKeys, channelKeys }: Tenant) => ({
  rotateKeys: async () => {
    await Promise.all([identityKeys.rotate(), channelKeys.rotate()]);
  },
  dropOldKeys: async () => {
    await Promise.all([identityKeys.dropOld(), channelKeys.dropOld()]);
  },
});
