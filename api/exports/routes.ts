import { z } from 'zod';
import { paperRequest } from '#contract/classes.ts';
import { exportListRequest, exportPupilRequest } from '#contract/exports.ts';
import { id } from '#contract/fields.ts';
import { to } from '../http/route.ts';

/** The ids of a whole school's caseload. */
const IDS = { limit: 4 * 1_048_576 } as const;
const pupil = z.strictObject({ pupil: id });

/** Addresses by which lists and records are taken out as files. */
export const exportRoutes = {
  exportList: to({ body: exportListRequest }, (casework, actor, ask) => casework.exportList(actor, ask), IDS),
  exportPupil: to({ path: pupil, body: exportPupilRequest }, (casework, actor, ask) => casework.exportPupil(actor, ask)),
  profile: to({ path: pupil }, (casework, actor, ask) => casework.openProfile(actor, ask)),
  profilePaper: to({ path: pupil, body: paperRequest }, (casework, actor, ask) => casework.takeProfile(actor, ask)),
};
