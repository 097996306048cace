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
    const until = Date.now() + this.patience.budget;
    for (let attempt = 1; ; attempt += 1) {
      const failed = await this.attempt(context, until);
      const last = attempt >= this.patience.tries;
      if (failed !== null) {
        if (last || !(repeatable || method === 'GET') || Date.now() >= until) throw failed;
        await wait(Math.min(pauseBefore(attempt, null, Math.random()), Math.max(0, until - Date.now())));
        continue;
      }
      const reply = context.response as Response;
      if (last || !mayRepeat(method, reply.status, repeatable)) return;
      const pause = pauseBefore(attempt, retryAfter(reply.headers.get('retry-after'), Date.now()), Math.random());
      if (Date.now() + pause >= until) return;
      await reply.body?.cancel();
      await wait(pause);
    }
  }

  /** One attempt under its time limit; answers the error of a connection that failed or fell silent. */
  private async attempt(context: Context, until: number): Promise<Error | null> {
    const limit = Math.max(1, Math.min(this.patience.attempt, until - Date.now()));
    const headers = { ...(context.options?.headers as Record<string, string> | undefined) };
    try {
      const attempt = { ...context, options: { ...context.options, headers, signal: AbortSignal.timeout(limit) } };
      await this.next?.execute(attempt);
      if (attempt.response) context.response = attempt.response;
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}
