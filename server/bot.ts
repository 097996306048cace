import type { Casework } from '#api/casework.ts';
import { botMessageTask } from '#api/conversations/bot-message-task.ts';
import { conversations } from '#api/conversations/conversations.ts';
import type { GraphSettings } from '#api/graph/settings.ts';
import { tokenSource } from '#api/graph/tokens.ts';
import type { RateLimits } from '#api/http/rate-limits.ts';
import type { BotDoor } from '#api/http/server.ts';
import type { Parts, SentCards } from '#api/parts.ts';
import { actorOfAccount } from '#api/people/actor-of-account.ts';
import type { Task } from '#api/tasks.ts';
import type { Bot } from '#bot/conversation.ts';
import type { BotParts } from '#bot/parts.ts';
import { messenger } from '#bot/reminders/messenger.ts';
import { pupilsOfLinks, tabLinks } from '#bot/tab-links.ts';

/** What differs for the bot between a real tenant and the made-up one. */
export type BotOptions = {
  /** `off` lets Microsoft's test client in, which signs nothing; the settings allow it only beside the made-up school. */
  readonly auth: 'on' | 'off';
  /** The local tenant's origin, where its stand-ins for Teams' own addresses are; absent for Microsoft's. */
  readonly localOrigin?: string;
};

const CONNECTOR = 'https://api.botframework.com';

/** The addresses of Teams' token issuer, keys and token service, as the local tenant plays them. */
const standIns = (origin: string, tenantId: string) => ({
  loginUrl: `${origin}/${tenantId}`,
  scope: CONNECTOR,
  tokenIssuer: CONNECTOR,
  openIdMetadataUrl: `${origin}/botframework/.well-known/openidconfiguration`,
  oAuthUrl: origin,
});

/** The bot as others call it, before its code has been read: botbuilder is a third of all that the service reads, and nobody chats with a service that is not open yet. */
const readLater = (parts: BotParts): Bot & { read(): Promise<Bot> } => {
  let reading: Promise<Bot> | undefined;
  const read = (): Promise<Bot> => {
    reading ??= import('#bot/conversation.ts').then(({ buildBot }) => buildBot(parts));
    return reading;
  };
  return {
    read,
    handle: async (request, reply) => (await read()).handle(request, reply),
    turn: async (context) => (await read()).turn(context),
    deliver: async (reference, compose) => (await read()).deliver(reference, compose),
    stub: async (reference, activity) => (await read()).stub(reference, activity),
  };
};

/**
 * The bot with its door for Teams and its task for the queue. It answers under the application's own registration. `read` brings its code
 * in; the first message does so too.
 */
export const openBot = (
  parts: Parts & { readonly origin: string },
  casework: Casework,
  graph: GraphSettings,
  options: BotOptions,
  limits: RateLimits,
) => {
  const tokens = tokenSource(graph, parts.database, parts.log);
  // Microsoft's test client knows nothing of the app; what it opens is a page of a browser.
  const tab = { app: options.auth === 'on' ? (parts.teamsApp ?? null) : null, origin: parts.origin };
  const botParts: BotParts = {
    casework,
    actorFor: actorOfAccount(parts),
    holdToLimits: limits.ofActor,
    conversations: conversations(parts),
    clock: parts.clock,
    ids: parts.ids,
    log: parts.log,
    tabLink: tabLinks(tab),
    pupilOfLink: pupilsOfLinks(tab),
    settings: {
      appId: graph.clientId,
      tenantId: graph.tenantId,
      auth: options.auth,
      ...(options.localOrigin ? { channel: standIns(options.localOrigin, graph.tenantId) } : {}),
      connectorToken: (audience) => tokens.forApplication(`${audience}/.default`),
    },
  };
  const bot = readLater(botParts);
  const door: BotDoor = ({ body, headers, method }, reply) => bot.handle({ body, headers, method }, reply);
  const cards: SentCards = { stub: (reference, activity) => bot.stub(reference, activity) };
  return { door, cards, read: bot.read, tasks: { 'bot-message': botMessageTask(messenger(botParts, bot)) } satisfies Record<string, Task> };
};
