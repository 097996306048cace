import type { Block, PlanTemplate, TemplateRepeat } from '#domain/plans/block.ts';
import { rowTag } from '#domain/plans/block.ts';
import { entry } from '#domain/plans/entry.ts';
import { singleField } from '#domain/plans/particulars.ts';
import type { Passage } from '#domain/plans/passage.ts';
import { gapWords, particular } from '#domain/plans/passage.ts';
import type { PlanRecord } from '#domain/plans/plan.ts';
import { repeatedField } from '#domain/plans/rows.ts';
import { numberSources } from '#domain/plans/source.ts';
import type { StoredDocument, StoredPlan } from '#domain/plans/stored.ts';
import { shortDay } from '#domain/plans/written-day.ts';

const sourcesField = 'sources';

const blockOf = (tag: string, field: string, passage: Passage): Block => ({ tag, field, ...passage });

function rowsOf(repeat: TemplateRepeat, record: PlanRecord, stored: readonly StoredDocument[]): readonly Block[] {
  const first = repeat.cells.find((one) => one.field !== 'label')?.field ?? 'text';
  return repeatedField(repeat.field, first, record, stored).flatMap(({ key, cells }) =>
    repeat.cells.map(({ field }): Block => {
      const passage = entry(cells, field) ?? particular(field, '');
      return {
        ...blockOf(rowTag(repeat.tag, key, field), `${repeat.field}.${field}`, passage),
        kind: passage.kind === 'gap' ? 'gap' : 'cell',
        row: { repeat: repeat.tag, key },
      };
    }),
  );
}

/** Text a person changed in the last plan is theirs: it stands, unless the record has moved on since, and then both are shown. */
function withEdits(block: Block, last: StoredPlan | undefined): Block {
  const issued = last ? entry(last.issued, block.tag) : undefined;
  const now = last ? entry(last.now, block.tag) : undefined;
  if (!last || issued === undefined || now === undefined || now === issued || now === block.text) return block;
  if (block.text === issued) return { ...block, kind: block.row ? 'cell' : 'text', text: now, sources: [last.file], composed: false };
  if (block.row && block.kind === 'cell' && block.sources.length === 0) return block;
  const unsettled = gapWords(`${last.file.name} was changed to “${now}”. Settle which stands.`);
  return { ...block, gap: block.gap ? `${block.gap} ${unsettled}` : unsettled };
}

/** The blocks in the order of the page, as far as the mapping tells it. */
function onThePage(blocks: readonly Block[], template: PlanTemplate): readonly Block[] {
  const place = new Map((template.order ?? []).map((tag, index) => [tag, index]));
  const placeOf = (block: Block): number => place.get(block.row?.repeat ?? block.tag) ?? place.size;
  return [...blocks].sort((one, other) => placeOf(one) - placeOf(other));
}

/** The particulars of this document are never carried over from the last one. */
const isCarried = (field: string): boolean => !/^(plan|school|case)\./.test(field);

function sourceRows(repeat: TemplateRepeat, blocks: readonly Block[], record: PlanRecord): readonly Block[] {
  return numberSources(blocks).sources.flatMap(({ number, source }) => {
    const cells: Record<string, string> = {
      number: String(number),
      words: source.words,
      on: shortDay(source.on, record.dated, record.jurisdiction),
      where: source.kind === 'file' ? `${source.name}, version ${source.version}` : 'record',
    };
    return repeat.cells.map(({ field }) => ({
      ...blockOf(rowTag(repeat.tag, String(number), field), `${sourcesField}.${field}`, particular(`Source ${number}`, cells[field] ?? '')),
      kind: 'cell' as const,
      row: { repeat: repeat.tag, key: String(number) },
    }));
  });
}

/**
 * Composes a plan for one template: a block for each control the template has, out of the record and of what is stored in the
 * case folder. No sentence is made up: each is a stored fact with its source, words that somebody wrote, or a marked gap.
 */
export function draftPlan(record: PlanRecord, stored: readonly StoredDocument[], template: PlanTemplate): readonly Block[] {
  const last = stored.find((one): one is StoredPlan => one.kind === 'last-plan');
  const singles = template.controls.map(({ tag, field }) => blockOf(tag, field, singleField(field, record, stored)));
  const repeats = template.repeats.filter((repeat) => repeat.field !== sourcesField).flatMap((repeat) => rowsOf(repeat, record, stored));
  const blocks = onThePage([...singles, ...repeats], template).map((block) => (isCarried(block.field) ? withEdits(block, last) : block));
  const listed = template.repeats.filter((repeat) => repeat.field === sourcesField).flatMap((repeat) => sourceRows(repeat, blocks, record));
  return [...blocks, ...listed];
}
