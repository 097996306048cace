import type { FoundLine } from '#domain/existing-plans/found-line.ts';
import type { Entry, Section } from '#domain/existing-plans/layout.ts';
import { type Area, areaIn, suggestedCode } from '#domain/existing-plans/need-code.ts';
import { type PageBlock, type Passage, wholeBlock, wordsOf } from '#domain/existing-plans/page-block.ts';
import { sentencesIn } from '#domain/existing-plans/sentences.ts';

/** Words that say what is hard. */
const HARD =
  /\b(difficult(y|ies)?|hard\b|struggl|cannot|can ?not|can’t|can't|unable|not able|delay(ed)?|disorder|impair|needs?\b|requires?|below|behind|avoids?|distress|misses|loses|limited|only (when|if|with)|does not|do not|doesn|finds? .{0,30}(hard|challeng|difficult|overwhelm)|challeng|overwhelm|anxi|worr|sensitiv|reluctan|weak|poor|slow(er)?\b|low\b|lacks?|diagnos|autis|dyslex|adhd|at the .{0,20} (level|percentile)|percentile|equivalent|refus|rarely|seldom|becomes? (upset|dysregulated)|tires|fatigue|relies|depend)/i;
/** Words that say what goes well. */
const WELL =
  /\b(enjoys?|likes?|loves?|is good at|strengths?|is at ease|is able to|can (?!not\b|only\b)|confident|has made (good|excellent)|well[- ]liked|kind\b|polite|is proud|responds well|is working at age)/i;
/** A sentence that goes on with the one before it. */
const GOES_ON = /^(this|these|that|as a result|consequently|therefore|for example|because of this|in practice)\b/i;
/** What forms print over or under the needs and nobody wrote about the child. */
const OF_THE_FORM = /^(this section|please|the following|see (section|appendix)|based on the advice|source|note:)/i;

const isNeed = (text: string): boolean => text.length >= 12 && !OF_THE_FORM.test(text) && (HARD.test(text) || !WELL.test(text));

const isStrengthHead = (under: string | null): boolean =>
  under !== null && /\bstrengths?\b|\bgoing well\b|\bcan do\b|\binterests?\b/i.test(under);

function passagesIn(blocks: readonly PageBlock[], block: number): readonly Passage[] {
  const text = blocks[block]?.text ?? '';
  if (blocks[block]?.look === 'item') return [wholeBlock(blocks, block)];
  const found: { block: number; from: number; to: number }[] = [];
  for (const span of sentencesIn(text)) {
    const last = found.at(-1);
    if (last && GOES_ON.test(text.slice(span.from, span.to))) last.to = span.to;
    else found.push({ block, ...span });
  }
  return found;
}

/** Which of a row's cells speak of needs: the column of that name; without headings, every cell but a first one that only labels. */
function needCells(entry: Entry & { kind: 'row' }): { readonly blocks: readonly number[]; readonly label: string | null } {
  const named = entry.roles?.indexOf('need') ?? -1;
  if (entry.roles) return { blocks: entry.cells.filter((cell) => cell.column === named).flatMap((cell) => cell.blocks), label: null };
  const [first, ...others] = entry.cells;
  if (!first || others.length === 0) return { blocks: first?.blocks ?? [], label: null };
  return { blocks: others.flatMap((cell) => cell.blocks), label: first.text };
}

/** The needs that a section states, each in the plan's own words; what a sentence says goes well is left for *Not taken*. */
export function needsIn(section: Section, blocks: readonly PageBlock[], nation: 'england' | 'us'): readonly FoundLine[] {
  return section.entries.flatMap((entry) => {
    const row = entry.kind === 'row' ? needCells(entry) : null;
    const label = row?.label ?? entry.under;
    if (isStrengthHead(label)) return [];
    const labels = [
      label,
      entry.under,
      section.heading,
      ...(entry.kind === 'row' ? entry.cells.map((cell) => cell.text.slice(0, 60)) : []),
    ];
    const area = firstArea(labels.slice(0, entry.kind === 'row' && entry.roles ? 4 : 3));
    const held = row ? row.blocks : entry.kind === 'block' ? [entry.block] : [];
    return held
      .flatMap((block) => passagesIn(blocks, block))
      .filter((passage) => isNeed(wordsOf(blocks, passage)))
      .map((passage) => needLine(section, passage, wordsOf(blocks, passage), area, nation, entry.kind === 'row'));
  });
}

const firstArea = (labels: readonly (string | null)[]): Area | null =>
  labels.reduce<Area | null>((found, label) => found ?? (label ? areaIn(label) : null), null);

function needLine(
  section: Section,
  passage: Passage,
  text: string,
  area: Area | null,
  nation: 'england' | 'us',
  fromTable: boolean,
): FoundLine {
  const code = suggestedCode(text, area, nation);
  return {
    kind: 'need',
    letter: section.letter,
    section: section.section,
    passages: [passage],
    fromTable,
    cautions: [],
    suggested: [...(code ? ['code'] : []), ...(area ? ['area'] : [])],
    values: { text: withoutNumber(text), code, area },
  };
}

/** An item's number or bullet is the form's, not the need's. */
export const withoutNumber = (text: string): string => text.replace(/^\s*(?:[•▪◦●*–—-]|\(?\d{1,2}[.)]|[a-z][.)])\s+/, '').trim();
