import type { PaperSize } from '#domain/pupils/paper-size.ts';
import { writePackage } from './package.ts';
import { numberingPart, settingsPart, stylesPart } from './templates/styles.ts';
import { documentPart, footerPart, headerPart } from './templates/wordml.ts';

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const contentTypes = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ['document', 'document.main'],
  ['styles', 'styles'],
  ['numbering', 'numbering'],
  ['settings', 'settings'],
  ['header1', 'header'],
  ['footer1', 'footer'],
]
  .map(([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${main}.${type}+xml"/>`)
  .join('')}</Types>`;

const packageRelations = `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`;

const documentRelations = `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
  'styles',
  'numbering',
  'header1',
  'footer1',
  'settings',
]
  .map((part, index) => `<Relationship Id="rId${index + 1}" Type="${relation}/${part.replace(/\d$/, '')}" Target="${part}.xml"/>`)
  .join('')}</Relationships>`;

/** What a document is written from: paragraphs and tables of `templates/wordml.ts`. */
export type Written = { readonly body: string; readonly header: string; readonly footer: string };

/** A .docx in the look of all our documents, from its body, header and footer; nothing in it is bound to anything. */
export const plainDocument = ({ body, header, footer }: Written, paper: PaperSize = 'A4'): Uint8Array =>
  writePackage(
    new Map([
      ['[Content_Types].xml', contentTypes],
      ['_rels/.rels', packageRelations],
      ['word/_rels/document.xml.rels', documentRelations],
      ['word/document.xml', documentPart(body, { paper })],
      ['word/styles.xml', paper === 'Letter' ? stylesPart.replace('w:val="en-GB"', 'w:val="en-US"') : stylesPart],
      ['word/numbering.xml', numberingPart],
      ['word/settings.xml', settingsPart],
      ['word/header1.xml', headerPart(header)],
      ['word/footer1.xml', footerPart(footer)],
    ]),
  );
