import type { RecordKind, Value, Values } from './kind.ts';
import { mergeText } from './merge-text.ts';

/** A field that two people changed in ways that do not go together; a person chooses. */
export type Clash = { readonly field: string; readonly base: Value; readonly theirs: Value; readonly yours: Value };

/**
 * Two versions joined: `merged` holds what can be saved, with theirs where there is a clash. `joined` names fields that both changed and
 * that went together word by word or choice by choice, to be read once more.
 */
export type Merged = { readonly merged: Values; readonly clashes: readonly Clash[]; readonly joined: readonly string[] };

/**
 * Joins what two people made of the same entry, field by field, so that nothing either wrote is lost: what one changed is taken, text that
 * both changed is joined word by word, and what cannot be joined is shown with all three values.
 */
export const mergeValues = (kind: RecordKind, base: Values, theirs: Values, yours: Values): Merged => {
  const merged: Record<string, Value> = {};
  const clashes: Clash[] = [];
  const joined: string[] = [];
  for (const field of kind.fields) {
    const { key } = field;
    const [o, a, b] = [base[key] ?? null, theirs[key] ?? null, yours[key] ?? null];
    if (sameValue(a, b) || sameValue(b, o)) merged[key] = a;
    else if (sameValue(a, o)) merged[key] = b;
    else {
      const both = bothOf(field.type === 'line' || field.type === 'passage', o, a, b);
      merged[key] = both ?? a;
      if (both === undefined) clashes.push({ field: key, base: o, theirs: a, yours: b });
      else joined.push(key);
    }
  }
  return { merged, clashes, joined };
};

/** Whether two values are the same; lists are, whatever their order. */
export const sameValue = (one: Value, other: Value): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((part) => other.includes(part))
    : (one ?? null) === (other ?? null);

/** Both changes in one value; undefined where they do not go together. */
const bothOf = (isText: boolean, base: Value, theirs: Value, yours: Value): Value | undefined => {
  if (Array.isArray(theirs ?? []) && Array.isArray(yours ?? []) && Array.isArray(base ?? []))
    return mergeLists((base as readonly string[]) ?? [], (theirs as readonly string[]) ?? [], (yours as readonly string[]) ?? []);
  if (!isText || typeof theirs !== 'string' || typeof yours !== 'string') return undefined;
  const { text, clash } = mergeText(typeof base === 'string' ? base : '', theirs, yours);
  return clash ? undefined : text;
};

const mergeLists = (base: readonly string[], theirs: readonly string[], yours: readonly string[]): readonly string[] => [
  ...theirs.filter((one) => yours.includes(one) || !base.includes(one)),
  ...yours.filter((one) => !theirs.includes(one) && !base.includes(one)),
];
