import type { Figure } from './report-figure.ts';

/** Fewer than this could point at a child. */
const SMALL = 5;
/** A rate of fewer than this says more about one child than about the service. */
const LEAST_FOR_A_RATE = 10;

/** A figure as it is shown. `c` stands for a number that is withheld. */
export type ShownFigure = { readonly onTime: string; readonly of: string; readonly rate: string; readonly median: string };

const NONE = '–';
const WITHHELD = 'c';

const percent = (part: number, of: number): string => `${Math.round((100 * part) / of)} %`;

/** The figure as the school sees it. */
export const shown = ({ part, of, median }: Figure): ShownFigure => ({
  onTime: part === null ? NONE : String(part),
  of: of === null ? NONE : String(of),
  rate: part === null || !of ? NONE : percent(part, of),
  median: median === null ? NONE : String(median),
});

const isSmall = (count: number): boolean => count > 0 && count < SMALL;
const rounded = (count: number): number => SMALL * Math.round(count / SMALL);
const published = (count: number | null): string => (count === null ? NONE : isSmall(count) ? WITHHELD : String(rounded(count)));

/**
 * The figure for publication: counts under five are withheld and the others rounded to the nearest five, so that no child can be told by
 * taking one table from another; where those in time or those late are under five, neither is shown; a rate needs ten, a median five.
 */
export const shownForPublication = ({ part, of, median, rows }: Figure): ShownFigure => {
  const pointsAtOne = part !== null && of !== null && (isSmall(part) || isSmall(of - part));
  return {
    onTime: pointsAtOne ? WITHHELD : published(part),
    of: published(of),
    rate: part === null || !of ? NONE : pointsAtOne || of < LEAST_FOR_A_RATE ? WITHHELD : percent(rounded(part), rounded(of)),
    median: median === null ? NONE : rows.length < SMALL ? WITHHELD : String(Math.round(median)),
  };
};
