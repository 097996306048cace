/** One part of a paper. Text holds no formatting; what is to be filled in stands in square brackets. */
export type PaperBlock =
  | { readonly kind: 'heading'; readonly words: string }
  | { readonly kind: 'text'; readonly words: string }
  | { readonly kind: 'list'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** A paper as a data protection officer reads it. */
export type Paper = { readonly title: string; readonly about: string; readonly blocks: readonly PaperBlock[] };

/** A permission on Microsoft 365 that Waymark asks for. */
export type PermissionFact = { readonly name: string; readonly kind: 'delegated' | 'application'; readonly forWhat: string };

/** A table of the record as the database itself describes it: whether rows belong to one pupil, and whether they point at staff. */
export type TableFact = { readonly name: string; readonly pupil: boolean; readonly staff: boolean };

/** What the papers are filled with: nothing of it is typed, and nothing of it is about one person. */
export type PaperFacts = {
  readonly organisation: string;
  readonly jurisdiction: 'england' | 'idea';
  readonly on: string;
  readonly tables: readonly TableFact[];
  readonly permissions: readonly PermissionFact[];
  /** Years that the organisation keeps a record, where it set its own; null: as the rule says. */
  readonly ownYears: number | null;
};

export const heading = (words: string): PaperBlock => ({ kind: 'heading', words });
export const text = (words: string): PaperBlock => ({ kind: 'text', words });
export const list = (...lines: string[]): PaperBlock => ({ kind: 'list', lines });
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): PaperBlock => ({ kind: 'table', head, rows });

/** What a school must write itself, seen at a glance. */
export const fillIn = (what: string): string => `[${what}]`;
