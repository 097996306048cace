import type { DueRow } from '#contract/caseload.ts';
import { go } from './place.ts';
import { useReach } from './reach.ts';

type Step = DueRow['step'];
/** What changes the record and is the page's own to do. */
type Own = 'mark-done' | 'promise-kept' | 'chase-request';
/** Whether a step changes the record, and is the page's own to take. */
export const isOwnStep = (deed: Step['deed']): deed is Own => deed === 'mark-done' || deed === 'promise-kept' || deed === 'chase-request';

/** Goes where the button of a row leads: a page, the explanation of a date, the log. What changes the record is the page's own. */
export const useSteps = () => {
  const { explain, log } = useReach();
  return ({ deed, target }: Step, pupil: string | undefined): void => {
    const steps: Record<Exclude<Step['deed'], Own>, () => void> = {
      explain: () => explain(target),
      'find-a-date': () => go(target === pupil ? `/tab/pupil/${target}/find-a-date` : `/tab/meetings/${target}/dates`),
      'open-meeting': () => go(`/tab/meetings/${target}`),
      'open-plan': () => go(`/tab/pupil/${pupil ?? target}?tab=plan`),
      'log-a-call': () => log({ kind: 'call', ...(pupil ? { pupil } : {}) }),
      'open-pupil': () => go(`/tab/pupil/${target}`),
      answer: () => go(`/tab/pupil/${pupil}?tab=assessments&answer=${target}`),
      'open-exams': () => go(`/tab/exams?season=${target}`),
    };
    if (!isOwnStep(deed)) steps[deed]();
  };
};
