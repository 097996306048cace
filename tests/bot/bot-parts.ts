import { randomUUID } from 'node:crypto';
import { conversations } from '#api/conversations/conversations.ts';
import { actorOfAccount } from '#api/people/actor-of-account.ts';
import type { BotParts } from '#bot/parts.ts';
import type { World } from '#tests/world-of.ts';

/** What the bot of a world is made of: its real deeds and chats, no signatures on its door, and no tab to link to unless one is given. */
export const botPartsOf = (
  { casework, parts, clock, organisation }: Pick<World, 'casework' | 'parts' | 'clock' | 'organisation'>,
  others: Partial<BotParts> = {},
): BotParts => ({
  casework,
  actorFor: actorOfAccount(parts),
  holdToLimits: () => undefined,
  conversations: conversations(parts),
  clock,
  ids: parts.ids,
  log: parts.log,
  tabLink: () => null,
  pupilOfLink: () => null,
  settings: { appId: randomUUID(), tenantId: organisation, auth: 'off', connectorToken: async () => 'none' },
  ...others,
});
