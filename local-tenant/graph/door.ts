/** The way into Graph: who is calling, may they, is the service well, and then the handler. */
import { isWithdrawn, LineCut } from '../controls.ts';
import { checkToken } from '../identity/tokens.ts';
import { type Found, routerOf } from '../router.ts';
import type { Tenant } from '../tenant.ts';
import { activityRoutes, BY_INSTALLING } from './activity.ts';
import { plainPath } from './addresses.ts';
import { applicationRoutes } from './applications.ts';
import { batchReply } from './batch.ts';
import { calendarRoutes } from './calendars.ts';
import type { Caller, GraphCall, GraphReply, GraphRoute } from './call.ts';
import { chatRoutes } from './chats.ts';
import { drivesOf } from './drive-entities.ts';
import { educationRoutes } from './education.ts';
import { contentRoutes } from './file-content.ts';
import { fileRoutes } from './files.ts';
import {
  badRequest,
  denied,
  errorBody,
  GraphError,
  mailboxDenied,
  newRequestId,
  unauthenticated,
  unknownSegment,
  wrongMethod,
} from './graph-errors.ts';
import { groupRoutes } from './groups.ts';
import { mailRoutes } from './mail.ts';
import { checkOptions } from './odata.ts';
import { peopleRoutes } from './people.ts';
import { checkRoom, checkSendSite } from './room-left.ts';
import { scheduleRoutes } from './schedules.ts';
import { principalRoutes } from './service-principals.ts';
import { sharingRoutes } from './sharing.ts';
import { sitePermissionRoutes } from './site-permissions.ts';
import { subscriptionRoutes } from './subscriptions.ts';
import { uploadRoutes } from './uploads.ts';

export const GRAPH_ROUTES: readonly GraphRoute[] = [
  ...peopleRoutes,
  ...educationRoutes,
  ...groupRoutes,
  ...scheduleRoutes,
  ...calendarRoutes,
  ...mailRoutes,
  ...activityRoutes,
  ...fileRoutes,
  ...contentRoutes,
  ...uploadRoutes,
  ...sharingRoutes,
  ...subscriptionRoutes,
  ...applicationRoutes,
  ...principalRoutes,
  ...sitePermissionRoutes,
  ...chatRoutes,
];

/** Exchange refuses in words of its own. */
const OF_EXCHANGE = /^\/users\/\{user\}\/(calendar|event|sendMail|message|mailFolder)/i;

const find = routerOf(GRAPH_ROUTES);
const AUDIENCES = ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'];
const JSON_TYPE = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** Answers one Graph request whole. */
export const answerGraph = async (tenant: Tenant, request: Request, bytes: Uint8Array): Promise<Response> => {
  const ids = { request: newRequestId(), client: request.headers.get('client-request-id') ?? newRequestId() };
  const reply = await guarded(tenant, ids, async () => {
    const disturbance = await tenant.controls.disturb(request.signal);
    if (disturbance) throw disturbed(disturbance.status, disturbance.retryAfter);
    const caller = await callerOf(tenant, request.headers.get('authorization'));
    const { pathname, searchParams } = new URL(request.url);
    const call = {
      tenant,
      caller,
      method: request.method,
      url: new URL(request.url),
      query: searchParams,
      headers: request.headers,
      bytes,
    };
    const path = pathname.replace(/^\/v1\.0/i, '');
    if (/^\/\$batch\/?$/.test(path))
      return batchReply(call, (inner) => guarded(tenant, ids, () => dispatch(inner, inner.url.pathname.replace(/^\/v1\.0/i, ''))));
    return dispatch(call, path);
  });
  return responseOf(tenant.controls.takeCut() ? halfOf(reply) : reply, ids);
};

/** Finds the handler, weighs the permission, and calls it. */
const dispatch = async (call: Omit<GraphCall, 'params'>, path: string): Promise<GraphReply> => {
  const found = find(call.method, plainPath(path, { caller: call.caller, ...drivesOf(call.tenant) }));
  const { route, params } = foundOrRefused(found, path);
  if (!mayCall(route, call.caller)) throw OF_EXCHANGE.test(route.path) ? mailboxDenied() : denied();
  checkSendSite(call);
  checkRoom(call, route);
  checkOptions(call.query);
  return route.handle({ ...call, params });
};

const foundOrRefused = (found: Found<GraphRoute>, path: string) => {
  if (found.kind === 'unknown') throw unknownSegment(path.split('/').findLast(Boolean) ?? '');
  if (found.kind === 'wrong-method') throw wrongMethod(found.allowed);
  return found;
};

const mayCall = ({ needs }: GraphRoute, caller: Caller) => {
  const accepted = caller.person ? needs.delegated : needs.application;
  return accepted?.some((name) => caller.permissions.has(name)) ?? false;
};

const callerOf = async (tenant: Tenant, authorization: string | null): Promise<Caller> => {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (!token) throw unauthenticated('Access token is empty.');
  const checked = await checkToken(tenant, token, AUDIENCES);
  if (checked.kind === 'unsound') throw unauthenticated(checked.why);
  const { scp, roles, oid = '', azp = '' } = checked.claims;
  const controls = tenant.controls.now();
  const kind = scp === undefined ? 'application' : 'delegated';
  const permissions = new Set((scp?.split(' ') ?? roles ?? []).filter((name) => !isWithdrawn(controls, kind, name)));
  if (scp === undefined) return { clientId: azp, permissions: withOtherGrants(tenant, azp, permissions) };
  const person = tenant.directory.account(oid);
  if (!person) throw unauthenticated('The identity of the calling user could not be found.');
  return { clientId: azp, person, permissions };
};

/**
 * Grants that stand in no token: Exchange's own (RBAC for Applications) opens mail and calendars of named mailboxes, and installing the app
 * lets it send notices to whoever has it.
 */
const withOtherGrants = (tenant: Tenant, clientId: string, roles: ReadonlySet<string>) => {
  const client = tenant.client(clientId);
  const inMailboxes = client?.mailboxes?.length ? (client.mailboxRoles ?? ['Calendars.ReadWrite', 'Mail.Send']) : [];
  const granted = [...inMailboxes, ...(client?.bot ? [BY_INSTALLING] : [])];
  const controls = tenant.controls.now();
  return new Set([...roles, ...granted.filter((name) => !isWithdrawn(controls, 'application', name))]);
};

const disturbed = (status: number, retryAfter: string | null) => {
  const [code, words] =
    status === 429
      ? ['TooManyRequests', 'Too many requests. Retry later.']
      : ['serviceNotAvailable', 'The service is temporarily unavailable. Retry later.'];
  return new GraphError(status, code, words, retryAfter === null ? {} : { headers: { 'retry-after': retryAfter } });
};

/** Turns refusals into replies; anything that is not written down as changed on disk is not told as done. */
const guarded = async (tenant: Tenant, ids: { request: string; client: string }, work: () => Promise<GraphReply>): Promise<GraphReply> => {
  try {
    const reply = await work();
    await tenant.store.settled();
    return reply;
  } catch (fault) {
    if (fault instanceof LineCut) throw fault;
    const refusal = asRefusal(fault);
    return { status: refusal.status, headers: refusal.headers, body: errorBody(refusal, ids, new Date()) };
  }
};

const asRefusal = (fault: unknown): GraphError => {
  if (fault instanceof GraphError) return fault;
  if (fault instanceof URIError || fault instanceof SyntaxError) return badRequest('The request URI is not valid.');
  if (isDiskFull(fault)) return new GraphError(507, 'quotaLimitReached', 'There is not enough space left on the disk of the local tenant.');
  process.stderr.write(`local tenant: ${fault instanceof Error ? fault.stack : String(fault)}\n`);
  return new GraphError(500, 'generalException', 'An unexpected fault in the local tenant.');
};

const isDiskFull = (fault: unknown) => fault instanceof Error && 'code' in fault && fault.code === 'ENOSPC';

/** A connection that broke off: the status is there and half of the body. */
const halfOf = (reply: GraphReply): GraphReply => {
  const whole = reply.bytes ?? Buffer.from(JSON.stringify(reply.body ?? {}));
  return { ...reply, bytes: whole.subarray(0, Math.floor(whole.byteLength / 2)), headers: { 'content-type': JSON_TYPE, ...reply.headers } };
};

const responseOf = (reply: GraphReply, ids: { request: string; client: string }): Response => {
  const headers = new Headers({
    'request-id': ids.request,
    'client-request-id': ids.client,
    'odata-version': '4.0',
    'cache-control': 'no-cache',
  });
  for (const [name, value] of Object.entries(reply.headers ?? {})) headers.set(name, value);
  if (reply.bytes) return new Response(Buffer.from(reply.bytes), { status: reply.status, headers });
  if (reply.body === undefined) return new Response(null, { status: reply.status, headers });
  headers.set('content-type', JSON_TYPE);
  return new Response(JSON.stringify(reply.body), { status: reply.status, headers });
};
