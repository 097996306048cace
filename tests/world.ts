import { afterAll } from '@jest/globals';
import { type Clone, cloneOf } from './clone.ts';
import { type World, type WorldOptions, worldOf } from './world-of.ts';

/** One database a test file; it goes when the file's tests are done. */
let clone: Promise<Clone> | undefined;

const template = (): string => {
  const url = process.env.WAYMARK_TEST_POSTGRES;
  if (!url) throw new Error('No PostgreSQL for tests: run them with jest -c tests/jest.config.mjs, which starts one.');
  return url;
};

afterAll(async () => {
  await (await clone)?.drop();
});

/**
 * A school of one's own: real deeds on a real record, under the real walls. Each call makes a new organisation, so that tests never
 * meet and the walls between organisations are always there.
 */
export const aWorld = async (options: WorldOptions = {}): Promise<World> => {
  clone ??= cloneOf(template());
  return worldOf(await clone, options);
};
