import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A ruled line of a page, in points from its upper left corner. */
export type Rule = { readonly at: number; readonly from: number; readonly to: number };
export type Rules = { readonly across: readonly Rule[]; readonly down: readonly Rule[] };

export type Matrix = readonly [number, number, number, number, number, number];

/** One transformation after another: `inner` first. */
export const times = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

const apply = (matrix: Matrix, x: number, y: number): readonly [number, number] => [
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
];

const THIN = 2.6;
const SHORTEST = 6;

const isMatrix = (value: unknown): value is Matrix => Array.isArray(value) && value.length >= 6;

/** What a page's drawing does to lines: where it is moved to, and which paths are thin enough to be rules. */
export type Drawing = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };

const STROKES: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke]);
const FILLS: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke]);

/** The ruled lines of a page: thin filled boxes and stroked lines, and the four sides of stroked boxes. They are what makes a table. */
export function rulesOf({ fnArray, argsArray }: Drawing, page: Matrix): Rules {
  const across: Rule[] = [];
  const down: Rule[] = [];
  const kept: Matrix[] = [];
  let matrix = page;
  const add = (box: readonly [number, number, number, number], stroked: boolean): void => {
    const [one, other] = [apply(matrix, box[0], box[1]), apply(matrix, box[2], box[3])];
    const [left, right] = [Math.min(one[0], other[0]), Math.max(one[0], other[0])];
    const [top, bottom] = [Math.min(one[1], other[1]), Math.max(one[1], other[1])];
    const [flat, narrow] = [bottom - top <= THIN, right - left <= THIN];
    if (flat && right - left >= SHORTEST) across.push({ at: (top + bottom) / 2, from: left, to: right });
    else if (narrow && bottom - top >= SHORTEST) down.push({ at: (left + right) / 2, from: top, to: bottom });
    else if (stroked && !flat && !narrow) {
      across.push({ at: top, from: left, to: right }, { at: bottom, from: left, to: right });
      down.push({ at: left, from: top, to: bottom }, { at: right, from: top, to: bottom });
    }
  };
  fnArray.forEach((operation, index) => {
    const given = argsArray[index] as readonly unknown[] | null;
    if (operation === OPS.save) kept.push(matrix);
    else if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? matrix;
    else if (operation === OPS.transform && isMatrix(given)) matrix = times(matrix, given);
    else if (operation === OPS.paintFormXObjectBegin) {
      kept.push(matrix);
      if (isMatrix(given?.[0])) matrix = times(matrix, given[0]);
    } else if (operation === OPS.constructPath && given) {
      const [paint, , box] = given as [number, unknown, ArrayLike<number> | null];
      const stroked = STROKES.has(paint);
      if (box && (stroked || FILLS.has(paint))) add([box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0], stroked);
    }
  });
  return { across, down };
}
