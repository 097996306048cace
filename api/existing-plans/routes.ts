import { z } from 'zod';
import { bringQuery, fromFolderRequest, inForceRequest, newLineRequest, pupilRequest, settleRequest } from '#contract/existing-plans.ts';
import { id } from '#contract/fields.ts';
import { to } from '../http/route.ts';
import { MOST_BYTES } from './reading/unreadable-plan.ts';

const plan = z.strictObject({ plan: id });
const file = z.strictObject({ bytes: z.instanceof(Uint8Array, { error: 'is not a file' }) });
/** A little over the limit, so that a file just above it is refused with the sentence and not by the door. */
const A_FILE = { bytes: true, limit: MOST_BYTES + 5 * 1024 * 1024 } as const;

/** Plans that others wrote, brought in. */
export const existingPlanRoutes = {
  existingPlans: to({}, (casework, actor) => casework.openExistingPlans(actor)),
  bringPlan: to({ query: bringQuery, body: file }, (casework, actor, ask) => casework.bringPlan(actor, ask), A_FILE),
  plansInFolders: to({}, (casework, actor) => casework.lookForPlans(actor)),
  bringPlanFromFolder: to({ body: fromFolderRequest }, (casework, actor, ask) => casework.bringPlanFromFolder(actor, ask)),
  existingPlan: to({ path: plan }, (casework, actor, ask) => casework.openExistingPlan(actor, ask)),
  existingPlanFile: to({ path: plan }, (casework, actor, ask) => casework.openExistingPlanFile(actor, ask)),
  settleLines: to({ path: plan, body: settleRequest }, (casework, actor, ask) => casework.settleLines(actor, ask)),
  makeLine: to({ path: plan, body: newLineRequest }, (casework, actor, ask) => casework.makeLine(actor, ask)),
  givePlanToPupil: to({ path: plan, body: pupilRequest }, (casework, actor, ask) => casework.givePlanToPupil(actor, ask)),
  bringIntoForce: to({ path: plan, body: inForceRequest }, (casework, actor, ask) => casework.bringIntoForce(actor, ask)),
  takePlanAway: to({ path: plan }, (casework, actor, ask) => casework.takePlanAway(actor, ask)),
};
