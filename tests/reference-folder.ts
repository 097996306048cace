import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Other people's schemas, samples and validators lie beside the project and never in it. */
export const referenceFolder = path.resolve(root, '..', 'shared', 'reference');

export const reference = (...parts: string[]): string => path.join(referenceFolder, ...parts);
