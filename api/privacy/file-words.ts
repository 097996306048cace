import { type Cell, cellText } from '#domain/register/cell.ts';
import { isUnreadable, openPackage, type Parts, textOf } from '../plans/document/package.ts';
import { readParagraphs } from '../plans/document/read-paragraphs.ts';
import { UnsoundXml } from '../plans/document/xml.ts';
import { openWorkbook } from '../register/workbook/open-workbook.ts';
import { UnreadableWorkbook } from '../register/workbook/unreadable.ts';

/** A sheet of a workbook, row by row. */
export type SheetWords = { readonly name: string; readonly rows: readonly (readonly string[])[] };

/**
 * What a file says. `whole` is everything in it, also what stands on no page: comments, who wrote it, bound data; `beside` is what a
 * workbook says outside its cells.
 */
export type FileWords =
  | { readonly kind: 'pages'; readonly pages: readonly string[]; readonly whole: string }
  | { readonly kind: 'workbook'; readonly sheets: readonly SheetWords[]; readonly beside: string };

const PLAIN = /\.(txt|csv|md|json|html?|xml)$/i;
const WORD = /\.docx$/i;
const WORKBOOK = /\.xlsx$/i;

/** Parts of a .docx in which people are named outside its page: what stands above and below it, notes, comments, who wrote it, bound data. */
const BESIDE_PAGE = /^(word\/(header\d*|footer\d*|footnotes|endnotes|comments\w*|people)\.xml|docProps\/\w+\.xml|customXml\/item\d*\.xml)$/;
/** The same of a workbook. */
const BESIDE_CELLS = /^(xl\/(comments\d*|threadedComments\/\w+|persons\/\w+|drawings\/drawing\d*)\.xml|docProps\/\w+\.xml)$/;

/**
 * Everything a file says, for looking for names in it and for handing it over without them; null where no machine here can read it, so
 * that a person reads it first.
 */
export const fileWords = async (name: string, bytes: Uint8Array): Promise<FileWords | null> => {
  if (PLAIN.test(name)) {
    const whole = new TextDecoder('utf-8').decode(bytes);
    return { kind: 'pages', pages: whole.split(/\r?\n/), whole };
  }
  if (WORKBOOK.test(name)) return workbookWords(bytes);
  return WORD.test(name) ? documentWords(bytes) : null;
};

const documentWords = (bytes: Uint8Array): FileWords | null => {
  const parts = openPackage(bytes, (part) => part === 'word/document.xml' || BESIDE_PAGE.test(part));
  const page = isUnreadable(parts) ? null : textOf(parts, 'word/document.xml');
  if (isUnreadable(parts) || page === null) return null;
  try {
    const pages = readParagraphs(page).map(({ text }) => text);
    // of the page too: text deleted under tracking, and who made a change, stand in its markup alone
    return { kind: 'pages', pages, whole: textsOf(parts) };
  } catch (fault) {
    if (fault instanceof UnsoundXml) return null;
    throw fault;
  }
};

const workbookWords = async (bytes: Uint8Array): Promise<FileWords | null> => {
  const parts = openPackage(bytes, (part) => BESIDE_CELLS.test(part));
  if (isUnreadable(parts)) return null;
  try {
    const { sheets } = await openWorkbook(bytes);
    const read: SheetWords[] = [];
    for (const { name, rows } of sheets) {
      const texts: (readonly string[])[] = [];
      for await (const { cells } of rows()) texts.push(cells.map((cell: Cell) => cellText(cell)));
      read.push({ name, rows: texts });
    }
    return { kind: 'workbook', sheets: read, beside: textsOf(parts) };
  } catch (fault) {
    if (fault instanceof UnreadableWorkbook) return null;
    throw fault;
  }
};

const textsOf = (parts: Parts): string => [...parts.keys()].map((part) => plainXml(textOf(parts, part) ?? '')).join('\n');

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The characters of a part: runs of one paragraph join, so that a name that Word split is one name again. Attributes that name people count. */
const plainXml = (xml: string): string => {
  const authors = [...xml.matchAll(/\b(?:w:|w15:)?(?:author|displayName)="([^"]*)"/g)].map(([, author = '']) => author);
  const text = xml.replace(/<w:(p|br|tab|tr|tc)\b[^>]*>|<\/(?:w:p|dc:\w+|cp:\w+|author|comment|a:p)>/g, '\n').replace(/<[^>]*>/g, '');
  return [text, ...new Set(authors)].join('\n').replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
};
