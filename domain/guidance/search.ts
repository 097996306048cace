import { barrierWords, type LibraryEntry } from './strategy.ts';

/** Strategies with every one of these words somewhere in them, for one barrier where one is named, of one sort where one is. */
export const searchLibrary = (
  library: readonly LibraryEntry[],
  { words, barrier, sort }: { readonly words: string; readonly barrier: string; readonly sort: string },
): readonly LibraryEntry[] => {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  return library.filter((entry) => {
    if (barrier !== '' && !entry.barriers.includes(barrier)) return false;
    if (sort !== '' && entry.sort !== sort) return false;
    const text = [entry.title, entry.words, entry.care, entry.reading, entry.source, ...entry.tasks, ...entry.barriers.map(barrierWords)]
      .join(' ')
      .toLowerCase();
    return asked.every((word) => text.includes(word));
  });
};
