import type { Day } from '#domain/calendar/day.ts';
import type { AdviceSection } from '#domain/plans/stored.ts';
import { type Cell, cellText } from '#domain/register/cell.ts';

/** A sheet of a workbook as it lies in a case folder: its rows from the top. */
export type ContributionSheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[] };

/** Whose folder it lies in: a sheet about a class holds rows of other pupils, and they are none of this plan's business. */
export type Whose = { readonly caseRef: string; readonly givenNames: readonly string[]; readonly surname: string };

/** What a tracker says of one provision: sessions or minutes planned and given, between two days. */
export type TrackedProvision = {
  readonly what: string;
  readonly unit: 'session' | 'minute';
  readonly planned: number | null;
  readonly given: number;
  readonly from: Day | null;
  readonly to: Day | null;
};

/** What a workbook contributes: questions with their answers, or columns with what stands in them; and what a tracker counts. */
export type ContributionWorkbook = { readonly sections: readonly AdviceSection[]; readonly tracked: readonly TrackedProvision[] };

type Row = readonly Cell[];
type Column = { readonly index: number; readonly heading: string };

const PUPIL = /^(pupil|child|student|learner|case)\b|^(full |fore|first |given |sur|family |last )?name$/i;
const LABEL = /^(subject|lesson|class|teacher|adult|staff|who|by|from|role|period)\b/i;
const WHEN = /^(date|day|week|on)\b/i;
const WHAT = /^(what$|provision|intervention|support|programme|program|strategy|session\b)/i;
const GIVEN = /deliver|\bgiven\b|happened|took place|attended|\bdone\b/i;
const PLANNED = /\bplan|\bshould\b|offered/i;
const MINUTES = /\bmin/i;
const ASKED = /^(questions?|asked|what we ask(ed)?)\b/i;
const LONGEST_HEADING = 80;

/**
 * Reads what a workbook contributes to the plan of one pupil. A sheet of two columns is a form: questions and answers. A sheet with a
 * heading row is a table; where a column names pupils only this pupil's rows are taken. No word is changed: a cell of a table stands behind
 * what its row is about, `Maths, T Zieliński: …`. Null where the workbook names pupils and never this one.
 */
export const contributionIn = (sheets: readonly ContributionSheet[], whose: Whose): ContributionWorkbook | null => {
  const read = sheets.map(({ rows }) => readSheet(rows.filter(isFilled), whose));
  const taken = read.filter((sheet) => sheet !== null);
  if (taken.length === 0 && read.length > 0) return null;
  return { sections: taken.flatMap(({ sections }) => sections), tracked: taken.flatMap(({ tracked }) => tracked) };
};

const EMPTY: ContributionWorkbook = { sections: [], tracked: [] };

const readSheet = (rows: readonly Row[], whose: Whose): ContributionWorkbook | null => {
  if (rows.length === 0) return EMPTY;
  if (rows.every((row) => row.filter(isSaid).length <= 2)) return { sections: answersIn(rows), tracked: [] };
  const head = rows.findIndex(isHead);
  return head < 0 ? EMPTY : tableIn(columnsOf(rows[head] ?? []), rows.slice(head + 1), whose);
};

/** What a cell says; a formula that was saved without a value, or with an error for one, says nothing. */
const wordsOf = (cell: Cell | undefined): string =>
  typeof cell === 'object' && cell !== null && !('day' in cell) ? '' : cellText(cell).trim();
const isSaid = (cell: Cell | undefined): boolean => wordsOf(cell) !== '';
const isFilled = (row: Row): boolean => row.some(isSaid);

/** At least three short texts beside each other; a title above the table is one. */
const isHead = (row: Row): boolean => {
  const texts = row.filter((cell): cell is string => typeof cell === 'string' && cell.trim() !== '');
  return texts.length >= 3 && texts.every((text) => text.length <= LONGEST_HEADING);
};

const columnsOf = (head: Row): readonly Column[] =>
  head.flatMap((cell, index) => (isSaid(cell) ? [{ index, heading: wordsOf(cell).replace(/\s+/g, ' ') }] : []));

/** A form: what was asked at the left, what was answered beside it; an answer may go on in the rows below. */
const answersIn = (rows: readonly Row[]): AdviceSection[] => {
  const sections: { heading: string; paragraphs: string[] }[] = [];
  for (const [asked = null, answer = null] of rows) {
    if (ASKED.test(wordsOf(asked)) && isSaid(answer)) continue;
    if (isSaid(asked)) sections.push({ heading: wordsOf(asked), paragraphs: [] });
    sections.at(-1)?.paragraphs.push(...linesOf(answer));
  }
  return sections.filter(({ paragraphs }) => paragraphs.length > 0);
};

const tableIn = (columns: readonly Column[], body: readonly Row[], whose: Whose): ContributionWorkbook | null => {
  const named = columns.filter(({ heading }) => PUPIL.test(heading));
  const own = named.length === 0 ? body : body.filter((row) => isOf(named.map(({ index }) => wordsOf(row[index])).join(' '), whose));
  if (own.length === 0 && body.length > 0) return null;
  const rest = columns.filter((column) => !named.includes(column));
  const what = rest.find(({ heading }) => WHAT.test(heading));
  const given = rest.find((column) => column !== what && GIVEN.test(column.heading));
  return what && given ? { sections: [], tracked: trackedIn(rest, what, given, own) } : { sections: sectionsIn(rest, own), tracked: [] };
};

const words = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** The case reference, or surname and a given name, in any order. A given name alone may be another child. */
const isOf = (said: string, { caseRef, givenNames, surname }: Whose): boolean => {
  const spoken = new Set(words(said));
  const has = (name: string) => words(name).length > 0 && words(name).every((word) => spoken.has(word));
  return has(caseRef) || (has(surname) && givenNames.some(has));
};

const sectionsIn = (columns: readonly Column[], rows: readonly Row[]): readonly AdviceSection[] => {
  const labels = columns.filter(({ heading }) => LABEL.test(heading));
  const spoken = columns.filter((column) => !labels.includes(column) && !WHEN.test(column.heading));
  return spoken.flatMap(({ index, heading }) => {
    const paragraphs = rows.flatMap((row) => {
      const about = labels.map((label) => wordsOf(row[label.index])).filter(Boolean);
      return linesOf(row[index]).map((line) => (about.length > 0 ? `${about.join(', ')}: ${line}` : line));
    });
    return paragraphs.length > 0 ? [{ heading, paragraphs }] : [];
  });
};

const linesOf = (cell: Cell | undefined): readonly string[] =>
  wordsOf(cell)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

const YES = /^(y|yes|true|✓|✔|x|full|delivered)$/i;

const trackedIn = (columns: readonly Column[], what: Column, given: Column, rows: readonly Row[]): readonly TrackedProvision[] => {
  const planned = columns.find((column) => column !== what && column !== given && PLANNED.test(column.heading));
  const when = columns.find(({ heading }) => WHEN.test(heading));
  const unit = MINUTES.test(given.heading) ? ('minute' as const) : ('session' as const);
  const names = [...new Set(rows.map((row) => wordsOf(row[what.index])).filter(Boolean))];
  return names.map((name) => {
    const own = rows.filter((row) => wordsOf(row[what.index]) === name);
    const days = when ? own.flatMap((row) => dayOf(row[when.index]) ?? []).sort() : [];
    const amounts = own.map((row) => amountOf(row[given.index]));
    return {
      what: name,
      unit,
      planned: planned ? sumOf(own.map((row) => amountOf(row[planned.index]))) : amounts.some(({ counted }) => counted) ? null : own.length,
      given: sumOf(amounts),
      from: days[0] ?? null,
      to: days.at(-1) ?? null,
    };
  });
};

type Amount = { readonly value: number; readonly counted: boolean };
const sumOf = (amounts: readonly Amount[]): number => amounts.reduce((sum, { value }) => sum + value, 0);

/** A number, or one for a *yes*; everything else is none. */
const amountOf = (cell: Cell | undefined): Amount => {
  const said = wordsOf(cell);
  const number = Number(said.replace(',', '.'));
  if (said !== '' && Number.isFinite(number) && number >= 0) return { value: number, counted: true };
  return { value: cell === true || YES.test(said) ? 1 : 0, counted: false };
};

const dayOf = (cell: Cell | undefined): Day | null => (typeof cell === 'object' && cell !== null && 'day' in cell ? cell.day : null);
