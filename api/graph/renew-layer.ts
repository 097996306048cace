import type { Context, Middleware } from '@microsoft/microsoft-graph-client';

/** A new token in place of one that was not taken; null where there is none to be had without the person. */
export type Renew = () => Promise<string | null>;

/**
 * A token can stop holding before its time: it was taken back, or the machine's clock was set back and Waymark takes an old one for good.
 * Graph then answers 401 and has done nothing, so the request is sent once more with a new token.
 */
export class RenewLayer implements Middleware {
  private next: Middleware | undefined;
  private readonly renew: Renew;

  constructor(renew: Renew) {
    this.renew = renew;
  }

  setNext(next: Middleware): void {
    this.next = next;
  }

  async execute(context: Context): Promise<void> {
    // The links below take marks off the headers; the second sending needs them as they came.
    const headers = { ...(context.options?.headers as Record<string, string> | undefined) };
    const asked = context.request;
    await this.next?.execute(context);
    // A download is answered from another host, which is given no token.
    if (context.response?.status !== 401 || context.request !== asked) return;
    const token = await this.renew();
    if (token === null) return;
    await context.response.body?.cancel();
    context.options = { ...context.options, headers: { ...headers, Authorization: `Bearer ${token}` } };
    await this.next?.execute(context);
  }
}
