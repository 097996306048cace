/**
 * Builds Waymark's own templates: `npx tsx api/plans/document/templates/build.ts` writes a .docx and its mapping for each. The files
 * are what the product reads; a school's own template is a .docx and a mapping of the same shape, made in Word.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { plainDocument } from '#api/plans/document/plain-document.ts';
import type { TemplateSource } from '#api/plans/document/templates/frame.ts';
import { shippedTemplates } from '#api/plans/document/templates/shipped.ts';
import { startTemplate } from '#api/plans/document/templates/wordml.ts';
import type { PlanTemplate } from '#domain/plans/block.ts';

function bytesOf(source: TemplateSource): Uint8Array {
  startTemplate();
  return plainDocument(source.write(), source.jurisdiction === 'us' ? 'Letter' : 'A4');
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
