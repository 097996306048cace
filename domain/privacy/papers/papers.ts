import { impactAssessment } from './assessment.ts';
import { breachSteps } from './breach-steps.ts';
import { dataMap } from './data-map.ts';
import type { PrivacyPaper } from './names.ts';
import type { Paper, PaperFacts } from './paper.ts';
import { processingRecord } from './processing-record.ts';
import { processorTerms } from './processor-terms.ts';

const MAKERS: Readonly<Record<PrivacyPaper, (facts: PaperFacts) => Paper>> = {
  'data-map': dataMap,
  'processing-record': processingRecord,
  'impact-assessment': impactAssessment,
  'processor-terms': processorTerms,
  'breach-steps': breachSteps,
};

/** One paper, filled with the facts. */
export const privacyPaper = (name: PrivacyPaper, facts: PaperFacts): Paper => MAKERS[name](facts);
