import { dayIn, endOfYearIn } from '#domain/existing-plans/days-in-text.ts';
import type { FoundLine, GoalValues } from '#domain/existing-plans/found-line.ts';
import type { Entry, RowCell, Section } from '#domain/existing-plans/layout.ts';
import { type PageBlock, type Passage, wholeBlock, wordsOf } from '#domain/existing-plans/page-block.ts';
import type { PlanFacts } from '#domain/existing-plans/plan-facts.ts';
import { withoutNumber } from '#domain/existing-plans/read-needs.ts';
import { sentencesIn } from '#domain/existing-plans/sentences.ts';
import { vagueAimsIn } from '#domain/plans/wording.ts';

const LABEL = /^(?:(?:long[- ]term |annual |measurable )*(?:outcome|target|goal|objective)s?\s*\d*\s*[:.\u2013-]\s*)/i;
const PARTS: readonly (readonly [RegExp, 'baseline' | 'criterion' | 'measure' | 'by' | 'skip'])[] = [
  [/^(?:baseline|starting point|current level|where .{2,20} now)\s*[:\u2013-]\s*/i, 'baseline'],
  [/^(?:success criteria|achievement criteria|criteri(?:on|a)(?: for mastery)?|mastery)\s*[:\u2013-]\s*/i, 'criterion'],
  [/^(?:measured by|measure|method of measurement|evaluation(?: method| procedure)?|how measured)\s*[:\u2013-]\s*/i, 'measure'],
  [/^(?:by when|target date|timescale|to be achieved by|review date)\s*[:\u2013-]\s*/i, 'by'],
  [
    /^(?:steps? towards?|short[- ]term (?:targets?|objectives?)|benchmarks?|progress (?:reported|will be reported)|reported|people involved)\b/i,
    'skip',
  ],
];

/** Says that something will be so: what an outcome does, and a remark does not. */
const AIMS =
  /\b(will|to be able|is able to|can|be able to)\b|^by (the|january|february|march|april|may|june|july|august|september|october|november|december|\d|end)|^(given|when|in)\b.{3,80}\bwill\b/i;
const OF_THE_FORM = /^(this section|please|the following|outcomes? (are|should|must)|see (section|appendix)|these outcomes)/i;

const NUMBER = '(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)';
/** How much will be enough, as goals say it; the first that fits counts: "3 of 4 probes", "four lessons of five", "85% accuracy". */
const CRITERIA = [
  `(?:at least )?${NUMBER} (?:out )?of (?:the |every )?${NUMBER}\\b(?: [a-z]+)?`,
  `(?:at least )?${NUMBER} (?:[a-z]+ ){1,2}(?:out )?of (?:the |every )?${NUMBER}\\b`,
  '(?:at least )?\\d{1,3} ?%(?: accuracy)?',
  '\\b\\d+ words (?:correct(?:ly)? )?(?:per|a|in) (?:[a-z0-9]+ )?(?:minutes?|lesson|session)\\b',
].map((shape) => new RegExp(shape, 'i'));

const criterionIn = (text: string): string | null =>
  CRITERIA.reduce<string | null>((found, shape) => found ?? shape.exec(text)?.[0].trim() ?? null, null);
const MEASURED = /\b(?:as )?measured (?:weekly |termly |daily )?(?:by|through|using|on) ([^.;]{4,90})/i;
const BASELINE = /\((?:baseline|currently|now|from)[:\s]+([^)]{1,60})\)|\b(?:baseline|currently)[:\s]+([^.;,)]{1,60})/i;

/** What dates are read by: how the nation writes them, and the birthday from which school years are reckoned. */
export type DatesOf = Pick<PlanFacts, 'manner' | 'birthday'>;

type Stated = { measure: string | null; baseline: string | null; criterion: string | null; by: string | null };

/** An outcome is made of the passage that states it and those that tell its baseline, measure, criterion or date. */
type Draft = { readonly passages: Passage[]; readonly fromTable: boolean; text: string; stated: Stated };

const nothing = (): Stated => ({ measure: null, baseline: null, criterion: null, by: null });

class GoalWalk {
  readonly drafts: Draft[] = [];
  private readonly blocks: readonly PageBlock[];

  constructor(blocks: readonly PageBlock[]) {
    this.blocks = blocks;
  }

  block(index: number): void {
    const block = this.blocks[index];
    if (!block) return;
    if (this.part(index, block.text) || OF_THE_FORM.test(block.text)) return;
    if (block.look === 'item' || LABEL.test(block.text)) {
      this.start(wholeBlock(this.blocks, index), false);
      return;
    }
    for (const span of sentencesIn(block.text)) {
      const text = block.text.slice(span.from, span.to);
      if (!this.part(index, text, span.from) && AIMS.test(text)) this.start({ block: index, ...span }, false);
    }
  }

  row(entry: Entry & { kind: 'row' }): void {
    const { roles, cells } = entry;
    if (!roles) {
      this.labelled(cells);
      return;
    }
    const of = (role: string): RowCell | undefined => cells.find((cell) => roles[cell.column] === role);
    const goal = of('goal');
    for (const block of goal?.blocks ?? []) this.start(wholeBlock(this.blocks, block), true);
    this.more(cells, roles);
  }

  /** A row without column headings: the left cell names what the right one says. */
  private labelled(cells: readonly RowCell[]): void {
    const [first, ...others] = cells;
    if (!first) return;
    if (others.length === 0) {
      for (const block of first.blocks) this.block(block);
      return;
    }
    const label = `${first.text.replace(/[:?]?$/, '')}: `;
    const part = PARTS.find(([words]) => words.test(label))?.[1];
    const held = others.flatMap((cell) => cell.blocks);
    if (part)
      this.keep(
        part,
        held.map((block) => wholeBlock(this.blocks, block)),
        others.map((cell) => cell.text).join(' '),
      );
    else if (LABEL.test(label) || /^\d{1,2}[.)]?$/.test(first.text.trim()) || /\boutcome|\bgoal|\btarget|\bobjective/i.test(first.text))
      for (const block of held) this.start(wholeBlock(this.blocks, block), true);
    else for (const cell of cells) for (const block of cell.blocks) this.block(block);
  }

  private more(cells: readonly RowCell[], roles: readonly (string | null)[]): void {
    for (const cell of cells) {
      const role = roles[cell.column];
      if (role === 'baseline' || role === 'criterion' || role === 'measure' || role === 'by')
        this.keep(
          role,
          cell.blocks.map((block) => wholeBlock(this.blocks, block)),
          cell.text,
        );
    }
  }

  private part(block: number, text: string, at = 0): boolean {
    const found = PARTS.find(([words]) => words.test(text));
    if (!found) return false;
    this.keep(found[1], [{ block, from: at, to: at + text.length }], text.replace(found[0], ''));
    return true;
  }

  private keep(part: (typeof PARTS)[number][1], passages: readonly Passage[], words: string): void {
    const goal = this.drafts.at(-1);
    if (!goal || part === 'skip' || words.trim() === '') return;
    goal.stated[part] = words.trim().replace(/\.$/, '');
    goal.passages.push(...passages);
  }

  private start(passage: Passage, fromTable: boolean): void {
    const text = withoutNumber(wordsOf(this.blocks, passage)).replace(LABEL, '').trim();
    if (text.length < 10) return;
    this.drafts.push({ passages: [passage], fromTable, text, stated: nothing() });
  }
}

/** An outcome's fields, read from its own words and from what stands beside it. */
function valuesOf(text: string, stated: Stated, facts: DatesOf): { readonly values: GoalValues; readonly suggested: readonly string[] } {
  const baseline = BASELINE.exec(text);
  const said =
    dayIn(stated.by ?? '', facts.manner)?.day ??
    (/^by\b|\bby (the )?(end of )?\d|\bby (january|february|march|april|may|june|july|august|september|october|november|december)/i.test(
      text,
    )
      ? dayIn(text, facts.manner)?.day
      : null) ??
    null;
  const reckoned = said ? null : endOfYearIn(`${text} ${stated.by ?? ''}`, facts.birthday);
  return {
    values: {
      text,
      measure: stated.measure ?? MEASURED.exec(text)?.[1]?.trim() ?? null,
      baseline: stated.baseline ?? (baseline?.[1] ?? baseline?.[2])?.trim() ?? null,
      criterion: stated.criterion ?? criterionIn(text.replace(BASELINE, '')),
      by: said ?? reckoned,
    },
    suggested: reckoned ? ['by'] : [],
  };
}

/** The fields of an outcome that stands alone. */
export const goalValuesOf = (text: string, about: DatesOf): GoalValues => valuesOf(text, nothing(), about).values;

/** The outcomes or goals that a section states, with measure, baseline, criterion and date where the plan states them. */
export function goalsIn(section: Section, blocks: readonly PageBlock[], facts: PlanFacts): readonly FoundLine[] {
  const walk = new GoalWalk(blocks);
  for (const entry of section.entries) {
    if (entry.under && /\bsteps?\b|\bshort[- ]term\b|\bbenchmarks?\b/i.test(entry.under)) continue;
    if (entry.kind === 'row') walk.row(entry);
    else walk.block(entry.block);
  }
  return walk.drafts.map(({ passages, text, stated, fromTable }) => {
    const { values, suggested } = valuesOf(text, stated, facts);
    return {
      kind: 'goal',
      letter: section.letter,
      section: section.section,
      passages,
      fromTable,
      cautions: goalCautions(values),
      suggested,
      values,
    };
  });
}

/** What keeps an outcome from being told met or not met. */
export function goalCautions(values: GoalValues): readonly string[] {
  const vague = values.criterion === null ? vagueAimsIn(values.text) : [];
  const lacks = [values.baseline === null ? 'baseline' : '', values.by === null ? 'date' : ''].filter(Boolean);
  return [
    ...(vague.length > 0 ? [`${quotedList(vague)} cannot be measured: kept, marked not specific.`] : []),
    ...(lacks.length > 0 ? [`${capital(lacks.join(' and '))} not in the plan.`] : []),
  ];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const quotedList = (phrases: readonly string[]): string => phrases.map((phrase) => `“${phrase}”`).join(' and ');
