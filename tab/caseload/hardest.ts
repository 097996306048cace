import type { CaseloadRow } from '#contract/caseload.ts';
import { type FilterName, type Filters, inUse, narrow } from './filters.ts';

/** Where nothing is left: the filter that keeps out most, because taking it out helps most. */
export const hardest = (rows: readonly CaseloadRow[], filters: Filters, jurisdiction: string): FilterName | 'words' => {
  const without = (name: FilterName | 'words'): number => {
    const { [name as FilterName]: _left, ...rest } = filters.chosen;
    return narrow(rows, name === 'words' ? { ...filters, words: '' } : { ...filters, chosen: rest }, jurisdiction).length;
  };
  const names = inUse(filters, rows, jurisdiction).map((each) => each.name);
  return names.sort((a, b) => without(b) - without(a))[0] ?? 'words';
};
