import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '@microsoft/microsoft-graph-client';
import { mayRepeat, pauseBefore, retryAfter } from './retry.ts';

export type BatchItem = { readonly id: string; readonly method: string; readonly url: string; readonly body?: unknown };
export type BatchAnswer = {
  readonly id: string;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: unknown;
};

/** Graph takes no more requests than this in one batch. */
const A_BATCH = 20;

const post = async (client: Client, items: readonly BatchItem[]): Promise<BatchAnswer[]> => {
  const requests = items.map((item) => ({
    ...item,
    ...(item.body === undefined ? {} : { headers: { 'Content-Type': 'application/json' } }),
  }));
  const reply = (await client.api('/$batch').post({ requests })) as { responses: BatchAnswer[] };
  return reply.responses.map((answer) => ({ ...answer, headers: answer.headers ?? {} }));
};

const askedPause = (answers: readonly BatchAnswer[]): number | null => {
  const asked = answers.map((answer) => retryAfter(answer.headers['Retry-After'] ?? answer.headers['retry-after'] ?? null, Date.now()));
  const known = asked.filter((pause) => pause !== null);
  return known.length === 0 ? null : Math.max(...known);
};

/**
 * Many small requests in as few calls as Graph allows. A batch that answers 200 may hold items that were throttled; those alone are
 * asked again, up to `tries` times, after the longest pause any of them asks for. Answers come in the order of the items.
 */
export const inBatches = async (client: Client, items: readonly BatchItem[], tries = 3): Promise<BatchAnswer[]> => {
  const answers = new Map<string, BatchAnswer>();
  let open = [...items];
  for (let attempt = 1; open.length > 0; attempt += 1) {
    const again: BatchAnswer[] = [];
    for (let from = 0; from < open.length; from += A_BATCH) {
      const lot = open.slice(from, from + A_BATCH);
      for (const answer of await post(client, lot)) {
        answers.set(answer.id, answer);
        const item = lot.find((one) => one.id === answer.id);
        if (item && attempt < tries && mayRepeat(item.method, answer.status, false)) again.push(answer);
      }
    }
    open = open.filter((item) => again.some((answer) => answer.id === item.id));
    if (open.length > 0) await wait(pauseBefore(attempt, askedPause(again), Math.random()));
  }
  return items.flatMap((item) => answers.get(item.id) ?? []);
};
