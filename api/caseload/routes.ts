import { z } from 'zod';
import { id } from '#contract/fields.ts';
import { to } from '../http/route.ts';

/** Today's own changes: what was seen, and promises that were kept. */
export const todayRoutes = {
  seeChanges: to({}, (casework, actor) => casework.seeChanges(actor)),
  promiseKept: to({ path: z.strictObject({ entry: id }) }, (casework, actor, ask) => casework.keepPromise(actor, ask)),
};
