import { type Address, addresses } from './addresses.ts';
import type { AnswerOf } from './answers.ts';
import type { Problem } from './problem.ts';

/*
 * How a call crosses the wire, without the shapes: a page that must weigh little can start to call while the shapes are still on their
 * way (`tab/shell/read-reply.ts`). Everyone else takes `connect` of `client.ts`, which holds each answer to its shape.
 */

/** A call that did not work, with words fit to show and a reference to quote. */
export class CallFailed extends Error {
  readonly problem: Problem;
  constructor(found: Problem) {
    super(found.detail ?? found.title);
    this.name = 'CallFailed';
    this.problem = found;
  }
}

type Ask = {
  readonly path?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly bytes?: Uint8Array;
  /** The version that was seen, where an address asks for it: somebody else's later change is then not covered but answered with 412. */
  readonly ifMatch?: number;
  readonly signal?: AbortSignal;
};

const pathOf = (template: string, values: Record<string, string>): string =>
  template.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));

const bodyOf = (ask: Ask): { body?: BodyInit; type?: string } => {
  if (ask.bytes) return { body: ask.bytes as BodyInit, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };
  return ask.body === undefined ? {} : { body: JSON.stringify(ask.body), type: 'application/json' };
};

const isProblem = (body: unknown): body is Problem => {
  const { title, status, reference } = (body ?? {}) as Partial<Problem>;
  return typeof title === 'string' && typeof status === 'number' && typeof reference === 'string';
};

/** The problem document of a failed reply; a reply that is none (a proxy's page, say) becomes one. */
const problemOf = async (reply: Response): Promise<Problem> => {
  const body: unknown = await reply.json().catch(() => null);
  return isProblem(body)
    ? body
    : {
        type: 'about:blank',
        title: 'Waymark did not answer',
        status: reply.status,
        detail: 'Waymark did not answer. Nothing was changed.',
        reference: '-',
      };
};

/** So many seconds are waited for by themselves; a longer wait is told. */
const WAITED_FOR = 5;

/** How long a refused call is to wait before it is made once more, in milliseconds; null where it is not to be made again by itself. */
const pauseOf = ({ status, headers }: Response): number | null => {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  // 429 is said before anything was read or changed, so that what changes something may be sent again too
  return status === 429 && seconds <= WAITED_FOR ? seconds * 1_000 : null;
};

const paused = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Takes an answer off the wire. */
export type Read = <A extends Address>(address: A, body: unknown) => Promise<AnswerOf<A>>;

/** A token for the API: with `renew` the one at hand is not good enough, with `claims` the next must come of a sign-in that brings these. */
export type TokenOf = (renew: boolean, claims?: string) => Promise<string>;

/** Calls over `fetch`, each answer taken by `read`. */
export const openCalls = (origin: string, token: TokenOf, door: 'tab' | 'word', read: Read) => {
  const send = async (address: Address, ask: Ask, renew: boolean, claims?: string): Promise<Response> => {
    const [method = 'GET', template = ''] = addresses[address].split(' ');
    const query = ask.query ? `?${new URLSearchParams(ask.query)}` : '';
    const { body, type } = bodyOf(ask);
    const headers: Record<string, string> = { authorization: `Bearer ${await token(renew, claims)}`, 'x-waymark-door': door };
    if (type) headers['content-type'] = type;
    if (ask.ifMatch !== undefined) headers['if-match'] = `"${ask.ifMatch}"`;
    return fetch(`${origin}${pathOf(template, ask.path ?? {})}${query}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(ask.signal ? { signal: ask.signal } : {}),
    });
  };
  return async <A extends Address>(address: A, ask: Ask = {}): Promise<AnswerOf<A>> => {
    let reply = await send(address, ask, false);
    if (reply.status === 401) reply = await send(address, ask, true);
    const pause = pauseOf(reply);
    if (pause !== null) {
      await paused(pause);
      reply = await send(address, ask, false);
    }
    if (!reply.ok) {
      const problem = await problemOf(reply);
      if (!problem.claims) throw new CallFailed(problem);
      // one more step was asked for before anything was changed: after it the same is asked once more
      reply = await send(address, ask, true, problem.claims);
    }
    if (!reply.ok) throw new CallFailed(await problemOf(reply));
    return read(address, await reply.json());
  };
};

export type Call = ReturnType<typeof openCalls>;
