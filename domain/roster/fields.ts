import type { Day } from '#domain/calendar/day.ts';
import { isDay } from '#domain/calendar/day.ts';
import { looksLikeFormula } from './formula.ts';
import type { FieldFault } from './staged.ts';

const CONTROL = /[\p{Cc}\u2028\u2029\uFFFE\uFFFF]/u;
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;

/** A refused value as it can be stored and shown: a NUL as its sign, half characters mended, not longer than 200. */
const shown = (value: string): string =>
  value
    .slice(0, 200)
    .replaceAll('\u0000', '\u2400')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');

/** A school year or grade as a number; kindergarten and Reception are 0. Letters that are no grade here are left empty. */
export const yearGroupOf = (text: string): number | null => {
  const value = (text.split(',')[0] ?? '')
    .trim()
    .toUpperCase()
    .replace(/^(YEAR|GRADE)\s+/, '');
  if (['KG', 'K', 'PR', 'R', 'RECEPTION'].includes(value)) return 0;
  return /^\d{1,2}$/.test(value) && Number(value) <= 14 ? Number(value) : null;
};

/**
 * Reads the fields of one row and collects what is wrong with it, so that all faults of a row are told at once.
 * A column that the file does not have reads as empty.
 */
export class Fields {
  readonly faults: FieldFault[] = [];
  private readonly row: Readonly<Record<string, string>>;

  constructor(row: Readonly<Record<string, string>>) {
    this.row = row;
  }

  raw(column: string): string {
    return this.row[column] ?? '';
  }

  /** An id as the file has it: needed, without spaces around it. */
  id(column: string): string {
    const value = this.raw(column).trim();
    if (value === '') this.refuse(column, 'is empty');
    else if (value.length > 200) this.refuse(column, 'is longer than 200 characters');
    else if (CONTROL.test(value)) this.refuse(column, 'holds a control character');
    return value;
  }

  /** A word of the file's own, an id or a kind, that may be empty. */
  word(column: string): string {
    const value = this.raw(column).trim();
    return value === '' ? '' : this.id(column);
  }

  /** Text that people will read: exactly as given but for spaces around it; refused where it could not be stored or shown safely. */
  text(column: string, most = 200): string | null {
    const value = this.raw(column).trim();
    if (value === '') return null;
    if ([...value].length > most) this.refuse(column, `is longer than ${most} characters`);
    else if (CONTROL.test(value)) this.refuse(column, 'holds a control character or a line break');
    else if (LONE_SURROGATE.test(value)) this.refuse(column, 'holds half a character');
    else if (looksLikeFormula(value)) this.refuse(column, 'would be run as a formula by a spreadsheet');
    return value;
  }

  /** The same, needed. */
  name(column: string): string {
    const value = this.text(column, 120);
    if (value === null) this.refuse(column, 'is empty');
    return value ?? '';
  }

  /** A day as `2026-03-27`; a time after it is left off. Empty is no day. */
  day(column: string): Day | null {
    const value = this.raw(column).trim();
    if (value === '') return null;
    const day = value.replace(/T.*$/, '');
    if (isDay(day)) return day;
    this.refuse(column, 'is no day that the calendar has, written 2026-03-27');
    return null;
  }

  /** A day of birth: not in the future, not more than 130 years back. */
  birthday(column: string, today: Day): Day | null {
    const day = this.day(column);
    if (day === null) return null;
    if (day > today) this.refuse(column, 'lies in the future');
    else if (Number(today.slice(0, 4)) - Number(day.slice(0, 4)) > 130) this.refuse(column, 'lies more than 130 years back');
    return day;
  }

  /** A school year or grade, as `yearGroupOf` reads it. */
  yearGroup(column: string): number | null {
    return yearGroupOf(this.raw(column));
  }

  /** An address of mail; refused where it could not be one. */
  email(column: string): string | null {
    const value = this.text(column, 254);
    if (value !== null && !/^[^\s@]+@[^\s@]+$/.test(value)) this.refuse(column, 'is no e-mail address');
    return value;
  }

  oneOf(column: string, allowed: readonly string[]): string {
    const value = this.raw(column).trim();
    if (!allowed.includes(value)) this.refuse(column, `is not one of ${allowed.join(', ')}`);
    return value;
  }

  refuse(column: string, reason: string): void {
    // A column that several facts of the row are read from is wrong once.
    if (this.faults.some((fault) => fault.column === column && fault.reason === reason)) return;
    this.faults.push({ column, value: shown(this.raw(column)), reason });
  }
}
