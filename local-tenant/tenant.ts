/** One tenant: everything its parts share. Each part takes what it needs from here and keeps nothing of its own. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { type Controls, createControls } from './controls.ts';
import { type ExchangeLog, exchangeLog } from './exchange-log.ts';
import { type SigningKeys, signingKeysIn } from './identity/signing-keys.ts';
import type { Addresses, RegisteredClient, TenantSettings } from './settings.ts';
import { type Directory, directoryIn } from './state/directory.ts';
import { type FileBytes, fileBytesIn } from './state/file-bytes.ts';
import { registeredIn, registrationsIn } from './state/registrations.ts';
import { settleSchool } from './state/settle-school.ts';
import { openStore, type Store } from './state/store.ts';

export type Tenant = {
  readonly id: string;
  readonly settings: TenantSettings;
  readonly addresses: Addresses;
  readonly store: Store;
  readonly bytes: FileBytes;
  readonly directory: Directory;
  readonly identityKeys: SigningKeys;
  /** Keys with which Teams signs what it sends to bots. */
  readonly channelKeys: SigningKeys;
  readonly controls: Controls;
  /** The made-up moment of mailboxes and library. */
  readonly now: () => Date;
  readonly log: ExchangeLog;
  /** Seals what only this run hands out and takes back: download addresses. */
  readonly secret: Buffer;
  readonly client: (clientId: string) => RegisteredClient | undefined;
  /** Everyone who is registered: from the start, or by an administrator since. */
  readonly clients: () => readonly RegisteredClient[];
  /** Called with the name of a resource (`drive`, `users`, `events/…`) after it changed. */
  readonly onChange: Set<(resource: string) => void>;
};

/** Opens the tenant's folder, reads what earlier starts kept and puts the made-up school into it without doubling anything. */
export const openTenant = async (settings: TenantSettings, addresses: Addresses): Promise<Tenant> => {
  const store = await openStore(path.join(settings.folder, 'state'));
  const bytes = fileBytesIn(path.join(settings.folder, 'bytes'));
  const clients = () => [...settings.clients, ...registeredIn(store)];
  const now = settings.now ?? (() => new Date());
  await settleSchool({ store, bytes, school: settings.school, now });
  const [identityKeys, channelKeys] = await Promise.all([
    signingKeysIn(settings.folder, 'identity-keys.json'),
    signingKeysIn(settings.folder, 'channel-keys.json', ['msteams']),
  ]);
  return {
    id: settings.school.organisation.tenantId,
    settings,
    addresses,
    store,
    bytes,
    directory: directoryIn(store),
    identityKeys,
    channelKeys,
    controls: createControls({ botEndpoint: registrationsIn(store).bots.all().at(-1)?.endpoint ?? settings.botEndpoint ?? null }),
    now,
    log: exchangeLog(settings.logFile ?? process.env.WAYMARK_GRAPH_LOG),
    secret: randomBytes(32),
    client: (clientId) => clients().find((one) => one.clientId.toLowerCase() === clientId.toLowerCase()),
    clients,
    onChange: new Set(),
  };
};
