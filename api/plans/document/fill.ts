import { cellFrame, paragraphFrame, repeatBinding, wordsFor, writeControl } from '#api/plans/document/control.ts';
import { dataPart, type FilledPassage, issuedPart, type Places } from '#api/plans/document/data-parts.ts';
import type { DocumentMeta } from '#api/plans/document/meta.ts';
import { isUnreadable, type Unreadable, writePackage } from '#api/plans/document/package.ts';
import { packageParts } from '#api/plans/document/package-parts.ts';
import type { Piece, Slot } from '#api/plans/document/pieces.ts';
import { type CompiledTemplate, compileTemplate } from '#api/plans/document/template.ts';
import { legalText } from '#api/plans/document/xml.ts';
import type { Block, PlanTemplate } from '#domain/plans/block.ts';
import { numberSources } from '#domain/plans/source.ts';

/** Something a person should know about the document that was written. */
export type FillNote = { readonly tag: string; readonly words: string };

export type Filled = { readonly ok: true; readonly bytes: Uint8Array; readonly notes: readonly FillNote[] };

export type TemplateFile = { readonly bytes: Uint8Array; readonly mapping: PlanTemplate };

/** As Word keeps text: one kind of line end, and nothing that XML cannot hold. */
const storable = (text: string): string => legalText(text.replace(/\r\n?/g, '\n'));

function slotsByTag(pieces: Iterable<readonly Piece[]>): ReadonlyMap<string, Slot> {
  const slots = new Map<string, Slot>();
  const visit = (piece: Piece): void => {
    if (typeof piece === 'string') return;
    if (piece.kind === 'slot') slots.set(piece.tag, piece);
    if (piece.kind === 'repeat') piece.pattern.forEach(visit);
  };
  for (const part of pieces) part.forEach(visit);
  return slots;
}

type Writing = {
  readonly passages: ReadonlyMap<string, FilledPassage>;
  readonly rowKeys: ReadonlyMap<string, readonly string[]>;
  readonly cellTags: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly places: Places;
  readonly nextId: () => number;
};

/** The tag a template's control has in this document: its own, or in a row that of the row's cell. */
type Naming = (tag: string) => string;

function writePiece(piece: Piece, writing: Writing, naming: Naming): string {
  if (typeof piece === 'string') return piece;
  switch (piece.kind) {
    case 'id':
      return String(writing.nextId());
    case 'frame': {
      const passage = writing.passages.get(naming(piece.tag));
      const isGap = passage?.block.kind === 'gap' || passage?.block.gap !== undefined;
      return isGap ? (piece.of === 'cell' ? cellFrame : paragraphFrame) : '';
    }
    case 'style':
      return writing.passages.get(naming(piece.tag))?.block.kind === 'gap' ? piece.gap : piece.own;
    case 'repeat-binding': {
      const path = writing.places.rows.get(piece.tag);
      return path ? repeatBinding(path) : '';
    }
    case 'slot': {
      const tag = naming(piece.tag);
      const passage = writing.passages.get(tag) ?? unfilled(tag);
      const before = piece.before.map((one) => writePiece(one, writing, naming)).join('');
      return writeControl(piece, passage, writing.places.field.get(tag), writing.nextId, before);
    }
    case 'repeat':
      return (writing.rowKeys.get(piece.tag) ?? [])
        .map((key) => {
          const inRow: Naming = (tag) => writing.cellTags.get(`${piece.tag}/${key}`)?.get(tag) ?? tag;
          return piece.pattern.map((one) => writePiece(one, writing, inRow)).join('');
        })
        .join('');
  }
}

/** A control that no block speaks for stays, empty, so that a person can still write in it. */
const unfilled = (tag: string): FilledPassage => ({
  block: { tag, field: tag, label: tag, kind: 'text', text: '', sources: [], composed: false },
  text: '',
  numbers: [],
});

function rowsOf(blocks: readonly Block[], mapping: PlanTemplate): Pick<Writing, 'rowKeys' | 'cellTags'> {
  const rowKeys = new Map<string, string[]>();
  const cellTags = new Map<string, Map<string, string>>();
  const templateTags = new Map(
    mapping.repeats.map((repeat) => [repeat.tag, new Map(repeat.cells.map((one) => [`${repeat.field}.${one.field}`, one.tag]))]),
  );
  for (const block of blocks) {
    if (!block.row) continue;
    const { repeat, key } = block.row;
    const row = `${repeat}/${key}`;
    if (!cellTags.has(row)) rowKeys.set(repeat, [...(rowKeys.get(repeat) ?? []), key]);
    const cells = cellTags.get(row) ?? new Map<string, string>();
    const tag = templateTags.get(repeat)?.get(block.field);
    if (tag) cells.set(tag, block.tag);
    cellTags.set(row, cells);
  }
  return { rowKeys, cellTags };
}

function notesOf(blocks: readonly Block[], mapping: PlanTemplate, found: ReadonlySet<string>): readonly FillNote[] {
  const cleaned = blocks
    .filter((block) => storable(block.text) !== block.text.replace(/\r\n?/g, '\n'))
    .map((block) => ({ tag: block.tag, words: `${block.label} held characters that a document cannot keep; they were left out.` }));
  const lacking = [...mapping.controls, ...mapping.repeats]
    .filter(({ tag }) => !found.has(tag))
    .map(({ tag }) => ({ tag, words: `The template has no control with the tag “${tag}”.` }));
  return [...cleaned, ...lacking];
}

/**
 * Fills a template's tagged controls with the blocks and gives the bytes of a .docx. Each plain control is bound to a custom XML part
 * that carries the same words; a second part keeps what was issued and where it came from. A template that cannot be read is an answer.
 */
export function fillTemplate(template: TemplateFile, blocks: readonly Block[], meta: DocumentMeta): Filled | Unreadable {
  const compiled = compileTemplate(template.bytes, template.mapping);
  if (isUnreadable(compiled)) return compiled;
  return { ok: true, bytes: write(compiled, template.mapping, blocks, meta), notes: notesOf(blocks, template.mapping, compiled.tags) };
}

function write(compiled: CompiledTemplate, mapping: PlanTemplate, blocks: readonly Block[], meta: DocumentMeta): Uint8Array {
  const slots = slotsByTag(compiled.pieces.values());
  const { rowKeys, cellTags } = rowsOf(blocks, mapping);
  const slotOf = new Map([...cellTags.values()].flatMap((cells) => [...cells].map(([own, tag]) => [tag, slots.get(own)] as const)));
  const { sources, numbersOf } = numberSources(blocks);
  const filled = blocks.map(
    (block): FilledPassage => ({
      block,
      text: storable(wordsFor(slotOf.get(block.tag) ?? slots.get(block.tag), block.text, block.gap)),
      numbers: numbersOf(block.sources),
    }),
  );
  // Numbers without a list to look them up in would only puzzle a reader; the file still carries the sources.
  const isListed = mapping.repeats.some((repeat) => repeat.field === 'sources');
  const { xml, places } = dataPart(filled, meta);
  let id = compiled.lastId;
  const writing: Writing = {
    passages: new Map(filled.map((one) => [one.block.tag, isListed ? one : { ...one, numbers: [] }])),
    rowKeys,
    cellTags,
    places,
    nextId: () => ++id,
  };
  const written = [...compiled.pieces].map(
    ([name, pieces]) => [name, pieces.map((piece) => writePiece(piece, writing, (tag) => tag)).join('')] as const,
  );
  const parts = packageParts(compiled.parts, { data: xml, issued: issuedPart(filled, sources, meta) }, meta);
  return writePackage(new Map([...parts, ...written]));
}
