import type { Day } from '#domain/calendar/day.ts';
import { type Cell, cellText, isBlank, type SheetRow } from './cell.ts';
import { type DayOrder, dayOrderOf, type Read, readDay } from './days.ts';
import type { Entry, Fact, Fault, RefusedRow, Repair } from './entry.ts';
import { type ColumnMap, FIELD_NAMES, FIELDS, type FieldName, type SheetKind } from './fields.ts';
import { judgeNeed } from './needs.ts';
import { type StaffMember, staffNamed } from './staff.ts';
import {
  judgePupilNumber,
  readCount,
  readLines,
  readPercent,
  readRemoval,
  readSex,
  readStage,
  readText,
  readYear,
  splitName,
} from './values.ts';

/** How the rows of one sheet are read. */
export type SheetReading = {
  readonly sheet: number;
  readonly kind: SheetKind;
  readonly map: ColumnMap;
  readonly nation: string;
  readonly today: Day;
  readonly staff: readonly StaffMember[];
  readonly repairs: readonly Repair[];
  /** The order of day and month that each column of dates was found to have. */
  readonly orders: Readonly<Record<number, DayOrder>>;
};

/** Days that may lie ahead; a birthday or a review that was held may not. */
const MAY_LIE_AHEAD: readonly FieldName[] = ['to', 'reviewOn', 'from'];
const OLDEST_YEARS = 130;

/** The order of day and month in each column of dates, from the values of the whole column. */
export const ordersOf = (map: ColumnMap, nation: string, rows: Iterable<SheetRow>): Readonly<Record<number, DayOrder>> => {
  const columns = FIELD_NAMES.flatMap((field) => (FIELDS[field].shape === 'day' && map[field] !== undefined ? [map[field]] : []));
  const values = new Map(columns.map((column): [number, Cell[]] => [column, []]));
  for (const { cells } of rows) for (const [column, found] of values) found.push(cells[column] ?? null);
  const usual = nation === 'idea' ? 'month-first' : 'day-first';
  return Object.fromEntries([...values].map(([column, cells]) => [column, dayOrderOf(cells, usual)]));
};

const repaired = (cell: Cell, { repairs, sheet }: SheetReading, column: number, row: number): Cell => {
  const says = cellText(cell);
  const fitting = repairs.filter((one) => one.sheet === sheet && one.column === column && one.says === says);
  return (fitting.find((one) => one.row === row) ?? fitting.find((one) => one.row === undefined))?.value ?? cell;
};

/** Reads one row by its columns: all its facts, or all its faults. */
export const judgeRow = (row: SheetRow, reading: SheetReading): Entry | RefusedRow => {
  const faults: Fault[] = [];
  const questions: string[] = [];
  const facts: Partial<Record<FieldName, Fact>> = {};
  for (const field of FIELD_NAMES) {
    const column = reading.map[field];
    if (column === undefined) continue;
    const cell = repaired(row.cells[column] ?? null, reading, column, row.number);
    const refuse = (why: string, suggestion?: string): void =>
      void faults.push({ column, field, says: cellText(cell).slice(0, 200), why, ...(suggestion ? { suggestion } : {}) });
    const trouble = cellTrouble(cell);
    if (trouble) refuse(trouble);
    else if (!isBlank(cell) && !saysNothing(field, cell)) {
      const read = readField(field, cell, column, reading, questions);
      if ('fault' in read) refuse(read.fault, read.suggestion);
      else if (read.value !== undefined) facts[field] = read.value;
    }
  }
  spreadName(facts, questions);
  faults.push(...acrossFields(facts, reading, faults));
  const name = nameOf(facts);
  const place = { sheet: reading.sheet, row: row.number };
  return faults.length > 0 ? { ...place, name, faults } : { ...place, kind: reading.kind, name, facts, questions };
};

/** How a sheet says that there is no figure or date yet. */
const NOTHING: ReadonlySet<string> = new Set([
  'n/a',
  'na',
  'n.a.',
  'none',
  'nil',
  'tbc',
  'tba',
  'not known',
  'unknown',
  '-',
  '–',
  '—',
  '?',
]);

/** In a column of days or figures such a word says nothing; as a name or a text it stands as it is written. */
const saysNothing = (field: FieldName, cell: Cell): boolean =>
  ['day', 'percent', 'count'].includes(FIELDS[field].shape) && NOTHING.has(cellText(cell).trim().toLowerCase());

const cellTrouble = (cell: Cell): string | undefined => {
  if (cell === null || typeof cell !== 'object') return undefined;
  if ('error' in cell) return `The sheet shows the error ${cell.error}`;
  return 'formula' in cell ? 'A formula without a saved value: open the workbook in Excel and save it' : undefined;
};

/** `undefined`: the cell says something the record does not keep, and a question tells so. */
const readField = (field: FieldName, cell: Cell, column: number, reading: SheetReading, questions: string[]): Read<Fact | undefined> => {
  const { nation } = reading;
  const text = cellText(cell).trim();
  if (field === 'keyWorker') return readKeyWorker(text, reading, questions);
  switch (FIELDS[field].shape) {
    case 'number-of-pupil':
      return readNumber(cell, questions);
    case 'name':
      return readText(cell, 120);
    case 'text':
      return readText(cell);
    case 'lines':
      return readLines(cell);
    case 'day':
      return readFieldDay(field, cell, reading.orders[column] ?? 'day-first', reading.today);
    case 'year':
      return readYear(text, nation);
    case 'sex':
      return readSex(text);
    case 'stage':
      return readStage(text, nation);
    case 'need': {
      const need = judgeNeed(text, nation);
      return 'code' in need ? { value: need.code } : need;
    }
    case 'percent':
      return readPercent(cell);
    case 'count':
      return readCount(cell);
    case 'removal':
      return readRemoval(text);
  }
};

const readNumber = (cell: Cell, questions: string[]): Read<Fact | undefined> => {
  const read = judgePupilNumber(cell);
  if ('fault' in read) return read;
  if (read.value && !read.value.checks) questions.push('The letter of this UPN does not fit its figures: one may be mistyped');
  return { value: read.value?.text };
};

const readFieldDay = (field: FieldName, cell: Cell, order: DayOrder, today: Day): Read<Fact> => {
  const read = readDay(cell, order, today, MAY_LIE_AHEAD.includes(field) ? 20 : 0);
  if ('fault' in read) return read;
  if (read.value > today && !MAY_LIE_AHEAD.includes(field)) return { fault: 'Lies in the future' };
  return Number(today.slice(0, 4)) - Number(read.value.slice(0, 4)) > OLDEST_YEARS
    ? { fault: `Lies more than ${OLDEST_YEARS} years back` }
    : read;
};

const readKeyWorker = (text: string, { staff }: SheetReading, questions: string[]): Read<Fact | undefined> => {
  const member = staffNamed(text, staff);
  if (member) return { value: member.id };
  questions.push(`Nobody on the staff is surely meant by the key worker “${text.slice(0, 60)}”: left as it is`);
  return { value: undefined };
};

/** A whole name becomes surname and given name, unless the sheet has these too. */
const spreadName = (facts: Partial<Record<FieldName, Fact>>, questions: string[]): void => {
  const whole = facts.fullName;
  delete facts.fullName;
  if (typeof whole !== 'string' || (facts.surname && facts.givenName)) return;
  const { givenName, surname, sure } = splitName(whole);
  if (givenName) facts.givenName = givenName;
  if (surname) facts.surname = surname;
  if (!sure) questions.push(`Read as ${givenName || 'no given name'}, surname ${surname}`);
};

const nameOf = ({ surname, givenName }: Partial<Record<FieldName, Fact>>): string =>
  [surname, givenName].filter((part) => typeof part === 'string' && part !== '').join(', ');

/** What only several fields together can tell. */
const acrossFields = (facts: Partial<Record<FieldName, Fact>>, { kind, map }: SheetReading, known: readonly Fault[]): Fault[] => {
  const faults: Fault[] = [];
  const faulty = (field: FieldName) => known.some((one) => one.field === field);
  const needs = (field: FieldName, why: string): void => {
    if (facts[field] === undefined && !faulty(field)) faults.push({ column: map[field] ?? null, field, says: '', why });
  };
  const numbered = [facts.pupilNumber, facts.externalId, facts.caseRef].some((number) => number !== undefined);
  if (
    !numbered &&
    !(facts.surname && facts.birthday) &&
    !['pupilNumber', 'externalId', 'caseRef', 'birthday', 'surname', 'fullName'].some((field) => faulty(field as FieldName))
  )
    faults.push({
      column: map.pupilNumber ?? map.externalId ?? null,
      field: 'pupilNumber',
      says: '',
      why: 'Nothing to know the pupil by: no number, or no name with date of birth',
    });
  if (kind !== 'register') needs('from', 'The first day is missing');
  if (typeof facts.from === 'string' && typeof facts.to === 'string' && facts.to < facts.from)
    faults.push({ column: map.to ?? null, field: 'to', says: facts.to, why: 'Ends before it begins' });
  return faults;
};
