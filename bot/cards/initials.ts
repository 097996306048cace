/** `A.M.` for Ayaan Malik, `M.Z.` for Mei-Lin Zhao: how a person is named where others read along. */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return [first, last].flatMap((word) => (word ? [`${[...word][0]?.toUpperCase()}.`] : [])).join('');
};

/** Words of an agenda without the child's name in them: *Ayaan’s view* becomes *A.M.’s view*. */
export const withoutName = (words: string, pupil: { readonly name: string; readonly initials: string }): string =>
  pupil.name
    .split(/\s+/)
    .filter((part) => part.length > 1)
    .reduce(
      (left, part) =>
        left.replace(new RegExp(`(?<!\\p{L})${part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'giu'), pupil.initials),
      words,
    );
