import type { RecordKind, Value, Values } from './kind.ts';
import { sameValue } from './merge.ts';

/** One field that differs between two editions of an entry. */
export type Change = { readonly field: string; readonly label: string; readonly from: Value; readonly to: Value };

/** What changed from one edition to the next, in the order of the form. */
export const changesBetween = (kind: RecordKind, before: Values | null, after: Values): readonly Change[] =>
  kind.fields.flatMap(({ key, label }) => {
    const [from, to] = [before?.[key] ?? null, after[key] ?? null];
    return sameValue(from, to) ? [] : [{ field: key, label, from, to }];
  });
