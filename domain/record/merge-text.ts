/** A word with the space before it, so that a word may be added at either end without touching its neighbour. */
type Word = { readonly space: string; readonly word: string };

/** The outcome of joining two versions of a text: the text, and whether some words were changed in two ways at once. */
export type JoinedText = { readonly text: string; readonly clash: boolean };

const wordsOf = (text: string): Word[] => [...text.matchAll(/(\s*)(\S+)/gu)].map(([, space = '', word = '']) => ({ space, word }));
const tailOf = (text: string): string => /\s*$/u.exec(text)?.[0] ?? '';

/**
 * Joins what two people made of one text, word by word, as three-way merges do with lines. What only one changed is taken; what both added
 * in one place stands one after the other, theirs first; words that both replaced differently are a clash, and the text then holds theirs.
 */
export const mergeText = (base: string, theirs: string, yours: string): JoinedText => {
  if (theirs === yours || yours === base) return { text: theirs, clash: false };
  if (theirs === base) return { text: yours, clash: false };
  const [o, a, b] = [wordsOf(base), wordsOf(theirs), wordsOf(yours)];
  const [inTheirs, inYours] = [matches(o, a), matches(o, b)];
  const pieces: Word[] = [];
  let clash = false;
  let at = { o: 0, a: 0, b: 0 };
  for (let stable = 0; stable <= o.length; stable++) {
    const next = stable === o.length ? { o: o.length, a: a.length, b: b.length } : kept(stable, inTheirs, inYours);
    if (!next) continue;
    const region = joinRegion(o.slice(at.o, next.o), a.slice(at.a, next.a), b.slice(at.b, next.b));
    clash ||= region.clash;
    pieces.push(...region.words);
    if (stable < o.length) pieces.push(keptWord(o[stable]!, a[next.a]!, b[next.b]!));
    at = { o: next.o + 1, a: next.a + 1, b: next.b + 1 };
  }
  return { text: written(pieces, endOf(base, theirs, yours)), clash };
};

/** A word of the base that both still have, and where. */
const kept = (index: number, inTheirs: readonly (number | undefined)[], inYours: readonly (number | undefined)[]) => {
  const [a, b] = [inTheirs[index], inYours[index]];
  return a === undefined || b === undefined ? undefined : { o: index, a, b };
};

const keptWord = (o: Word, a: Word, b: Word): Word => ({ word: o.word, space: a.space === o.space ? b.space : a.space });

const joinRegion = (o: readonly Word[], a: readonly Word[], b: readonly Word[]): { words: readonly Word[]; clash: boolean } => {
  if (same(o, a)) return { words: b, clash: false };
  if (same(o, b) || same(a, b)) return { words: a, clash: false };
  // One left the words and added beside them, the other changed them: both hold.
  if (same(o, b.slice(0, o.length))) return { words: [...a, ...b.slice(o.length)], clash: false };
  if (same(o, b.slice(b.length - o.length))) return { words: [...b.slice(0, b.length - o.length), ...a], clash: false };
  if (same(o, a.slice(0, o.length))) return { words: [...b, ...a.slice(o.length)], clash: false };
  if (same(o, a.slice(a.length - o.length))) return { words: [...a.slice(0, a.length - o.length), ...b], clash: false };
  return { words: a, clash: true };
};

const same = (one: readonly Word[], other: readonly Word[]): boolean =>
  one.length === other.length && one.every(({ word }, index) => word === other[index]!.word);

/** For each word of the first list where it stands in the second, by their longest common run of words in order. */
const matches = (one: readonly Word[], other: readonly Word[]): (number | undefined)[] => {
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        one[i]!.word === other[j]!.word
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  const found: (number | undefined)[] = new Array(one.length).fill(undefined);
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i]!.word === other[j]!.word) found[i++] = j++;
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return found;
};

/** Only the first word may begin without a space: one that stood first before and no longer does gets one. */
const written = (words: readonly Word[], tail: string): string =>
  words.map(({ space, word }, index) => `${index > 0 && space === '' ? ' ' : space}${word}`).join('') + tail;

const endOf = (base: string, theirs: string, yours: string): string => (tailOf(theirs) === tailOf(base) ? tailOf(yours) : tailOf(theirs));
