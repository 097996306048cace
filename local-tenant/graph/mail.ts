/** Sending mail, and reading it in the sender's and receiver's folders, so that a test can see what arrived. */
import { randomUUID } from 'node:crypto';
import type { Message, Recipient } from '@microsoft/microsoft-graph-types';
import type { Account } from '../state/directory.ts';
import { type GraphCall, type GraphRoute, jsonBody, nothing } from './call.ts';
import { eventIdFrom } from './event-record.ts';
import { badRequest, mailItemNotFound } from './graph-errors.ts';
import { mailboxAt } from './mailboxes.ts';
import { type Entity, type EntityKind, listOf, oneOf } from './odata.ts';

type Letter = {
  readonly id: string;
  readonly folder: 'inbox' | 'sentitems';
  readonly subject: string;
  readonly body: { readonly contentType: 'text' | 'html'; readonly content: string };
  readonly importance: 'low' | 'normal' | 'high';
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly attachments: number;
  readonly internetMessageId: string;
  readonly sent: string;
};
type Address = { readonly name: string; readonly address: string };
type Sending = { readonly message: Message; readonly saveToSentItems: boolean };

const MESSAGE: EntityKind = {
  context: 'users/messages',
  type: 'microsoft.graph.message',
  properties: [
    'id',
    'subject',
    'body',
    'bodyPreview',
    'importance',
    'from',
    'sender',
    'toRecipients',
    'ccRecipients',
    'bccRecipients',
    'hasAttachments',
    'internetMessageId',
    'sentDateTime',
    'receivedDateTime',
    'createdDateTime',
    'isRead',
    'isDraft',
    'parentFolderId',
  ],
  pageSize: 10,
  maxTop: 1000,
};

const lettersOf = ({ tenant }: GraphCall, mailbox: Account) => tenant.store.table<Letter>(`mail/${mailbox.id}`);

/** Letters that went out of any mailbox, the newest first, as the room of the post shows them. */
export const lettersSent = ({ store }: GraphCall['tenant']): Letter[] =>
  store
    .tablesNamed('mail/')
    .flatMap((name) => store.table<Letter>(name).all())
    .filter(({ folder }) => folder === 'sentitems')
    .sort((one, other) => (one.sent < other.sent ? 1 : -1));

const sendMail = (call: GraphCall) => {
  const sender = mailboxAt(call);
  const { message, saveToSentItems = true } = jsonBody<Sending>(call);
  const letter = letterFrom(call, sender, message);
  if (saveToSentItems) put(call, sender, { ...letter, folder: 'sentitems' });
  for (const { address } of [...letter.to, ...letter.cc, ...addresses(message?.bccRecipients)]) {
    const receiver = call.tenant.directory.account(address);
    if (receiver) put(call, receiver, letter);
  }
  return nothing(202);
};

const letterFrom = (call: GraphCall, sender: Account, message: Message | undefined): Letter => {
  if (!message) throw badRequest('The message is required.', 'ErrorInvalidParameter');
  const to = addresses(message.toRecipients);
  if (to.length + addresses(message.ccRecipients).length + addresses(message.bccRecipients).length === 0)
    throw badRequest(
      "At least one recipient isn't valid., A message can't be sent because it contains no recipients.",
      'ErrorInvalidRecipients',
    );
  const seed = randomUUID();
  return {
    id: eventIdFrom(seed),
    folder: 'inbox',
    subject: message.subject ?? '',
    body: { contentType: message.body?.contentType ?? 'text', content: message.body?.content ?? '' },
    importance: message.importance ?? 'normal',
    from: { name: sender.displayName, address: sender.mail },
    to,
    cc: addresses(message.ccRecipients),
    attachments: message.attachments?.length ?? 0,
    internetMessageId: `<${seed}@${sender.mail.split('@')[1] ?? 'localhost'}>`,
    sent: `${call.tenant.now().toISOString().slice(0, 19)}Z`,
  };
};

const addresses = (recipients: Recipient[] | null | undefined): Address[] =>
  (recipients ?? []).map(({ emailAddress }) => {
    const address = emailAddress?.address ?? '';
    if (!/^[^\s@]+@[^\s@]+$/.test(address))
      throw badRequest(`At least one recipient isn't valid., Recipient '${address}' isn't resolved.`, 'ErrorInvalidRecipients');
    return { name: emailAddress?.name ?? address, address };
  });

const put = (call: GraphCall, owner: Account, letter: Letter) => lettersOf(call, owner).put(letter.id, letter);

const messageEntity = (letter: Letter): Message & Entity => ({
  id: letter.id,
  subject: letter.subject,
  body: letter.body,
  bodyPreview: letter.body.content
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 255),
  importance: letter.importance,
  from: { emailAddress: letter.from },
  sender: { emailAddress: letter.from },
  toRecipients: letter.to.map((emailAddress) => ({ emailAddress })),
  ccRecipients: letter.cc.map((emailAddress) => ({ emailAddress })),
  bccRecipients: [],
  hasAttachments: letter.attachments > 0,
  internetMessageId: letter.internetMessageId,
  sentDateTime: letter.sent,
  receivedDateTime: letter.sent,
  createdDateTime: letter.sent,
  isRead: false,
  isDraft: false,
  parentFolderId: letter.folder,
});

const listMail = (folder?: Letter['folder']) => (call: GraphCall) => {
  const owner = mailboxAt(call);
  const letters = lettersOf(call, owner)
    .all()
    .filter((letter) => folder === undefined || letter.folder === folder);
  return listOf(call, MESSAGE, letters.toReversed().map(messageEntity), `users('${owner.id}')/messages`);
};

const READ = { delegated: ['Mail.Read', 'Mail.ReadWrite', 'Mail.ReadBasic'], application: ['Mail.Read', 'Mail.ReadWrite'] };

export const mailRoutes: readonly GraphRoute[] = [
  {
    method: 'POST',
    path: '/users/{user}/sendMail',
    needs: { delegated: ['Mail.Send', 'Mail.Send.Shared'], application: ['Mail.Send'] },
    handle: sendMail,
  },
  { method: 'GET', path: '/users/{user}/messages', needs: READ, handle: listMail() },
  { method: 'GET', path: '/users/{user}/mailFolders/inbox/messages', needs: READ, handle: listMail('inbox') },
  { method: 'GET', path: '/users/{user}/mailFolders/sentitems/messages', needs: READ, handle: listMail('sentitems') },
  {
    method: 'GET',
    path: '/users/{user}/messages/{message}',
    needs: READ,
    handle: (call) => {
      const letter = lettersOf(call, mailboxAt(call)).get(call.params.message ?? '');
      if (!letter) throw mailItemNotFound();
      return oneOf(call, MESSAGE, messageEntity(letter), 'users/messages/$entity');
    },
  },
];
