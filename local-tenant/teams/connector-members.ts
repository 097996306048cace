/** Who is in a conversation or a meeting, as the bot is told. */
import type { Account } from '../state/directory.ts';
import type { Tenant } from '../tenant.ts';
import { type Chat, chatsOf, personOfTeamsId, teamsIdOf } from './chat-records.ts';
import { type ConnectorCall, ConnectorError, type ConnectorRoute, chatAt, notInRoster } from './connector-call.ts';

const memberOf = (tenant: Tenant, { id, displayName, givenName, surname, mail, principalName }: Account) => ({
  id: teamsIdOf(tenant, id),
  name: displayName,
  aadObjectId: id,
  objectId: id,
  givenName,
  surname,
  email: mail,
  userPrincipalName: principalName,
  tenantId: tenant.id,
  userRole: 'user',
});

const members = ({ tenant }: ConnectorCall, chat: Chat) =>
  chat.members.flatMap((id) => tenant.directory.account(id) ?? []).map((account) => memberOf(tenant, account));

const pagedMembers = (call: ConnectorCall) => {
  const all = members(call, chatAt(call));
  const size = Math.min(Math.max(Number(call.query.get('pageSize') ?? 200), 1), 500);
  const start = Number(call.query.get('continuationToken') ?? 0) || 0;
  const rest = start + size < all.length;
  return Response.json({ members: all.slice(start, start + size), ...(rest ? { continuationToken: String(start + size) } : {}) });
};

const oneMember = (call: ConnectorCall) => {
  const chat = chatAt(call);
  const person = personOfTeamsId(call.tenant, call.params.member ?? '');
  if (!person || !chat.members.includes(person.id))
    throw new ConnectorError(404, 'MemberNotFoundInConversation', 'Member not found in conversation.');
  return Response.json(memberOf(call.tenant, person));
};

const meetingAt = ({ tenant, params }: ConnectorCall) => {
  const chat = chatsOf(tenant)
    .all()
    .find(({ meeting }) => meeting?.id === params.meeting);
  if (!chat?.meeting) throw new ConnectorError(404, 'MeetingNotFound', 'Meeting not found.');
  if (!chat.installed) throw notInRoster();
  return { chat, meeting: chat.meeting };
};

const meetingDetails = (call: ConnectorCall) => {
  const { tenant } = call;
  const { chat, meeting } = meetingAt(call);
  const organiser = tenant.directory.account(meeting.organiser);
  return Response.json({
    details: {
      id: meeting.id,
      msGraphResourceId: meeting.id,
      scheduledStartTime: meeting.start,
      scheduledEndTime: meeting.end,
      joinUrl: meeting.joinUrl,
      title: meeting.title,
      type: 'Scheduled',
    },
    conversation: { id: chat.id, isGroup: true, conversationType: 'groupChat' },
    organizer: organiser
      ? {
          id: teamsIdOf(tenant, organiser.id),
          aadObjectId: organiser.id,
          objectId: organiser.id,
          tenantId: tenant.id,
          name: organiser.displayName,
        }
      : null,
  });
};

const participant = (call: ConnectorCall) => {
  const { tenant } = call;
  const { chat, meeting } = meetingAt(call);
  const person = personOfTeamsId(tenant, call.params.participant ?? '');
  if (!person || !chat.members.includes(person.id))
    throw new ConnectorError(404, 'ParticipantNotFound', 'The participant was not found in the meeting.');
  const role = person.id === meeting.organiser ? 'Organizer' : 'Presenter';
  return Response.json({
    user: memberOf(tenant, person),
    meeting: { role, inMeeting: meeting.state === 'running' },
    conversation: { id: chat.id, isGroup: true, conversationType: 'groupChat', tenantId: tenant.id },
  });
};

const CONVERSATION = '/v3/conversations/{conversation}';

export const memberRoutes: readonly ConnectorRoute[] = [
  { method: 'GET', path: `${CONVERSATION}/members`, handle: (call) => Response.json(members(call, chatAt(call))) },
  { method: 'GET', path: `${CONVERSATION}/pagedmembers`, handle: pagedMembers },
  { method: 'GET', path: `${CONVERSATION}/members/{member}`, handle: oneMember },
  { method: 'GET', path: '/v1/meetings/{meeting}', handle: meetingDetails },
  { method: 'GET', path: '/v1/meetings/{meeting}/participants/{participant}', handle: participant },
];
