import type { Letter, LetterBlock } from '#domain/letters/letter.ts';
import { plainText } from '#domain/letters/phrase.ts';

const paragraphsOf = (block: LetterBlock): readonly string[] => {
  switch (block.kind) {
    case 'heading':
    case 'gap':
    case 'sign':
      return [];
    case 'paragraph':
      return [plainText(block.pieces)];
    case 'rows':
      return block.rows.map(({ label, pieces }) => `${label}: ${plainText(pieces)}`);
    case 'quoted':
      return [...noted(block.note), ...block.lines];
    case 'table':
      return [...noted(block.note), ...block.rows.map((row) => row.map((cell, at) => `${block.head[at]}: ${cell}`).join('; '))];
    case 'own':
      return [...noted(block.note), ...block.text.split(/\n+/)];
    case 'ticks':
      return block.lines;
    default:
      return block satisfies never;
  }
};

const noted = (note: string | null): readonly string[] => (note === null ? [] : [note]);

/** A letter as headings and paragraphs, for those who read it by a link. The first part is the letter itself, under its title. */
export const letterParts = (letter: Letter): { heading: string; paragraphs: string[] }[] => {
  const parts = [{ heading: letter.title, paragraphs: [] as string[] }];
  for (const block of letter.blocks) {
    if (block.kind === 'heading') parts.push({ heading: block.text, paragraphs: [] });
    else parts.at(-1)?.paragraphs.push(...paragraphsOf(block));
  }
  parts.at(-1)?.paragraphs.push(...letter.unchecked);
  return parts;
};
