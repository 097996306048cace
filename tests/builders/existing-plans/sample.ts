/** A plan as somebody else's office wrote it: headings, text, items and tables, before it becomes a Word file or a PDF. */
export type SamplePart =
  | { readonly heading: string; readonly level?: 1 | 2 | 3 }
  | { readonly text: string }
  | { readonly items: readonly string[] }
  | { readonly table: readonly (readonly string[])[]; readonly header?: boolean; readonly widths?: readonly number[] };

/** What a reader should find in it, in order. Only the fields that are named are held. */
export type Expected = {
  readonly kind: 'ehcp' | 'iep' | 'senSupport';
  readonly name: string;
  readonly birthday: string;
  readonly dated: string | null;
  readonly until: string | null;
  readonly needs: readonly { readonly words: string; readonly code?: string | null }[];
  readonly goals: readonly {
    readonly words: string;
    readonly by?: string | null;
    readonly baseline?: string | null;
    readonly criterion?: string | null;
  }[];
  readonly provision: readonly {
    readonly words: string;
    readonly who?: string | null;
    readonly minutes?: number | null;
    readonly timesAWeek?: number | null;
    readonly groupSize?: number | null;
    readonly vague?: boolean;
  }[];
  /** Sentences that must not become a line. */
  readonly left: readonly string[];
};

export type Sample = {
  readonly file: string;
  readonly title: string;
  readonly landscape?: boolean;
  readonly running?: { readonly head: string; readonly foot: string };
  readonly nation: 'england' | 'us';
  readonly parts: readonly SamplePart[];
  readonly expected: Expected;
};
