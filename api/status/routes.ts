import { z } from 'zod';
import { giveUpJobRequest, jobId } from '#contract/status.ts';
import { to } from '../http/route.ts';

const looking = z.strictObject({ look: z.stringbool().optional() });
const job = z.strictObject({ job: jobId });

/** Addresses of the status: how the service is doing, and work of the queue that met trouble. */
export const statusRoutes = {
  status: to({ query: looking }, (casework, actor, ask) => casework.openStatus(actor, ask)),
  tryJobAgain: to({ path: job }, (casework, actor, ask) => casework.tryJobAgain(actor, ask)),
  giveUpJob: to({ path: job, body: giveUpJobRequest }, (casework, actor, ask) => casework.giveUpJob(actor, ask)),
};
