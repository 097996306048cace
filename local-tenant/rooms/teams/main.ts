import { pageOfTabLink } from '../tab-link.ts';
import { playTeams, type TeamsTheme } from './host.ts';

/** Plays Teams around the tab: who sits there, the theme, the width of the pane, and the frame the tab is shown in. */

type Person = { readonly key: string; readonly id: string; readonly name: string; readonly jobTitle: string; readonly upn: string };
type RoomConfig = { readonly waymark: string; readonly people: readonly Person[] };

const at = <T extends HTMLElement>(selector: string): T => document.querySelector(selector) as T;
const frame = at<HTMLIFrameElement>('#tab');
const person = at<HTMLSelectElement>('#person');
const theme = at<HTMLSelectElement>('#theme');
const width = at<HTMLSelectElement>('#width');
const context = at<HTMLSelectElement>('#context');
const query = new URLSearchParams(window.location.search);

/** What a deep link asked for; the tab reads it once, when it asks where it stands. */
let subPage = query.get('sub') ?? '';
let config: RoomConfig = { waymark: '', people: [] };

const nobody: Person = { key: '', id: '', name: '', jobTitle: '', upn: '' };
const sitting = (): Person => config.people.find((one) => one.key === person.value) ?? nobody;

/** The page of the tab the address of this room asks for; only pages of the tab. */
const wantedPage = (): string => {
  const page = query.get('page') ?? '/tab/';
  return page.startsWith('/tab/') ? page : '/tab/';
};

const token = async (claims?: string): Promise<string> => {
  const reply = await fetch('/rooms/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: person.value, claims }),
  });
  if (!reply.ok) throw new Error('no token');
  return ((await reply.json()) as { token: string }).token;
};

/** Keeps what was chosen in the address, so that a reload or a link shows the same. */
const remember = () => {
  query.set('person', person.value);
  query.set('theme', theme.value);
  query.set('width', width.value);
  query.set('context', context.value);
  window.history.replaceState(null, '', `?${query}`);
};

const dress = () => {
  document.documentElement.dataset.theme = theme.value;
  at('#pane').style.maxWidth = width.value === 'full' ? '' : `${width.value}px`;
};

const load = () => {
  remember();
  const page = wantedPage();
  frame.src = `${config.waymark}${page}${page.includes('?') ? '&' : '?'}theme=${theme.value}`;
};

/** Opens the tab at a page, as Teams does when a link to it is pressed. */
const openTabAt = (page: string) => {
  subPage = page;
  query.delete('page');
  query.delete('sub');
  load();
};

/** What the tab or a notice leads to: a link to the tab stays in this room, everything else opens beside it. */
const follow = (address: string) => {
  const page = pageOfTabLink(address);
  if (page === null) window.open(address, '_blank', 'noopener');
  else openTabAt(page);
};

type Notice = { readonly id: string; readonly about: string; readonly preview: string; readonly link: string; readonly at: string };

/** The activity feed of whoever sits here; a press opens the tab where the notice leads, as Teams does. */
const ring = async () => {
  const reply = await fetch(`/rooms/notices?person=${encodeURIComponent(person.value)}`);
  const notices = reply.ok ? ((await reply.json()) as Notice[]) : [];
  at('#bell-count').textContent = String(notices.length);
  at('#notices').replaceChildren(
    ...(notices.length > 0 ? notices : [null]).map((notice) => {
      const item = document.createElement('li');
      if (!notice) item.textContent = 'Nothing yet.';
      else {
        const open = document.createElement('button');
        open.type = 'button';
        open.textContent = `${notice.about}: ${notice.preview}`;
        open.addEventListener('click', () => {
          at<HTMLDetailsElement>('#bell').open = false;
          follow(notice.link);
        });
        item.append(open);
      }
      return item;
    }),
  );
};

/** A query's value where the list knows it; the browser would otherwise show an empty choice. */
const preset = (list: HTMLSelectElement, name: string) => {
  const wanted = query.get(name);
  if (wanted && [...list.options].some((option) => option.value === wanted)) list.value = wanted;
};

const start = async () => {
  config = (await (await fetch('/rooms/config')).json()) as RoomConfig;
  person.replaceChildren(...config.people.map((one) => new Option(`${one.name}, ${one.jobTitle}`, one.key)));
  preset(person, 'person');
  preset(theme, 'theme');
  preset(width, 'width');
  preset(context, 'context');
  document.documentElement.dataset.bare = query.has('bare') ? 'yes' : 'no';
  dress();
  const teams = playTeams({
    tab: config.waymark,
    frame: () => frame.contentWindow,
    theme: () => theme.value as TeamsTheme,
    frameContext: () => (context.value === 'sidePanel' ? 'sidePanel' : 'content'),
    person: sitting,
    subPage: () => {
      const asked = subPage;
      subPage = '';
      return asked;
    },
    token,
    onLink: follow,
  });
  theme.addEventListener('change', () => {
    remember();
    dress();
    teams.themeChanged();
  });
  width.addEventListener('change', () => {
    remember();
    dress();
  });
  person.addEventListener('change', load);
  person.addEventListener('change', () => void ring());
  at('#bell').addEventListener('toggle', () => void ring());
  context.addEventListener('change', load);
  load();
  await ring();
  setInterval(() => void ring(), 10_000);
};

start().catch(() => {
  at('#trouble').textContent = 'The made-up Microsoft 365 does not answer. Is Waymark still running?';
});
