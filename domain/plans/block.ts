import type { Day } from '#domain/calendar/day.ts';
import type { PlanKind } from '#domain/plans/plan.ts';
import type { Source } from '#domain/plans/source.ts';

/**
 * One passage of a document, on its way into one tagged content control.
 *
 * - `text` holds stored words or a composed sentence; of kind 'gap' the text itself is the marked gap.
 * - `gap` is a marked gap that stands behind the text, for a passage that is there but not whole.
 * - `composed` is true where Waymark built the sentence out of several facts: it wears a mark until a person accepts it.
 * - `row` tells which row of which repeated part this is; rows come in the order of their first block.
 */
export type Block = {
  readonly tag: string;
  readonly field: string;
  readonly label: string;
  readonly kind: 'text' | 'gap' | 'cell';
  readonly text: string;
  readonly gap?: string;
  readonly sources: readonly Source[];
  readonly composed: boolean;
  readonly row?: { readonly repeat: string; readonly key: string };
};

export type TemplateControl = { readonly tag: string; readonly field: string };

/** A part that is repeated for each goal, line or person: the control around it, and the controls inside one row. */
export type TemplateRepeat = { readonly tag: string; readonly field: string; readonly cells: readonly TemplateControl[] };

/** What a template asks for: the mapping file that stands beside the .docx, whether Waymark's or a school's own. */
export type PlanTemplate = {
  readonly id: string;
  readonly kind: PlanKind | 'minutes';
  readonly name: string;
  readonly jurisdiction: 'england' | 'us';
  readonly version: number;
  readonly validFrom: Day;
  /** The tags as they stand on the page; sources are numbered in this order. */
  readonly order?: readonly string[];
  readonly controls: readonly TemplateControl[];
  readonly repeats: readonly TemplateRepeat[];
};

/** The tag of one control in one row: `provision/<id of the line>/timesAWeek`. Word holds at most 64 characters. */
export const rowTag = (repeat: string, key: string, field: string): string => `${repeat}/${key}/${field}`;

/** Text by tag: what a version of a document says. */
export type Fields = Readonly<Record<string, string>>;

/** Text by tag, as the blocks say it. */
export const fieldsOf = (blocks: readonly Block[]): Fields => Object.fromEntries(blocks.map((block) => [block.tag, block.text]));
