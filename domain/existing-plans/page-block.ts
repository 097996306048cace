/** A stretch of a page as fractions of its width and height, from the upper left corner. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** One printed line of a block: which characters of the block's text it shows, and where. */
export type PrintedLine = { readonly from: number; readonly to: number; readonly box: Box };

/** Where in a table a block stands. Rows and columns are counted from 0 within their table. */
export type TablePlace = { readonly table: number; readonly row: number; readonly column: number };

/**
 * A paragraph, a list item or a cell of somebody else's document, in the order of the page. Word's pages are not known before Word lays
 * them out: there every block is on page 1 and has no printed lines.
 */
export type PageBlock = {
  readonly page: number;
  readonly text: string;
  readonly look: 'heading' | 'text' | 'item';
  readonly cell: TablePlace | null;
  readonly lines: readonly PrintedLine[];
};

/** Some words of one block; `to` is the character behind the last. */
export type Passage = { readonly block: number; readonly from: number; readonly to: number };

/** What was read from one file, before anybody says what it means. Sizes of pages are in points; a Word file has none. */
export type ReadPages = {
  readonly form: 'pdf' | 'docx';
  readonly pages: readonly { readonly width: number; readonly height: number }[];
  readonly blocks: readonly PageBlock[];
};

/** The words of a passage. */
export const wordsOf = (blocks: readonly PageBlock[], { block, from, to }: Passage): string => blocks[block]?.text.slice(from, to) ?? '';

/** A whole block as a passage. */
export const wholeBlock = (blocks: readonly PageBlock[], block: number): Passage => ({
  block,
  from: 0,
  to: blocks[block]?.text.length ?? 0,
});
