const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const character = (code: number): string =>
  code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal?: string, hex?: string, name = '') => {
    if (decimal) return character(Number(decimal));
    return hex ? character(Number.parseInt(hex, 16)) : (NAMED[name.toLowerCase()] ?? whole);
  });

/**
 * What a message of Teams says, as plain lines: its HTML taken off, a new line where a paragraph, a row or a list item begins, a picture by
 * its words (Teams sends smileys as pictures). Nothing that could run or be drawn is left.
 */
export const wordsOfHtml = (html: string): string =>
  unescaped(
    html
      .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
      .replace(/<(script|style|attachment)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
      .replace(/\s+/g, ' ')
      .replace(/<li\b[^>]*>/gi, '\n- ')
      .replace(/<(?:br|\/?p|\/?div|\/?tr|\/?ul|\/?ol|\/?blockquote|\/?h[1-6]|hr)\b[^>]*>/gi, '\n')
      .replace(/<\/t[dh]\s*>/gi, ' ')
      .replace(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/gi, '$1')
      .replace(/<[^>]*>/g, ''),
  )
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
