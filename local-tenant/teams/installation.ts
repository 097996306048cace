/** Putting the app into a chat and taking it out: the bot hears of both twice, as in Teams. */
import type { Account } from '../state/directory.ts';
import type { Tenant } from '../tenant.ts';
import { type Activity, chatChanged, deliver, envelope } from './activities.ts';
import { botIdOf, type Chat, chatsOf } from './chat-records.ts';

export const installApp = async (tenant: Tenant, chat: Chat, by: Account | undefined): Promise<void> => {
  const installed = chatsOf(tenant).put(chat.id, { ...chat, installed: true });
  chatChanged(tenant, chat.id);
  const common = envelope(tenant, installed, by ?? tenant.directory.account(chat.members[0] ?? ''));
  await deliver(tenant, { ...common, type: 'conversationUpdate', membersAdded: [{ id: botIdOf(tenant) }] });
  await deliver(tenant, installation(common, 'add'));
};

export const uninstallApp = async (tenant: Tenant, chat: Chat, by: Account | undefined): Promise<void> => {
  const common = envelope(tenant, chat, by ?? tenant.directory.account(chat.members[0] ?? ''));
  chatsOf(tenant).put(chat.id, { ...chat, installed: false });
  chatChanged(tenant, chat.id);
  await deliver(tenant, { ...common, type: 'conversationUpdate', membersRemoved: [{ id: botIdOf(tenant) }] });
  await deliver(tenant, installation(common, 'remove'));
};

const installation = (common: Readonly<Record<string, unknown>>, action: 'add' | 'remove'): Activity => ({
  ...common,
  type: 'installationUpdate',
  action,
  channelData: {
    ...(common.channelData as object),
    settings: { selectedChannel: { id: (common.conversation as { id: string }).id } },
    source: { name: 'message' },
  },
});
