import type { Block, Fields } from '#domain/plans/block.ts';
import { sameWords } from '#domain/plans/differences.ts';

/** A version as it is kept: its passages in the order of the page, and the words of each. */
export type KeptVersion = { readonly blocks: readonly Block[]; readonly fields: Fields };

/** One passage that reads otherwise in two versions; null where a version does not have it. */
export type VersionDifference = {
  readonly tag: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** Particulars of the document itself and its list of sources change with every version and say nothing. */
const isOfDocument = (tag: string): boolean => /^(plan|school|case)\.|^sources(\/|$)/.test(tag);

/** The words a version prints for a passage. */
export const wordsIn = ({ fields }: KeptVersion, block: Block): string => fields[block.tag] ?? block.text;

const passagesOf = (version: KeptVersion): ReadonlyMap<string, { readonly label: string; readonly words: string }> =>
  new Map(
    version.blocks
      .filter(({ tag }) => !isOfDocument(tag))
      .map((block) => [block.tag, { label: block.label, words: wordsIn(version, block) }]),
  );

/** What reads otherwise in a later version than in an earlier one, in the order of the later page; what is gone stands at the end. */
export const versionDifferences = (before: KeptVersion, after: KeptVersion): readonly VersionDifference[] => {
  const [then, now] = [passagesOf(before), passagesOf(after)];
  const tags = [...new Set([...now.keys(), ...then.keys()])];
  return tags.flatMap((tag) => {
    const [was, is] = [then.get(tag), now.get(tag)];
    const [from, to] = [was?.words || null, is?.words || null];
    return sameWords(from, to) ? [] : [{ tag, label: is?.label ?? was?.label ?? tag, before: from, after: to }];
  });
};
