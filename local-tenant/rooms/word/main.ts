import { type Control, controlsOf, setText, textOf } from './controls.ts';
import { draw } from './draw.ts';
import { execute, type PlayedWord } from './execute.ts';
import { documentsOf, LibraryRefused, readDocument, saveDocument } from './library.ts';
import type { FromPane, ToPane } from './messages.ts';
import { type OpenPackage, openPackage } from './package.ts';

type Person = { readonly key: string; readonly name: string; readonly jobTitle: string; readonly id: string; readonly upn: string };
type RoomConfig = { readonly waymark: string; readonly tenant: string; readonly people: readonly Person[] };
type OpenDocument = {
  readonly id: string;
  readonly pack: OpenPackage;
  eTag: string;
  drawn: Map<number, HTMLElement>;
  cursor: number | null;
  changed: boolean;
};

const at = <T extends HTMLElement>(selector: string): T => document.querySelector(selector) as T;
const page = at<HTMLElement>('#page');
const pane = at<HTMLIFrameElement>('#pane');
const person = at<HTMLSelectElement>('#person');
const choice = at<HTMLSelectElement>('#document');
const theme = at<HTMLSelectElement>('#theme');
const saved = at<HTMLElement>('#saved');
const query = new URLSearchParams(window.location.search);

let config: RoomConfig = { waymark: '', tenant: '', people: [] };
let open: OpenDocument | null = null;

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

const tell = (message: ToPane): void => pane.contentWindow?.postMessage(message, config.waymark);

const refused = (error: unknown): void => {
  const words = document.createElement('p');
  words.className = 'refused';
  words.textContent = error instanceof Error ? error.message : 'The document could not be opened.';
  page.replaceChildren(words);
};

const enter = (control: Control): void => {
  if (!open) return;
  open.cursor = control.index;
  for (const [index, element] of open.drawn) element.classList.toggle('lit', index === control.index);
  tell({ waymarkWord: 'event', event: 'cursor', value: control.tag });
};

const redraw = (): void => {
  if (!open) return;
  const { pack } = open;
  open.drawn = draw(pack, page, {
    entered: enter,
    typed: (control, text) => {
      setText(pack, control, text);
      if (open) open.changed = true;
      saved.textContent = 'Not saved';
    },
  });
};

/** The open document as the office.js proxies see it. */
const played: PlayedWord = {
  controls: () => (open ? controlsOf(open.pack) : []),
  text: (index) => {
    const control = open && controlsOf(open.pack)[index];
    return control ? textOf(control) : '';
  },
  setText: (index, text) => {
    const control = open && controlsOf(open.pack)[index];
    if (!open || !control) return;
    setText(open.pack, control, text);
    open.changed = true;
    saved.textContent = 'Not saved';
    redraw();
  },
  select: (index) => {
    const element = open?.drawn.get(index);
    const control = open && controlsOf(open.pack)[index];
    element?.scrollIntoView({ block: 'center', behavior: 'instant' });
    if (control) enter(control);
  },
  atCursor: () => open?.cursor ?? null,
};

const save = async (): Promise<void> => {
  if (!open) return;
  try {
    open.eTag = await saveDocument(person.value, open.id, open.pack.save(), open.eTag);
    open.changed = false;
    saved.textContent = `Saved ${clock.format(new Date())}`;
  } catch (error) {
    saved.textContent = error instanceof LibraryRefused ? error.message : 'Not saved: the library did not answer.';
  }
};

const startPane = (): void => {
  pane.src = `${config.waymark}/word/pane.html?room=${Date.now()}`;
};

const openDocument = async (id: string): Promise<void> => {
  try {
    const { bytes, eTag } = await readDocument(person.value, id);
    open = { id, pack: openPackage(bytes), eTag, drawn: new Map(), cursor: null, changed: false };
    saved.textContent = '';
    choice.value = id;
    redraw();
  } catch (error) {
    open = null;
    refused(error);
  }
  window.history.replaceState(null, '', `?${new URLSearchParams({ person: person.value, item: id })}`);
  startPane();
};

const listDocuments = async (wanted: string | null): Promise<void> => {
  const documents = await documentsOf(person.value).catch(() => []);
  choice.replaceChildren(...documents.map((one) => new Option(`${one.folder} / ${one.name}`, one.id)));
  const first = documents.find((one) => one.id === wanted) ?? (wanted ? undefined : documents[0]);
  if (first) await openDocument(first.id);
  else {
    open = null;
    refused(
      new Error(
        documents.length === 0 ? 'No document of the SEND library is open to this person.' : 'This document is not open to this person.',
      ),
    );
    startPane();
  }
};

/** Opens the document behind an address of the library, as Word does when a link is pressed. */
const openAddress = async (address: string): Promise<void> => {
  const id = new URL(address).searchParams.get('item') ?? new URL(address).pathname.split('/').pop() ?? '';
  const documents = await documentsOf(person.value);
  const name = decodeURIComponent(new URL(address).pathname.split('/').pop() ?? '');
  const found = documents.find((one) => one.id === id || one.name === name);
  if (!found) {
    window.open(address, '_blank', 'noopener');
    return;
  }
  choice.replaceChildren(...documents.map((one) => new Option(`${one.folder} / ${one.name}`, one.id)));
  await openDocument(found.id);
};

const token = async (scope: string) => {
  const reply = await fetch('/rooms/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: person.value, scope }),
  });
  if (!reply.ok) throw new Error('no token');
  const answer = (await reply.json()) as { token: string; expiresIn?: number };
  const who = config.people.find((one) => one.key === person.value);
  return {
    token: answer.token,
    expiresIn: answer.expiresIn ?? 3600,
    account: {
      environment: new URL(config.tenant).host,
      homeAccountId: `${who?.id}.room`,
      localAccountId: who?.id ?? '',
      username: who?.upn ?? '',
      name: who?.name ?? '',
    },
  };
};

const answerOf = async (message: FromPane): Promise<unknown> => {
  switch (message.ask) {
    case 'hello':
      return { dark: theme.value === 'dark' };
    case 'execute':
      return execute(played, message.body);
    case 'file':
      if (!open) throw new Error('No document is open.');
      return open.pack.save();
    case 'open':
      return openAddress(message.address);
    case 'show-pane':
      at('.pane-side').hidden = false;
      return null;
    case 'token':
      return token(message.scope);
  }
};

window.addEventListener('message', ({ data, source, origin }: MessageEvent<FromPane>) => {
  if (source !== pane.contentWindow || origin !== config.waymark || data?.waymarkWord !== 'ask') return;
  answerOf(data).then(
    (value) => tell({ waymarkWord: 'answer', id: data.id, value }),
    (error: Error) => tell({ waymarkWord: 'answer', id: data.id, value: null, error: error.message }),
  );
});

const RIBBON = [
  ['openPane', 'Open Waymark'],
  ['draftPlan', 'Draft plan'],
  ['saveBack', 'Save back'],
  ['checkAgain', 'Check'],
] as const;

const drawRibbon = (): void => {
  at('.ribbon').replaceChildren(
    ...RIBBON.map(([action, label]) => {
      const button = document.createElement('button');
      button.type = 'button';
      const icon = new Image();
      icon.src = `${config.waymark}/icons/waymark-16.png`;
      icon.alt = '';
      button.append(icon, label);
      button.addEventListener('click', () => {
        at('.pane-side').hidden = action === 'openPane' ? !at('.pane-side').hidden : false;
        if (action !== 'openPane') tell({ waymarkWord: 'event', event: 'ribbon', value: action });
      });
      return button;
    }),
  );
};

const start = async (): Promise<void> => {
  config = (await (await fetch('/rooms/config')).json()) as RoomConfig;
  person.replaceChildren(...config.people.map((one) => new Option(`${one.name}, ${one.jobTitle}`, one.key)));
  const wanted = query.get('person');
  if (wanted && config.people.some((one) => one.key === wanted)) person.value = wanted;
  theme.value = query.get('theme') === 'dark' ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme.value;
  drawRibbon();
  person.addEventListener('change', () => void listDocuments(null));
  choice.addEventListener('change', () => void openDocument(choice.value));
  theme.addEventListener('change', () => {
    document.documentElement.dataset.theme = theme.value;
    startPane();
  });
  at('#save').addEventListener('click', () => void save());
  window.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      void save();
    }
  });
  await listDocuments(query.get('item'));
};

start().catch(refused);
