import { drawCard } from './draw-card.ts';
import type { Theme } from './host-config.ts';
import type { BotAnswer } from './teams.ts';

type Preview = { readonly title?: string; readonly text?: string; readonly tap?: { readonly value?: unknown } };
type Found = { readonly content: unknown; readonly preview?: { readonly content?: Preview } };
type Answered = {
  readonly composeExtension?: { readonly type: string; readonly text?: string; readonly attachments?: readonly Found[] };
};

/** What the box asks of Teams: a search, the card of what was chosen, and the card's place in the chat. */
type Box = {
  readonly search: (words: string) => Promise<BotAnswer>;
  readonly choose: (value: unknown) => Promise<BotAnswer>;
  readonly post: (card: unknown) => Promise<unknown>;
  readonly follow: (address: string) => void;
};

/** So long nobody types before the bot is asked, as in Teams. */
const PAUSE_MS = 300;

const made = <K extends keyof HTMLElementTagNameMap>(name: K, text = ''): HTMLElementTagNameMap[K] => {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
};
const pressed = (text: string, deed: () => void): HTMLButtonElement => {
  const button = made('button', text);
  button.type = 'button';
  button.addEventListener('click', deed);
  return button;
};

const said = ({ bot }: BotAnswer): Answered['composeExtension'] =>
  bot?.status === 200 ? (bot.body as Answered | null)?.composeExtension : undefined;

/**
 * Plays Teams' search box of an app above the compose box: the bot is asked as one types, what it finds is shown to the searcher alone, and
 * the card of what was chosen is seen once more before it is posted.
 */
export const openFindPupil = (theme: Theme, { search, choose, post, follow }: Box): void => {
  const dialog = made('dialog');
  dialog.className = 'dialog find';
  dialog.setAttribute('aria-label', 'Find a pupil');
  dialog.addEventListener('close', () => dialog.remove());
  const field = made('input');
  field.type = 'search';
  field.placeholder = 'Name or case';
  field.setAttribute('aria-label', 'A name, a class or a case');
  field.autocomplete = 'off';
  const results = made('div');
  results.setAttribute('role', 'status');

  const showCard = (answer: BotAnswer): void => {
    const [one] = said(answer)?.attachments ?? [];
    if (!one) {
      showFound(answer);
      return;
    }
    const send = pressed('Post', () => void post(one.content).then(() => dialog.close()));
    results.replaceChildren(drawCard(one.content, theme, { press: () => undefined, follow }), send);
    send.focus();
  };
  const showFound = (answer: BotAnswer): void => {
    const found = said(answer);
    const rows = (found?.attachments ?? []).map(({ preview }) => {
      const { title = '', text = '', tap } = preview?.content ?? {};
      const row = pressed('', () => void choose(tap?.value).then(showCard));
      row.className = 'find-row';
      row.append(made('strong', title), made('span', text));
      return row;
    });
    results.replaceChildren(...(rows.length > 0 ? rows : [made('p', found?.text ?? 'Waymark did not answer.')]));
  };

  let waits: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener('input', () => {
    clearTimeout(waits);
    const words = field.value;
    // an answer that comes after more was typed is an answer to something else
    waits = setTimeout(() => void search(words).then((answer) => (field.value === words ? showFound(answer) : undefined)), PAUSE_MS);
  });
  dialog.append(
    made('h2', 'Find a pupil'),
    field,
    results,
    pressed('Close', () => dialog.close()),
  );
  document.body.append(dialog);
  dialog.showModal();
  field.focus();
};
