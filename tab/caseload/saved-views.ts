import type { CaseloadRow } from '#contract/caseload.ts';
import type { SavedView } from '#contract/caseload-work.ts';
import type { Day } from '#domain/calendar/day.ts';
import { VIEW_WORDS } from '#domain/caseload/view-words.ts';
import { filtersOf, narrow } from './filters.ts';
import { rowsOf, viewOf } from './views.ts';

type Words = SavedView['words'];

/** What is said of the list, word by word: by the address, and by what was typed. */
export const wordsOf = (query: URLSearchParams, typed: string | null): Words =>
  Object.fromEntries(
    VIEW_WORDS.flatMap((word) => {
      const text = word === TYPED ? typed : query.get(word);
      return text ? [[word, text]] : [];
    }),
  );

/** The word of a view that never stands in an address: it may be a pupil's name. */
const TYPED = 'words';

/** The words of a view as an address holds them. */
const queryOf = (words: Words): URLSearchParams =>
  new URLSearchParams(Object.entries(words).flatMap(([word, text]) => (text === undefined || word === TYPED ? [] : [[word, text]])));

/** The address of a view: its words but what was typed, which the view itself holds, and which view it is. */
export const addressOf = ({ id, words }: SavedView): string => `/tab/caseload?${queryOf(words)}&saved=${id}`;

/** Whether the list shows something else than the view it was opened from. */
export const differs = (words: Words, view: SavedView): boolean =>
  VIEW_WORDS.some((word) => (words[word] ?? '') !== (view.words[word] ?? ''));

/** The reader's pupils in a view: the same number as in the list that it opens. */
export const pupilsIn = (view: SavedView, rows: readonly CaseloadRow[], today: Day, jurisdiction: string): number => {
  const query = queryOf(view.words);
  return narrow(rowsOf(viewOf(query.get('view')), rows, today), filtersOf(query, view.words[TYPED] ?? null), jurisdiction).length;
};
