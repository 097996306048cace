import { z } from 'zod';
import {
  disclosuresAs,
  endRoleRequest,
  giveRoleRequest,
  joinRequest,
  mapGroupRequest,
  membershipChange,
  shareRequest,
} from '#contract/access.ts';
import { id } from '#contract/fields.ts';
import { to } from '../http/route.ts';

const pupil = z.strictObject({ pupil: id });
const member = z.strictObject({ member: id });

/** Who may see a record, who has, and who is on the team. */
export const accessRoutes = {
  access: to({ path: pupil }, (casework, actor, ask) => casework.openAccess(actor, ask)),
  joinTeam: to({ path: pupil, body: joinRequest }, (casework, actor, ask) => casework.joinTeam(actor, ask)),
  changeMembership: to({ path: member, body: membershipChange }, (casework, actor, ask) => casework.changeMembership(actor, ask)),
  leaveTeam: to({ path: member }, (casework, actor, ask) => casework.leaveTeam(actor, ask)),
  shareWith: to({ path: member, body: shareRequest }, (casework, actor, ask) => casework.shareWith(actor, ask)),
  roles: to({}, (casework, actor) => casework.openRoles(actor)),
  giveRole: to({ body: giveRoleRequest }, (casework, actor, ask) => casework.giveRole(actor, ask)),
  endRole: to({ body: endRoleRequest }, (casework, actor, ask) => casework.endRole(actor, ask)),
  mapGroup: to({ body: mapGroupRequest }, (casework, actor, ask) => casework.mapGroup(actor, ask)),
  unmapGroup: to({ path: z.strictObject({ mapping: id }) }, (casework, actor, ask) => casework.unmapGroup(actor, ask)),
  disclosures: to({ path: pupil, query: z.strictObject({ as: disclosuresAs }) }, (casework, actor, ask) =>
    casework.reportDisclosures(actor, ask),
  ),
};
