import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { root } from './root.ts';

const shape = z.object({ version: z.string() });

/** Which Waymark this is, as package.json says it. */
export const version = (): string => shape.parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))).version;
