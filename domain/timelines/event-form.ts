/** A value with the words that a person chooses it by. */
export type Choice = { readonly value: string; readonly words: string };

/** What is asked beside the day when an event of a kind is recorded by hand. What is not named is not asked. */
export type EventAsks = {
  /** What was decided, where a limit hangs on it. */
  readonly outcomes?: readonly Choice[];
  /** The event says nothing without an outcome. */
  readonly outcomeNeeded?: true;
  /** Of whom, or by whom. */
  readonly of?: readonly Choice[];
  /** Label of the matter it belongs to, where a case has several at once: `Which advice`. */
  readonly about?: string;
  /** Label of its last day, for what lasts. */
  readonly until?: string;
  /** Label of a number of days. */
  readonly days?: string;
  /** Label of a day that people agreed on. */
  readonly agreed?: string;
  /** Label of the name of the body that owes what it starts: `Which service`. */
  readonly owner?: string;
  /** It claims an exception: which one, on what ground, with what evidence. */
  readonly exception?: true;
  /** It may be set for a day that has not come. */
  readonly ahead?: true;
};

/** Kinds of event that come one after another, under one heading; `stages` are those of a pupil for whom they are offered first. */
export type EventGroup = { readonly title: string; readonly stages: readonly string[]; readonly kinds: readonly string[] };
