/** Chats and meetings as far as Waymark needs them: putting its app into a meeting's chat, and finding a meeting by its link. */
import type { Chat as GraphChat, OnlineMeeting } from '@microsoft/microsoft-graph-types';
import { type Chat, chatsOf, groupChat, personalChat } from '../teams/chat-records.ts';
import { installApp, uninstallApp } from '../teams/installation.ts';
import { contextOf, created, type GraphCall, type GraphRoute, jsonBody, nothing, ok } from './call.ts';
import { badRequest, denied, GraphError } from './graph-errors.ts';
import { mailboxAt } from './mailboxes.ts';
import type { Entity } from './odata.ts';
import { personAt } from './people.ts';

const APP_ID = 'waymark';

const notFound = () => new GraphError(404, 'NotFound', 'No chat was found with that id.');

const chatAt = ({ tenant, caller, params }: GraphCall): Chat => {
  const chat = chatsOf(tenant).get(params.chat ?? '');
  if (!chat || (caller.person && !chat.members.includes(caller.person.id))) throw notFound();
  return chat;
};

const chatEntity = (call: GraphCall, chat: Chat): GraphChat & Entity => ({
  id: chat.id,
  topic: chat.topic,
  createdDateTime: chat.created,
  lastUpdatedDateTime: chat.created,
  chatType: chat.kind === 'personal' ? 'oneOnOne' : chat.kind === 'meeting' ? 'meeting' : 'group',
  tenantId: call.tenant.id,
  webUrl: `https://teams.microsoft.com/l/chat/${encodeURIComponent(chat.id)}/0?tenantId=${call.tenant.id}`,
  onlineMeetingInfo: chat.meeting
    ? {
        calendarEventId: null,
        joinWebUrl: chat.meeting.joinUrl,
        organizer: {
          id: chat.meeting.organiser,
          displayName: null,
          '@odata.type': '#microsoft.graph.teamworkUserIdentity',
          userIdentityType: 'aadUser',
        } as never,
      }
    : null,
});

const createChat = (call: GraphCall) => {
  const { topic = null, members = [], chatType } = jsonBody<GraphChat>(call);
  if (chatType !== 'group') throw badRequest('The local tenant makes group chats only.');
  const ids = (members ?? []).map((member) => {
    const bind = String((member as Record<string, unknown>)['user@odata.bind'] ?? '');
    const account = call.tenant.directory.account(/users\('?([^')]+)'?\)|users\/([^/]+)$/.exec(bind)?.slice(1).find(Boolean) ?? '');
    if (!account) throw badRequest(`The member '${bind}' was not found.`);
    return account.id;
  });
  if (call.caller.person && !ids.includes(call.caller.person.id)) throw badRequest('The caller must be one of the members.');
  return created({
    '@odata.context': contextOf(call, 'chats/$entity'),
    ...chatEntity(call, groupChat(call.tenant, { topic, members: ids })),
  });
};

const installationOf = ({ id }: Chat) => ({ id: Buffer.from(`${id}##${APP_ID}`).toString('base64') });

const installations = (call: GraphCall) => {
  const chat = chatAt(call);
  const value = chat.installed ? [installationOf(chat)] : [];
  return ok({
    '@odata.context': contextOf(call, `chats('${encodeURIComponent(chat.id)}')/installedApps`),
    '@odata.count': value.length,
    value,
  });
};

const install = async (call: GraphCall) => {
  const chat = chatAt(call);
  if (chat.installed) throw new GraphError(409, 'Conflict', 'The app is already installed in this chat.');
  await installApp(call.tenant, chat, call.caller.person);
  const installation = installationOf(chat);
  return created(installation, { location: `/chats/${encodeURIComponent(chat.id)}/installedApps/${installation.id}` });
};

const uninstall = async (call: GraphCall) => {
  const chat = chatAt(call);
  if (!chat.installed) throw notFound();
  await uninstallApp(call.tenant, chat, call.caller.person);
  return nothing();
};

/** The chat between a person and the bot, through which a bot may write first once its app is there. */
const ownChat = (call: GraphCall) => {
  const person = personAt(call, call.params.user ?? '');
  if (call.caller.person && call.caller.person.id !== person.id) throw denied();
  return { person, chat: personalChat(call.tenant, person) };
};

const personalInstallations = (call: GraphCall) => {
  const { person, chat } = ownChat(call);
  return ok({
    '@odata.context': contextOf(call, `users('${person.id}')/teamwork/installedApps`),
    value: chat.installed ? [installationOf(chat)] : [],
  });
};

const installForPerson = async (call: GraphCall) => {
  const { person, chat } = ownChat(call);
  if (chat.installed) throw new GraphError(409, 'Conflict', 'The app is already installed for this person.');
  await installApp(call.tenant, chat, person);
  return created(installationOf(chat));
};

const uninstallForPerson = async (call: GraphCall) => {
  const { person, chat } = ownChat(call);
  if (!chat.installed || installationOf(chat).id !== call.params.app) throw notFound();
  await uninstallApp(call.tenant, chat, person);
  return nothing();
};

const chatOfInstallation = (call: GraphCall) => {
  const { chat } = ownChat(call);
  if (!chat.installed || installationOf(chat).id !== call.params.app) throw notFound();
  return ok({ '@odata.context': contextOf(call, 'chats/$entity'), ...chatEntity(call, chat) });
};

/** A meeting is looked up by its link; nobody lists all there are. */
const findMeeting = (call: GraphCall) => {
  const owner = mailboxAt(call);
  const link = /^JoinWebUrl eq '(.+)'$/i.exec(call.query.get('$filter') ?? '')?.[1]?.replaceAll("''", "'");
  if (link === undefined)
    throw new GraphError(
      400,
      'BadRequest',
      "Filter expression expected - /users/{id}/onlineMeetings?$filter=JoinWebUrl eq '{joinWebUrl}'.",
    );
  const found = chatsOf(call.tenant)
    .all()
    .filter(({ meeting, members }) => meeting && sameLink(meeting.joinUrl, link) && members.includes(owner.id));
  return ok({ '@odata.context': contextOf(call, `users('${owner.id}')/onlineMeetings`), value: found.map(meetingEntity) });
};

const sameLink = (a: string, b: string) => decodeURIComponent(a) === decodeURIComponent(b);

const meetingEntity = ({ id, meeting }: Chat): OnlineMeeting & Entity => ({
  id: meeting?.id ?? id,
  subject: meeting?.title ?? '',
  startDateTime: meeting?.start ?? null,
  endDateTime: meeting?.end ?? null,
  joinWebUrl: meeting?.joinUrl ?? null,
  chatInfo: { threadId: id, messageId: '0' },
});

const CHAT_READ = ['Chat.ReadBasic', 'Chat.Read', 'Chat.ReadWrite', 'Chat.Create'];
const INSTALL = {
  delegated: [
    'TeamsAppInstallation.ReadWriteForChat',
    'TeamsAppInstallation.ReadWriteSelfForChat',
    'TeamsAppInstallation.ReadWriteAndConsentSelfForChat',
    'TeamsAppInstallation.ReadWriteAndConsentForChat',
  ],
  application: [
    'TeamsAppInstallation.ReadWriteForChat.All',
    'TeamsAppInstallation.ReadWriteSelfForChat.All',
    'TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All',
  ],
};

const INSTALL_OWN = {
  delegated: ['TeamsAppInstallation.ReadWriteForUser', 'TeamsAppInstallation.ReadWriteSelfForUser'],
  application: ['TeamsAppInstallation.ReadWriteForUser.All', 'TeamsAppInstallation.ReadWriteSelfForUser.All'],
};

export const chatRoutes: readonly GraphRoute[] = [
  {
    method: 'POST',
    path: '/chats',
    needs: { delegated: ['Chat.Create', 'Chat.ReadWrite'], application: ['Chat.Create'] },
    handle: createChat,
  },
  {
    method: 'GET',
    path: '/chats/{chat}',
    needs: { delegated: CHAT_READ, application: ['Chat.ReadBasic.All', 'Chat.Read.All', 'Chat.ReadWrite.All', ...INSTALL.application] },
    handle: (call) => ok({ '@odata.context': contextOf(call, 'chats/$entity'), ...chatEntity(call, chatAt(call)) }),
  },
  { method: 'GET', path: '/chats/{chat}/installedApps', needs: INSTALL, handle: installations },
  { method: 'POST', path: '/chats/{chat}/installedApps', needs: INSTALL, handle: install },
  { method: 'DELETE', path: '/chats/{chat}/installedApps/{app}', needs: INSTALL, handle: uninstall },
  { method: 'GET', path: '/users/{user}/teamwork/installedApps', needs: INSTALL_OWN, handle: personalInstallations },
  { method: 'POST', path: '/users/{user}/teamwork/installedApps', needs: INSTALL_OWN, handle: installForPerson },
  { method: 'DELETE', path: '/users/{user}/teamwork/installedApps/{app}', needs: INSTALL_OWN, handle: uninstallForPerson },
  { method: 'GET', path: '/users/{user}/teamwork/installedApps/{app}/chat', needs: INSTALL_OWN, handle: chatOfInstallation },
  {
    method: 'GET',
    path: '/users/{user}/onlineMeetings',
    needs: {
      delegated: ['OnlineMeetings.Read', 'OnlineMeetings.ReadWrite'],
      application: ['OnlineMeetings.Read.All', 'OnlineMeetings.ReadWrite.All'],
    },
    handle: findMeeting,
  },
];
