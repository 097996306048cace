import { z } from 'zod';
import { id } from '#contract/fields.ts';
import { doubtAnswer, syncRequest } from '#contract/people-sync.ts';
import { to } from '../http/route.ts';

const doubt = z.strictObject({ doubt: id });

/** People from Microsoft 365: how it stands, read now, and telling two people apart. */
export const rosterRoutes = {
  peopleSync: to({}, (casework, actor) => casework.openPeopleSync(actor)),
  syncPeople: to({ body: syncRequest }, (casework, actor, ask) => casework.syncPeople(actor, ask)),
  settleDoubt: to({ path: doubt, body: doubtAnswer }, (casework, actor, ask) => casework.settleDoubt(actor, ask)),
};
