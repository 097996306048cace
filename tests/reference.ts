import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { it } from '@jest/globals';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Other people's schemas, samples and validators lie beside the project and never in it. */
export const referenceFolder = path.resolve(root, '..', 'shared', 'reference');

export const reference = (...parts: string[]): string => path.join(referenceFolder, ...parts);

/** A test that reads the reference folder; where that is absent it is reported as skipped, and the name says why. */
export const itWithReference = (name: string, test: () => void | Promise<void>, timeout?: number): void => {
  if (existsSync(referenceFolder)) it(name, test, timeout);
  else it.skip(`${name} (skipped: no reference folder beside the project)`, test);
};
