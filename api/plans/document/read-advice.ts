import { readHeadingStyles } from '#api/plans/document/heading-styles.ts';
import { isUnreadable, openPackage, textOf, type Unreadable, unreadable } from '#api/plans/document/package.ts';
import { type Paragraph, readParagraphs } from '#api/plans/document/read-paragraphs.ts';
import { UnsoundXml } from '#api/plans/document/xml.ts';
import type { AdviceSection } from '#domain/plans/stored.ts';

/** A document that is not ours: its headings with what stands under each, in its own words. */
export type ReadAdvice = { readonly ok: true; readonly sections: readonly AdviceSection[] };

/** A short bold line above text is a heading to everybody who reads it, whatever style it carries. */
const looksLikeHeading = (paragraph: Paragraph): boolean =>
  paragraph.bold && paragraph.cell === null && paragraph.text.length <= 80 && !/[.;]$/.test(paragraph.text);

/** Two cells beside each other, as forms have them: the left is the question, the right the answer. */
function isQuestion(paragraph: Paragraph, next: Paragraph | undefined): boolean {
  return paragraph.cell !== null && paragraph.cell.column === 0 && paragraph.cell.columns === 2 && next?.cell?.row === paragraph.cell.row;
}

function sectionsOf(paragraphs: readonly Paragraph[], isHeading: (style: string) => boolean): readonly AdviceSection[] {
  const sections: { heading: string; paragraphs: string[] }[] = [];
  paragraphs.forEach((paragraph, index) => {
    const text = paragraph.text.trim();
    if (text === '') return;
    if (isHeading(paragraph.style) || paragraph.outline || looksLikeHeading(paragraph) || isQuestion(paragraph, paragraphs[index + 1])) {
      sections.push({ heading: text, paragraphs: [] });
    } else if (sections.length === 0) sections.push({ heading: '', paragraphs: [text] });
    else sections.at(-1)?.paragraphs.push(text);
  });
  return sections.filter((section) => section.paragraphs.length > 0);
}

/**
 * Reads an adviser's report or a contribution: headings and the paragraphs under them, and forms of two columns as questions and
 * answers. It changes no word. A file that cannot or must not be opened is an answer.
 */
export function readAdvice(bytes: Uint8Array): ReadAdvice | Unreadable {
  const parts = openPackage(bytes, (name) => name === 'word/document.xml' || name === 'word/styles.xml');
  if (isUnreadable(parts)) return parts;
  const document = textOf(parts, 'word/document.xml');
  if (document === null) return unreadable('not-a-document');
  try {
    return { ok: true, sections: sectionsOf(readParagraphs(document), readHeadingStyles(textOf(parts, 'word/styles.xml'))) };
  } catch (error) {
    if (error instanceof UnsoundXml) return unreadable(error.unsafe ? 'unsafe' : 'damaged');
    throw error;
  }
}
