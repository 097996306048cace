import type { TablePlace } from '#domain/existing-plans/page-block.ts';
import type { Rule, Rules } from './pdf-rules.ts';

/** A cell as its rules enclose it, in points. */
export type Enclosed = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const NEAR = 3;

const covers = (rule: Rule, at: number): boolean => rule.from - NEAR <= at && at <= rule.to + NEAR;

/** Rules at one height, together, reach over nearly the whole width; an underlined word does not. */
function reaches(rules: readonly Rule[], at: number, left: number, right: number): boolean {
  const there = rules.filter((rule) => Math.abs(rule.at - at) <= NEAR && rule.to > left && rule.from < right);
  const covered = there
    .map((rule) => [Math.max(rule.from, left), Math.min(rule.to, right)] as const)
    .sort((one, other) => one[0] - other[0])
    .reduce((sum, [from, to]) => ({ length: sum.length + Math.max(0, to - Math.max(from, sum.end)), end: Math.max(sum.end, to) }), {
      length: 0,
      end: left,
    });
  return covered.length >= 0.9 * (right - left);
}

/** The cell around a point, or null where rules do not enclose it on all four sides. */
export function cellAround({ across, down }: Rules, x: number, y: number): Enclosed | null {
  const beside = down.filter((rule) => covers(rule, y));
  const left = Math.max(...beside.filter((rule) => rule.at <= x).map((rule) => rule.at));
  const right = Math.min(...beside.filter((rule) => rule.at > x).map((rule) => rule.at));
  if (!Number.isFinite(left) || !Number.isFinite(right)) return null;
  const heights = across
    .filter((rule) => rule.to > left && rule.from < right && reaches(across, rule.at, left, right))
    .map((rule) => rule.at);
  const top = Math.max(...heights.filter((at) => at <= y));
  const bottom = Math.min(...heights.filter((at) => at > y));
  return Number.isFinite(top) && Number.isFinite(bottom) ? { left, right, top, bottom } : null;
}

const nearly = (values: readonly number[]): readonly number[] =>
  [...values].sort((one, other) => one - other).filter((value, index, all) => index === 0 || value - (all[index - 1] ?? 0) > NEAR);

const placeIn = (steps: readonly number[], value: number): number => steps.findLastIndex((step) => step <= value + NEAR);

/** A cell by its corners, so that words of the same cell meet though a rule is drawn a hair beside another. */
export const cellKey = (cell: Enclosed): string =>
  [cell.left, cell.top, cell.right, cell.bottom].map((at) => Math.round(at / NEAR)).join('/');

/**
 * Gives each cell its table, row and column. Cells that touch one another downwards are one table; a gap begins the next. `first` is the
 * number of the first table, so that tables are counted through the document.
 */
export function placesOf(
  cells: readonly Enclosed[],
  first: number,
): { readonly places: ReadonlyMap<Enclosed, TablePlace>; readonly tables: number } {
  const groups: { cells: Enclosed[]; bottom: number }[] = [];
  for (const cell of [...cells].sort((one, other) => one.top - other.top)) {
    const last = groups.at(-1);
    if (last && cell.top <= last.bottom + NEAR) {
      last.cells.push(cell);
      last.bottom = Math.max(last.bottom, cell.bottom);
    } else groups.push({ cells: [cell], bottom: cell.bottom });
  }
  const places = new Map<Enclosed, TablePlace>();
  groups.forEach((group, index) => {
    const [tops, lefts] = [nearly(group.cells.map(({ top }) => top)), nearly(group.cells.map(({ left }) => left))];
    for (const cell of group.cells)
      places.set(cell, { table: first + index, row: placeIn(tops, cell.top), column: placeIn(lefts, cell.left) });
  });
  return { places, tables: groups.length };
}
