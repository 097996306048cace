import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TemplateFile } from '#api/plans/document/fill.ts';
import type { DocumentMeta } from '#api/plans/document/meta.ts';
import { asInstant } from '#domain/calendar/wall-clock.ts';
import type { PlanTemplate } from '#domain/plans/block.ts';
import type { PlanRecord } from '#domain/plans/plan.ts';

export const templatesFolder = path.resolve(import.meta.dirname, '../../../../api/plans/document/templates');

/** A template as it ships: the .docx and the mapping beside it. */
export function shipped(id: string): TemplateFile {
  const mapping = JSON.parse(readFileSync(path.join(templatesFolder, `${id}.mapping.json`), 'utf8')) as PlanTemplate;
  return { bytes: new Uint8Array(readFileSync(path.join(templatesFolder, `${id}.docx`))), mapping };
}

/** What a document says about itself, for a record and a template. */
export const metaFor = (record: PlanRecord, { mapping }: TemplateFile): DocumentMeta => ({
  planId: record.planId,
  kind: record.kind,
  version: record.version,
  caseRef: record.caseRef,
  title: `${mapping.name} ${record.caseRef}`,
  issuedAt: asInstant('2026-11-20T08:44:00.000Z'),
  template: { id: mapping.id, version: mapping.version },
  addIn: { id: '7b1f3c52-2f0e-4c51-9d7e-0a4b5b8f6c10', version: '1.0.0.0', store: 'EXCatalog', storeType: 'EXCatalog' },
});
