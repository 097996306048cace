import type { Document, Element } from '@xmldom/xmldom';
import { isUnreadable, openPackage, type Parts, textOf, type Unreadable } from '#api/plans/document/package.ts';
import { Marks, type Piece } from '#api/plans/document/pieces.ts';
import { controlsIn, tagOf, takeOut } from '#api/plans/document/take-out.ts';
import { takeOutRepeat } from '#api/plans/document/take-out-repeat.ts';
import { childNamed, MC, parseXml, R, settingOf, UnsoundXml, W, W15, writeXml } from '#api/plans/document/xml.ts';
import type { PlanTemplate } from '#domain/plans/block.ts';

/** A template taken apart once: filling it is writing these pieces one after another. */
export type CompiledTemplate = {
  readonly parts: Parts;
  readonly pieces: ReadonlyMap<string, readonly Piece[]>;
  readonly lastId: number;
  readonly tags: ReadonlySet<string>;
};

/** What we write must be declared under the prefixes we use, later markup and named as what an older reader may pass over. */
function declareWord15(root: Element): void {
  root.setAttribute('xmlns:w', W);
  root.setAttribute('xmlns:w15', W15);
  root.setAttribute('xmlns:mc', MC);
  root.setAttribute('xmlns:r', R);
  const ignorable = new Set((root.getAttributeNS(MC, 'Ignorable') ?? '').split(/\s+/).filter(Boolean));
  root.setAttributeNS(MC, 'mc:Ignorable', [...ignorable.add('w15')].join(' '));
}

const fillable = /^word\/(document|header\d*|footer\d*)\.xml$/;

function highestId(root: Element): number {
  const ids = controlsIn(root).map((control) => Number(settingOf(childNamed(control, 'sdtPr') ?? control, 'id') ?? 0));
  return ids.filter((id) => Number.isFinite(id)).reduce((most, id) => Math.max(most, id), 0);
}

function compilePart(
  xml: string,
  mapping: PlanTemplate,
  styles: ReadonlySet<string>,
  found: Set<string>,
): { pieces: readonly Piece[]; lastId: number } {
  const root = parseXml(xml);
  const marked = new Marks(root.ownerDocument as Document, styles);
  const lastId = highestId(root);
  declareWord15(root);
  for (const repeat of mapping.repeats) takeOutRepeat(root, repeat, marked, found);
  const tags = new Set(mapping.controls.map((one) => one.tag));
  for (const control of controlsIn(root).filter((one) => tags.has(tagOf(one) ?? ''))) {
    found.add(tagOf(control) ?? '');
    takeOut(control, tagOf(control) ?? '', marked);
  }
  return { pieces: marked.cut(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${writeXml(root)}`), lastId };
}

const compiled = new WeakMap<Uint8Array, { readonly mapping: PlanTemplate; readonly answer: CompiledTemplate }>();

/** Takes a template apart at its tagged controls. The same bytes with the same mapping are taken apart once. */
export function compileTemplate(bytes: Uint8Array, mapping: PlanTemplate): CompiledTemplate | Unreadable {
  const before = compiled.get(bytes);
  if (before?.mapping === mapping) return before.answer;
  const parts = openPackage(bytes);
  if (isUnreadable(parts)) return parts;
  const answer = compileParts(parts, mapping);
  if (!isUnreadable(answer)) compiled.set(bytes, { mapping, answer });
  return answer;
}

function compileParts(parts: Parts, mapping: PlanTemplate): CompiledTemplate | Unreadable {
  if (!parts.has('word/document.xml') || !parts.has('[Content_Types].xml')) return { ...notOurs };
  const tags = new Set<string>();
  const pieces = new Map<string, readonly Piece[]>();
  let lastId = 0;
  const styles = new Set(Array.from((textOf(parts, 'word/styles.xml') ?? '').matchAll(/w:styleId="([^"]+)"/g), (match) => match[1] ?? ''));
  try {
    for (const name of [...parts.keys()].filter((one) => fillable.test(one))) {
      const part = compilePart(textOf(parts, name) ?? '', mapping, styles, tags);
      pieces.set(name, part.pieces);
      lastId = Math.max(lastId, part.lastId);
    }
  } catch (error) {
    if (error instanceof UnsoundXml)
      return { ok: false, why: 'damaged', words: 'This template is damaged. Open it in Word, save it, and add it again.' };
    throw error;
  }
  return { parts, pieces, lastId, tags };
}

const notOurs: Unreadable = { ok: false, why: 'not-a-document', words: 'This template is not a Word document (.docx).' };
