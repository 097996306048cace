/**
 * Builds Waymark's own templates: `npx tsx api/plans/document/templates/build.ts` writes a .docx and its mapping for each. The files
 * are what the product reads; a school's own template is a .docx and a mapping of the same shape, made in Word.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writePackage } from '#api/plans/document/package.ts';
import type { TemplateSource } from '#api/plans/document/templates/frame.ts';
import { shippedTemplates } from '#api/plans/document/templates/shipped.ts';
import { numberingPart, settingsPart, stylesPart } from '#api/plans/document/templates/styles.ts';
import { documentPart, footerPart, headerPart, startTemplate } from '#api/plans/document/templates/wordml.ts';
import type { PlanTemplate } from '#domain/plans/block.ts';

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

function bytesOf(source: TemplateSource): Uint8Array {
  startTemplate();
  const written = source.write();
  return writePackage(
    new Map([
      ['[Content_Types].xml', contentTypes],
      ['_rels/.rels', packageRelations],
      ['word/_rels/document.xml.rels', documentRelations],
      ['word/document.xml', documentPart(written.body, { paper: source.jurisdiction === 'us' ? 'Letter' : 'A4' })],
      ['word/styles.xml', source.jurisdiction === 'us' ? stylesPart.replace('w:val="en-GB"', 'w:val="en-US"') : stylesPart],
      ['word/numbering.xml', numberingPart],
      ['word/settings.xml', settingsPart],
      ['word/header1.xml', headerPart(written.header)],
      ['word/footer1.xml', footerPart(written.footer)],
    ]),
  );
}

/** The mapping of a template of ours: its tags are the field names, a cell's tag is the repeat's and the field's. */
function mappingOf(source: TemplateSource): PlanTemplate {
  startTemplate();
  const { body, header, footer } = source.write();
  const tags = [...`${body}${header}${footer}`.matchAll(/<w:tag w:val="([^"]+)"\/><w:id w:val="\d+"\/>(<w15:repeatingSection\/>)?/g)];
  const repeats = [...new Set(tags.filter((tag) => tag[2]).map((tag) => tag[1] ?? ''))];
  const singles = [...new Set(tags.filter((tag) => !tag[2]).map((tag) => tag[1] ?? ''))];
  const repeatOf = (tag: string): string | undefined => repeats.find((repeat) => tag.startsWith(`${repeat}.`));
  return {
    id: source.id,
    kind: source.kind,
    name: source.name,
    jurisdiction: source.jurisdiction,
    version: source.version,
    validFrom: source.validFrom,
    order: [...new Set(tags.map((tag) => tag[1] ?? ''))].filter((tag) => !repeatOf(tag)),
    controls: singles.filter((tag) => !repeatOf(tag)).map((tag) => ({ tag, field: tag })),
    repeats: repeats.map((repeat) => ({
      tag: repeat,
      field: repeat,
      cells: singles.filter((tag) => repeatOf(tag) === repeat).map((tag) => ({ tag, field: tag.slice(repeat.length + 1) })),
    })),
  };
}

/** Writes every template and mapping into a folder; the test builds into another one and compares. */
export function buildTemplates(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const source of shippedTemplates) {
    writeFileSync(path.join(folder, `${source.id}.docx`), bytesOf(source));
    writeFileSync(path.join(folder, `${source.id}.mapping.json`), `${JSON.stringify(mappingOf(source), null, 2)}\n`);
  }
}

if (process.argv[1] === import.meta.filename) buildTemplates(import.meta.dirname);
