import type { Instant } from '#domain/calendar/day.ts';
import type { Block, Fields } from '#domain/plans/block.ts';
import { planNames } from '#domain/plans/particulars.ts';
import type { PlanRecord } from '#domain/plans/plan.ts';
import { Refusal } from '../refusal.ts';
import { fillTemplate, type TemplateFile } from './document/fill.ts';
import type { AddIn, DocumentMeta } from './document/meta.ts';
import { isUnreadable } from './document/package.ts';
import { readDocument } from './document/read.ts';
import { templateFor } from './document/shipped-templates.ts';

export type ComposedDocument = { readonly bytes: Uint8Array; readonly fields: Fields; readonly meta: DocumentMeta };

/** The template for a plan of this kind; refuses where the nation has none. */
export function planTemplate(record: Pick<PlanRecord, 'kind' | 'jurisdiction' | 'dated'>): TemplateFile {
  const template = templateFor(record.kind, record.jurisdiction, record.dated);
  if (!template) throw new Refusal('not-ready', `There is no template for this kind of plan on ${record.dated}.`);
  return template;
}

/** What a plan's document says about itself. */
export const planMeta = (
  record: Pick<PlanRecord, 'planId' | 'kind' | 'version' | 'caseRef' | 'dated'>,
  { mapping }: { readonly mapping: Pick<TemplateFile['mapping'], 'id' | 'version'> },
  issuedAt: Instant,
  addIn?: AddIn,
): DocumentMeta => ({
  planId: record.planId,
  kind: record.kind,
  version: record.version,
  caseRef: record.caseRef,
  title: `${planNames[record.kind]} ${record.caseRef} ${record.dated}`,
  issuedAt,
  template: { id: mapping.id, version: mapping.version },
  ...(addIn ? { addIn } : {}),
});

/** Fills the template on the server, and reads it back: what a version holds is what the page really says. */
export function composeDocument(
  record: PlanRecord,
  blocks: readonly Block[],
  template: TemplateFile,
  issuedAt: Instant,
  addIn?: AddIn,
): ComposedDocument {
  const meta = planMeta(record, template, issuedAt, addIn);
  const filled = fillTemplate(template, blocks, meta);
  if (!filled.ok) throw new Error(`the template could not be filled: ${filled.why}`);
  const read = readDocument(filled.bytes);
  if (isUnreadable(read)) throw new Error(`the filled plan could not be read back: ${read.why}`);
  return { bytes: filled.bytes, fields: read.fields, meta };
}

/** `WM-0412 SEN support plan 2026-11-23.docx`: the case, what it is and its day, never a name. */
export function planFileName({ caseRef, kind, dated }: Pick<PlanRecord, 'caseRef' | 'kind' | 'dated'>): string {
  const name = planNames[kind];
  const words = /^[A-Z]{2}/.test(name) || kind === 'iep' ? name : name.charAt(0).toLowerCase() + name.slice(1);
  return `${caseRef} ${words} ${dated}.docx`;
}
