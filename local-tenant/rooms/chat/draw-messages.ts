import { drawCard } from './draw-card.ts';
import type { Theme } from './host-config.ts';
import type { CardAction, Message } from './teams.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

const element = (name: string, className: string, text = ''): HTMLElement => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

/** What is drawn and would look the same drawn again; only the rest is touched, so that nobody loses what they are typing into a card. */
const looks = new WeakMap<HTMLElement, string>();
const lookOf = (message: Message, theme: Theme): string =>
  JSON.stringify([message.attachments, message.text, message.edited, message.personal, theme]);

/** Who reads, how it is to look, and whether nobody else reads along. */
type Reader = { readonly reader: string; readonly theme: Theme; readonly alone: boolean };

/** What can be done with a message: a press on its card, and what its menu offers. */
type Doing = {
  readonly press: (message: Message, action: CardAction) => void;
  readonly follow: (address: string) => void;
  readonly deeds: (message: Message) => readonly HTMLButtonElement[];
};

/** Brings the list up to date: new messages are added, changed ones drawn again, in order. */
export const drawMessages = (list: HTMLElement, messages: readonly Message[], { reader, theme, alone }: Reader, doing: Doing): void => {
  const drawn = new Map([...list.children].map((child) => [(child as HTMLElement).dataset.message, child as HTMLElement]));
  const wanted = messages.map((message) => {
    const old = drawn.get(message.id);
    if (old && looks.get(old) === lookOf(message, theme)) return old;
    const made = drawMessage(message, { reader, theme, alone }, doing);
    looks.set(made, lookOf(message, theme));
    old?.replaceWith(made);
    return made;
  });
  for (const old of [...list.children]) if (!wanted.includes(old as HTMLElement)) old.remove();
  for (const one of wanted) if (one.parentElement !== list) list.append(one);
};

const drawMessage = (message: Message, { reader, theme, alone }: Reader, { press, follow, deeds }: Doing): HTMLElement => {
  const own = message.from.id === reader;
  const item = element('article', `message${own ? ' own' : ''}${message.from.id === 'bot' ? ' bot' : ''}`);
  item.dataset.message = message.id;
  const head = element('p', 'message-head');
  const name = element('strong', 'message-name', own ? 'You' : message.from.name);
  const when = element('time', 'message-time', clock.format(new Date(message.at)));
  when.setAttribute('datetime', message.at);
  head.append(name, when);
  if (message.personal && !alone) head.append(element('span', 'message-own', 'Only you see this'));
  item.append(head);
  const offered = deeds(message);
  if (offered.length > 0) {
    const menu = element('span', 'message-deeds');
    menu.append(...offered);
    head.append(menu);
  }
  if (message.text) item.append(element('p', 'message-text', message.text));
  for (const { contentType, content } of message.attachments) {
    if (contentType === CARD) item.append(drawCard(content, theme, { press: (action) => press(message, action), follow }));
  }
  return item;
};
