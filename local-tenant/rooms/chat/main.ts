import { pageOfTabLink } from '../tab-link.ts';
import { openDialog } from './dialog.ts';
import { drawMessages } from './draw-messages.ts';
import { openFindPupil } from './find-pupil.ts';
import type { Theme } from './host-config.ts';
import { type BotAnswer, type CardAction, type Chat, type Message, type Person, teams } from './teams.ts';

/* The chat room: a person, their chats, one chat open. The made-up Teams keeps everything; this page only shows and asks. */

const at = <T extends HTMLElement>(selector: string): T => document.querySelector(selector) as T;
const personChoice = at<HTMLSelectElement>('#person');
const themeChoice = at<HTMLSelectElement>('#theme');
const chatList = at<HTMLUListElement>('#chats');
const list = at<HTMLElement>('#messages');
const words = at<HTMLTextAreaElement>('#words');
const trouble = at<HTMLElement>('#trouble');
const query = new URLSearchParams(window.location.search);

let people: Person[] = [];
let chats: Chat[] = [];
let open: Chat | null = null;
let stream: EventSource | null = null;
/** Refreshes that were asked for already, by person, message and edition: a bot that declines is not asked twice. */
const asked = new Set<string>();

const person = (): Person | undefined => people.find(({ key }) => key === personChoice.value);
const theme = (): Theme => themeChoice.value as Theme;

/** Runs a deed of this page; what goes wrong is said at the foot of the chat. */
const run = async (work: () => Promise<unknown>): Promise<void> => {
  try {
    trouble.textContent = '';
    await work();
  } catch (fault) {
    trouble.textContent = fault instanceof Error ? fault.message : 'That did not work.';
  }
};

const tellOfBot = ({ bot }: BotAnswer): void => {
  if (bot && bot.status >= 400) trouble.textContent = bot.status === 504 ? 'Waymark did not answer.' : `Waymark answered ${bot.status}.`;
};

const button = (text: string, deed: () => Promise<unknown>): HTMLButtonElement => {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', () => void run(deed));
  return made;
};

const showChats = (): void => {
  chatList.replaceChildren(
    ...chats.map((chat) => {
      const item = document.createElement('li');
      const entry = button(chat.title, () => openChat(chat.id));
      entry.className = 'chat-entry';
      if (chat.id === open?.id) entry.setAttribute('aria-current', 'true');
      const kind = document.createElement('span');
      kind.textContent = { personal: 'Personal chat', groupChat: 'Group chat', meeting: 'Meeting chat' }[chat.kind];
      entry.append(kind);
      item.append(entry);
      return item;
    }),
  );
};

const showHead = (chat: Chat): void => {
  const own = person()?.id ?? '';
  at('#title').textContent = chat.title;
  at('#about').textContent =
    chat.kind === 'personal' ? 'Private chat with you' : chat.members.map(({ displayName }) => displayName).join(', ');
  at<HTMLButtonElement>('#mention').hidden = chat.kind === 'personal';
  words.placeholder = chat.kind === 'personal' ? 'Type a message' : 'Type a message; Waymark hears what mentions it';
  at('#deeds').replaceChildren(
    ...(chat.installed ? [] : [button('Add Waymark', () => teams.install(chat.id, own).then(reload))]),
    ...(chat.meeting?.state === 'scheduled'
      ? [button('Start the meeting', async () => tellOfBot(await teams.meeting(chat.id, own, 'start')))]
      : []),
    ...(chat.meeting?.state === 'running'
      ? [button('End the meeting', async () => tellOfBot(await teams.meeting(chat.id, own, 'end')))]
      : []),
  );
};

/** Whether the reader looks at the newest; who has scrolled up to read is left where they are. */
let atEnd = true;

const toEnd = (): void => {
  atEnd = true;
  list.scrollTop = list.scrollHeight;
};

/** A card has its height only once it is laid out, and another at another width: the newest then comes into sight again. */
const heights = new ResizeObserver(() => {
  if (atEnd) list.scrollTop = list.scrollHeight;
});

const showMessages = (messages: readonly Message[]): void => {
  const reader = { reader: person()?.id ?? '', theme: theme(), alone: open?.kind === 'personal' };
  drawMessages(list, messages, reader, { press: (message, action) => void run(() => press(message, action)), follow, deeds: deedsOf });
  heights.disconnect();
  for (const part of [list, ...list.children]) heights.observe(part);
  if (atEnd) toEnd();
};

/** What Teams offers over a message under *More actions*; a message of the bot is no evidence of anybody's. */
const deedsOf = (message: Message): HTMLButtonElement[] => {
  if (message.from.id === 'bot' || !message.text) return [];
  const own = person()?.id ?? '';
  const over = (data?: unknown) => teams.over(open?.id ?? '', own, message.id, data);
  const remove = button('Delete', () => teams.remove(open?.id ?? '', own, message.id).then(reload));
  return [button('Add as evidence', () => openDialog(theme(), over, follow)), ...(message.from.id === own ? [remove] : [])];
};

/** Follows a button that opens an address: a link to the tab opens it in the Teams room, for whoever sits here. */
const follow = (address: string): void => {
  const page = pageOfTabLink(address);
  const room = new URLSearchParams({ person: personChoice.value, theme: theme() === 'light' ? 'default' : theme(), sub: page ?? '' });
  window.open(page === null ? address : `/rooms/teams?${room}`, '_blank', 'noopener');
};

const press = async (message: Message, action: CardAction): Promise<void> => {
  if (!open) return;
  list.setAttribute('aria-busy', 'true');
  try {
    tellOfBot(await teams.press(open.id, person()?.id ?? '', message.id, action));
    await reload();
  } finally {
    list.removeAttribute('aria-busy');
  }
};

/** What a client does by itself: asks for this person's own view of a card that names them. */
const askOwnViews = async (chat: Chat, reader: string, messages: readonly Message[]): Promise<boolean> => {
  const owed = messages.filter(({ id, edited, refresh }) => refresh && !asked.has(`${reader} ${id} ${edited}`));
  for (const { id, edited, refresh } of owed) {
    asked.add(`${reader} ${id} ${edited}`);
    if (refresh) await teams.refresh(chat.id, reader, id, refresh);
  }
  return owed.length > 0;
};

const reload = async (): Promise<void> => {
  const [reader, chat] = [person()?.id, open?.id];
  if (!reader || !chat) return;
  const found = await teams.history(chat, reader);
  if (open?.id !== chat || person()?.id !== reader) return;
  open = found.chat;
  showHead(found.chat);
  showMessages(found.messages);
  if (await askOwnViews(found.chat, reader, found.messages)) showMessages((await teams.history(chat, reader)).messages);
};

const openChat = async (id: string): Promise<void> => {
  const reader = person();
  open = chats.find((chat) => chat.id === id) ?? chats[0] ?? null;
  if (!reader || !open) return;
  stream?.close();
  list.replaceChildren();
  showChats();
  stream = teams.stream(open.id, reader.id);
  stream.addEventListener('change', () => void run(reload));
  await reload();
  words.disabled = false;
  toEnd();
};

/** Opens the chats of the person; the bot comes into their personal chat by itself, as an administrator would have it. */
const changePerson = async (): Promise<void> => {
  const reader = person();
  if (!reader) return;
  chats = await teams.chats(reader.id);
  const own = chats.find(({ kind }) => kind === 'personal');
  if (own && !own.installed) await teams.install(own.id, reader.id);
  chats = (await teams.chats(reader.id)).sort((a, b) => Number(b.kind === 'personal') - Number(a.kind === 'personal'));
  await openChat(query.get('chat') ?? open?.id ?? own?.id ?? '');
};

const send = async (): Promise<void> => {
  const text = words.value.trim();
  if (!open || text === '') return;
  words.value = '';
  tellOfBot(await teams.say(open.id, person()?.id ?? '', text));
  await reload();
  toEnd();
  words.focus();
};

const changeTheme = (): void => {
  document.documentElement.dataset.theme = theme();
  void run(reload);
};

const start = async (): Promise<void> => {
  people = (await teams.people()).sort((a, b) => a.displayName.localeCompare(b.displayName));
  personChoice.replaceChildren(
    ...people.map(({ key, displayName, jobTitle }) => new Option(jobTitle ? `${displayName}, ${jobTitle}` : displayName, key)),
  );
  const wanted = query.get('person') ?? 'ruth.okafor';
  if (people.some(({ key }) => key === wanted)) personChoice.value = wanted;
  const wantedTheme = query.get('theme');
  if (wantedTheme === 'dark' || wantedTheme === 'contrast') themeChoice.value = wantedTheme;
  document.documentElement.dataset.theme = theme();
  await changePerson();
};

personChoice.addEventListener('change', () => void run(changePerson));
themeChoice.addEventListener('change', changeTheme);
at<HTMLFormElement>('#compose').addEventListener('submit', (event) => {
  event.preventDefault();
  void run(send);
});
words.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  void run(send);
});
at('#mention').addEventListener('click', () => {
  words.value = `@Waymark ${words.value}`;
  words.focus();
});
at('#find').addEventListener('click', () => {
  const [chat, own] = [open?.id ?? '', person()?.id ?? ''];
  openFindPupil(theme(), {
    search: (typed) => teams.search(chat, own, typed),
    choose: (value) => teams.choose(chat, own, value),
    post: (card) => teams.postCard(chat, own, card).then(reload),
    follow,
  });
});
list.addEventListener('scroll', () => {
  atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
});
// The list scrolls, so it can be reached by keyboard.
list.tabIndex = 0;
void run(start);
