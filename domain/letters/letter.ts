import type { FactKey } from '#domain/letters/fact.ts';
import type { LetterLanguage, Nation } from '#domain/letters/language.ts';
import type { PhraseKey } from '#domain/letters/phrases.ts';

/** The letters and documents there are. */
export type LetterKind =
  | 'invitation'
  | 'decision'
  | 'support-record'
  | 'consent'
  | 'rights-transfer'
  | 'prior-written-notice'
  | 'procedural-safeguards'
  | 'assessment-request';

/** One of several things a letter can say; `nation` where only one has it. */
export type OwnChoice = { readonly value: string; readonly words: string; readonly say: PhraseKey; readonly nation?: Nation };

/** What a person writes into a letter in their own words, or chooses; it is printed as it was written. */
export type OwnField = {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly required: boolean;
  readonly rows: number;
  readonly choices?: readonly OwnChoice[];
};

/** One step of a letter. `when` names a fact without which the step is left out; `to` keeps it for one reader. */
export type LetterPart = { readonly when?: FactKey; readonly unless?: FactKey; readonly to?: 'family' | 'learner' } & (
  | { readonly say: PhraseKey }
  | { readonly heading: PhraseKey }
  | { readonly rows: readonly { readonly label: PhraseKey; readonly fact: FactKey }[] }
  | { readonly quote: FactKey }
  | { readonly table: FactKey }
  | { readonly own: string }
  | { readonly chosen: string }
  | { readonly ticks: readonly PhraseKey[] }
  | { readonly sign: readonly PhraseKey[] }
);

/** A letter as data: whom it is for, what it needs, what it says, and what it rests on. */
export type LetterTemplate = {
  readonly kind: LetterKind;
  readonly nations: readonly Nation[];
  /** As a coordinator calls it. */
  readonly title: string;
  /** When it is sent, in a sentence. */
  readonly use: string;
  readonly citation: Readonly<Partial<Record<Nation, string>>>;
  /** What of the citation nobody has read at its source, for the writer's eyes; it never stands in the letter. */
  readonly unverified?: Readonly<Partial<Record<Nation, string>>>;
  /** `family`: in the family's language; `authority`: English, to the council. */
  readonly reader: 'family' | 'authority';
  readonly heading: PhraseKey;
  /** Whether it is about a meeting that is booked, one that was held, or none. */
  readonly about: 'booked-meeting' | 'held-meeting' | null;
  /** Facts without which it cannot be filed. */
  readonly needs: readonly FactKey[];
  readonly own: readonly OwnField[];
  readonly parts: readonly LetterPart[];
};

/** A stretch of a sentence: set words, or a fact, which keeps its own direction of writing. */
export type Piece = { readonly text: string; readonly is: 'phrase' | 'fact' };

/** What stands in a letter, in order. `gap` marks what is missing, for the writer's eyes: with one the letter cannot be filed. */
export type LetterBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'rows'; readonly rows: readonly { readonly label: string; readonly pieces: readonly Piece[] }[] }
  | { readonly kind: 'quoted'; readonly lines: readonly string[]; readonly note: string | null }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly note: string | null;
    }
  | { readonly kind: 'own'; readonly field: string; readonly text: string; readonly note: string | null }
  | { readonly kind: 'ticks'; readonly lines: readonly string[] }
  | { readonly kind: 'sign'; readonly labels: readonly string[] }
  | { readonly kind: 'gap'; readonly fact: FactKey; readonly words: string };

/** A letter composed. `head` stands above it: school, reference, day, address. */
export type Letter = {
  readonly kind: LetterKind;
  readonly language: LetterLanguage;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly head: readonly string[];
  readonly blocks: readonly LetterBlock[];
  /** The note at the foot that its phrases were not checked by a native speaker; null where they were, and in English. */
  readonly unchecked: readonly string[];
};
