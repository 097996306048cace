import { Refusal } from './refusal.ts';

/** What is looked at while it goes on. */
export type Watched = 'deed' | 'graph' | 'job' | 'transaction';

/** What a span or a figure may say of itself: nothing else fits in. Names, ids of people and of pupils, and addresses are none of it. */
export type Labels = {
  readonly organisation?: string;
  readonly deed?: string;
  readonly door?: string;
  readonly job?: string;
  /** A part of Microsoft 365, and the verb it was asked with. */
  readonly part?: string;
  readonly method?: string;
};

/** Whoever looks inside while Waymark works. */
export type Watch = {
  /** Does the work and takes note how long it took and how it ended: as `outcome` says, as the refusal thrown, as a `fault`, else `ok`. */
  during<T>(what: Watched, labels: Labels, work: (outcome: (word: string) => void) => Promise<T>): Promise<T>;
  /** Somebody could not be let in; which check failed. */
  signInFailed(check: string): void;
};

/** Nobody looks: what is done costs nothing more. */
export const nobodyWatches: Watch = { during: (_, __, work) => work(() => undefined), signInFailed: () => undefined };

/** How a piece of work ended, by what it threw. */
export const outcomeOf = (thrown: unknown): string => (thrown instanceof Refusal ? thrown.kind : 'fault');
