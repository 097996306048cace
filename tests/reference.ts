import { existsSync } from 'node:fs';
import { it } from '@jest/globals';
import { referenceFolder } from './reference-folder.ts';

export { reference, referenceFolder } from './reference-folder.ts';

/** A test that reads the reference folder; where that is absent it is reported as skipped, and the name says why. */
export const itWithReference = (name: string, test: () => void | Promise<void>, timeout?: number): void => {
  if (existsSync(referenceFolder)) it(name, test, timeout);
  else it.skip(`${name} (skipped: no reference folder beside the project)`, test);
};
