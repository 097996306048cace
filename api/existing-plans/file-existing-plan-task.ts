import { z } from 'zod';
import type { Task } from '../tasks.ts';
import { fileExistingPlan } from './file-existing-plan.ts';

const payload = z.object({ organisation: z.guid(), plan: z.guid() });

/** Files plans that a crash or a slow Microsoft 365 left behind. */
export const fileExistingPlanTask: Task = (parts) => (given) => {
  const { organisation, plan } = payload.parse(given);
  return fileExistingPlan(parts, null, organisation, plan);
};
