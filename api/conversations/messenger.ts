import type { BotMessage } from '#contract/bot-messages.ts';
import type { Actor } from '#domain/access/actor.ts';

/** How a message fared: out, refused for good, to be tried again later, or the channel was unwell. */
export type Delivery =
  | { readonly activity: string }
  | { readonly closed: number }
  | { readonly retryAfter: number }
  | { readonly unwell: number };

/** What the queue needs of the bot. The bot draws the card with the deeds, as the person it is for; nothing is drawn when it is queued. */
export type Messenger = {
  actorFor(who: { readonly tenantId: string; readonly entraId: string; readonly door: 'bot' }): Promise<Actor | null>;
  deliver(message: BotMessage, actor: Actor, reference: unknown): Promise<Delivery>;
};
