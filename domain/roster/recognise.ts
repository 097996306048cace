import { EDFI } from './edfi.ts';
import { ONEROSTER } from './oneroster.ts';
import { SDS } from './sds.ts';
import type { RosterShapeRules } from './shape.ts';

const SHAPES: readonly RosterShapeRules[] = [ONEROSTER, SDS, EDFI];

/** Which set these file names make, or a sentence saying what was looked for. Names are compared without regard to case. */
export const recogniseSet = (names: readonly string[]): { readonly shape: RosterShapeRules } | { readonly reason: string } => {
  const present = new Set(names.map((name) => name.toLowerCase()));
  const shape = SHAPES.find((one) => one.knownBy.every((name) => present.has(name.toLowerCase())));
  if (shape) return { shape };
  const wanted = SHAPES.map((one) => `${one.words}: ${one.knownBy.join(', ')}`).join('; ');
  return {
    reason: names.length === 0 ? 'There are no CSV files here.' : `These files make no set that Waymark knows. Looked for ${wanted}.`,
  };
};
