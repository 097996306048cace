import { amountIn, isWeeklyTotal } from '#domain/existing-plans/amounts.ts';
import type { ColumnRole } from '#domain/existing-plans/columns.ts';
import { dayIn } from '#domain/existing-plans/days-in-text.ts';
import type { FoundLine, ProvisionValues } from '#domain/existing-plans/found-line.ts';
import type { Entry, RowCell, Section } from '#domain/existing-plans/layout.ts';
import { type PageBlock, type Passage, wholeBlock, wordsOf } from '#domain/existing-plans/page-block.ts';
import type { PlanFacts } from '#domain/existing-plans/plan-facts.ts';
import { quotedList } from '#domain/existing-plans/read-goals.ts';
import { withoutNumber } from '#domain/existing-plans/read-needs.ts';
import { sentencesIn } from '#domain/existing-plans/sentences.ts';
import { placeIn, whoIn } from '#domain/existing-plans/who-in-text.ts';
import { vagueAmountsIn } from '#domain/plans/wording.ts';

/** What is about the plan and not given to the child. */
const OF_THE_PLAN =
  /^(this section|please|the following|see (section|appendix)|note:|funding|total)|\bkeep a record\b|\bannual review\b|\bwill be (reviewed|monitored|evaluated)\b|\breviewed (termly|annually|at)\b|\bbring it to\b|\bprogress will be\b/i;

const isProvision = (text: string): boolean => text.length >= 8 && !OF_THE_PLAN.test(text);

type Dates = Pick<PlanFacts, 'manner'>;
type Columns = Partial<Record<ColumnRole, string>>;

/** "from 1 September 2025 to 17 July 2026": the days between which a line runs, where both are said. */
function runIn(text: string, facts: Dates): { readonly from: ProvisionValues['from']; readonly until: ProvisionValues['until'] } {
  const first = dayIn(text, facts.manner);
  if (!first) return { from: null, until: null };
  const second = dayIn(text.slice(first.to), facts.manner);
  const before = text.slice(Math.max(0, first.from - 12), first.from);
  if (second) return { from: first.day, until: second.day };
  return /\b(until|till|to|ends?|by)\b/i.test(before) ? { from: null, until: first.day } : { from: first.day, until: null };
}

function valuesOf(text: string, columns: Columns, facts: Dates): ProvisionValues {
  const all = [text, ...Object.values(columns)].join(' · ');
  const amount = amountIn(text, {
    ...(columns.group ? { group: columns.group } : {}),
    ...(columns.long ? { long: columns.long } : {}),
    ...(columns.often ? { often: columns.often } : {}),
  });
  const run = runIn(all, facts);
  return {
    text,
    who: columns.who?.replace(/\s+/g, ' ').trim() || whoIn(text),
    ...amount,
    place: columns.place?.trim() || placeIn(text),
    from: (columns.from ? dayIn(columns.from, facts.manner)?.day : null) ?? run.from,
    until: (columns.until ? dayIn(columns.until, facts.manner)?.day : null) ?? run.until,
    forNeed: null,
    forGoal: null,
  };
}

/** The fields of a line of provision that stands alone. */
export const provisionValuesOf = (text: string, about: Dates): ProvisionValues => valuesOf(text, {}, about);

/** Wording nobody can be held to, and amounts that may be read in two ways. */
export function provisionCautions(values: ProvisionValues, said: string): readonly string[] {
  const vague = vagueAmountsIn(said);
  const amountless = values.minutes === null && values.timesAWeek === null;
  return [
    ...(vague.length > 0 ? [`${quotedList(vague)} ${vague.length === 1 ? 'is' : 'are'} no amount: kept, marked not specific.`] : []),
    ...(amountless && vague.length === 0 ? ['How long and how often are not in the plan.'] : []),
    ...(isWeeklyTotal(said) ? ['The plan gives the time of a whole week; say in how many sessions.'] : []),
  ];
}

function provisionLine(
  section: Section,
  passages: readonly Passage[],
  text: string,
  columns: Columns,
  facts: PlanFacts,
  fromTable: boolean,
): FoundLine {
  const values = valuesOf(text, columns, facts);
  return {
    kind: 'provision',
    letter: section.letter,
    section: section.section,
    passages,
    fromTable,
    cautions: provisionCautions(values, [text, columns.often, columns.long, columns.who].filter(Boolean).join(' · ')),
    suggested: [],
    values,
  };
}

function fromBlock(section: Section, index: number, blocks: readonly PageBlock[], facts: PlanFacts): readonly FoundLine[] {
  const block = blocks[index];
  if (!block) return [];
  const passages = block.look === 'item' ? [wholeBlock(blocks, index)] : sentencesIn(block.text).map((span) => ({ block: index, ...span }));
  return passages
    .filter((passage) => isProvision(wordsOf(blocks, passage)))
    .map((passage) => provisionLine(section, [passage], withoutNumber(wordsOf(blocks, passage)), {}, facts, false));
}

const SAID_BY_COLUMNS: readonly ColumnRole[] = ['who', 'often', 'long', 'group', 'place', 'from', 'until'];

/** A row with headings: one line for each item of its *provision* column, the other columns said of all of them. */
function fromRow(
  section: Section,
  cells: readonly RowCell[],
  roles: readonly (ColumnRole | null)[],
  blocks: readonly PageBlock[],
  facts: PlanFacts,
): readonly FoundLine[] {
  const columns: Columns = {};
  const beside: Passage[] = [];
  for (const cell of cells) {
    const role = roles[cell.column];
    if (!role || !SAID_BY_COLUMNS.includes(role)) continue;
    columns[role] = cell.text;
    beside.push(...cell.blocks.map((block) => wholeBlock(blocks, block)));
  }
  const what = cells.filter((cell) => roles[cell.column] === 'what').flatMap((cell) => cell.blocks);
  return what
    .map((block) => wholeBlock(blocks, block))
    .filter((passage) => isProvision(wordsOf(blocks, passage)))
    .map((passage) => provisionLine(section, [passage, ...beside], withoutNumber(wordsOf(blocks, passage)), columns, facts, true));
}

/** The lines of provision that a section states: rows of tables, list items, sentences. */
export function provisionIn(section: Section, blocks: readonly PageBlock[], facts: PlanFacts): readonly FoundLine[] {
  return section.entries.flatMap((entry: Entry) => {
    if (entry.kind === 'block') return fromBlock(section, entry.block, blocks, facts);
    if (entry.roles) return fromRow(section, entry.cells, entry.roles, blocks, facts);
    const [first, ...others] = entry.cells;
    const held = others.length > 0 ? others : first ? [first] : [];
    return held.flatMap((cell) => cell.blocks.flatMap((block) => fromBlock(section, block, blocks, facts)));
  });
}
