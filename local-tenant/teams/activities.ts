/** What Teams puts into every activity it sends to a bot, and sending it signed. */
import { randomUUID } from 'node:crypto';
import { wallClockIn } from '../graph/time-zones.ts';
import type { Account } from '../state/directory.ts';
import type { Tenant } from '../tenant.ts';
import { botIdOf, botOf, type Chat, teamsIdOf } from './chat-records.ts';

export const CHANNEL_ISSUER = 'https://api.botframework.com';
const PATIENCE = 15_000;

export type Activity = Readonly<Record<string, unknown>> & { readonly type: string };
export type BotAnswer = { readonly status: number; readonly body: unknown };

export const serviceUrlOf = ({ addresses }: Tenant) => `${addresses.origin}/teams/`;

/** The envelope: channel, service address, who, where, when and in which language. */
export const envelope = (tenant: Tenant, chat: Chat, person: Account | undefined): Readonly<Record<string, unknown>> => {
  const now = tenant.now();
  const zone = tenant.settings.school.organisation.timeZone;
  return {
    id: `f:${randomUUID()}`,
    channelId: 'msteams',
    timestamp: now.toISOString(),
    localTimestamp: localTimestamp(now, zone),
    localTimezone: zone,
    locale: 'en-GB',
    serviceUrl: serviceUrlOf(tenant),
    ...(person ? { from: { id: teamsIdOf(tenant, person.id), name: person.displayName, aadObjectId: person.id } } : {}),
    recipient: { id: botIdOf(tenant), name: botOf(tenant)?.name ?? '' },
    conversation: conversationOf(tenant, chat),
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: zone }],
    channelData: { tenant: { id: tenant.id }, ...(chat.meeting ? { meeting: { id: chat.meeting.id } } : {}) },
  };
};

const conversationOf = (tenant: Tenant, { id, kind }: Chat) => ({
  id,
  tenantId: tenant.id,
  conversationType: kind === 'personal' ? 'personal' : 'groupChat',
  ...(kind === 'personal' ? {} : { isGroup: true }),
});

const localTimestamp = (instant: Date, zone: string) => {
  const wall = wallClockIn(zone, instant);
  const minutes = Math.round((Date.parse(`${wall}Z`) - instant.getTime()) / 60_000);
  const two = (number: number) => String(Math.abs(Math.trunc(number))).padStart(2, '0');
  return `${wall}.${String(instant.getUTCMilliseconds()).padStart(3, '0')}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
};

/**
 * Sends an activity to the bot, signed as Teams signs, and gives back what it answered. Without a bot's address the answer is 502, as
 * Teams sees a bot that is down.
 */
export const deliver = async (tenant: Tenant, activity: Activity): Promise<BotAnswer> => {
  const endpoint = tenant.controls.now().botEndpoint;
  if (!endpoint) return { status: 502, body: 'The bot has no address yet.' };
  // What the bot is about to hear of must be on disk first: it may answer faster than the disk.
  await tenant.store.settled();
  const headers = { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${await channelToken(tenant)}` };
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers,
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const text = await response.text();
    return { status: response.status, body: parsed(text) };
  } catch {
    return { status: 504, body: 'The bot did not answer.' };
  }
};

export const channelToken = async (tenant: Tenant, audience = botOf(tenant)?.clientId ?? '') => {
  const now = Math.floor(Date.now() / 1_000);
  return tenant.channelKeys.sign({
    iss: CHANNEL_ISSUER,
    aud: audience,
    nbf: now - 300,
    exp: now + 3_600,
    serviceurl: serviceUrlOf(tenant),
  });
};

const parsed = (text: string): unknown => {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return text;
  }
};

/** Everyone who has this chat open is told. */
export const chatChanged = (tenant: Tenant, chat: string) => {
  for (const listener of tenant.onChange) listener(`chat/${chat}`);
};
