import { type Cell, cellText, isBlank, type SheetRow } from './cell.ts';
import { COLUMN_NAMES, NOT_TAKEN } from './column-names.ts';
import { belongsOn, type ColumnMap, FIELD_NAMES, type FieldName, type SheetKind } from './fields.ts';
import { readNeed } from './needs.ts';
import { readPupilNumber } from './values.ts';

/** One column as it was found: its heading, what it was taken for and how, and the first values below. */
export type GuessedColumn = {
  readonly index: number;
  readonly heading: string;
  readonly field: FieldName | null;
  /** `name`: a heading that is known; `like`: one that resembles it; `values`: what stands below tells. */
  readonly by: 'name' | 'like' | 'values' | null;
  /** The system whose export names the column so. */
  readonly system: string | null;
  /** Why a column that is known is not taken, in words. */
  readonly notTaken: string | null;
  readonly samples: readonly string[];
};

/** What a sheet was taken for. `headerRow` is the number of the row with the headings. */
export type GuessedSheet = {
  readonly kind: SheetKind;
  readonly headerRow: number;
  readonly columns: readonly GuessedColumn[];
  readonly map: ColumnMap;
};

const SAMPLES = 3;
const SEARCHED = 25;

/** A heading without case, signs and doubled spaces: `SEN_Status ` and `Sen status` are one. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[’']s?\b/g, '')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();

type Known = { readonly field: FieldName; readonly system: string };

/** Every known heading with the fields it may stand for; a bare `Start date` can be two things, which the kind of sheet decides. */
const KNOWN: ReadonlyMap<string, readonly Known[]> = (() => {
  const known = new Map<string, Known[]>();
  for (const { system, names } of COLUMN_NAMES)
    for (const field of FIELD_NAMES)
      for (const name of names[field] ?? []) {
        const heading = plainHeading(name);
        known.set(heading, [...(known.get(heading) ?? []), { field, system }]);
      }
  return known;
})();

/** Which fields a heading may stand for on a sheet of that kind. */
const knownAs = (heading: string, kind: SheetKind): readonly Known[] =>
  (KNOWN.get(plainHeading(heading)) ?? []).filter(({ field }) => belongsOn(field, kind));

/** A long heading that holds a known one as whole words: `SEN Status (K or E)`. Short names would be found everywhere. */
const likeKnown = (heading: string, kind: SheetKind): Known | undefined => {
  const plain = ` ${plainHeading(heading)} `;
  const inside = [...KNOWN].filter(([name]) => name.length >= 6 && plain.includes(` ${name} `)).sort(([a], [b]) => b.length - a.length);
  return inside.flatMap(([, fields]) => fields).find(({ field }) => belongsOn(field, kind));
};

const headingsIn = ({ cells }: SheetRow): readonly string[] => cells.map((cell) => (typeof cell === 'string' ? cell.trim() : ''));

/** How many different fields the row's headings name. */
const fieldsNamed = (row: SheetRow, kind: SheetKind): number =>
  new Set(
    headingsIn(row).flatMap((heading) =>
      knownAs(heading, kind)
        .slice(0, 1)
        .map(({ field }) => field),
    ),
  ).size;

const KINDS: readonly SheetKind[] = ['register', 'suspensions', 'part-time'];
const MARKS: Readonly<Record<SheetKind, readonly FieldName[]>> = {
  register: ['stage', 'primaryNeed', 'attendance', 'strategies', 'planIssued', 'className', 'yearGroup'],
  suspensions: ['removal', 'days', 'sessions'],
  'part-time': ['hoursAWeek', 'reviewOn'],
};

/** The kind of sheet that the headings, or else the sheet's name, speak for. */
const kindOf = (name: string, rows: readonly SheetRow[]): SheetKind => {
  const spoken = plainHeading(name);
  if (/suspen|exclu|removal|discipline/.test(spoken)) return 'suspensions';
  if (/part time|reduced|ptt|timetable/.test(spoken)) return 'part-time';
  const marks = (kind: SheetKind, row: SheetRow): number =>
    headingsIn(row).filter((heading) => knownAs(heading, kind).some(({ field }) => MARKS[kind].includes(field))).length;
  const best = KINDS.map((kind) => ({ kind, marks: Math.max(0, ...rows.map((row) => marks(kind, row))) }));
  return best.reduce((one, other) => (other.marks > one.marks ? other : one)).kind;
};

/** The row that names most fields; of several alike the first. Where no row names two, the first with two texts. */
const headerOf = (rows: readonly SheetRow[], kind: SheetKind): SheetRow | undefined => {
  const best = rows.reduce<{ row: SheetRow; named: number } | undefined>((found, row) => {
    const named = fieldsNamed(row, kind);
    return !found || named > found.named ? { row, named } : found;
  }, undefined);
  if (best && best.named >= 2) return best.row;
  return rows.find((row) => headingsIn(row).filter(Boolean).length >= 2) ?? rows[0];
};

/** What the values of a column without a known heading can only be: numbers of pupils, stages, needs. */
const byValues = (values: readonly Cell[], kind: SheetKind, nation: string): FieldName | null => {
  const texts = values.filter((cell) => !isBlank(cell)).map((cell) => cellText(cell).trim());
  if (texts.length < SAMPLES) return null;
  const all = (holds: (text: string) => boolean): boolean => texts.every(holds);
  if (nation === 'england' && all((text) => readPupilNumber(text)?.upn === true)) return 'pupilNumber';
  if (kind !== 'register') return null;
  if (nation === 'england' && all((text) => /^[KEN]$/i.test(text))) return 'stage';
  if (new Set(texts).size > 1 && all((text) => /^[A-Z]{2,4}$/.test(text) && readNeed(text, nation) !== null)) return 'primaryNeed';
  return null;
};

/**
 * Guesses what a sheet is about, which row holds its headings and which column holds what. `rows` are its first rows; nothing is decided
 * by it: a person sees headings, guesses and sample values, and confirms or changes each.
 */
export const guessSheet = (name: string, rows: readonly SheetRow[], nation: string): GuessedSheet => {
  const top = rows.slice(0, SEARCHED);
  const kind = kindOf(name, top);
  const header = headerOf(top, kind);
  return columnsOf(
    kind,
    header,
    rows.filter((row) => header && row.number > header.number),
    nation,
  );
};

/** The same for a row of headings and a kind that a person has chosen. */
export const columnsOf = (kind: SheetKind, header: SheetRow | undefined, below: readonly SheetRow[], nation: string): GuessedSheet => {
  const taken = new Set<FieldName>();
  const width = Math.max(header?.cells.length ?? 0, ...below.map(({ cells }) => cells.length));
  const headings = Array.from({ length: width }, (_, index) => cellText(header?.cells[index]).replace(/\s+/g, ' ').trim());
  const found = new Map<number, Pick<GuessedColumn, 'field' | 'by' | 'system'>>();
  const take = (index: number, field: FieldName, by: GuessedColumn['by'], system: string | null): void => {
    taken.add(field);
    found.set(index, { field, by, system });
  };
  for (const [index, heading] of headings.entries()) {
    const known = knownAs(heading, kind).find(({ field }) => !taken.has(field));
    if (known) take(index, known.field, 'name', known.system);
  }
  for (const [index, heading] of headings.entries()) {
    if (found.has(index) || notTaken(heading)) continue;
    const like = likeKnown(heading, kind);
    if (like && !taken.has(like.field)) take(index, like.field, 'like', like.system);
  }
  const columns = headings.map((heading, index): GuessedColumn => {
    const values = below.map(({ cells }) => cells[index] ?? null);
    const field = found.has(index) || notTaken(heading) ? null : byValues(values, kind, nation);
    if (field && !taken.has(field)) take(index, field, 'values', null);
    const samples = values
      .filter((cell) => !isBlank(cell))
      .slice(0, SAMPLES)
      .map((cell) => cellText(cell).slice(0, 80));
    return { index, heading, ...(found.get(index) ?? { field: null, by: null, system: null }), notTaken: notTaken(heading), samples };
  });
  const used = columns.filter(({ heading, samples }) => heading !== '' || samples.length > 0);
  const map = Object.fromEntries(used.flatMap(({ field, index }) => (field ? [[field, index]] : [])));
  return { kind, headerRow: header?.number ?? 1, columns: used, map };
};

const notTaken = (heading: string): string | null => NOT_TAKEN[plainHeading(heading)] ?? null;
