import { z } from 'zod';
import { id } from '#contract/fields.ts';
import { versionQuery } from '#contract/plan-versions.ts';
import { to } from '../http/route.ts';

const plan = z.strictObject({ plan: id });
const version = plan.extend({ version: z.coerce.number().int().min(1).max(100_000) });

/** Addresses at which the versions of a plan are read. */
export const planVersionRoutes = {
  planVersions: to({ path: plan }, (casework, actor, ask) => casework.openPlanVersions(actor, ask)),
  planVersion: to({ path: version, query: versionQuery }, (casework, actor, ask) => casework.openPlanVersion(actor, ask)),
  planVersionFile: to({ path: version }, (casework, actor, ask) => casework.reproducePlanVersion(actor, ask)),
};
