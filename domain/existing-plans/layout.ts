import { type ColumnRole, rolesOf } from '#domain/existing-plans/columns.ts';
import type { PageBlock } from '#domain/existing-plans/page-block.ts';
import { type KnownHeading, sectionOfHeading } from '#domain/existing-plans/sections.ts';

/** A block that stands in a section, or a row of a table that stands in one. */
export type Entry =
  | { readonly kind: 'block'; readonly block: number; readonly under: string | null }
  | {
      readonly kind: 'row';
      readonly cells: readonly RowCell[];
      /** The role of each column, where the table has a heading row (its own, or on the page before). */
      readonly roles: readonly (ColumnRole | null)[] | null;
      /** The words over each column. */
      readonly heads: readonly string[];
      readonly under: string | null;
    };

export type RowCell = { readonly column: number; readonly blocks: readonly number[]; readonly text: string };

/** A section of the plan with all that stands in it, in the order of the page. */
export type Section = KnownHeading & { readonly heading: string; readonly entries: readonly Entry[] };

type Open = { known: KnownHeading; heading: string; under: string | null; entries: Entry[] };

const MOST_OF_A_HEADING = 110;

/** A line that looks like text may head a section all the same: `Section B: Special educational needs` in plain type. */
const headsBySign = (text: string): boolean => text.length <= MOST_OF_A_HEADING && /^(section|part)\s+[A-K]\d?\b/i.test(text.trim());

const isNumberedOutcome = (text: string): boolean =>
  /^(outcome|target|goal|objective|need|step)s?\s*\d+\s*[:.\u2013-]?\s*\S{0,3}$/i.test(text.trim());

type Heads = { readonly roles: readonly (ColumnRole | null)[]; readonly heads: readonly string[] };

class Walk {
  readonly sections: Section[] = [];
  private open: Open = { known: { section: 'particulars', letter: null }, heading: '', under: null, entries: [] };
  private lastHeads: Heads | null = null;

  /** Opens a section where the words are a section's; else they only divide the one that is open. */
  heading(text: string): void {
    const known = isNumberedOutcome(text) ? null : sectionOfHeading(text);
    if (known && !this.staysInside(known, text)) this.start(known, text);
    else this.open.under = text;
  }

  /**
   * Within lettered sections a heading without a letter divides: *Strategies* in section F opens nothing. Strengths within needs are told
   * apart all the same, because they are no needs; what follows a heading of an area of need is needs again.
   */
  private staysInside(known: KnownHeading, text: string): boolean {
    const { letter, section } = this.open.known;
    if (letter === null || known.letter !== null) return false;
    return !(section === 'needs' && known.section === 'strengths') && !/^(section|part)\b/i.test(text);
  }

  private start(known: KnownHeading, heading: string): void {
    this.close();
    this.open = { known, heading, under: null, entries: [] };
  }

  block(index: number): void {
    this.open.entries.push({ kind: 'block', block: index, under: this.open.under });
  }

  table(rows: readonly (readonly RowCell[])[]): void {
    let heads: Heads | null = null;
    const columns = Math.max(...rows.flatMap((row) => row.map((cell) => cell.column))) + 1;
    rows.forEach((row, index) => {
      const words = inColumns(row, columns);
      const roles = columns > 1 ? rolesOf(words) : null;
      if (roles) {
        heads = { roles, heads: words };
        this.lastHeads = heads;
        return;
      }
      const alone = row.length === 1 && columns > 1 ? (row[0]?.text ?? '') : '';
      if (alone !== '' && (headsBySign(alone) || (alone.length <= 80 && !/[.!?]$/.test(alone)))) {
        this.heading(alone);
        return;
      }
      if (index === 0 && columns > 2 && this.lastHeads?.heads.length === columns) heads = this.lastHeads;
      this.open.entries.push({ kind: 'row', cells: row, roles: heads?.roles ?? null, heads: heads?.heads ?? [], under: this.open.under });
    });
  }

  close(): void {
    const { known, heading, entries } = this.open;
    if (entries.length > 0) this.sections.push({ ...known, heading, entries });
  }
}

const inColumns = (row: readonly RowCell[], columns: number): readonly string[] =>
  Array.from({ length: columns }, (_, column) => row.find((cell) => cell.column === column)?.text ?? '');

function rowsOf(blocks: readonly PageBlock[], from: number, to: number): readonly (readonly RowCell[])[] {
  const rows = new Map<number, Map<number, number[]>>();
  for (let index = from; index < to; index++) {
    const cell = blocks[index]?.cell;
    if (!cell || blocks[index]?.text.trim() === '') continue;
    const row = rows.get(cell.row) ?? new Map<number, number[]>();
    row.set(cell.column, [...(row.get(cell.column) ?? []), index]);
    rows.set(cell.row, row);
  }
  return [...rows.values()].map((row) =>
    [...row]
      .sort(([one], [other]) => one - other)
      .map(([column, held]) => ({
        column,
        blocks: held,
        text: held.map((index) => blocks[index]?.text ?? '').join('\n'),
      })),
  );
}

/** A table of one column is a box drawn around text: what stands in it is read as if it stood on the page. */
const isBox = (rows: readonly (readonly RowCell[])[]): boolean => rows.every((row) => row.length <= 1);

/** The plan's sections in the order of the page, tables as rows with the roles of their columns. */
export function sectionsOf(blocks: readonly PageBlock[]): readonly Section[] {
  const walk = new Walk();
  const plain = (index: number): void => {
    const block = blocks[index];
    if (!block || block.text.trim() === '') return;
    if (block.look === 'heading' || headsBySign(block.text)) walk.heading(block.text);
    else walk.block(index);
  };
  for (let index = 0; index < blocks.length; ) {
    const table = blocks[index]?.cell?.table;
    if (table === undefined) {
      plain(index++);
      continue;
    }
    let end = index;
    while (end < blocks.length && blocks[end]?.cell?.table === table) end++;
    const rows = rowsOf(blocks, index, end);
    if (isBox(rows)) for (; index < end; index++) plain(index);
    else walk.table(rows);
    index = end;
  }
  walk.close();
  return walk.sections;
}
