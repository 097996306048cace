import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { health, readiness } from '#contract/settings.ts';
import { Refusal } from '../refusal.ts';

/** One look at each thing Waymark needs; a look rejects when the thing does not answer. */
export type Looks = Readonly<Record<string, () => Promise<void>>>;

const LIMIT = 1_000;

const within = async (look: () => Promise<void>, limit: number): Promise<string> => {
  let timer: NodeJS.Timeout | undefined;
  const overdue = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('does not answer'), limit);
  });
  const looked = look().then(
    () => 'ok',
    // What answers and refuses says so in words of its own.
    (fault: unknown) => (fault instanceof Refusal ? fault.message : 'does not answer'),
  );
  return Promise.race([looked, overdue]).finally(() => clearTimeout(timer));
};

const lookAtAll = async (looks: Looks, limit: number): Promise<Record<string, string>> =>
  Object.fromEntries(await Promise.all(Object.entries(looks).map(async ([name, look]) => [name, await within(look, limit)] as const)));

const allWell = (found: Readonly<Record<string, string>>): boolean => Object.values(found).every((state) => state === 'ok');

/** Looks at everything at once, a second each: `ok` only when all of it answers; else which part does not. */
export const healthOf = async (looks: Looks, limit = LIMIT): Promise<z.infer<typeof health>> => {
  const found = await lookAtAll(looks, limit);
  return allWell(found) ? { status: 'ok' } : { status: 'unwell', parts: found };
};

/** What a process cannot work without. Microsoft 365 is not among it: a process that waits for Graph still keeps what people type. */
const WORKS_WITH = ['database', 'queue'];

/**
 * Whether this process can take work: its record and its queue answer, and it is not stopping. That the record is migrated goes without
 * asking: the door opens only afterwards.
 */
export const readinessOf = async (looks: Looks, stopping: boolean, limit = LIMIT): Promise<z.infer<typeof readiness>> => {
  if (stopping) return { status: 'not-ready', parts: { process: 'is stopping' } };
  const needed = Object.fromEntries(Object.entries(looks).filter(([name]) => WORKS_WITH.includes(name)));
  const found = await lookAtAll(needed, limit);
  return allWell(found) ? { status: 'ready' } : { status: 'not-ready', parts: found };
};

/** `/healthz` for whoever watches the whole, `/readyz` for whoever hands out work among several processes; neither asks for a token. */
export const mountHealth = (server: FastifyInstance, looks: Looks, stopping: () => boolean): void => {
  server.get('/healthz', async (_, reply) => {
    const found = await healthOf(looks);
    return reply
      .code(found.status === 'ok' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(found);
  });
  server.get('/readyz', async (_, reply) => {
    const found = await readinessOf(looks, stopping());
    return reply
      .code(found.status === 'ready' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(found);
  });
};
