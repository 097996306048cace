/** Sends change notifications: several changes of one resource within a moment become one notice, and a deaf address is tried again. */
import type { Tenant } from '../tenant.ts';

export type Watch = {
  readonly id: string;
  /** The resource's name as the tenant calls it when it changes: `drive`, `users`, `events/{id}`. */
  readonly watches: string;
  readonly resource: string;
  readonly changeType: string;
  readonly notificationUrl: string;
  /** Where what concerns the subscription itself goes; null where nobody asked to be told. */
  readonly lifecycleUrl?: string | null;
  readonly clientState: string | null;
  readonly expires: string;
  readonly applicationId: string;
  readonly creatorId: string;
};

const GATHER = 150;
const PATIENCE = 10_000;
const AGAIN_AFTER = [1_000, 5_000];

export const watchesOf = ({ store }: Tenant) => store.table<Watch>('subscriptions');

/** Starts listening for changes; the returned function stops it. */
export const startNotifying = (tenant: Tenant): (() => void) => {
  const timers = new Map<string, NodeJS.Timeout>();
  const held = new Set<string>();
  const onChange = (resource: string) => {
    for (const watch of watchesOf(tenant).all()) {
      if (watch.watches !== resource || timers.has(watch.id) || watch.expires < new Date().toISOString()) continue;
      const send = () => {
        timers.delete(watch.id);
        const { notices } = tenant.controls.now();
        if (notices === 'held') held.add(watch.id);
        if (notices === 'held' || notices === 'lost') return;
        void deliver(tenant, watch, timers);
        if (notices === 'twice') void deliver(tenant, watch, timers);
      };
      timers.set(watch.id, setTimeout(send, GATHER));
    }
  };
  const release = () => {
    if (tenant.controls.now().notices === 'held') return;
    for (const id of held) {
      const watch = watchesOf(tenant).get(id);
      if (watch) void deliver(tenant, watch, timers);
    }
    held.clear();
  };
  tenant.onChange.add(onChange);
  const deafen = tenant.controls.onSet(release);
  return () => {
    deafen();
    tenant.onChange.delete(onChange);
    for (const timer of timers.values()) clearTimeout(timer);
  };
};

const deliver = async (tenant: Tenant, watch: Watch, timers: Map<string, NodeJS.Timeout>, tries = 0): Promise<void> => {
  const reply = await post(tenant, watch.notificationUrl, JSON.stringify({ value: [noticeOf(tenant, watch)] })).catch(() => undefined);
  const heard = reply !== undefined && reply.status >= 200 && reply.status < 300;
  const wait = AGAIN_AFTER[tries];
  if (heard || wait === undefined || !watchesOf(tenant).get(watch.id)) return;
  timers.set(
    `${watch.id} again`,
    setTimeout(() => void deliver(tenant, watch, timers, tries + 1), wait),
  );
};

/** A drive's notice names no item: the receiver asks a delta query what changed. */
const noticeOf = (tenant: Tenant, watch: Watch) => ({
  subscriptionId: watch.id,
  subscriptionExpirationDateTime: watch.expires,
  changeType: watch.changeType.split(',').includes('updated') ? 'updated' : (watch.changeType.split(',')[0] ?? 'updated'),
  resource: watch.resource.replace(/^\//, ''),
  clientState: watch.clientState,
  tenantId: tenant.id,
});

/** A request of Graph's own, logged beside those it answers. */
export const post = async (tenant: Tenant, url: string, body: string) => {
  const headers = new Headers({ 'content-type': body ? 'application/json' : 'text/plain; charset=utf-8' });
  const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(PATIENCE), redirect: 'error' });
  const bytes = new Uint8Array(await response.arrayBuffer());
  tenant.log.write({ method: 'POST', url, requestHeaders: headers, requestBytes: Buffer.from(body), response, responseBytes: bytes });
  return { status: response.status, type: response.headers.get('content-type') ?? '', text: Buffer.from(bytes).toString('utf8') };
};

export type LifecycleEvent = 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed';

/** Tells the owner of each subscription that something is the matter with it; a subscription that was removed is gone before it is told. */
export const tellLifecycle = async (tenant: Tenant, event: LifecycleEvent): Promise<number> => {
  const watches = watchesOf(tenant).all();
  if (event === 'subscriptionRemoved') for (const { id } of watches) watchesOf(tenant).remove(id);
  const told = watches.filter(({ lifecycleUrl }) => lifecycleUrl);
  for (const watch of told) {
    const { changeType: _, ...notice } = noticeOf(tenant, watch);
    await post(tenant, watch.lifecycleUrl ?? '', JSON.stringify({ value: [{ ...notice, lifecycleEvent: event }] })).catch(() => undefined);
  }
  return told.length;
};
