import { z } from 'zod';
import { keptAs, otherNames } from './kept-messages.ts';

/** What Waymark reads of an activity that Teams sends. Everything else in it is left alone; what is missing makes the sender nobody. */

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const guid = z.string().regex(GUID);

/** Who sent it and from where. */
export const sender = z
  .object({
    from: z.object({ id: z.string().min(1), aadObjectId: guid }),
    conversation: z.object({
      id: z.string().min(1).max(500),
      conversationType: z.string().optional(),
      isGroup: z.boolean().optional(),
      tenantId: guid.optional(),
    }),
    channelData: z.object({ tenant: z.object({ id: guid }).optional() }).nullish(),
  })
  .transform(({ from, conversation, channelData }, issue) => {
    const tenantId = conversation.tenantId ?? channelData?.tenant?.id;
    if (!tenantId) {
      issue.addIssue({ code: 'custom', message: 'no tenant' });
      return z.NEVER;
    }
    return {
      tenantId: tenantId.toLowerCase(),
      entraId: from.aadObjectId.toLowerCase(),
      account: from.id,
      /** A channel's id may carry the message it hangs on; the chat is what stands before it. */
      chat: conversation.id.split(';')[0] ?? conversation.id,
      personal: isPersonal(conversation),
    };
  });
export type Sender = z.infer<typeof sender>;

const tenantNamed = z
  .object({ id: z.string().max(100) })
  .nullish()
  .catch(null);
const tenants = z
  .object({
    conversation: z
      .object({ tenantId: z.string().max(100).nullish().catch(null) })
      .nullish()
      .catch(null),
    channelData: z.object({ tenant: tenantNamed }).nullish().catch(null),
  })
  .catch({ conversation: null, channelData: null });

/** Every tenant that an activity names, in small letters: before anything else of it is read, to tell one of our own from any other. */
export const activityTenants = (body: unknown): readonly string[] => {
  const { conversation, channelData } = tenants.parse(body);
  return [conversation?.tenantId, channelData?.tenant?.id].flatMap((id) => (id ? [id.toLowerCase()] : []));
};

/** A chat is taken for a group unless Teams says that it is not: a card for one person must never reach several. */
const isPersonal = ({
  id,
  conversationType,
  isGroup,
}: {
  id: string;
  conversationType?: string | undefined;
  isGroup?: boolean | undefined;
}): boolean => (conversationType === undefined ? isGroup !== true && !id.startsWith('19:') : conversationType === 'personal');

/** A press of a button (`manual`) or a client's own look at a card (`automatic`). */
export const cardPress = z.object({
  action: z.object({ type: z.literal('Action.Execute'), verb: z.string().max(60), data: z.unknown() }),
  trigger: z.enum(['manual', 'automatic']).default('manual'),
});

export const extensionQuery = z.object({
  commandId: z.string(),
  parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).default([]),
});
export const extensionItem = z.object({ pupil: guid });
export const linkQuery = z.object({ url: z.url() });

/** How the event that a meeting has started names it. */
export const meetingStarted = z.object({ JoinUrl: z.string().optional() });

const said = z.string().nullish();
const named = z.object({ displayName: said }).nullish();

/**
 * *Add as evidence* on a message: the message as Teams hands it over, and what was filled in so far. Teams hands it over again with each
 * press, so that one that was deleted meanwhile shows.
 */
export const messageAction = z.object({
  commandId: z.literal('keepMessage'),
  messagePayload: z.object({
    id: z.string().min(1),
    createdDateTime: z.iso.datetime({ offset: true }).nullish().catch(null),
    deleted: z.boolean().nullish(),
    linkToMessage: said,
    from: z.object({ user: named, application: named }).nullish(),
    body: z.object({ contentType: said, content: said, textContent: said }).nullish(),
    attachments: z.array(z.object({ contentType: said, name: said })).nullish(),
  }),
  data: z
    .object({
      /** A name, a class or a case, as typed. */
      which: z.string().max(200).optional(),
      pupil: guid.optional().catch(undefined),
      as: keptAs.optional().catch(undefined),
      otherNames: otherNames.optional().catch(undefined),
    })
    .catch({})
    .default({}),
});
export type MessageAction = z.infer<typeof messageAction>;
