import { COUNCIL_PLAN } from './council-plan.ts';
import { MERGED_PLAN } from './merged-plan.ts';
import type { Sample } from './sample.ts';
import { PROSE_PLAN, SUPPORT_PLAN } from './school-plans.ts';
import { US_PLAN } from './us-plan.ts';

/** Plans in the layouts that offices use, each with what a reader should find in it. */
export const SAMPLES: readonly Sample[] = [COUNCIL_PLAN, MERGED_PLAN, SUPPORT_PLAN, PROSE_PLAN, US_PLAN];
