import { CLASS_LISTS } from './class-lists.ts';
import { EDFI } from './edfi.ts';
import { ONEROSTER } from './oneroster.ts';
import { SDS } from './sds.ts';
import type { RosterShapeRules } from './shape.ts';

const SHAPES: readonly RosterShapeRules[] = [ONEROSTER, SDS, EDFI, CLASS_LISTS];

/** Which set these file names make, or a sentence saying what was looked for. Names are compared without regard to case. */
export const recogniseSet = (names: readonly string[]): { readonly shape: RosterShapeRules } | { readonly reason: string } => {
  const present = new Set(names.map((name) => name.toLowerCase()));
  const isPresent = (name: string) => present.has(name.toLowerCase());
  const shape = SHAPES.find((one) => (one.oneIsEnough ? one.knownBy.some(isPresent) : one.knownBy.every(isPresent)));
  if (shape) return { shape };
  const wanted = SHAPES.map((one) => `${one.words}: ${one.knownBy.join(one.oneIsEnough ? ' or ' : ', ')}`).join('; ');
  return {
    reason: names.length === 0 ? 'There are no CSV files here.' : `These files make no set that Waymark knows. Looked for ${wanted}.`,
  };
};
