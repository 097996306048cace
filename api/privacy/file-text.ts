import { isUnreadable, openPackage, textOf } from '../plans/document/package.ts';
import { readParagraphs } from '../plans/document/read-paragraphs.ts';
import { UnsoundXml } from '../plans/document/xml.ts';

const PLAIN = /\.(txt|csv|md|json|html?|xml)$/i;
const WORD = /\.docx$/i;

/** Parts of a .docx in which people are named: the page, what stands above and below it, notes, comments, who wrote it, bound data. */
const SPEAKING =
  /^(word\/(document|header\d*|footer\d*|footnotes|endnotes|comments\w*|people)\.xml|docProps\/\w+\.xml|customXml\/item\d*\.xml)$/;

/**
 * Everything a file says, also outside its pages (comments, who wrote it, bound data), for looking for names; null where no machine here
 * can read it.
 */
export const fileText = (name: string, bytes: Uint8Array): string | null => {
  if (PLAIN.test(name)) return new TextDecoder('utf-8').decode(bytes);
  if (!WORD.test(name)) return null;
  const parts = openPackage(bytes, (part) => SPEAKING.test(part));
  if (isUnreadable(parts)) return null;
  const texts = [...parts.keys()].map((part) => plainXml(textOf(parts, part) ?? ''));
  return texts.join('\n');
};

/** What stands on the pages of a file, paragraph by paragraph; null where it cannot be read. Comments and properties do not come along. */
export const filePages = (name: string, bytes: Uint8Array): readonly string[] | null => {
  if (PLAIN.test(name)) return new TextDecoder('utf-8').decode(bytes).split(/\r?\n/);
  const parts = WORD.test(name) ? openPackage(bytes, (part) => part === 'word/document.xml') : undefined;
  const page = parts && !isUnreadable(parts) ? textOf(parts, 'word/document.xml') : null;
  if (page === null) return null;
  try {
    return readParagraphs(page).map(({ text }) => text);
  } catch (fault) {
    if (fault instanceof UnsoundXml) return null;
    throw fault;
  }
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The characters of a part: runs of one paragraph join, so that a name that Word split is one name again. Attributes that name people count. */
const plainXml = (xml: string): string => {
  const authors = [...xml.matchAll(/\b(?:w:|w15:)?author="([^"]*)"/g)].map(([, author = '']) => author);
  const text = xml.replace(/<w:(p|br|tab|tr|tc)\b[^>]*>|<\/(?:w:p|dc:\w+|cp:\w+)>/g, '\n').replace(/<[^>]*>/g, '');
  return [text, ...new Set(authors)].join('\n').replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
};
