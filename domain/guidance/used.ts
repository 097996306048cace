import type { LibraryEntry } from './strategy.ts';

const MOST = 300;

/** A strategy in a line for a pupil's list: its title and the first sentence of what to do. */
export const inALine = ({ title, words }: Pick<LibraryEntry, 'title' | 'words'>): string => {
  const [first = ''] = words.replace(/\s+/g, ' ').split(/(?<=[.!?])\s/);
  const line = `${title}: ${first}`;
  return line.length > MOST ? `${line.slice(0, MOST - 1).replace(/\s\S*$/, '')}…` : line;
};

/** Whether a pupil's strategies hold it already: by its title, whatever was written behind it. */
export const isAlready = ({ title }: Pick<LibraryEntry, 'title'>, strategies: readonly string[]): boolean =>
  strategies.some((line) => line.split(':')[0]!.trim().toLowerCase() === title.trim().toLowerCase());
