import { z } from 'zod';
import { complianceQuery, lateReasonRequest } from '#contract/compliance.ts';
import { to } from '../http/route.ts';

const clock = z.strictObject({ clock: z.string().min(1).max(300) });

/** Both sides' clocks over a stretch of days, and why one was late. */
export const complianceRoutes = {
  compliance: to({ query: complianceQuery }, (casework, actor, ask) => casework.openCompliance(actor, ask)),
  lateReason: to({ path: clock, body: lateReasonRequest }, (casework, actor, ask) => casework.giveLateReason(actor, ask)),
};
