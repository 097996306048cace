import type { CaseloadRow } from '#contract/caseload.ts';
import { monthWords } from '#domain/calendar/month.ts';
import { stageWords, yearWords } from '../kit/stage-words.ts';

/** The ways to narrow the list; each is one word in the query, so that a filtered list has an address. */
export const filterNames = ['year', 'stage', 'need', 'flag', 'worker', 'owed', 'review'] as const;
export type FilterName = (typeof filterNames)[number];

export const filterTitles: Readonly<Record<FilterName, string>> = {
  year: 'Year',
  stage: 'Stage',
  need: 'Need',
  flag: 'Flag',
  worker: 'Key worker',
  owed: 'Owed by',
  review: 'Review month',
};

/** The filters that can narrow these rows: where no review is planned for a month there is nothing to choose. */
export const filtersFor = (rows: readonly CaseloadRow[]): readonly FilterName[] =>
  filterNames.filter((name) => name !== 'review' || rows.some((row) => row.reviewMonth));

/** A value a row has under a filter, and how it reads. */
type Value = { readonly key: string; readonly words: string };

const NONE: Value = { key: 'none', words: 'None' };

/** What a row shows to each filter. A pupil has one value for each, but for flags, of which there may be several. */
export const valuesOf = (row: CaseloadRow, name: FilterName, jurisdiction: string): readonly Value[] => {
  switch (name) {
    case 'year':
      return [
        row.yearGroup === null
          ? NONE
          : { key: String(row.yearGroup), words: yearWords(row.yearGroup, jurisdiction).replace(/^(Year|Grade) /, '') },
      ];
    case 'stage':
      return [{ key: row.stage, words: stageWords(row.stage, jurisdiction) }];
    case 'need':
      return [row.need ? { key: row.need.code, words: row.need.words } : NONE];
    case 'flag':
      return row.flags.length ? row.flags.map((flag) => ({ key: flag.kind, words: flagTitle(flag.kind) })) : [NONE];
    case 'worker':
      return [row.keyWorker ? { key: row.keyWorker.id, words: row.keyWorker.name } : NONE];
    case 'owed':
      return [
        row.next
          ? {
              key: row.next.owner.kind === 'you' ? 'you' : row.next.owner.words,
              words: row.next.owner.kind === 'you' ? 'You' : row.next.owner.words,
            }
          : NONE,
      ];
    case 'review':
      return [row.reviewMonth ? { key: row.reviewMonth, words: monthWords(row.reviewMonth) } : NONE];
  }
};

/** `no-contact` as *No contact*. */
const flagTitle = (kind: string): string => {
  const words = kind.replace(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The filters in use: what the reader typed, and the chosen values of each filter. */
export type Filters = { readonly words: string; readonly chosen: Readonly<Partial<Record<FilterName, readonly string[]>>> };

/** Filters as the query holds them, `year=5~6&stage=support`, and what was typed beside it. */
export const filtersOf = (query: URLSearchParams, typed: string | null = null): Filters => ({
  words: typed ?? '',
  chosen: Object.fromEntries(
    filterNames.flatMap((name) => {
      const values = (query.get(name) ?? '').split('~').filter(Boolean);
      return values.length ? [[name, values]] : [];
    }),
  ),
});

/** Chosen values as one word of the query. */
export const asQuery = (values: readonly string[]): string => values.join('~');

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const haystacks = new WeakMap<CaseloadRow, string>();

/** All that the text filter looks at, without accents, made once a row. */
const haystackOf = (row: CaseloadRow): string => {
  const known = haystacks.get(row);
  if (known !== undefined) return known;
  const text = plain(
    [
      row.givenName,
      row.surname,
      row.givenName,
      row.className,
      row.caseRef,
      row.need?.words,
      ...row.flags.map((flag) => flag.words),
      row.keyWorker?.name,
    ]
      .filter(Boolean)
      .join(' '),
  );
  haystacks.set(row, text);
  return text;
};

const passesWords = (row: CaseloadRow, words: string): boolean => {
  const asked = plain(words.replace(',', ' ')).split(/\s+/).filter(Boolean);
  return asked.every((word) => haystackOf(row).includes(word));
};

const passes = (row: CaseloadRow, name: FilterName, chosen: readonly string[], jurisdiction: string): boolean =>
  valuesOf(row, name, jurisdiction).some((value) => chosen.includes(value.key));

/** The rows that pass every filter; within one filter any chosen value will do. */
export const narrow = (rows: readonly CaseloadRow[], filters: Filters, jurisdiction: string): readonly CaseloadRow[] => {
  const named = filterNames.flatMap((name) => (filters.chosen[name] ? [[name, filters.chosen[name]] as const] : []));
  return rows.filter((row) => named.every(([name, chosen]) => passes(row, name, chosen, jurisdiction)) && passesWords(row, filters.words));
};

/** One value to choose in a filter, with the number of pupils that have it. */
export type Choice = Value & { readonly count: number };

/** What a filter offers for these rows, in the order people expect: years and stages as they follow, the rest by name. */
export const choicesOf = (rows: readonly CaseloadRow[], name: FilterName, jurisdiction: string): readonly Choice[] => {
  const counts = new Map<string, Choice>();
  for (const row of rows)
    for (const value of new Map(valuesOf(row, name, jurisdiction).map((each) => [each.key, each])).values())
      counts.set(value.key, { ...value, count: (counts.get(value.key)?.count ?? 0) + 1 });
  const text = (choice: Choice) => (name === 'review' ? choice.key : choice.words);
  return [...counts.values()].sort((a, b) => text(a).localeCompare(text(b), 'en', { numeric: true }));
};

/**
 * What a filter offers while others are in use: every value of the list, each with the number of pupils who are left when it is chosen beside
 * them, so that the number beside a word is the length of the list behind it.
 */
export const choicesBeside = (
  rows: readonly CaseloadRow[],
  name: FilterName,
  filters: Filters,
  jurisdiction: string,
): readonly Choice[] => {
  const { [name]: _, ...others } = filters.chosen;
  const left = choicesOf(narrow(rows, { ...filters, chosen: others }, jurisdiction), name, jurisdiction);
  const counts = new Map(left.map(({ key, count }) => [key, count]));
  return choicesOf(rows, name, jurisdiction).map((choice) => ({ ...choice, count: counts.get(choice.key) ?? 0 }));
};

/** Filters in use as words, `Year: 6`, and how to take each out. */
export const inUse = (
  filters: Filters,
  rows: readonly CaseloadRow[],
  jurisdiction: string,
): readonly { name: FilterName | 'words'; words: string }[] => [
  ...(filters.words ? [{ name: 'words' as const, words: `“${filters.words}”` }] : []),
  ...filterNames.flatMap((name) => {
    const chosen = filters.chosen[name];
    if (!chosen) return [];
    const words = choicesOf(rows, name, jurisdiction).filter((choice) => chosen.includes(choice.key));
    return [{ name, words: `${filterTitles[name]}: ${words.map((choice) => choice.words).join(', ') || chosen.join(', ')}` }];
  }),
];
