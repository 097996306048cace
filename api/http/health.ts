import type { z } from 'zod';
import type { health } from '#contract/settings.ts';

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
    () => 'does not answer',
  );
  return Promise.race([looked, overdue]).finally(() => clearTimeout(timer));
};

/** Looks at everything at once, a second each: `ok` only when all of it answers; else which part does not. */
export const healthOf = async (looks: Looks, limit = LIMIT): Promise<z.infer<typeof health>> => {
  const found = await Promise.all(Object.entries(looks).map(async ([name, look]) => [name, await within(look, limit)] as const));
  return found.every(([, state]) => state === 'ok') ? { status: 'ok' } : { status: 'unwell', parts: Object.fromEntries(found) };
};
