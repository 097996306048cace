import type { Paper, PaperBlock } from './paper.ts';

const cell = (words: string): string => words.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const block = (one: PaperBlock): string => {
  switch (one.kind) {
    case 'heading':
      return `## ${one.words}`;
    case 'text':
      return one.words;
    case 'list':
      return one.lines.map((line) => `- ${line}`).join('\n');
    case 'table':
      return [row(one.head), `|${one.head.map(() => '---').join('|')}|`, ...one.rows.map(row)].join('\n');
    default:
      return one satisfies never;
  }
};

/** A paper as Markdown; `foot` says for whom and when it was made. */
export const paperAsMarkdown = ({ title, about, blocks }: Paper, foot: string): string =>
  [`# ${title}`, about, ...blocks.map(block), `*${foot}*`, ''].join('\n\n');
