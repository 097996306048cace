import { readFileSync } from 'node:fs';
import path from 'node:path';
import { asDay } from '#domain/calendar/day.ts';
import { hollinBank } from '#local-tenant/school/hollin-bank.ts';
import { same } from './expect.ts';
import type { Story } from './story.ts';
import { STORY_BEGINS } from './suite.ts';

/** One exchange with Graph as the local tenant wrote it down. */
type Written = { readonly method: string; readonly url: string; readonly requestBody: unknown };

/** Staff stand in addresses of Graph by their account, which is how Graph names a mailbox: `/users/ruth.okafor@…/events`. */
const ACCOUNT = /^\/v1\.0\/users\/[\w.'-]+@[\w.-]+/;

/**
 * Everybody whose name must not stand anywhere: pupils, families and staff, each by given name and surname together, for many given names
 * are words of the language too (`Grace`, `Will`, `Mark`).
 */
const namesOf = (): readonly string[] => {
  const { pupils, staff, cases } = hollinBank(asDay(STORY_BEGINS.slice(0, 10)));
  const contacts = cases.flatMap((one) => (one.contacts ?? []).map(({ name }) => name));
  const people = [...pupils, ...staff].map(({ givenName, surname }) => `${givenName} ${surname}`);
  return [...new Set([...people, ...contacts])].filter((name) => name.includes(' '));
};

/** A text with everything that may stand between two names made one blank, so that `Callum%20Reid`, `Callum-Reid` and `Reid, Callum` are found. */
const plain = (text: string): string => {
  let read = text;
  try {
    read = decodeURIComponent(text);
  } catch {
    // a lone percent sign: read as it stands
  }
  return ` ${read
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_.,;:+/\\"'()[\]{}=&?-]+/g, ' ')} `;
};

/** Finds every name in a text at once: names by their two ways round, looked up by their first word. */
class Names {
  private readonly known = new Map<string, string[]>();

  constructor(names: readonly string[]) {
    for (const name of names) {
      const words = plain(name).trim().split(' ');
      for (const way of [words, [...words].reverse()]) {
        const [first = ''] = way;
        this.known.set(first, [...(this.known.get(first) ?? []), ` ${way.join(' ')} `]);
      }
    }
  }

  in(text: string): string[] {
    const read = plain(text);
    return [...new Set(read.split(' '))].flatMap((word) => (this.known.get(word) ?? []).filter((name) => read.includes(name)));
  }
}

const linesOf = (file: string): string[] => readFileSync(file, { encoding: 'utf8', flag: 'a+' }).split('\n').filter(Boolean);

/** Titles that others see beside an entry, a message or a notice; and names that files and folders are given. */
const TITLES = new Set(['subject', 'previewText', 'topic', 'title', 'name']);

/** Names of people belong where people are named: who is invited, and to whom a letter goes. */
const OF_PEOPLE = /^(?:emailAddress|attendees|organizer|toRecipients|from|createdBy|lastModifiedBy)$/;

const titlesIn = (value: unknown, of = ''): string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => titlesIn(one, of));
  if (typeof value === 'string') return TITLES.has(of) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (OF_PEOPLE.test(key) ? [] : titlesIn(inner, TITLES.has(of) ? of : key)));
};

/** Each name that stands in one of the texts, with where that was. */
const leaksIn = (names: Names, where: string, texts: readonly string[]): string[] =>
  texts.flatMap((text) => names.in(text).map((name) => `${where}: “${name.trim()}” in ${text.slice(0, 160)}`));

/** Everything that was logged, asked, titled and filed in this telling, searched for every name of the school. */
export const namesLeg = async (story: Story): Promise<void> => {
  const { own } = story.suite;
  if (!own) return story.leaveOut('names in logs: what another suite writes down is not ours to read');
  const names = new Names(namesOf());
  const log = linesOf(path.join(own.data, 'waymark.log'));
  const graph = linesOf(own.graphLog).map((line) => JSON.parse(line) as Written);
  const titles = graph.filter(({ method }) => method !== 'GET').flatMap(({ requestBody }) => titlesIn(requestBody));
  const ours = [...story.addresses].filter((address) => address.startsWith(story.suite.address));
  await story.step(`no name stands in ${log.length} lines of the log`, async () => {
    same(log.length > 50, true, 'whether there is a log to search');
    same(leaksIn(names, 'log', log).slice(0, 5), [], 'names in the log');
  });
  await story.step(`none in ${ours.length} addresses of ours and ${graph.length} of Graph`, async () => {
    same(ours.length > 20 && graph.length > 20, true, 'whether there are addresses to search');
    const asked = graph.map(({ url }) => new URL(url)).map(({ pathname, search }) => pathname.replace(ACCOUNT, '') + search);
    same(leaksIn(names, 'address', [...ours, ...asked]).slice(0, 5), [], 'names in addresses');
  });
  await story.step(`none in ${titles.length} titles of entries, mails, notices and files`, async () => {
    same(titles.length > 3, true, 'whether there are titles to search');
    same(leaksIn(names, 'title', titles).slice(0, 5), [], 'names in titles');
  });
  await story.step('and a name that stood there would have been found', async () => {
    const [given = '', surname = ''] = namesOf()[0]?.split(' ') ?? [];
    for (const hidden of [`/api/find?words=${given}%20${surname}`, `{"words":"${surname}, ${given}"}`, `WM-0412-${given}_${surname}.docx`])
      same(leaksIn(names, 'planted', [hidden]).length > 0, true, `whether ${hidden} is found`);
  });
};
