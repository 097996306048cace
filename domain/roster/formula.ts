/** Signs a spreadsheet strips or that hide a formula behind them: white space, zero-width marks, quotes and separators. */
const COVER = /^(?:[\s\u200B\uFEFF"';,|]|%0A)+/i;
const FULL_WIDTH: Record<string, string> = { '＝': '=', '＋': '+', '－': '-', '＠': '@' };

/**
 * Whether a spreadsheet would run this text as a formula. A plain number, a telephone number, a handle or a note that begins
 * with a dash is none and must survive.
 */
export const looksLikeFormula = (text: string): boolean => {
  const bare = text.replace(COVER, '').replace(/^[＝＋－＠]/, (sign) => FULL_WIDTH[sign] ?? sign);
  if (/^=./s.test(bare)) return true;
  if (/^[+-]/.test(bare)) return /^[+-]\d+(?:\.\d+)?\s*[-+*/^]|^[+-].*[(|!]/s.test(bare);
  return /^@\w+\(/.test(bare);
};
