import pg from 'pg';

/** A `timestamptz` of a session in UTC, `2026-11-23 09:00:00.123456+00`, as instant text of milliseconds. */
const instantText = (text: string): string => new Date(text).toISOString();

/** PostgreSQL's own numbers of the column types that do not arrive as node-postgres would bring them. */
const BIGINT = 20;
const DATE = 1082;
const DATES = 1182;
const TIMESTAMPTZ = 1184;
const NUMERIC = 1700;

const readers = new Map<number, (text: string) => unknown>([
  [BIGINT, Number],
  [DATE, (text) => text],
  [DATES, (text) => (text === '{}' ? [] : text.slice(1, -1).split(','))],
  [TIMESTAMPTZ, instantText],
  [NUMERIC, Number],
]);

/** Days stay text, instants become UTC text, and counts and measures become numbers; the rest is read as node-postgres reads it. */
export const typesAsText: pg.CustomTypesConfig = {
  getTypeParser: ((type: number, format: 'text' | 'binary' = 'text') =>
    readers.get(type) ?? pg.types.getTypeParser(type, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};
