import type { Address } from '#contract/addresses.ts';
import type { AnswerOf } from '#contract/answers.ts';
import { type Call, CallFailed } from '#contract/calls.ts';
import { nowWords } from './moment.ts';

type Ask = NonNullable<Parameters<Call>[1]>;

/** What is known of one question: the last answer and when it came, and why the newest try failed. */
export type Known<A extends Address> = {
  readonly answer: AnswerOf<A> | undefined;
  /** `Fri 16:10`, the reader's clock when the answer came. */
  readonly asOf: string;
  readonly failed: CallFailed | undefined;
  readonly asking: boolean;
  /** By the clock of the page load, in milliseconds. */
  readonly answeredAt: number;
};

/** An answer younger than this is not asked for again by the page that opens on it. */
const FRESH_MS = 3000;

const NOTHING: Known<Address> = { answer: undefined, asOf: '', failed: undefined, asking: false, answeredAt: -FRESH_MS };

/** A lost connection in the same shape as a refusal, so that pages show both alike. */
const failure = (fault: unknown): CallFailed => {
  if (fault instanceof CallFailed) return fault;
  return new CallFailed({
    type: 'about:blank',
    title: 'Waymark cannot be reached',
    status: 0,
    detail: 'Waymark cannot be reached. Nothing was changed.',
    reference: '-',
  });
};

const keyOf = (address: Address, ask: Ask): string => JSON.stringify([address, ask.path ?? {}, ask.query ?? {}, ask.body ?? {}]);

/**
 * The answers this page load has seen, by question. A page that is opened again shows the last answer at once and asks anew; when that
 * fails the old one stays, with the time it is from. Kept in memory only: a child's record is never left on the device.
 */
export class Answers {
  private readonly call: Call;
  private readonly known = new Map<string, Known<Address>>();
  private readonly watchers = new Set<() => void>();

  constructor(call: Call) {
    this.call = call;
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** What is known now, without asking. */
  peek<A extends Address>(address: A, ask: Ask = {}): Known<A> {
    return (this.known.get(keyOf(address, ask)) ?? NOTHING) as Known<A>;
  }

  /** Asks unless the answer has only just come. */
  async askUnlessFresh<A extends Address>(address: A, ask: Ask = {}): Promise<void> {
    const { answeredAt, failed } = this.peek(address, ask);
    if (failed || performance.now() - answeredAt > FRESH_MS) await this.ask(address, ask);
  }

  /** Asks the API and keeps the answer. Never rejects: the failure is kept beside the last answer. */
  async ask<A extends Address>(address: A, ask: Ask = {}): Promise<void> {
    const key = keyOf(address, ask);
    const before = this.known.get(key) ?? NOTHING;
    if (before.asking) return;
    this.set(key, { ...before, asking: true });
    try {
      const answer = await this.call(address, ask);
      this.set(key, { answer, asOf: nowWords(), failed: undefined, asking: false, answeredAt: performance.now() });
    } catch (fault) {
      this.set(key, { ...before, failed: failure(fault), asking: false });
    }
  }

  /** Puts an answer that a change brought back in the place of the one shown, so that the page need not ask again. */
  put<A extends Address>(address: A, ask: Ask, answer: AnswerOf<A>): void {
    this.set(keyOf(address, ask), { answer, asOf: nowWords(), failed: undefined, asking: false, answeredAt: performance.now() });
  }

  /** Asks for something that changes the record. Rejects with `CallFailed`, a lost connection included. */
  async change<A extends Address>(address: A, ask: Ask): Promise<AnswerOf<A>> {
    try {
      return await this.call(address, ask);
    } catch (fault) {
      throw failure(fault);
    }
  }

  private set(key: string, known: Known<Address>): void {
    this.known.set(key, known);
    for (const watcher of this.watchers) watcher();
  }
}
