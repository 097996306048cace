import type { ColumnRole } from '#domain/existing-plans/columns.ts';
import type { FoundLine } from '#domain/existing-plans/found-line.ts';
import { type Section, sectionsOf } from '#domain/existing-plans/layout.ts';
import type { PageBlock, Passage } from '#domain/existing-plans/page-block.ts';
import { factsOf, type PlanFacts } from '#domain/existing-plans/plan-facts.ts';
import { goalsIn } from '#domain/existing-plans/read-goals.ts';
import { needsIn } from '#domain/existing-plans/read-needs.ts';
import { provisionIn } from '#domain/existing-plans/read-provision.ts';
import { letterIn, type SectionName } from '#domain/existing-plans/sections.ts';
import { sentencesIn } from '#domain/existing-plans/sentences.ts';

/** What one file was read into. `sections` are those that were recognised, so that "nothing found" can be told from "nothing there". */
export type ReadPlan = {
  readonly facts: PlanFacts;
  readonly lines: readonly FoundLine[];
  readonly sections: readonly SectionName[];
};

const isNeeds = (section: SectionName): boolean => section === 'needs';
const isGoals = (section: SectionName): boolean => section === 'outcomes';
const isProvision = (section: SectionName): boolean =>
  section === 'provision' || section === 'health-provision' || section === 'care-provision';

/**
 * A table may hold need, outcome and provision beside one another, whatever section it stands in: its columns say so. Where it has no
 * such columns, the section decides.
 */
function linesIn(section: Section, blocks: readonly PageBlock[], facts: PlanFacts): readonly FoundLine[] {
  const only = (entries: Section['entries']): Section => ({ ...section, entries });
  return section.entries.flatMap((entry) => {
    const one = only([entry]);
    if (entry.kind !== 'row' || !entry.roles) return [];
    const { roles, heads } = entry;
    /** The section as the column's heading names it, where it names one. */
    const as = (role: ColumnRole): Section => ({ ...one, letter: letterIn(heads[roles.indexOf(role)] ?? '') ?? section.letter });
    return [
      ...(roles.includes('need') && !isGoals(section.section) ? needsIn(as('need'), blocks, facts.manner) : []),
      ...(roles.includes('goal') && !isProvisionOnly(section.section, roles) ? goalsIn(as('goal'), blocks, facts) : []),
      ...(roles.includes('what') && speaksOfProvision(section.section) ? provisionIn(as('what'), blocks, facts) : []),
    ];
  });
}

/** In section F a column *Outcome* repeats the outcomes of section E. */
const isProvisionOnly = (section: SectionName, roles: readonly (string | null)[]): boolean =>
  isProvision(section) && roles.includes('what');

const speaksOfProvision = (section: SectionName): boolean =>
  !['accommodations', 'testing', 'participation', 'advice', 'budget', 'review', 'placement', 'reporting', 'transition'].includes(section);

/** Sections without a table of their own kind: paragraphs, items, and tables whose columns nobody named. */
function plainLines(section: Section, blocks: readonly PageBlock[], facts: PlanFacts): readonly FoundLine[] {
  const rest = section.entries.filter((entry) => entry.kind === 'block' || entry.roles === null);
  const own: Section = { ...section, entries: rest };
  if (isNeeds(section.section)) return needsIn(own, blocks, facts.manner);
  if (isGoals(section.section)) return goalsIn(own, blocks, facts);
  return isProvision(section.section) ? provisionIn(own, blocks, facts) : [];
}

const startOf = (line: FoundLine): readonly [number, number] => [line.passages[0]?.block ?? 0, line.passages[0]?.from ?? 0];

function inPageOrder(lines: readonly FoundLine[]): readonly FoundLine[] {
  return [...lines].sort((one, other) => {
    const [block, from] = startOf(one);
    const [otherBlock, otherFrom] = startOf(other);
    return block - otherBlock || from - otherFrom;
  });
}

/** A passage makes one line only: what two readers found in the same words stays with the first. */
function withoutRepeats(lines: readonly FoundLine[]): readonly FoundLine[] {
  const seen = new Set<string>();
  const words = new Set<string>();
  return lines.filter((line) => {
    const [block, from] = startOf(line);
    const said = `${line.kind} ${line.values.text.toLowerCase()}`;
    if (seen.has(`${block}/${from}`) || words.has(said)) return false;
    seen.add(`${block}/${from}`);
    words.add(said);
    return true;
  });
}

/** Reads a plan's blocks into its lines, in the order of the page. Words are the plan's own; numbers only where they stand in it. */
export function readPlan(blocks: readonly PageBlock[], fileName: string, nation: 'england' | 'us'): ReadPlan {
  const facts = factsOf(blocks, fileName, nation);
  const sections = sectionsOf(blocks);
  const found = sections.flatMap((section) => [...linesIn(section, blocks, facts), ...plainLines(section, blocks, facts)]);
  const lines = withLinks(withoutRepeats(inPageOrder(found)), blocks);
  return { facts, lines, sections: [...new Set(sections.map(({ section }) => section))] };
}

/**
 * Suggests for which need and outcome a line of provision is: those of its own row, else the only one there is, else the outcome that its
 * heading numbers. A suggestion, never more.
 */
function withLinks(lines: readonly FoundLine[], blocks: readonly PageBlock[]): readonly FoundLine[] {
  const rowOf = (line: FoundLine): string | null => {
    const cell = blocks[line.passages[0]?.block ?? -1]?.cell;
    return cell ? `${cell.table}/${cell.row}` : null;
  };
  const only = (kind: FoundLine['kind']): number | null => {
    const places = lines.flatMap((line, index) => (line.kind === kind ? [index] : []));
    return places.length === 1 ? (places[0] ?? null) : null;
  };
  return lines.map((line) => {
    if (line.kind !== 'provision') return line;
    const row = rowOf(line);
    const beside = (kind: FoundLine['kind']): number | null => {
      const at = row === null ? -1 : lines.findIndex((other) => other.kind === kind && rowOf(other) === row);
      return at >= 0 ? at : only(kind);
    };
    const [forNeed, forGoal] = [beside('need'), beside('goal')];
    const suggested = [...line.suggested, ...(forNeed === null ? [] : ['forNeed']), ...(forGoal === null ? [] : ['forGoal'])];
    return { ...line, suggested, values: { ...line.values, forNeed, forGoal } };
  });
}

/** A label with its value, or half of one: what forms ask for before the plan begins. */
const isParticular = (block: PageBlock): boolean => block.text.length <= 120 && (block.cell !== null || /:/.test(block.text));

/** Blocks whose words somebody wrote about the child: no headings, no heads of columns, no particulars. */
function spoken(blocks: readonly PageBlock[]): readonly number[] {
  return sectionsOf(blocks).flatMap(({ section, entries }) =>
    entries
      .flatMap((entry) => (entry.kind === 'block' ? [entry.block] : entry.cells.flatMap((cell) => cell.blocks)))
      .filter((index) => section !== 'particulars' || !isParticular(blocks[index] as PageBlock)),
  );
}

/** Every sentence that no line was made from, so that nothing is lost unseen. */
export function notTaken(blocks: readonly PageBlock[], lines: readonly { readonly passages: readonly Passage[] }[]): readonly Passage[] {
  const taken = lines.flatMap((line) => line.passages);
  return spoken(blocks).flatMap((index) =>
    sentencesIn(blocks[index]?.text ?? '')
      .map((span) => ({ block: index, ...span }))
      .filter((span) => !taken.some((one) => one.block === index && one.from < span.to && span.from < one.to)),
  );
}
