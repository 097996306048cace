import {
  type Activity,
  ActivityTypes,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  type InvokeResponse,
  type Request,
  type Response,
  TeamsActivityHandler,
  TeamsInfo,
  TurnContext,
} from 'botbuilder';
import { activityTenants, cardPress, meetingStarted, type Sender, sender } from '#contract/activities.ts';
import type { Actor } from '#domain/access/actor.ts';
import { answerExtension } from './answer-extension.ts';
import { answerPress, answerWords, cardForChat, keepFault, stranger, turnOf } from './answering.ts';
import type { Card } from './cards/card.ts';
import { faultCard } from './cards/notice-card.ts';
import { stubCard } from './cards/stub-card.ts';
import { welcomeCard } from './cards/welcome-card.ts';
import { look } from './commands/record.ts';
import {
  addressesOf,
  connectorCall,
  connectorCredentials,
  type Delivery,
  deliveryOf,
  type Incoming,
  type Outgoing,
  overFastify,
} from './connector.ts';
import { type Arrival, isOurs, mayStillSpeak } from './once.ts';
import type { Account, BotParts, BotSettings, Talk } from './parts.ts';
import { refusalCard, refusalOf } from './refusals.ts';
import type { Answer, Chat } from './turn.ts';

/*
 * The one file that sees botbuilder. It has ended (4.23.3 is its last release), so everything the bot knows stands elsewhere and speaks
 * only in turns, answers and cards; a successor takes the place of this file.
 */

/** Who speaks and in which chat, once both are known; and for what can be told when it comes again, its arrival. */
type Present = { readonly sender: Sender; readonly actor: Actor; readonly chat: Chat; readonly arrival: Arrival | null };

const CARD = 'application/vnd.microsoft.card.adaptive';

/** A message with one card. The summary is what a notification shows: never a name. */
const messageOf = (card: Card, summary = 'Waymark has answered'): Partial<Activity> => ({
  type: ActivityTypes.Message,
  summary,
  attachments: [CardFactory.adaptiveCard(card)],
});

/** The ids that a card's buttons carry: of pupils, meetings, plans, goals. */
const idsIn = (card: Card): string[] => [
  ...new Set(JSON.stringify(card).match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []),
];

class Conversation extends TeamsActivityHandler {
  readonly #parts: BotParts;

  constructor(parts: BotParts) {
    super();
    this.#parts = parts;
    this.onMessage(async (context) => this.#message(context));
    this.onInstallationUpdateRemove(async (context) => this.#removed(context));
  }

  /** Who is it, and in which chat. The reference is stored whole on each turn, because Teams moves its service addresses. */
  async #present(
    context: TurnContext,
    { joinUrl, once = false }: { joinUrl?: string | undefined; once?: boolean } = {},
  ): Promise<Present | null> {
    const read = sender.safeParse(context.activity);
    if (!read.success) return null;
    const { tenantId, entraId, chat, personal } = read.data;
    const account = { tenantId, entraId, door: 'bot' } as const;
    const kind = personal ? 'personal' : 'group';
    const talk = { chat, kind, reference: TurnContext.getConversationReference(context.activity), joinUrl } as const;
    // Microsoft's test client names some of its activities not at all; Teams names each.
    const activity = once ? context.activity.id?.slice(0, 500) : undefined;
    const heard = activity ? await this.#heard(account, talk, activity) : await this.#remembered(account, talk);
    if (!heard) return null;
    const { actor, meeting, arrival } = heard;
    this.#parts.holdToLimits(actor);
    return { sender: read.data, actor, chat: { id: chat, kind, meeting }, arrival };
  }

  async #heard(account: Account, talk: Talk, activity: string) {
    const { conversations, ids } = this.#parts;
    const [by, since] = [ids.next(), performance.now()];
    const heard = await conversations.hear(account, talk, { activity, by });
    return heard && { ...heard, arrival: { actor: heard.actor, chat: talk.chat, activity, by, turn: heard.turn, since } };
  }

  async #remembered(account: Account, talk: Talk) {
    const { actorFor, conversations } = this.#parts;
    const actor = await actorFor(account);
    return actor && { ...(await conversations.remember(actor, talk)), actor, arrival: null };
  }

  async #message(context: TurnContext): Promise<void> {
    const present = await this.#present(context, { once: true });
    if (!present) return void (await context.sendActivity(messageOf(stranger)));
    if (present.arrival && !(await isOurs(this.#parts, present.arrival))) return;
    const words = TurnContext.removeRecipientMention(context.activity) ?? context.activity.text ?? '';
    const answer = await answerWords(this.#parts, turnOf(this.#parts, present.actor, present.chat, present.arrival), words);
    await this.#send(context, present, await this.#forChat(context, present, answer));
  }

  /**
   * Sends a card and notes it with the ids in it, so that it can be taken back after its time or with the record it speaks of. Whoever is
   * killed between the two has answered and nobody knows: see docs/decisions, *Replies at least once*.
   */
  async #send(context: TurnContext, { actor, chat, arrival }: Present, card: Card): Promise<void> {
    if (arrival && !(await mayStillSpeak(this.#parts, arrival))) return;
    const sent = await context.sendActivity(messageOf(card));
    if (sent?.id)
      await this.#parts.conversations.noteCard(actor, {
        chat: chat.id,
        activity: sent.id,
        mentions: idsIn(card),
        answers: arrival?.activity,
      });
  }

  async #forChat(context: TurnContext, { chat, sender: { account } }: Present, answer: Answer): Promise<Card> {
    const shared = chat.kind === 'group' && answer.kind === 'shared';
    return cardForChat(answer, chat, account, shared ? await this.#accounts(context, account) : []);
  }

  /** Whose clients will ask for their own view: the members of the chat, the asker first; Teams takes sixty. */
  async #accounts(context: TurnContext, asker: string): Promise<string[]> {
    try {
      const { members } = await TeamsInfo.getPagedMembers(context, 60);
      return [...new Set([asker, ...members.map((member) => member.id)])].slice(0, 60);
    } catch (fault) {
      this.#parts.log.warn({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'the members of a chat could not be read');
      return [asker];
    }
  }

  /** Every invoke is answered; what is malformed or not ours gets its status and nothing else. */
  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    try {
      if (context.activity.name === 'adaptiveCard/action') return await this.#press(context);
      const body = await answerExtension(this.#parts, context.activity);
      return body ? { status: 200, body } : { status: 501 };
    } catch (fault) {
      const refusal = refusalOf(fault);
      // the card stays as it is, with what was filled in
      return refusal ? errorReply(refusal.message) : cardReply(faultCard(keepFault(this.#parts, fault)));
    }
  }

  async #press(context: TurnContext): Promise<InvokeResponse> {
    const read = cardPress.safeParse(context.activity.value);
    if (!read.success) return errorReply('This button is from an older card. Ask again to get a new one.');
    const { trigger } = read.data;
    if (trigger === 'manual' && !context.activity.id && this.#parts.settings.auth === 'on') return errorReply(AGAIN);
    const present = await this.#present(context, { once: trigger === 'manual' });
    if (!present) return trigger === 'automatic' ? errorReply(stranger.speak) : cardReply(stranger);
    const { arrival } = present;
    if (!arrival) return this.#answerPress(context, present, read.data);
    if (!(await isOurs(this.#parts, arrival))) return errorReply(AGAIN);
    const reply = await this.#answerPress(context, present, read.data);
    await this.#settle(arrival);
    return reply;
  }

  /** The deed is done and answered; that its end could not be noted is nothing to tell the person. */
  async #settle({ actor, chat, activity }: Arrival): Promise<void> {
    const { conversations, log } = this.#parts;
    await conversations
      .settleTurn(actor, chat, activity)
      .catch((fault: unknown) => log.warn({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'the end of a turn was not noted'));
  }

  async #answerPress(
    context: TurnContext,
    present: Present,
    { action, trigger }: { action: { verb: string; data?: unknown }; trigger: 'manual' | 'automatic' },
  ): Promise<InvokeResponse> {
    const turn = turnOf(this.#parts, present.actor, present.chat, present.arrival);
    const answer = await answerPress(this.#parts, turn, { verb: action.verb, data: action.data, trigger });
    if (!answer) return errorReply('There is nothing here that you can see.');
    if (trigger === 'manual') await this.#replaceInChat(context, present, answer);
    return cardReply(answer.card);
  }

  /** The answer to a press is seen by the one who pressed; the message itself changes too, so that it stays so and others see it. */
  async #replaceInChat(context: TurnContext, present: Present, answer: Answer): Promise<void> {
    const id = context.activity.replyToId;
    const everyoneSees = present.chat.kind === 'personal' || answer.kind === 'shared';
    if (!id || !everyoneSees) return;
    try {
      const card = await this.#forChat(context, present, answer);
      await context.updateActivity({ ...messageOf(card), id });
      await this.#parts.conversations.noteCard(present.actor, { chat: present.chat.id, activity: id, mentions: idsIn(card) });
    } catch (fault) {
      this.#parts.log.warn({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'a card in the chat could not be replaced');
    }
  }

  /** A meeting began: its chat gets the live card, with the button that starts the record. */
  protected override async onEventActivity(context: TurnContext): Promise<void> {
    if (context.activity.name !== 'application/vnd.microsoft.meetingStart') return;
    const started = meetingStarted.safeParse(context.activity.value);
    const present = await this.#present(context, { joinUrl: started.success ? started.data.JoinUrl : undefined });
    if (!present?.chat.meeting) return;
    const turn = turnOf(this.#parts, present.actor, { ...present.chat, kind: 'group' });
    const answer = await look(turn, present.chat.meeting).catch(() => null);
    if (!answer) return;
    const there = { ...present, chat: turn.chat };
    await this.#send(context, there, await this.#forChat(context, there, answer));
  }

  override async onTeamsMembersAdded(context: TurnContext): Promise<void> {
    const { membersAdded = [], recipient } = context.activity;
    if (!membersAdded.some((member) => member.id === recipient?.id)) return;
    await this.#present(context);
    const group = sender.safeParse(context.activity).data?.personal !== true;
    await context.sendActivity(messageOf(welcomeCard(group, group ? null : this.#parts.tabLink({ page: 'today' }))));
  }

  override async onTeamsMembersRemoved(context: TurnContext): Promise<void> {
    const { membersRemoved = [], recipient } = context.activity;
    if (membersRemoved.some((member) => member.id === recipient?.id)) await this.#removed(context);
  }

  override async onTeamsTeamDeleted(context: TurnContext): Promise<void> {
    await this.#removed(context);
  }

  async #removed(context: TurnContext): Promise<void> {
    const read = sender.safeParse(context.activity);
    if (read.success) await this.#parts.conversations.close(read.data.tenantId, read.data.chat);
  }
}

const cardReply = (card: Card): InvokeResponse => ({ status: 200, body: { statusCode: 200, type: CARD, value: card } });
/** Tells the client to leave its card as it is. */
const errorReply = (message: string): InvokeResponse => ({
  status: 200,
  body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest', message } },
});

const AGAIN = 'This was answered already. Ask again to get a new card.';

/** Whether an activity comes from our own tenant, and says one tenant throughout. Signed by Teams alone is not enough: Teams signs for all. */
const isOfOurTenant = ({ log, settings }: Pick<BotParts, 'log' | 'settings'>, { body }: Incoming): boolean => {
  const tenants = activityTenants(body);
  const ours = tenants.every((one) => one === settings.tenantId.toLowerCase());
  if (!ours) log.warn({ tenants }, 'an activity of another tenant was turned away');
  return ours;
};

const turnAway = (reply: Outgoing): unknown => {
  reply.code(403);
  return reply.send();
};

/** A card that goes out of its own accord, and what its notification shows where that is more than that there is something. */
export type Said = { readonly card: Card; readonly summary?: string };

export type Bot = {
  /** Answers `POST /api/messages`. */
  handle(request: Incoming, reply: Outgoing): Promise<unknown>;
  /** One turn, for an adapter of one's own. */
  turn(context: TurnContext): Promise<void>;
  /** Sends a card into a conversation that was stored earlier; `compose` is given the accounts of its members. */
  deliver(reference: unknown, compose: (accounts: readonly string[]) => Promise<Said>): Promise<Delivery>;
  /** Puts a card that says nothing in the place of one that was sent. */
  stub(reference: unknown, activity: string): Promise<Delivery>;
};

/** The bot over CloudAdapter. Rejects unsigned activities unless `auth` is off, which settings allow only beside the local tenant. */
export const buildBot = (parts: BotParts): Bot => {
  const conversation = new Conversation(parts);
  const adapter = new CloudAdapter(signIn(parts.settings));
  const answer = async (context: TurnContext): Promise<void> => {
    try {
      await conversation.run(context);
    } catch (fault) {
      const refusal = refusalOf(fault);
      const card = refusal ? refusalCard(refusal, false) : faultCard(keepFault(parts, fault));
      if (context.activity.type === ActivityTypes.Message) await context.sendActivity(messageOf(card)).catch(() => undefined);
    }
  };
  const turn = async (context: TurnContext): Promise<void> => {
    const { type, id } = context.activity;
    // Teams names each message; one without a name could not be told when it comes again.
    if (type === ActivityTypes.Message && !id && parts.settings.auth === 'on') return;
    await answer(context);
  };
  const process = (request: Request, response: unknown) => adapter.process(request, response as Response, turn);
  return {
    turn,
    handle: async (request, reply) => (isOfOurTenant(parts, request) ? overFastify(process, request, reply) : turnAway(reply)),
    stub: (reference, activity) => stub(adapter, parts.settings.appId, reference as ConversationReference, activity),
    deliver: (reference, compose) => deliver(adapter, parts.settings.appId, reference as ConversationReference, compose),
  };
};

const signIn = (settings: BotSettings): ConfigurationBotFrameworkAuthentication => {
  const { appId, tenantId } = settings;
  const own = { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId, MicrosoftAppType: 'SingleTenant', ...addressesOf(settings) };
  const credentials = connectorCredentials(settings) as unknown as SignIn[1];
  const http = { httpClient: { sendRequest: connectorCall } } as unknown as SignIn[4];
  return new ConfigurationBotFrameworkAuthentication(own, credentials, undefined, undefined, http);
};
type SignIn = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>;

const stub = async (adapter: CloudAdapter, appId: string, reference: ConversationReference, activity: string): Promise<Delivery> => {
  try {
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      await context.updateActivity({ ...messageOf(stubCard()), id: activity });
    });
    return { activity };
  } catch (fault) {
    return deliveryOf(fault);
  }
};

const deliver = async (
  adapter: CloudAdapter,
  appId: string,
  reference: ConversationReference,
  compose: (accounts: readonly string[]) => Promise<Said>,
): Promise<Delivery> => {
  let sent = '';
  try {
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      const nobody = { members: [] };
      const { members } = reference.conversation?.isGroup ? await TeamsInfo.getPagedMembers(context, 60).catch(() => nobody) : nobody;
      const { card, summary } = await compose(members.map((member) => member.id));
      const reply = await context.sendActivity(messageOf(card, summary));
      sent = reply?.id ?? '';
    });
    return { activity: sent };
  } catch (fault) {
    return deliveryOf(fault);
  }
};
