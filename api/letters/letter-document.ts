import type { Nation } from '#domain/letters/language.ts';
import type { Letter, LetterBlock, Piece } from '#domain/letters/letter.ts';
import { paperSizeOf } from '#domain/pupils/paper-size.ts';
import { plainDocument } from '../plans/document/plain-document.ts';
import { plainTable } from '../plans/document/templates/wordml.ts';
import { type Direction, directed, labelled, pageNumber, spacer, written } from './directed-wordml.ts';

const WIDTH = 9638;

const pieces = (direction: Direction, given: readonly Piece[]): string =>
  given.map(({ text, is }) => written(text, direction, is === 'fact')).join('');

const note = (direction: Direction, words: string | null): string =>
  words === null ? '' : directed('Subtitle', direction, written(words, direction), true);

/** Words as they were given: in their own direction, line by line. */
const asGiven = (text: string, style: string): string =>
  text
    .split(/\n+/)
    .map((line) => directed(style, 'auto', written(line, 'auto')))
    .join('');

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  plainTable(
    head.map((title) => ({ title, width: Math.floor(WIDTH / head.length) })),
    rows,
  );

const blockOf = (block: LetterBlock, direction: Direction): string => {
  switch (block.kind) {
    case 'heading':
      return directed('Heading1', direction, written(block.text, direction));
    case 'paragraph':
      return directed('Field', direction, pieces(direction, block.pieces)) + spacer;
    case 'rows':
      return labelled(
        direction,
        block.rows.map(({ label, pieces: value }) => [written(label, direction), pieces(direction, value)]),
      );
    case 'quoted':
      return note(direction, block.note) + block.lines.map((line) => asGiven(line, 'FieldBullet')).join('') + spacer;
    case 'table':
      return note(direction, block.note) + tableOf(block.head, block.rows);
    case 'own':
      return note(direction, block.note) + asGiven(block.text, 'Field');
    case 'ticks':
      return block.lines.map((line) => directed('Field', direction, written(`☐  ${line}`, direction))).join('') + spacer;
    case 'sign':
      return labelled(
        direction,
        block.labels.map((label) => [written(label, direction), written('______________________________', 'ltr')]),
        true,
      );
    case 'gap':
      return '';
    default:
      return block satisfies never;
  }
};

/** A letter as a Word document, in the direction of its language and on the paper of its nation; names and figures keep their own direction. */
export const letterDocument = (letter: Letter, reference: string, nation: Nation): Uint8Array => {
  const { direction } = letter;
  const parts = {
    header: directed('Header', direction, written(letter.head[0] ?? '', direction, true)),
    footer: directed('Footer', 'ltr', `${written(reference, 'ltr')}${written('   ', 'ltr')}${pageNumber}`),
    body: [
      ...letter.head.map((line) => directed('Field', direction, written(line, direction, true), true)),
      spacer,
      directed('Title', direction, written(letter.title, direction)),
      spacer,
      ...letter.blocks.map((block) => blockOf(block, direction)),
      ...letter.unchecked.map((words, at) =>
        directed('Subtitle', at === 0 ? direction : 'ltr', written(words, at === 0 ? direction : 'ltr'), true),
      ),
    ].join(''),
  };
  return plainDocument(parts, paperSizeOf(nation));
};
