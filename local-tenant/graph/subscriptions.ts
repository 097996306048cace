/** Change notifications: the handshake, how long they live, what they may watch, and sending them. */
import { randomUUID } from 'node:crypto';
import type { Subscription } from '@microsoft/microsoft-graph-types';
import type { Tenant } from '../tenant.ts';
import { contextOf, created, type GraphCall, type GraphRoute, jsonBody, nothing, ok } from './call.ts';
import { driveIdOf, siteIdOf } from './drive-entities.ts';
import { accessDenied, badRequest, denied, GraphError } from './graph-errors.ts';
import { post, type Watch, watchesOf } from './notifications.ts';
import type { Entity } from './odata.ts';

type Kind = {
  readonly name: string;
  readonly resource: (tenant: Tenant) => string;
  readonly minutes: number;
  readonly permissions: readonly string[];
  readonly changes: readonly string[];
};
const DAY_MINUTES = 1_440;
const FILES = ['Sites.Selected', 'Sites.Read.All', 'Sites.ReadWrite.All', 'Files.Read.All', 'Files.ReadWrite.All'];

/** What may be watched, how long at most, and with which permission. */
const kindOf = (call: GraphCall, resource: string): Kind => {
  const path = resource.replace(/^\/+|\/+$/g, '');
  const mailbox = /^(?:users\/([^/]+)|me)\/(?:calendar\/)?events$/i.exec(path);
  if (mailbox) return eventsKind(call, mailbox[1]);
  if (/^users$/i.test(path))
    return {
      name: 'users',
      resource: () => 'users',
      minutes: 29 * DAY_MINUTES,
      permissions: ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'],
      changes: ['updated', 'deleted'],
    };
  const { tenant } = call;
  const roots = [`drives/${driveIdOf(tenant)}/root`, `sites/${siteIdOf(tenant)}/drive/root`];
  if (roots.some((root) => root.toLowerCase() === path.toLowerCase()))
    return { name: 'drive', resource: () => path, minutes: 42_300, permissions: FILES, changes: ['updated'] };
  if (/^(drives|sites)\//i.test(path))
    throw accessDenied('Subscriptions on SharePoint are taken on the root of a drive only, not on folders or files.');
  throw badRequest(`The resource '${resource}' is not supported for subscriptions here.`, 'InvalidRequest');
};

const eventsKind = ({ tenant, caller }: GraphCall, reference: string | undefined): Kind => {
  const owner = reference === undefined ? caller.person : tenant.directory.account(reference);
  if (!owner) throw new GraphError(404, 'ResourceNotFound', 'The mailbox was not found.');
  if (caller.person && caller.person.id !== owner.id) throw denied();
  return {
    name: `events/${owner.id}`,
    resource: () => `Users/${owner.id}/Events`,
    minutes: 7 * DAY_MINUTES,
    permissions: ['Calendars.Read', 'Calendars.ReadBasic', 'Calendars.ReadWrite'],
    changes: ['created', 'updated', 'deleted'],
  };
};

const subscribe = async (call: GraphCall) => {
  const input = jsonBody<Subscription>(call);
  const { changeType, notificationUrl, resource, expirationDateTime } = input;
  if (!changeType || !notificationUrl || !resource || !expirationDateTime)
    throw badRequest('changeType, notificationUrl, resource and expirationDateTime are required.', 'InvalidRequest');
  const kind = kindOf(call, resource);
  if (!kind.permissions.some((name) => call.caller.permissions.has(name))) throw denied();
  if (changeType.split(',').some((change) => !kind.changes.includes(change.trim())))
    throw badRequest(`The change type '${changeType}' is not supported for this resource.`, 'InvalidRequest');
  if ((input.clientState?.length ?? 0) > 128) throw badRequest('clientState must not be longer than 128 characters.', 'InvalidRequest');
  const expires = checkedExpiry(expirationDateTime, kind.minutes);
  const lifecycleUrl = input.lifecycleNotificationUrl ?? null;
  await shakeHands(call.tenant, notificationUrl);
  if (lifecycleUrl) await shakeHands(call.tenant, lifecycleUrl);
  const watch: Watch = {
    id: randomUUID(),
    watches: kind.name,
    resource,
    changeType,
    notificationUrl,
    lifecycleUrl,
    clientState: input.clientState ?? null,
    expires,
    applicationId: call.caller.clientId,
    creatorId: call.caller.person?.id ?? call.caller.clientId,
  };
  watchesOf(call.tenant).put(watch.id, watch);
  return created({ '@odata.context': contextOf(call, 'subscriptions/$entity'), ...watchEntity(watch) });
};

const checkedExpiry = (text: string, minutes: number) => {
  const left = (Date.parse(text) - Date.now()) / 60_000;
  if (Number.isNaN(left) || left <= 0) throw badRequest('Subscription expiration must lie in the future.', 'InvalidRequest');
  if (left > minutes) throw badRequest(`Subscription expiration can only be ${minutes} minutes in the future.`, 'InvalidRequest');
  return new Date(text).toISOString();
};

/** The address must answer with the token, as plain text, within ten seconds, before anything is ever sent to it. */
const shakeHands = async (tenant: Tenant, notificationUrl: string) => {
  const target = URL.canParse(notificationUrl) ? new URL(notificationUrl) : undefined;
  const secure = target?.protocol === 'https:' || (target?.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(target.hostname));
  if (!target || !secure)
    throw badRequest('Subscription validation request failed. Notification URL must be an HTTPS address.', 'ValidationError');
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
  target.searchParams.set('validationToken', token);
  const reply = await post(tenant, target.toString(), '').catch(() => undefined);
  const sound = reply?.status === 200 && reply.type.startsWith('text/plain') && reply.text === token;
  if (!sound)
    throw badRequest(
      `Subscription validation request failed. Response must exactly match validationToken query parameter.`,
      'ValidationError',
    );
};

const watchEntity = ({
  id,
  resource,
  changeType,
  notificationUrl,
  lifecycleUrl = null,
  expires,
  applicationId,
  creatorId,
}: Watch): Subscription & Entity => ({
  id,
  resource,
  applicationId,
  changeType,
  // Graph never gives the client state back.
  clientState: null,
  notificationUrl,
  lifecycleNotificationUrl: lifecycleUrl,
  expirationDateTime: expires,
  creatorId,
  includeResourceData: null,
  latestSupportedTlsVersion: 'v1_2',
});

/** An application sees only its own subscriptions; one that has run out is gone. */
const own = (call: GraphCall) =>
  watchesOf(call.tenant)
    .all()
    .filter(({ applicationId, expires }) => applicationId === call.caller.clientId && expires > new Date().toISOString());

const ownAt = (call: GraphCall) => {
  const found = own(call).find(({ id }) => id === call.params.subscription);
  if (!found) throw new GraphError(404, 'ResourceNotFound', 'The object was not found.');
  return found;
};

const renew = (call: GraphCall) => {
  const watch = ownAt(call);
  const { expirationDateTime } = jsonBody<Subscription>(call);
  const renewed = { ...watch, expires: checkedExpiry(expirationDateTime ?? '', kindOf(call, watch.resource).minutes) };
  watchesOf(call.tenant).put(watch.id, renewed);
  return ok({ '@odata.context': contextOf(call, 'subscriptions/$entity'), ...watchEntity(renewed) });
};

const ANY = [
  'Calendars.Read',
  'Calendars.ReadBasic',
  'Calendars.ReadWrite',
  'User.Read.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
  'User.Read',
  ...FILES,
];
const needs = { delegated: ANY, application: ANY };

export const subscriptionRoutes: readonly GraphRoute[] = [
  { method: 'POST', path: '/subscriptions', needs, handle: subscribe },
  {
    method: 'GET',
    path: '/subscriptions',
    needs,
    handle: (call) => ok({ '@odata.context': contextOf(call, 'subscriptions'), value: own(call).map(watchEntity) }),
  },
  {
    method: 'GET',
    path: '/subscriptions/{subscription}',
    needs,
    handle: (call) => ok({ '@odata.context': contextOf(call, 'subscriptions/$entity'), ...watchEntity(ownAt(call)) }),
  },
  { method: 'PATCH', path: '/subscriptions/{subscription}', needs, handle: renew },
  {
    method: 'DELETE',
    path: '/subscriptions/{subscription}',
    needs,
    handle: (call) => {
      watchesOf(call.tenant).remove(ownAt(call).id);
      return nothing();
    },
  },
];
