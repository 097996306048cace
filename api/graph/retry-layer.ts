import { setTimeout as wait } from 'node:timers/promises';
import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { mayRepeat, type Patience, pauseBefore, retryAfter } from './retry.ts';

/** Set on a POST whose repeat Graph recognises (it carries a transaction id). */
export const REPEATABLE = 'x-waymark-repeatable';

const methodOf = (context: Context): string =>
  (context.options?.method ?? (typeof context.request === 'string' ? 'GET' : context.request.method)).toUpperCase();

/** Takes our mark off the headers before they leave, and tells whether it stood there. */
const takeMark = (context: Context): boolean => {
  const headers = context.options?.headers as Record<string, string> | undefined;
  if (!headers || !(REPEATABLE in headers)) return false;
  delete headers[REPEATABLE];
  return true;
};

/** Why Microsoft 365 gave no answer: silent until the time limit, cut off, or not to be found by its name. */
export type NoAnswerKind = 'Silent' | 'BrokeOff' | 'NoAddress';

/** No answer came. Its name goes through the Graph client as the error's code, which is all that the client lets through. */
export class NoAnswer extends Error {
  constructor(kind: NoAnswerKind, cause: unknown) {
    super('Microsoft 365 gave no answer', { cause });
    this.name = kind;
  }
}

/** The code of the system's own error at the bottom of a failed fetch. */
const systemCode = (error: unknown): string => {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : cause === undefined ? '' : systemCode(cause);
};

/** What a failed attempt comes to; a name that leads nowhere is known by the resolver's codes. */
export const noAnswer = (error: unknown, overdue: boolean): NoAnswer => {
  if (overdue) return new NoAnswer('Silent', error);
  return new NoAnswer(['ENOTFOUND', 'EAI_AGAIN'].includes(systemCode(error)) ? 'NoAddress' : 'BrokeOff', error);
};

/** Milliseconds on a clock that nobody can set: the machine's own may jump while an answer is waited for. */
const elapsed = (): number => performance.now();

/**
 * Our own layer above the client's last link: each attempt has a time limit, 429/503/504 are repeated within a budget, and a
 * Retry-After in seconds, decimals or as a date is kept to. The client's own retry handler has had faults with the last two.
 */
export class RetryLayer implements Middleware {
  private next: Middleware | undefined;
  private readonly patience: Patience;

  constructor(patience: Patience) {
    this.patience = patience;
  }

  setNext(next: Middleware): void {
    this.next = next;
  }

  async execute(context: Context): Promise<void> {
    const repeatable = takeMark(context);
    const method = methodOf(context);
    const until = elapsed() + this.patience.budget;
    for (let attempt = 1; ; attempt += 1) {
      const failed = await this.attempt(context, until);
      const last = attempt >= this.patience.tries;
      if (failed !== null) {
        const again = repeatable || method === 'GET' || failed.name === 'NoAddress';
        if (last || !again || elapsed() >= until) throw failed;
        await wait(Math.min(pauseBefore(attempt, null, Math.random()), Math.max(0, until - elapsed())));
        continue;
      }
      const reply = context.response as Response;
      if (last || !mayRepeat(method, reply.status, repeatable)) return;
      const pause = pauseBefore(attempt, retryAfter(reply.headers.get('retry-after'), Date.now()), Math.random());
      if (elapsed() + pause >= until) return;
      await reply.body?.cancel();
      await wait(pause);
    }
  }

  /** One attempt under its time limit; answers the error of a connection that failed or fell silent. */
  private async attempt(context: Context, until: number): Promise<NoAnswer | null> {
    const limit = Math.max(1, Math.min(this.patience.attempt, Math.round(until - elapsed())));
    const signal = AbortSignal.timeout(limit);
    const headers = { ...(context.options?.headers as Record<string, string> | undefined) };
    try {
      const attempt = { ...context, options: { ...context.options, headers, signal } };
      await this.next?.execute(attempt);
      if (attempt.response) context.response = attempt.response;
      return null;
    } catch (error) {
      return noAnswer(error, signal.aborted);
    }
  }
}
