import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { fillTemplate, type TemplateFile } from '#api/plans/document/fill.ts';
import { type ReadDocument, readDocument } from '#api/plans/document/read.ts';
import { draftPlan } from '#domain/plans/draft.ts';
import type { PlanRecord } from '#domain/plans/plan.ts';
import { metaFor, shipped } from '#tests/api/plans/document/shipped.ts';
import { callum, inTheFolder } from '#tests/domain/plans/callum.ts';

/** A part of a .docx as text. */
export const partOf = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

export const partNames = (bytes: Uint8Array): string[] => Object.keys(unzipSync(bytes));

/** The same file with one part rewritten, as another program would save it. */
export function withPart(bytes: Uint8Array, name: string, change: (xml: string) => string): Uint8Array {
  const files: Zippable = unzipSync(bytes);
  const before = partOf(bytes, name);
  const after = change(before);
  if (after === before && before !== '') throw new Error(`nothing changed in ${name}`);
  return zipSync({ ...files, [name]: strToU8(after) });
}

export const inDocument = (bytes: Uint8Array, change: (xml: string) => string): Uint8Array => withPart(bytes, 'word/document.xml', change);

/** A zip of the given texts. */
export const zipOf = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

/** A plan as a finished file; Callum's, unless told otherwise. */
export function planFile(record: PlanRecord = callum, template: TemplateFile = shipped('england-sen-support')): Uint8Array {
  const filled = fillTemplate(template, draftPlan(record, inTheFolder, template.mapping), metaFor(record, template));
  if (!filled.ok) throw new Error(filled.words);
  return filled.bytes;
}

export function read(bytes: Uint8Array): ReadDocument {
  const answer = readDocument(bytes);
  if (!answer.ok) throw new Error(answer.words);
  return answer;
}
