import { z } from 'zod';
import { keyWorkersRequest, reviewMonthsRequest, saveViewRequest } from '#contract/caseload-work.ts';
import { id } from '#contract/fields.ts';
import { to } from '../http/route.ts';

const view = z.strictObject({ view: id });
/** The ids of a whole caseload. */
const IDS = { limit: 1_048_576 } as const;

/** Views under a name, and what is done for several pupils of the caseload at once. */
export const caseloadWorkRoutes = {
  views: to({}, (casework, actor) => casework.openViews(actor)),
  saveView: to({ body: saveViewRequest }, (casework, actor, ask) => casework.saveView(actor, ask)),
  changeView: to({ path: view, body: saveViewRequest }, (casework, actor, ask) => casework.changeView(actor, ask)),
  removeView: to({ path: view }, (casework, actor, ask) => casework.removeView(actor, ask)),
  keyWorkers: to({ body: keyWorkersRequest }, (casework, actor, ask) => casework.assignKeyWorker(actor, ask), IDS),
  reviewMonths: to({ body: reviewMonthsRequest }, (casework, actor, ask) => casework.planReviewMonth(actor, ask), IDS),
};
