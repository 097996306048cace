import type { Nation } from '#domain/pupils/nation.ts';
import { choiceWords } from '#domain/record/kind.ts';
import { NEED_CODES } from '#domain/record/kinds/areas.ts';

/** SEN type codes of the January census in the words of a list; a school's own word for a need (`Dyslexia`) goes before them. */
const NEEDS: Readonly<Record<string, string>> = {
  SPLD: 'Specific learning',
  MLD: 'Moderate learning',
  SLD: 'Severe learning',
  PMLD: 'Profound and multiple learning',
  SEMH: 'SEMH',
  SLCN: 'Speech and language',
  ASD: 'Autism',
  HI: 'Hearing',
  VI: 'Visual',
  MSI: 'Multi-sensory',
  PD: 'Physical',
  DS: 'Down syndrome',
  OTH: 'Other',
  NSA: 'Not assessed',
};

/** What a list calls a need of its nation’s codes; a code that the nation does not know stands as it is. */
export const needWords = (code: string, nation: Nation, knownAs: string | null = null): string =>
  knownAs ?? (nation === 'england' ? NEEDS[code] : choiceWords(NEED_CODES, code, nation)) ?? code;
