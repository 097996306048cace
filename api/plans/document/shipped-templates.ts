import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TemplateFile } from '#api/plans/document/fill.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { PlanTemplate } from '#domain/plans/block.ts';

const folder = path.join(import.meta.dirname, 'templates');

const ids = [
  'england-sen-support',
  'england-annual-review',
  'england-one-page-profile',
  'england-transition',
  'us-iep',
  'meeting-minutes',
] as const;

export type ShippedTemplateId = (typeof ids)[number];

const read = new Map<ShippedTemplateId, TemplateFile>();

/** A template that Waymark brings with it: the .docx and the mapping beside it, read from the disk once. */
export function shippedTemplate(id: ShippedTemplateId): TemplateFile {
  const known = read.get(id);
  if (known) return known;
  const mapping = JSON.parse(readFileSync(path.join(folder, `${id}.mapping.json`), 'utf8')) as PlanTemplate;
  const file: TemplateFile = { bytes: new Uint8Array(readFileSync(path.join(folder, `${id}.docx`))), mapping };
  read.set(id, file);
  return file;
}

/** A shipped template in exactly this version; null where it is no longer, or never was, one of ours. */
export function knownTemplate(id: string, version: number): TemplateFile | null {
  const known = ids.find((one) => one === id);
  const template = known ? shippedTemplate(known) : null;
  return template?.mapping.version === version ? template : null;
}

/** The template for a kind of document on a day: of those that are valid by then, the one that became so last. Null if there is none. */
export function templateFor(kind: PlanTemplate['kind'], jurisdiction: 'england' | 'us', on: Day): TemplateFile | null {
  const fitting = ids
    .map(shippedTemplate)
    .filter(
      ({ mapping }) => mapping.kind === kind && mapping.validFrom <= on && (kind === 'minutes' || mapping.jurisdiction === jurisdiction),
    );
  return fitting.sort((one, other) => (one.mapping.validFrom < other.mapping.validFrom ? 1 : -1))[0] ?? null;
}
