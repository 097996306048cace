import type { CaseloadRow } from '#contract/caseload.ts';
import type { SavedView } from '#contract/caseload-work.ts';
import type { Day } from '#domain/calendar/day.ts';
import { VIEW_WORDS } from '#domain/caseload/view-words.ts';
import { filtersOf, narrow } from './filters.ts';
import { rowsOf, viewOf } from './views.ts';

type Words = SavedView['words'];

/** What the address says of the list, word by word. */
export const wordsOf = (query: URLSearchParams): Words =>
  Object.fromEntries(VIEW_WORDS.flatMap((word) => (query.get(word) ? [[word, query.get(word) ?? '']] : [])));

/** The words of a view as an address holds them. */
const queryOf = (words: Words): URLSearchParams =>
  new URLSearchParams(Object.entries(words).flatMap(([word, text]) => (text === undefined ? [] : [[word, text]])));

/** The address of a view: its words, and which view it is. */
export const addressOf = ({ id, words }: SavedView): string => `/tab/caseload?${queryOf(words)}&saved=${id}`;

/** Whether the list shows something else than the view it was opened from. */
export const differs = (words: Words, view: SavedView): boolean =>
  VIEW_WORDS.some((word) => (words[word] ?? '') !== (view.words[word] ?? ''));

/** The reader's pupils in a view: the same number as in the list that it opens. */
export const pupilsIn = (view: SavedView, rows: readonly CaseloadRow[], today: Day, jurisdiction: string): number => {
  const query = queryOf(view.words);
  return narrow(rowsOf(viewOf(query.get('view')), rows, today), filtersOf(query), jurisdiction).length;
};
