import type { Stage } from '#contract/caseload.ts';
import { nationOf } from '#domain/pupils/nation.ts';
import { yearWords as wordsOfYear } from '#domain/pupils/year-words.ts';

const england: Record<Stage, string> = {
  none: 'Not on the register',
  monitoring: 'Monitoring',
  support: 'SEN Support',
  assessment: 'Assessment',
  plan: 'EHC plan',
};

const unitedStates: Record<Stage, string> = {
  none: 'Not on the register',
  monitoring: 'Monitoring',
  support: 'Intervention',
  assessment: 'Evaluation',
  plan: 'IEP',
};

/** The school's own word for a stage of support, by jurisdiction. */
export const stageWords = (stage: Stage, jurisdiction: string): string =>
  (nationOf(jurisdiction) === 'idea' ? unitedStates : england)[stage];

/** `6 Oak`, `R Fir`, `Year 4`: class where it is known, else the year. */
export const classWords = (yearGroup: number | null, className: string | null, jurisdiction: string): string =>
  className || yearWords(yearGroup, jurisdiction);

/** `Year 6`, `Reception`, `Grade 6`, or that it is not known. */
export const yearWords = (yearGroup: number | null, jurisdiction: string): string => {
  const nation = nationOf(jurisdiction);
  if (yearGroup === null) return nation === 'england' ? 'Year not known' : 'Grade not known';
  return wordsOfYear(yearGroup, nation);
};

/** `212 pupils`, `1 goal`: a count with its noun. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? noun : plural}`;
