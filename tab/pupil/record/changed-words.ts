/** A run of a text, the place it begins at, and whether it stands there newly. */
export type Run = { readonly at: number; readonly text: string; readonly isNew: boolean };

const piecesOf = (text: string): readonly string[] => text.match(/\s*\S+|\s+$/gu) ?? [];

/** Lengths of the longest runs of words in order that two lists share, from each place on. */
const shared = (one: readonly string[], other: readonly string[]): Uint16Array => {
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        one[i]!.trim() === other[j]!.trim()
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  return lengths;
};

/** A text in runs of words that an earlier text had, in order, and of words it had not. */
export const changedWords = (before: string, now: string): readonly Run[] => {
  const [one, other] = [piecesOf(before), piecesOf(now)];
  const lengths = shared(one, other);
  const width = other.length + 1;
  const runs: { at: number; text: string; isNew: boolean }[] = [];
  let at = 0;
  const add = (text: string, isNew: boolean) => {
    const last = runs.at(-1);
    if (last?.isNew === isNew) last.text += text;
    else runs.push({ at, text, isNew });
    at += text.length;
  };
  // the space before a new word belongs to the words before it: nothing is underlined that is not a word
  const addPiece = (piece: string, isNew: boolean) => {
    const word = piece.trimStart();
    const space = piece.slice(0, piece.length - word.length);
    if (isNew && word && space && runs.at(-1)?.isNew === false) {
      add(space, false);
      add(word, true);
    } else add(piece, isNew);
  };
  let i = 0;
  for (const [j, piece] of other.entries()) {
    while (i < one.length && one[i]!.trim() !== piece.trim() && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    const kept = i < one.length && one[i]!.trim() === piece.trim();
    addPiece(piece, !kept);
    if (kept) i++;
  }
  return runs;
};
