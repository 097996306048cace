import { barrierWords, type LibraryEntry } from './strategy.ts';
import { isAlready } from './used.ts';

/** What is known of a pupil that an idea can be tied to: barriers the record names, with where it names them. */
export type KnownBarrier = { readonly barrier: string; readonly because: string };

/** An idea with the barrier it is for and why that barrier is this pupil's. */
export type Idea = { readonly entry: LibraryEntry; readonly barrier: string; readonly why: string };

const GUESSED = 'usual with the type of need on record';

/** Barriers that usually go with a type of need: where the record names none itself. A first guess, said as such. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  SPLD: ['reading-load', 'writing', 'working-memory'],
  MLD: ['working-memory', 'language', 'reading-load'],
  SLD: ['language', 'working-memory'],
  PMLD: ['sensory', 'motor'],
  SEMH: ['anxiety', 'attention'],
  SLCN: ['language', 'working-memory'],
  ASD: ['anxiety', 'sensory', 'language'],
  AUT: ['anxiety', 'sensory', 'language'],
  HI: ['sensory', 'language'],
  DEAF: ['sensory', 'language'],
  VI: ['sensory', 'reading-load'],
  MSI: ['sensory'],
  DB: ['sensory'],
  PD: ['motor'],
  OI: ['motor'],
  DS: ['language', 'working-memory'],
  ED: ['anxiety', 'attention'],
  ID: ['working-memory', 'language'],
  OHI: ['attention'],
  SLI: ['language'],
  TBI: ['working-memory', 'attention'],
  DD: ['language', 'attention'],
};

/** Barriers of a pupil: those that strategies, accommodations and observations of the record name, then those usual with the types of need. */
export const barriersOf = (named: readonly KnownBarrier[], needCodes: readonly string[]): readonly KnownBarrier[] => {
  const guessed = needCodes.flatMap((code) => (USUAL[code] ?? []).map((barrier) => ({ barrier, because: GUESSED })));
  const all = [...named.filter(({ barrier }) => barrier !== 'other'), ...guessed];
  return all.filter(({ barrier }, at) => all.findIndex((one) => one.barrier === barrier) === at);
};

const plain = (words: string): readonly string[] =>
  words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2);

/** The start of a word, so that *write*, *writes* and *writing* are one. */
const stem = (word: string): string => word.slice(0, Math.max(4, word.length - 3));

/** How well a strategy answers the words that were asked with: its tasks count most, its title and barrier next, its text least. */
export const matchOf = (entry: LibraryEntry, words: string): number => {
  const has = (texts: readonly string[], asked: string) => texts.some((text) => plain(text).some((word) => stem(word) === stem(asked)));
  return plain(words).reduce(
    (all, asked) =>
      all +
      (has(entry.tasks, asked) ? 4 : 0) +
      (has(entry.barriers.map(barrierWords), asked) ? 4 : 0) +
      (has([entry.title], asked) ? 2 : 0) +
      (has([entry.words], asked) ? 1 : 0),
    0,
  );
};

/** Whether what was asked is, by its name, a barrier of the pupil. */
const isAskedFor = ({ barrier }: KnownBarrier, words: string): boolean =>
  plain(barrierWords(barrier)).some((word) => plain(words).some((asked) => stem(asked) === stem(word)));

/** A barrier that was asked about is nearest, named by the record or usual with the need; then the pupil's others in their order. */
const nearness = (known: KnownBarrier, barriers: readonly KnownBarrier[], words: string): number =>
  isAskedFor(known, words) ? 60 : 30 - barriers.indexOf(known) * 4;

const STRENGTH = { strong: 2, some: 1, practice: 0 } as const;
const MOST = 3;

/**
 * At most three ideas for a pupil: tied to a barrier of theirs, fitting what was asked, not what they have already; accommodations before
 * modifications, the better founded first. Where what was asked is itself a barrier of the pupil (*writing*), it comes before the others,
 * wherever it stands among them. With nothing known of the pupil, what was asked decides alone, and the reason says so.
 */
export const ideasFor = (
  library: readonly LibraryEntry[],
  { barriers, already, words }: { readonly barriers: readonly KnownBarrier[]; readonly already: readonly string[]; readonly words: string },
): readonly Idea[] => {
  const asked = plain(words).length > 0;
  return library
    .filter(({ title }) => !isAlready({ title }, already))
    .flatMap((entry) => {
      const shared = barriers.filter(({ barrier }) => entry.barriers.includes(barrier));
      const known = shared.find((one) => isAskedFor(one, words)) ?? shared[0];
      const match = matchOf(entry, words);
      if (asked ? match === 0 : !known) return [];
      const close = (known ? nearness(known, barriers, words) : 0) + Math.min(match, 8) - (asked && match < 4 ? 20 : 0);
      const rank = close + STRENGTH[entry.evidence] - (entry.sort === 'modification' ? 3 : 0);
      const barrier = known?.barrier ?? entry.barriers[0]!;
      return [{ rank, idea: { entry, barrier, why: known ? known.because : 'nothing in the record names this barrier for the pupil' } }];
    })
    .sort((one, other) => other.rank - one.rank || one.idea.entry.title.localeCompare(other.idea.entry.title, 'en'))
    .slice(0, MOST)
    .map(({ idea }) => idea);
};
