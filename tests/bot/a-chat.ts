import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { Card, Element, Execute } from '#bot/cards/card.ts';
import { type Bot, buildBot } from '#bot/conversation.ts';
import type { BotParts } from '#bot/parts.ts';
import { pupilsOfLinks, tabLinks } from '#bot/tab-links.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { World } from '#tests/world-of.ts';
import { botPartsOf } from './bot-parts.ts';
import { cardOf, type Posted, type TeamsChannel, teamsChannel } from './teams-channel.ts';

/** The real bot on a real record, with a Teams of its own on loopback. */
export type BotInWorld = {
  readonly world: World;
  readonly bot: Bot;
  readonly parts: BotParts;
  readonly teams: TeamsChannel;
  /** Posts one activity to the bot's door, as Teams would. */
  post(activity: object): Promise<{ status: number; body: unknown }>;
  /** A chat of these people; the first speaks unless another is named. */
  chat(kind: 'personal' | 'group', ...people: readonly Actor[]): Promise<ChatAt>;
  close(): Promise<void>;
};

export type ChatAt = {
  readonly id: string;
  /** Types words and answers the card that then stands newest in the chat. */
  say(words: string, as?: Actor): Promise<Card>;
  /** Presses a button of the newest message (or of another card), with what was filled in; answers the card that the presser sees. */
  press(title: string, fields?: Record<string, unknown>, options?: { as?: Actor; on?: Card; at?: Posted | undefined }): Promise<Card>;
  /** What a client does by itself when the card is looked at; null when the bot leaves the card as it is. */
  look(as: Actor): Promise<Card | null>;
  newest(): Card;
  readonly messages: readonly Posted[];
};

/** A reply of the HTTP door that only remembers what it was given. */
export const recordedReply = () => {
  const sent: { code: number; body: unknown } = { code: 200, body: undefined };
  const reply = {
    code: (code: number) => {
      sent.code = code;
    },
    header: () => undefined,
    send: (body?: unknown) => {
      sent.body = body;
    },
    raw: { socket: {} },
  };
  return { reply, sent };
};

const TAB = { app: '7c3f1d52-0000-4000-8000-00000000a111', origin: 'https://waymark.example' };
const MENTION = '<at>Waymark</at>';

export const accountOf = (actor: Actor): string => `29:${actor.person}`;

/** `holdToLimits` counts what a person asks, as the service does; without it nobody asks too much. */
export const botIn = async (
  world: World,
  settings: Partial<BotParts['settings']> = {},
  holdToLimits: BotParts['holdToLimits'] = () => undefined,
): Promise<BotInWorld> => {
  const teams = await teamsChannel();
  const usual = botPartsOf(world);
  const parts: BotParts = {
    ...usual,
    holdToLimits,
    tabLink: tabLinks(TAB),
    pupilOfLink: pupilsOfLinks(TAB),
    settings: { ...usual.settings, ...settings },
  };
  const bot = buildBot(parts);
  const post = async (activity: object) => {
    const { reply, sent } = recordedReply();
    await bot.handle({ body: JSON.parse(JSON.stringify(activity)), headers: {}, method: 'POST' }, reply);
    return { status: sent.code, body: sent.body };
  };
  const entraOf = async (actor: Actor): Promise<string> =>
    (await world.sql<{ id: string }>('select entra_id as id from waymark.person where id = $1', [actor.person]))[0]?.id ?? '';

  const chat: BotInWorld['chat'] = async (kind, ...people) => {
    const id = kind === 'personal' ? `a:${randomUUID()}` : `19:meeting_${randomUUID()}@thread.v2`;
    const first = people[0];
    if (!first) throw new Error('a chat needs a person');
    teams.seat(id, ...people.map(accountOf));
    const envelope = async (as: Actor): Promise<Partial<Activity>> => ({
      id: randomUUID(),
      channelId: 'msteams',
      serviceUrl: teams.url,
      from: { id: accountOf(as), name: as.name, aadObjectId: await entraOf(as) } as Activity['from'],
      recipient: { id: '28:waymark', name: 'Waymark' } as Activity['recipient'],
      conversation: {
        id,
        conversationType: kind === 'personal' ? 'personal' : 'groupChat',
        isGroup: kind === 'group',
        tenantId: world.organisation,
      } as Activity['conversation'],
      channelData: { tenant: { id: world.organisation } },
    });
    const invoke = async (as: Actor, action: Execute, fields: Record<string, unknown>, trigger: string, at?: Posted) => {
      const value = { action: { type: action.type, verb: action.verb, data: { ...action.data, ...fields } }, trigger };
      const replyToId = (at ?? teams.newest(id))?.id;
      const { body } = await post({ ...(await envelope(as)), type: 'invoke', name: 'adaptiveCard/action', value, replyToId });
      return body as { statusCode: number; value: Card };
    };
    return {
      id,
      say: async (words, as = first) => {
        const entities = words.includes(MENTION)
          ? [{ type: 'mention', mentioned: { id: '28:waymark', name: 'Waymark' }, text: MENTION }]
          : [];
        await post({ ...(await envelope(as)), type: 'message', text: words, entities });
        return cardOf(teams.newest(id));
      },
      press: async (title, fields = {}, { as = first, on, at } = {}) => {
        const card = on ?? cardOf(at ?? teams.newest(id));
        const found = buttonsOf(card).find((one) => one.title === title);
        if (!found) throw new Error(`no button "${title}"; there are ${buttonsOf(card).map((one) => one.title)}`);
        return (await invoke(as, found, { ...filledIn(card), ...fields }, 'manual', at)).value;
      },
      look: async (as) => {
        const { refresh } = cardOf(teams.newest(id));
        if (!refresh?.userIds.includes(accountOf(as))) return null;
        const answer = await invoke(as, refresh.action, {}, 'automatic');
        return answer.statusCode === 200 ? answer.value : null;
      },
      newest: () => cardOf(teams.newest(id)),
      get messages() {
        return teams.posted.filter((one) => one.chat === id);
      },
    };
  };
  return { world, bot, parts, teams, post, chat, close: teams.close };
};

const elementsOf = (elements: readonly Element[]): Element[] =>
  elements.flatMap((element) => {
    if (element.type === 'Container') return [element, ...elementsOf(element.items)];
    if (element.type === 'ColumnSet') return [element, ...element.columns.flatMap((column) => elementsOf(column.items))];
    return [element];
  });

/** Every button of a card that does something. */
export const buttonsOf = (card: Card): Execute[] =>
  elementsOf(card.body).flatMap((element) =>
    element.type === 'ActionSet' ? element.actions.flatMap((one) => (one.type === 'Action.Execute' ? [one] : [])) : [],
  );

/** What the inputs of a card hold before anyone types. */
const filledIn = (card: Card): Record<string, string> =>
  Object.fromEntries(elementsOf(card.body).flatMap((element) => ('id' in element ? [[element.id, element.value ?? '']] : [])));

/** All that a person reads on a card, line by line. */
export const readingOf = (card: Card): string =>
  elementsOf(card.body)
    .flatMap((element) => {
      if (element.type === 'TextBlock') return [element.text.replace(/\*\*/g, '').replace(/\\(.)/g, '$1')];
      if (element.type === 'FactSet') return element.facts.map((fact) => `${fact.title} ${fact.value}`);
      return 'label' in element ? [element.label] : [];
    })
    .join('\n');
