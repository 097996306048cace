import { byTag, type Description, holdsAll, textOf } from './description.ts';
import { drawOperation, drawSchema, element } from './draw.ts';

/* The API's description as a page to read and to search. It stands alone: no sign-in, no Teams, nothing from anywhere else. */

const at = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

type Shown = { readonly text: string; readonly section: HTMLElement; readonly entry: HTMLElement; readonly group: HTMLElement };

const idOf = (tag: string): string => `tag-${tag.toLowerCase().replaceAll(' ', '-')}`;

/** Draws everything once; searching only hides. */
const draw = (description: Description): Shown[] => {
  const main = at('operations');
  const contents = at('contents');
  const shown: Shown[] = [];
  const about = description.info.description.split('\n\n').map((words) => element('p', {}, words.replaceAll('`', '')));
  main.replaceChildren(element('div', { class: 'about' }, ...about));
  for (const [tag, all] of byTag(description)) {
    const list = element('ul');
    const group = element('section', { 'aria-labelledby': idOf(tag) }, element('h2', { id: idOf(tag) }, tag));
    const contentsGroup = element('div', {}, element('a', { href: `#${idOf(tag)}`, class: 'tag' }, tag), list);
    for (const listed of all) {
      const section = drawOperation(listed, description);
      const entry = element('li', {}, element('a', { href: `#${section.id}` }, `${listed.method} ${listed.url.replace(/^\/api/, '')}`));
      list.append(entry);
      group.append(section);
      shown.push({ text: textOf(listed, description), section, entry, group });
    }
    main.append(group);
    contents.append(contentsGroup);
  }
  const schemas = Object.entries(description.components.schemas).sort(([a], [b]) => a.localeCompare(b));
  main.append(
    element(
      'section',
      { 'aria-labelledby': 'schemas' },
      element('h2', { id: 'schemas' }, 'Schemas'),
      ...schemas.map(([name, one]) => drawSchema(name, one)),
    ),
  );
  contents.append(element('div', {}, element('a', { href: '#schemas', class: 'tag' }, 'Schemas')));
  return shown;
};

/** Hides what does not speak of the words, and says how much is left. */
const search = (shown: readonly Shown[], words: string): void => {
  const found = shown.filter((one) => holdsAll(one.text, words.trim()));
  for (const one of shown) {
    const hidden = !found.includes(one);
    one.section.hidden = hidden;
    one.entry.hidden = hidden;
  }
  for (const group of new Set(shown.map((one) => one.group))) group.hidden = !found.some((one) => one.group === group);
  at('count').textContent = words.trim() === '' ? `${shown.length} operations` : `${found.length} of ${shown.length}`;
};

/** Goes to the place that the address names, and opens it where it is closed. */
const goToPlace = (): void => {
  const place = document.getElementById(window.location.hash.slice(1));
  if (place instanceof HTMLDetailsElement) place.open = true;
  place?.scrollIntoView();
};

const start = async (): Promise<void> => {
  const reply = await fetch('/api/openapi.json');
  if (!reply.ok) throw new Error('Waymark gave no description.');
  const shown = draw((await reply.json()) as Description);
  const field = at<HTMLInputElement>('search');
  const asked = (): void => search(shown, field.value);
  field.addEventListener('input', asked);
  window.addEventListener('keydown', (event) => {
    if (event.key !== '/' || document.activeElement === field) return;
    event.preventDefault();
    field.focus();
  });
  asked();
  window.addEventListener('hashchange', goToPlace);
  // The browser looked for the place in the address before there was one.
  goToPlace();
};

start().catch(() => {
  at('operations').textContent = 'Waymark did not answer. Open this page again.';
});
