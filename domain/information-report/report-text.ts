/** A part of an item’s text: a paragraph, or a list of lines that each began with a dash. */
export type ReportBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly lines: readonly string[] };

const DASH = /^\s*[-•–]\s+/;

/** An item’s text as it is published: a blank line parts paragraphs, lines that begin with a dash are a list. */
export const reportBlocks = (words: string): readonly ReportBlock[] => {
  const blocks: ReportBlock[] = [];
  for (const part of words.split(/\n\s*\n/)) {
    let lines: string[] = [];
    let plain: string[] = [];
    const close = () => {
      if (plain.length > 0) blocks.push({ kind: 'paragraph', text: plain.join(' ') });
      if (lines.length > 0) blocks.push({ kind: 'list', lines });
      plain = [];
      lines = [];
    };
    for (const line of part.split('\n').filter((one) => one.trim())) {
      const isLine = DASH.test(line);
      if (isLine ? plain.length > 0 : lines.length > 0) close();
      if (isLine) lines.push(line.replace(DASH, '').trim());
      else plain.push(line.trim());
    }
    close();
  }
  return blocks;
};

/** A stretch of text, or one that is a web or e-mail address and leads there. */
export type ReportPiece = { readonly text: string; readonly link?: string };

const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:)]|[\w.+-]+@[\w-]+\.[\w.-]+\w)/g;

/** Text with the addresses in it made into links; what follows an address, a full stop or a bracket, is no part of it. */
export const linkedPieces = (text: string): readonly ReportPiece[] =>
  text
    .split(ADDRESS)
    .map((part, at): ReportPiece => (at % 2 === 1 ? { text: part, link: part.includes('://') ? part : `mailto:${part}` } : { text: part }))
    .filter((piece) => piece.text !== '');
