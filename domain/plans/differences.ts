import type { Fields } from '#domain/plans/block.ts';
import { entry } from '#domain/plans/entry.ts';

export type DifferenceState = 'document-changed' | 'record-changed' | 'both-changed' | 'same-change';

/** One passage on which the file, the record and the draft as it was issued do not agree. Null: not there at all. */
export type Difference = {
  readonly tag: string;
  readonly label: string;
  readonly issued: string | null;
  readonly record: string | null;
  readonly document: string | null;
  readonly state: DifferenceState;
};

export type ThreeWays = { readonly issued: Fields; readonly record: Fields; readonly document: Fields };

/** What Word changes by itself is no change: kinds of line end, blanks at an end, a no-break space for a space. */
export const sameWords = (one: string | null, other: string | null): boolean => plain(one) === plain(other);

const plain = (text: string | null): string | null =>
  text === null
    ? null
    : text
        .replace(/\r\n?/g, '\n')
        .replace(/\u00a0/g, ' ')
        .replace(/[ \t]+(?=\n|$)/g, '')
        .replace(/\n+$/, '');

const at = (fields: Fields, tag: string): string | null => entry(fields, tag) ?? null;

function stateOf(issued: string | null, record: string | null, document: string | null): DifferenceState | null {
  const recordMoved = !sameWords(issued, record);
  const documentMoved = !sameWords(issued, document);
  if (!recordMoved && !documentMoved) return null;
  if (recordMoved && documentMoved) return sameWords(record, document) ? 'same-change' : 'both-changed';
  return documentMoved ? 'document-changed' : 'record-changed';
}

/**
 * Compares three ways: the draft as it was issued, the record now, the document now. Only what somebody changed is listed, in the
 * order of the record and then of the document, so that the same three always give the same list.
 */
export function differences(three: ThreeWays, labels: Fields = {}): readonly Difference[] {
  const tags = [...new Set([...Object.keys(three.record), ...Object.keys(three.document), ...Object.keys(three.issued)])];
  return tags.flatMap((tag) => {
    const [issued, record, document] = [at(three.issued, tag), at(three.record, tag), at(three.document, tag)];
    const state = stateOf(issued, record, document);
    return state === null ? [] : [{ tag, label: at(labels, tag) ?? tag, issued, record, document, state }];
  });
}

/** What a person decides about one difference: the document's words, the record's, or words of their own. */
export type Choice = 'document' | 'record' | { readonly words: string };

export type Accepted = {
  /** The fields of the new version. */
  readonly fields: Fields;
  /** What the record must take over from the document, by tag; `to` null where the passage is to go. */
  readonly changes: readonly { readonly tag: string; readonly from: string | null; readonly to: string | null }[];
  /** Differences nobody has settled: the record's words stand, and the difference is shown again. */
  readonly open: readonly Difference[];
};

const chosen = (difference: Difference, choice: Choice): string | null =>
  choice === 'document' ? difference.document : choice === 'record' ? difference.record : choice.words;

/** A change both made alike, and one that only the record made, need no decision. */
export const needsDecision = (difference: Difference): boolean =>
  difference.state === 'document-changed' || difference.state === 'both-changed';

/**
 * Applies the decisions to the record's fields. What is not decided keeps the record's words and stays open; what is not taken from
 * the document stays in the file's own version. Doing it twice gives the same as once.
 */
export function accept(record: Fields, found: readonly Difference[], choices: Readonly<Record<string, Choice>>): Accepted {
  const settled = found.flatMap((difference) => {
    const choice = entry(choices, difference.tag);
    return choice === undefined ? [] : [{ tag: difference.tag, from: difference.record, to: chosen(difference, choice) }];
  });
  const decided = new Map(settled.map((change) => [change.tag, change.to]));
  const kept = Object.entries(record).filter(([tag]) => decided.get(tag) !== null || !decided.has(tag));
  const merged = [...kept.map(([tag, text]) => [tag, decided.get(tag) ?? text] as const)];
  const added = settled.flatMap(({ tag, to }) => (to !== null && !Object.hasOwn(record, tag) ? [[tag, to] as const] : []));
  return {
    fields: Object.fromEntries([...merged, ...added]),
    changes: settled.filter((change) => !sameWords(change.from, change.to)),
    open: found.filter((difference) => needsDecision(difference) && !decided.has(difference.tag)),
  };
}
