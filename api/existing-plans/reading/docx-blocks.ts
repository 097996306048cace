import type { PageBlock, ReadPages } from '#domain/existing-plans/page-block.ts';
import { readHeadingStyles } from '../../plans/document/heading-styles.ts';
import { isUnreadable, openPackage, textOf, type Unreadable, unreadable } from '../../plans/document/package.ts';
import { type Paragraph, readParagraphs } from '../../plans/document/read-paragraphs.ts';
import { UnsoundXml } from '../../plans/document/xml.ts';

/** A short bold line on the page heads what follows it, whatever style it carries; in a table bold says nothing. */
const looksLikeHeading = (paragraph: Paragraph): boolean =>
  paragraph.bold && paragraph.cell === null && paragraph.text.length <= 100 && !/[.;]$/.test(paragraph.text.trim());

const isItem = (paragraph: Paragraph): boolean => paragraph.listed || /^\s*(?:[•▪◦●*–—-]|\(?\d{1,2}[.)])\s+\S/.test(paragraph.text);

function blockOf(paragraph: Paragraph, isHeading: (style: string) => boolean): PageBlock {
  const heads = isHeading(paragraph.style) || paragraph.outline || looksLikeHeading(paragraph);
  const { cell } = paragraph;
  return {
    page: 1,
    text: paragraph.text.trim(),
    look: heads ? 'heading' : isItem(paragraph) ? 'item' : 'text',
    cell: cell && { table: cell.table, row: cell.row, column: cell.column },
    lines: [],
  };
}

/** The paragraphs and cells of a Word document, in order. A file that cannot or must not be opened is an answer. */
export function docxBlocks(bytes: Uint8Array): ReadPages | Unreadable {
  const parts = openPackage(bytes, (name) => name === 'word/document.xml' || name === 'word/styles.xml');
  if (isUnreadable(parts)) return parts;
  const document = textOf(parts, 'word/document.xml');
  if (document === null) return unreadable('not-a-document');
  try {
    const isHeading = readHeadingStyles(textOf(parts, 'word/styles.xml'));
    const blocks = readParagraphs(document).map((paragraph) => blockOf(paragraph, isHeading));
    return { form: 'docx', pages: [], blocks: blocks.filter((block) => block.text !== '') };
  } catch (error) {
    if (error instanceof UnsoundXml) return unreadable(error.unsafe ? 'unsafe' : 'damaged');
    throw error;
  }
}
