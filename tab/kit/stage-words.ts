import type { Stage } from '#contract/caseload.ts';

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
  (/^(us|idea)/i.test(jurisdiction) ? unitedStates : england)[stage];

/** `6 Oak`, `R Fir`, `Year 4`: class where it is known, else the year. */
export const classWords = (yearGroup: number | null, className: string | null): string => {
  if (className) return className;
  return yearWords(yearGroup);
};

/** `Year 6`, `Reception`, or a dash where the year is not known. */
export const yearWords = (yearGroup: number | null): string => {
  if (yearGroup === null) return 'Year not known';
  return yearGroup === 0 ? 'Reception' : `Year ${yearGroup}`;
};

/** `212 pupils`, `1 goal`: a count with its noun. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? noun : plural}`;
