import type { Field, RecordKind, Value, Values } from '#domain/record/kind.ts';
import { mergeValues, sameValue } from '#domain/record/merge.ts';
import type { Meeting } from './draft.ts';

/** How two people's changes of one field stand to each other. */
export type RowState = 'choose' | 'both-kept' | 'only-yours' | 'only-theirs';

/** One field that somebody touched: what both began from, what each made of it, and what would be saved. */
export type MergeRow = {
  readonly field: Field;
  readonly state: RowState;
  readonly base: Value;
  readonly yours: Value;
  readonly theirs: Value;
  readonly joined: Value;
};

const WEIGHT: Readonly<Record<RowState, number>> = { choose: 0, 'both-kept': 1, 'only-yours': 2, 'only-theirs': 3 };

/** Every field that one of them touched; those that need a person first. */
export const mergeRows = (kind: RecordKind, fields: readonly Field[], { base, theirs, yours }: Meeting): readonly MergeRow[] => {
  const { merged, clashes, joined } = mergeValues(kind, base, theirs.values, yours);
  const at = (values: Values, key: string): Value => values[key] ?? null;
  const stateOf = (key: string): RowState | null => {
    if (clashes.some(({ field }) => field === key)) return 'choose';
    if (joined.includes(key)) return 'both-kept';
    if (!sameValue(at(yours, key), at(base, key)) && !sameValue(at(yours, key), at(theirs.values, key))) return 'only-yours';
    return sameValue(at(theirs.values, key), at(base, key)) ? null : 'only-theirs';
  };
  return fields
    .flatMap((field): MergeRow[] => {
      const state = stateOf(field.key);
      const { key } = field;
      return state
        ? [{ field, state, base: at(base, key), yours: at(yours, key), theirs: at(theirs.values, key), joined: at(merged, key) }]
        : [];
    })
    .sort((one, other) => WEIGHT[one.state] - WEIGHT[other.state]);
};
