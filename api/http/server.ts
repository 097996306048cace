import { randomBytes } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Address, addresses } from '#contract/addresses.ts';
import { answers } from '#contract/client.ts';
import type { BrowserConfig } from '#contract/people.ts';
import { visitAddresses } from '#contract/visits.ts';
import type { Actor, Door } from '#domain/access/actor.ts';
import type { Casework } from '../casework.ts';
import type { Feeds } from '../compliance/date-feed.ts';
import { faultFields } from '../fault-fields.ts';
import type { Visits } from '../links/visits.ts';
import type { Log } from '../parts.ts';
import { TooOften } from '../refusal.ts';
import { LIFECYCLE, NOTICES } from '../watching/keep-watch-task.ts';
import type { Notices } from '../watching/notices.ts';
import { ARRIVES_WITHIN, awaitSmallBodies, HEAD_ARRIVES_WITHIN } from './arrival.ts';
import { serveDescription } from './description.ts';
import { serveFaultPages } from './fault-pages.ts';
import { mountFeeds } from './feed-door.ts';
import { type Looks, mountHealth } from './health.ts';
import { takeJson } from './json-body.ts';
import { mountNotices } from './notice-door.ts';
import { packedFor } from './packed-reply.ts';
import { type Pages, servePages } from './pages.ts';
import type { RateLimits } from './rate-limits.ts';
import { faultProblem, problemOf } from './refusals.ts';
import { routes } from './routes.ts';
import { type Neighbours, NO_NEIGHBOURS, securityHeaders } from './security-headers.ts';
import type { SignIn } from './sign-in.ts';
import { answerBrokenRequest, notFound, refuseOtherMethods, unreadableAddress } from './turned-away.ts';
import { mountVisits } from './visit-door.ts';
import { writerOf } from './written-reply.ts';

/** The bot's own door, which answers the whole request: Teams signs what it sends, and the bot checks that itself. */
export type BotDoor = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Everything the HTTP door is given. */
export type ServerOptions = {
  readonly casework: Casework;
  /** What people without an account can ask, having come by a link; none of it where it is left out. */
  readonly visits?: Visits;
  /** Calendar feeds; none where they are left out. */
  readonly feeds?: Feeds;
  /** Where Microsoft 365 tells of changes; nothing is heard where it is left out. */
  readonly notices?: Notices;
  readonly signIn: SignIn;
  readonly log: Log;
  /** What must answer for `/healthz` to say ok. */
  readonly looks: Looks;
  /** Whether this process has been told to end; then `/readyz` sends new work elsewhere. */
  readonly stopping?: () => boolean;
  readonly browserConfig: BrowserConfig;
  readonly pages: readonly Pages[];
  /** Where `/` leads. */
  readonly startPage: string;
  readonly neighbours?: Neighbours;
  /** Whether people reach Waymark over https; browsers are then told never to come by another way. */
  readonly tls?: boolean;
  /** Whose word about the address of a visitor is taken (`X-Forwarded-For`): proxies, as addresses or ranges. Nobody’s where left out. */
  readonly proxies?: readonly string[];
  /** How often who may ask; without it as often as they like. */
  readonly limits?: RateLimits;
  readonly bot?: BotDoor;
  /** Hears of each address as it is mounted, those that only refuse a method left out. */
  readonly onAddress?: (method: string, url: string) => void;
};

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const USUAL_LIMIT = 1_048_576;

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asked, once the token has been checked; for the log. */
    actor: Actor | undefined;
  }
}

const doorOf = (request: FastifyRequest): Door => (request.headers['x-waymark-door'] === 'word' ? 'word' : 'tab');

/** Short enough to read out over the telephone. */
const reference = (): string => randomBytes(5).toString('hex').toUpperCase();

const mountDeeds = (server: FastifyInstance, { casework, signIn, limits }: ServerOptions): void => {
  for (const [name, address] of Object.entries(addresses) as [Address, string][]) {
    const [method = 'GET', url = ''] = address.split(' ');
    const route = routes[name];
    const write = writerOf(answers[name]);
    server.route({
      method,
      url,
      bodyLimit: route.limit ?? USUAL_LIMIT,
      handler: async (request, reply) => {
        const actor = await signIn(request.headers.authorization, doorOf(request));
        request.actor = actor;
        limits?.ofActor(actor);
        const wire = { path: request.params, query: request.query, body: request.body, ifMatch: request.headers['if-match'] };
        const written = write(await route.answer(casework, actor, wire));
        const packed = await packedFor(request.headers['accept-encoding'], written);
        if (packed) reply.header('content-encoding', 'gzip');
        return reply
          .headers({ 'cache-control': 'no-store', vary: 'accept-encoding' })
          .type('application/json; charset=utf-8')
          .send(packed ?? written);
      },
    });
  }
};

const answerTrouble = (server: FastifyInstance, log: Log): void => {
  server.setErrorHandler((thrown, request, reply) => {
    const known = problemOf(thrown, request.id);
    if (!known)
      log.error(
        { reference: request.id, address: request.routeOptions.url, person: request.actor?.person, ...faultFields(thrown) },
        'fault',
      );
    const told = known ?? faultProblem(request.id);
    if (told.status === 401) reply.header('www-authenticate', 'Bearer');
    if (told.status === 503) reply.header('retry-after', '30');
    if (thrown instanceof TooOften) reply.header('retry-after', String(thrown.seconds));
    // What has not arrived by now is not waited for: the next request must not be taken out of it.
    if (told.status === 408) reply.header('connection', 'close');
    return reply.code(told.status).header('cache-control', 'no-store').type('application/problem+json').send(told);
  });
};

/** One line a request: the address as a pattern, never as typed, because a search carries a name. */
const keepLog = (server: FastifyInstance, log: Log): void => {
  server.addHook('onResponse', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return;
    const { actor, id, method, routeOptions } = request;
    const took = Math.round(reply.elapsedTime);
    log.info({ reference: id, method, address: routeOptions.url, status: reply.statusCode, took, person: actor?.person }, 'answered');
  });
};

/**
 * Builds the HTTP door without opening it: every address of the contract, health, the browser's configuration, the built pages and the
 * bot's door. Nothing is kept between requests, and no cookie is ever set.
 */
export const buildServer = async (options: ServerOptions): Promise<FastifyInstance> => {
  const { log, looks, browserConfig, pages, startPage, neighbours = NO_NEIGHBOURS, tls = false, proxies = [], bot, onAddress } = options;
  const headersOf = securityHeaders(neighbours, tls);
  const server = Fastify({
    genReqId: reference,
    bodyLimit: USUAL_LIMIT,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
    requestTimeout: ARRIVES_WITHIN,
    http: { headersTimeout: HEAD_ARRIVES_WITHIN, connectionsCheckingInterval: 5_000, insecureHTTPParser: false },
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    clientErrorHandler: answerBrokenRequest(reference, headersOf('')),
    frameworkErrors: (fault, request, reply) => {
      const told = unreadableAddress(fault.statusCode ?? 400, request.id);
      void (reply as FastifyReply).headers(headersOf('')).code(told.status).type('application/problem+json').send(told);
    },
  });
  if (onAddress)
    server.addHook('onRoute', ({ method, url, config }) => {
      const refuses = (config as { refuses?: true } | undefined)?.refuses;
      if (!refuses && url !== '/' && method !== 'HEAD' && !Array.isArray(method)) onAddress(method, url);
    });
  server.decorateRequest('actor', undefined);
  server.addHook('onRequest', async (request, reply) => void reply.headers({ ...headersOf(request.url), 'x-request-id': request.id }));
  awaitSmallBodies(server);
  takeJson(server);
  server.addContentTypeParser([DOCX, 'application/octet-stream'], { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  answerTrouble(server, log);
  keepLog(server, log);
  mountDeeds(server, options);
  if (options.visits) mountVisits(server, options.visits, options.limits);
  if (options.feeds) mountFeeds(server, options.feeds, options.limits);
  if (options.notices) mountNotices(server, options.notices);
  refuseOtherMethods(server, [
    ...Object.values(addresses).map((address) => address.split(' ') as [string, string]),
    ...(options.notices ? [NOTICES, LIFECYCLE].map((url) => ['POST', url] as const) : []),
    ...(options.visits ? Object.values(visitAddresses).map((url) => ['POST', url] as const) : []),
  ]);
  serveDescription(server);
  serveFaultPages(server);

  mountHealth(server, looks, options.stopping ?? (() => false));
  server.get('/config.json', async (_, reply) => reply.header('cache-control', 'no-store').send(browserConfig));
  server.get('/', async (_, reply) => reply.redirect(startPage));
  if (bot) server.post('/api/messages', bot);

  const sendPage = await servePages(server, pages);
  server.setNotFoundHandler(
    (request, reply) => sendPage(request, reply) ?? reply.code(404).type('application/problem+json').send(notFound(request.id)),
  );
  return server;
};
