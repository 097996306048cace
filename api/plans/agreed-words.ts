import type { Block, Fields } from '#domain/plans/block.ts';
import { sameWords } from '#domain/plans/differences.ts';
import type { FileSource } from '#domain/plans/source.ts';
import type { StoredPlan } from '#domain/plans/stored.ts';

/**
 * A block as a version keeps it: `text` is what the plan says, `record` what the record alone said at that time. While the record
 * still says the same, the words that people agreed on stand; when it has moved on, the record's own words are shown again.
 */
export type KeptBlock = Block & { readonly record: string };

/** All that a block prints: its words, and the gap behind them. */
export const wordsOf = ({ text, gap }: Block): string => (gap ? `${text} ${gap}` : text);

/** Particulars of the document itself, and its list of sources: never compared, never carried over. */
export const isOfDocument = (tag: string): boolean => /^(plan|school|case)\.|^sources(\/|$)/.test(tag);

const byTag = <B extends Block>(blocks: readonly B[]): ReadonlyMap<string, B> => new Map(blocks.map((block) => [block.tag, block]));

/**
 * What the record says now, by tag: the words that were agreed in the last version where its row has not changed since, else the words
 * composed now. A passage that the last version had from the record and the record has no more is gone.
 */
export function agreedWords(kept: readonly KeptBlock[], fields: Fields, now: readonly Block[], composed: Fields): Fields {
  const then = byTag(kept);
  const today = byTag(now);
  const same = (tag: string): boolean => then.get(tag)?.record === (today.get(tag) && wordsOf(today.get(tag) as Block));
  const current = Object.entries(composed).map(([tag, words]) => [tag, same(tag) ? (fields[tag] ?? words) : words] as const);
  const added = Object.entries(fields).filter(([tag]) => !Object.hasOwn(composed, tag) && !then.has(tag));
  return Object.fromEntries([...current, ...added].filter(([tag]) => !isOfDocument(tag)));
}

/** The blocks of a new version: composed now, with the words that were agreed in place of those they replace. */
export function withAgreedWords(now: readonly Block[], composed: Fields, agreed: Fields): readonly KeptBlock[] {
  return now.map((block) => {
    const words = agreed[block.tag];
    const record = wordsOf(block);
    if (words === undefined || isOfDocument(block.tag) || sameWords(words, composed[block.tag] ?? null)) return { ...block, record };
    const { gap: _, ...rest } = block;
    return { ...rest, kind: block.row ? 'cell' : 'text', text: words, composed: false, record };
  });
}

/**
 * The last issued plan, as the composer takes it: only what somebody changed in the file since it was issued, and that nobody has
 * decided against. Where the record has not moved since, what it says counts as issued, so that an edit of agreed words is an edit.
 */
export function lastPlan(
  file: FileSource,
  reading: { readonly issued: Fields; readonly now: Fields },
  kept: readonly KeptBlock[],
  now: readonly Block[],
  keptRecord: ReadonlySet<string>,
): StoredPlan {
  const [then, today] = [byTag(kept), byTag(now)];
  const edited = Object.entries(reading.issued).flatMap(([tag, words]) => {
    const written = reading.now[tag] ?? words;
    const block = today.get(tag);
    if (!block || sameWords(written, words) || keptRecord.has(tag)) return [];
    return [{ tag, written, issued: then.get(tag)?.record === wordsOf(block) ? block.text : words }];
  });
  return {
    kind: 'last-plan',
    file,
    issued: Object.fromEntries(edited.map(({ tag, issued }) => [tag, issued])),
    now: Object.fromEntries(edited.map(({ tag, written }) => [tag, written])),
  };
}
