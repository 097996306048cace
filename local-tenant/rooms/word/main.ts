import { execute } from './execute.ts';
import { documentsOf, LibraryRefused, newestTag, saveDocument } from './library.ts';
import type { FromPane, ToPane } from './messages.ts';
import { copyOf, drawInto, type Happenings, type OpenDocument, openFile, playedWord } from './open-document.ts';
import { whatOfChanges, whatOfClash } from './questions.ts';
import { drawRibbon } from './ribbon.ts';
import { type Person, tokenFor } from './token.ts';

type RoomConfig = { readonly waymark: string; readonly tenant: string; readonly people: readonly Person[] };

const at = <T extends HTMLElement>(selector: string): T => document.querySelector(selector) as T;
const page = at<HTMLElement>('#page');
const pane = at<HTMLIFrameElement>('#pane');
const paneSide = at<HTMLElement>('.pane-side');
const person = at<HTMLSelectElement>('#person');
const choice = at<HTMLSelectElement>('#document');
const theme = at<HTMLSelectElement>('#theme');
const signsIn = at<HTMLSelectElement>('#signs-in');
const saved = at<HTMLElement>('#saved');
const query = new URLSearchParams(window.location.search);
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

let config: RoomConfig = { waymark: '', tenant: '', people: [] };
let open: OpenDocument | null = null;
/** Who sits here; the list of people may already show another while a question is open. */
let sitting = '';

const tell = (message: ToPane): void => pane.contentWindow?.postMessage(message, config.waymark);

const happenings: Happenings = {
  changed: () => {
    saved.textContent = 'Not saved';
  },
  entered: (control) => tell({ waymarkWord: 'event', event: 'cursor', value: control.tag }),
  copied: (base64) => void showCopy(base64),
};
const played = playedWord(() => open, page, happenings);

const refused = (error: unknown): void => {
  const words = document.createElement('p');
  words.className = 'refused';
  words.textContent = error instanceof Error ? error.message : 'The document could not be opened.';
  page.replaceChildren(words);
};

const startPane = (): void => {
  pane.src = `${config.waymark}/word/pane.html?room=${Date.now()}`;
};

/** Somebody else saved meanwhile: nothing typed is lost, and nothing of theirs is overwritten unseen. */
const settleClash = async (document: OpenDocument, words: string): Promise<void> => {
  const answer = await whatOfClash(words);
  if (answer === 'theirs') await show(document.id);
  if (answer !== 'mine') return;
  document.eTag = await newestTag(sitting, document.id).catch(() => document.eTag);
  await save();
};

/** Saves what is open; false where it could not be, with the reason beside the button. */
const save = async (): Promise<boolean> => {
  if (!open) return true;
  try {
    open.eTag = await saveDocument(sitting, open.id, open.pack.save(), open.eTag);
    open.changed = false;
    saved.textContent = `Saved ${clock.format(new Date())}`;
  } catch (error) {
    saved.textContent = error instanceof LibraryRefused ? error.message : 'Not saved: the library did not answer.';
    if (error instanceof LibraryRefused && error.status === 412) await settleClash(open, error.message);
  }
  return !open?.changed;
};

/** Whether the page may be left; a person decides what becomes of changes. */
const mayLeave = async (): Promise<boolean> => {
  if (!open?.changed) return true;
  const name = choice.querySelector<HTMLOptionElement>(`option[value="${CSS.escape(open.id)}"]`)?.text ?? 'This document';
  const answer = await whatOfChanges(name);
  return answer === 'leave' || (answer === 'save' && (await save()));
};

const show = async (id: string): Promise<void> => {
  try {
    open = await openFile(sitting, id);
    saved.textContent = open.mayChange ? '' : 'Read-only';
    choice.value = id;
    drawInto(open, page, happenings);
    page.parentElement?.scrollTo({ top: 0 });
  } catch (error) {
    open = null;
    refused(error);
  }
  at<HTMLButtonElement>('#save').disabled = !open?.mayChange;
  window.history.replaceState(
    null,
    '',
    `?${new URLSearchParams({ person: sitting, item: id, theme: theme.value, signsIn: signsIn.value })}`,
  );
  startPane();
};

/** Word opens a copy in a window of its own; this room has one page, so it takes the place of what is open, once that may be left. */
const showCopy = async (base64: string): Promise<void> => {
  if (!(await mayLeave())) return;
  open = copyOf(base64);
  saved.textContent = 'A copy, in no library';
  choice.value = '';
  drawInto(open, page, happenings);
  page.parentElement?.scrollTo({ top: 0 });
  at<HTMLButtonElement>('#save').disabled = true;
  startPane();
};

const list = async () => {
  const documents = await documentsOf(sitting);
  choice.replaceChildren(...documents.map((one) => new Option(`${one.folder} / ${one.name}`, one.id)));
  if (open) choice.value = open.id;
  return documents;
};

const NONE = 'No document of the SEND library is open to this person.';
const NOT_THIS = 'This document is not open to this person.';

const sit = async (wanted: string | null): Promise<void> => {
  sitting = person.value;
  open = null;
  const documents = await list().catch(() => []);
  const first = wanted === null ? documents[0] : documents.find((one) => one.id === wanted);
  if (first) return show(first.id);
  refused(new Error(documents.length === 0 ? NONE : NOT_THIS));
  at<HTMLButtonElement>('#save').disabled = true;
  startPane();
};

/** Opens the document behind an address of the library, as Word does when a link is pressed; other addresses are the browser's. */
const openAddress = async (address: string): Promise<void> => {
  const path = new URL(address).pathname.split('/').map(decodeURIComponent);
  const documents = await list();
  const found = documents.find((one) => one.name === path.at(-1) && one.folder === path.at(-2));
  if (!found) window.open(address, '_blank', 'noopener');
  else if (await mayLeave()) await show(found.id);
};

const answerOf = async (message: FromPane): Promise<unknown> => {
  switch (message.ask) {
    case 'hello':
      return { dark: theme.value === 'dark', readOnly: open !== null && !open.mayChange, nested: signsIn.value === 'host' };
    case 'execute':
      return execute(played, message.body);
    case 'file':
      if (!open) throw new Error('no document is open.');
      return open.pack.save();
    case 'open':
      return openAddress(message.address);
    case 'show-pane':
      paneSide.hidden = false;
      return null;
    case 'token':
      return tokenFor(
        config.tenant,
        config.people.find((one) => one.key === sitting),
        message.scope,
      );
  }
};

const heard = ({ data, source, origin }: MessageEvent<FromPane>): void => {
  if (source !== pane.contentWindow || origin !== config.waymark || data?.waymarkWord !== 'ask') return;
  answerOf(data).then(
    (value) => tell({ waymarkWord: 'answer', id: data.id, value }),
    (error: Error) => tell({ waymarkWord: 'answer', id: data.id, value: null, error: error.message }),
  );
};

const listen = (): void => {
  window.addEventListener('message', heard);
  person.addEventListener('change', async () => {
    if (await mayLeave()) await sit(null);
    else person.value = sitting;
  });
  choice.addEventListener('change', async () => {
    const wanted = choice.value;
    if (await mayLeave()) await show(wanted);
    else choice.value = open?.id ?? '';
  });
  theme.addEventListener('change', () => {
    document.documentElement.dataset.theme = theme.value;
    startPane();
  });
  signsIn.addEventListener('change', startPane);
  at('#save').addEventListener('click', () => void save());
  window.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return;
    event.preventDefault();
    void save();
  });
  window.addEventListener('beforeunload', (event) => {
    if (open?.changed) event.preventDefault();
  });
};

const start = async (): Promise<void> => {
  config = (await (await fetch('/rooms/config')).json()) as RoomConfig;
  person.replaceChildren(...config.people.map((one) => new Option(`${one.name}, ${one.jobTitle}`, one.key)));
  const wanted = query.get('person');
  if (wanted && config.people.some((one) => one.key === wanted)) person.value = wanted;
  theme.value = query.get('theme') === 'dark' ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme.value;
  signsIn.value = query.get('signsIn') === 'window' ? 'window' : 'host';
  drawRibbon(at('.ribbon'), `${config.waymark}/icons/waymark-16.png`, ({ kind, action }) => {
    paneSide.hidden = kind === 'pane' && !paneSide.hidden;
    if (kind === 'run') tell({ waymarkWord: 'event', event: 'ribbon', value: action });
  });
  listen();
  await sit(query.get('item'));
};

start().catch(refused);
