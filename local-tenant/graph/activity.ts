/** Notices in a person's activity feed, as Teams takes them from an app that is installed for the person. */
import { randomUUID } from 'node:crypto';
import type { KeyValuePair, TeamworkActivityTopic } from '@microsoft/microsoft-graph-types';
import { chatsOf, personalChatId } from '../teams/chat-records.ts';
import type { Tenant } from '../tenant.ts';
import { type GraphCall, type GraphRoute, jsonBody, nothing } from './call.ts';
import { badRequest, GraphError } from './graph-errors.ts';
import { personAt } from './people.ts';

/** The permission that comes with installing the app for a person, and reaches nobody else (resource-specific consent). */
export const BY_INSTALLING = 'TeamsActivity.Send.User';
const FOR_ALL = 'TeamsActivity.Send';

/** A notice as the feed shows it. */
export type Notice = {
  readonly id: string;
  readonly type: string;
  readonly about: string;
  readonly preview: string;
  readonly link: string;
  readonly chain: number | null;
  readonly at: string;
};

type Sent = {
  readonly topic: TeamworkActivityTopic;
  readonly activityType: string;
  readonly chainId: number;
  readonly previewText: { readonly content?: string };
  readonly templateParameters: readonly KeyValuePair[];
};

const MOST_PREVIEW = 150;
const DEEP_LINK = 'https://teams.microsoft.com/l/';

const feedOf = ({ store }: Tenant, person: string) => store.table<Notice>(`feed/${person}`);

/** What stands in a person's feed, the newest first. */
export const noticesFor = (tenant: Tenant, person: string): Notice[] => feedOf(tenant, person).all().reverse();

const send = (call: GraphCall) => {
  const { tenant, caller } = call;
  const person = personAt(call, call.params.user ?? '');
  const { topic, activityType, chainId, previewText, templateParameters = [] } = jsonBody<Sent>(call);
  if (!topic?.value) throw badRequest('Topic value is required.');
  if (topic.source !== 'text') throw badRequest("The local tenant takes topics of source 'text' only.");
  if (!topic.webUrl?.startsWith(DEEP_LINK)) throw badRequest(`A topic of source 'text' needs a webUrl that begins with ${DEEP_LINK}.`);
  if (!activityType) throw badRequest('Activity type is required.');
  if ((previewText?.content?.length ?? 0) > MOST_PREVIEW) throw badRequest(`The preview text is longer than ${MOST_PREVIEW} characters.`);
  if (templateParameters.some(({ name, value }) => !name || typeof value !== 'string'))
    throw badRequest('A template parameter needs a name and a value.');
  const installed = chatsOf(tenant).get(personalChatId(tenant, person.id))?.installed === true;
  if (!installed && !caller.permissions.has(FOR_ALL))
    throw new GraphError(403, 'Forbidden', 'The app is not installed for the recipient, or lacks the permission to send notifications.');
  const feed = feedOf(tenant, person.id);
  const before = typeof chainId === 'number' ? feed.all().find(({ chain }) => chain === chainId) : undefined;
  const id = before?.id ?? randomUUID();
  const shown = { type: activityType, about: topic.value, preview: previewText?.content ?? '', link: topic.webUrl };
  feed.put(id, { id, ...shown, chain: chainId ?? null, at: tenant.now().toISOString() });
  return nothing();
};

export const activityRoutes: readonly GraphRoute[] = [
  {
    method: 'POST',
    path: '/users/{user}/teamwork/sendActivityNotification',
    needs: { delegated: [FOR_ALL], application: [FOR_ALL, BY_INSTALLING] },
    handle: send,
  },
];
