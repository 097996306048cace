/** The page of the post: letters by receiver, the newest first; a link in one opens as it would from a mail program. */

type Address = { readonly name: string; readonly address: string };
type Letter = {
  readonly id: string;
  readonly subject: string;
  readonly sent: string;
  readonly to: readonly Address[];
  readonly body: { readonly contentType: string; readonly content: string };
};

const list = document.querySelector('#letters') as HTMLOListElement;
const receiver = document.querySelector('#receiver') as HTMLSelectElement;
const said = document.querySelector('#said') as HTMLElement;

const asHtml = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const withLinks = (words: string): string =>
  asHtml(words).replace(/https?:\/\/[^\s<]+/g, (address) => `<a href="${address}">${address}</a>`);

/** A letter as a mail program shows it: its own words in a frame that runs nothing, its links in a window of their own. */
const pageOf = ({ contentType, content }: Letter['body']): string =>
  `<!doctype html><base target="_blank"><style>body{font:14px/1.5 'Segoe UI',system-ui,sans-serif;margin:12px}</style>${
    contentType === 'html' ? content : `<p style="white-space:pre-wrap">${withLinks(content)}</p>`
  }`;

const drawn = (letter: Letter): HTMLLIElement => {
  const item = document.createElement('li');
  const title = document.createElement('h2');
  title.textContent = letter.subject;
  const line = document.createElement('p');
  line.textContent = `To ${letter.to.map(({ name, address }) => (name === address ? address : `${name}, ${address}`)).join('; ')} · ${letter.sent.replace('T', ' ').slice(0, 16)}`;
  const words = document.createElement('iframe');
  words.title = `The letter: ${letter.subject}`;
  words.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');
  words.srcdoc = pageOf(letter.body);
  item.append(title, line, words);
  return item;
};

let letters: readonly Letter[] = [];

const show = (): void => {
  const chosen = letters.filter(({ to }) => !receiver.value || to.some(({ address }) => address === receiver.value));
  list.replaceChildren(...chosen.map(drawn));
  said.textContent = chosen.length === 0 ? 'No letter has been sent yet.' : '';
};

const offer = (): void => {
  const before = receiver.value;
  const all = new Map(letters.flatMap(({ to }) => to.map(({ name, address }) => [address, name] as const)));
  const everyone = new Option('everyone', '');
  receiver.replaceChildren(
    everyone,
    ...[...all].sort().map(([address, name]) => new Option(name === address ? address : `${name} (${address})`, address)),
  );
  receiver.value = all.has(before) ? before : '';
};

const look = async (): Promise<void> => {
  const reply = await fetch('/rooms/letters');
  if (!reply.ok) throw new Error(`The local tenant answered ${reply.status}.`);
  letters = (await reply.json()) as readonly Letter[];
  offer();
  show();
};

const tryToLook = (): void => {
  look().catch((fault: Error) => {
    said.textContent = fault.message;
  });
};

receiver.addEventListener('change', show);
document.querySelector('#again')?.addEventListener('click', tryToLook);
tryToLook();
