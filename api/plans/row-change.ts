import { asDay, dayProblem } from '#domain/calendar/day.ts';

/** The rows of the record that a plan's tags can name. */
export type RowKind = 'need' | 'goal' | 'provision' | 'strategy';

/** One value of one row. */
export type RowChange = { readonly row: RowKind; readonly id: string; readonly column: string; readonly value: string | number | null };

/** A value that cannot be written where its tag says, in words for the person who typed it. */
export type NotAValue = { readonly problem: string };

type Reader = (words: string) => string | number | null | NotAValue;

const text: Reader = (words) => words;
const needed: Reader = (words) => (words === '' ? { problem: 'It cannot be left empty.' } : words);
const textOrNone: Reader = (words) => (words === '' ? null : words);

const amount =
  (pattern: RegExp, least: number, most: number, asked: string): Reader =>
  (words) => {
    if (words === '') return null;
    const value = Number(pattern.exec(words)?.[1]?.replace(',', '.'));
    return value >= least && value <= most ? value : { problem: `“${words}” is not ${asked}.` };
  };

const minutes = amount(/^(\d+)\s*(?:min|mins|minutes)?\.?$/i, 1, 1_440, 'a number of minutes');
const times = amount(/^(\d+(?:[.,]\d)?)\s*(?:times|×|x)?(?: a week)?$/i, 0.1, 60, 'a number of times a week');
const group: Reader = (words) =>
  /^(alone|one to one|1:1)$/i.test(words) ? 1 : amount(/^(?:group of )?(\d+)$/i, 1, 60, 'a size of group')(words);

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `26 Mar 2027`, `Fri 26 March 2027` or `Mar 26, 2027`. */
const day: Reader = (words) => {
  if (words === '') return null;
  const british = /(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4})$/i.exec(words);
  const american = /([a-z]{3})[a-z]*\.?\s+(\d{1,2}),\s*(\d{4})$/i.exec(words);
  const [date, month, year] = british ? british.slice(1) : american ? [american[2], american[1], american[3]] : [];
  const number = MONTHS.indexOf((month ?? '').toLowerCase()) + 1;
  const written = `${year}-${String(number).padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`;
  return number === 0 || dayProblem(written) ? { problem: `“${words}” is not a date such as 26 Mar 2027.` } : asDay(written);
};

/** Which value of which row each cell of a repeated part shows. Cells that are not here are composed, and stay with the plan. */
const CELLS: Readonly<
  Record<string, { readonly row: RowKind; readonly cells: Readonly<Record<string, readonly [column: string, read: Reader]>> }>
> = {
  needs: { row: 'need', cells: { text: ['description', needed] } },
  goals: {
    row: 'goal',
    cells: {
      text: ['words', needed],
      statement: ['words', needed],
      measure: ['measure', textOrNone],
      criterion: ['criterion', textOrNone],
      by: ['target_on', day],
    },
  },
  progress: { row: 'goal', cells: { criterion: ['criterion', textOrNone], by: ['target_on', day] } },
  provision: {
    row: 'provision',
    cells: {
      what: ['what', needed],
      who: ['who', textOrNone],
      howLong: ['minutes', minutes],
      timesAWeek: ['times_a_week', times],
      group: ['group_size', group],
      place: ['place', textOrNone],
      from: ['from_day', day],
      until: ['to_day', day],
    },
  },
  strategies: { row: 'strategy', cells: { text: ['words', text] } },
};

/** The cell without which a row is none: with it a row comes and goes. */
export const MAIN_CELL: Readonly<Record<string, string>> = { needs: 'text', goals: 'text', provision: 'what', strategies: 'text' };

/** Words as a person meant them: a printed gap is no value. */
const meant = (words: string): string => words.replace(/(^|\s)Gap(:.*)?$/s, '').trim();

/**
 * What a changed passage means for the record: the value of the row its tag names, null where the tag names none (the words then belong to
 * the plan alone), or why the words are no such value.
 */
export function rowChange(tag: string, words: string): RowChange | NotAValue | null {
  const [repeat = '', id = '', field = ''] = tag.split('/');
  const known = Object.hasOwn(CELLS, repeat) ? CELLS[repeat] : undefined;
  const cell = known && Object.hasOwn(known.cells, field) ? known.cells[field] : undefined;
  if (!known || !cell) return null;
  const value = cell[1](meant(words));
  return typeof value === 'object' && value !== null ? value : { row: known.row, id, column: cell[0], value };
}

export const isNotAValue = (answer: RowChange | NotAValue | null): answer is NotAValue => answer !== null && 'problem' in answer;
