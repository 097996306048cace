/**
 * How wide words are on paper, so that a page can be filled to its end and not beyond: widths of Arial's signs, in thousandths of their size,
 * rounded up. Signs of other scripts count as wide as they are high.
 */
const WIDTHS: readonly (readonly [signs: RegExp, thousandths: number])[] = [
  [/[ijl'’‘|.,:;!I]/, 280],
  [/[ ft()[\]r\-/“”"]/, 340],
  [/[csvxyzkJ]/, 505],
  [/[mM%]/, 890],
  [/[wCDHNRUABEKPSVXYGOQTZ&]/, 780],
  [/[W@…—]/, 1000],
  [/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\p{S}]/u, 580],
];

const FULL = 1000;

/** Signs already measured: a page has few different ones. */
const measured = new Map<string, number>();

const widthOfSign = (sign: string): number => {
  const known = measured.get(sign);
  if (known !== undefined) return known;
  const width = WIDTHS.find(([signs]) => signs.test(sign))?.[1] ?? FULL;
  if (measured.size < 5_000) measured.set(sign, width);
  return width;
};

/** The width of words in points, at a size in points. */
export const textWidth = (words: string, size: number): number => {
  let thousandths = 0;
  for (const sign of words.normalize('NFC')) thousandths += widthOfSign(sign);
  return (thousandths * size) / 1000;
};

/** How many lines words take in a column, both in points; a word wider than the column is broken. None for no words. */
export const linesTaken = (words: string, column: number, size: number): number => {
  let [lines, used] = [0, Number.POSITIVE_INFINITY];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const wide = textWidth(word, size);
    const besides = textWidth(' ', size);
    if (used + besides + wide <= column) used += besides + wide;
    else {
      const broken = Math.max(1, Math.ceil(wide / column));
      lines += broken;
      used = wide - (broken - 1) * column;
    }
  }
  return lines;
};

/** Words cut at a word so that they take at most so many lines, with three dots where something is left out. */
export const cutToLines = (words: string, most: number, column: number, size: number): string => {
  if (linesTaken(words, column, size) <= most) return words;
  const each = words.split(/\s+/).filter(Boolean);
  for (let kept = each.length - 1; kept > 0; kept -= 1) {
    const shorter = `${each
      .slice(0, kept)
      .join(' ')
      .replace(/[,;:.–-]$/, '')} …`;
    if (linesTaken(shorter, column, size) <= most) return shorter;
  }
  const signs = [...words];
  while (signs.length > 1 && linesTaken(`${signs.join('')}…`, column, size) > most) signs.pop();
  return `${signs.join('')}…`;
};
