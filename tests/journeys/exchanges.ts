import { readFileSync } from 'node:fs';

/** One exchange between Waymark and Graph, as the local tenant wrote it down. */
export type Exchange = { readonly method: string; readonly url: string; readonly status: number };

/** What the log holds so far; `since` leaves out what came before. */
export const exchangesIn = (file: string, since = 0): Exchange[] =>
  readFileSync(file, { encoding: 'utf8', flag: 'a+' })
    .split('\n')
    .filter((line) => line !== '')
    .slice(since)
    .map((line) => JSON.parse(line) as Exchange);

/** Requests to Graph itself: the bytes of files come from another host, where no token travels. */
export const toGraph = (exchanges: readonly Exchange[]): Exchange[] =>
  exchanges.filter(({ url }) => new URL(url).pathname.startsWith('/v1.0/'));

/** `POST getSchedule × 2, POST events`: what a job asked, in short. */
export const inShort = (exchanges: readonly Exchange[]): string => {
  const counts = new Map<string, number>();
  for (const { method, url } of exchanges) {
    const words = `${method} ${decodeURIComponent(new URL(url).pathname).split('/').at(-1)?.replace(/^.*:$/, 'item')}`;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => (count > 1 ? `${words} × ${count}` : words)).join(', ');
};
