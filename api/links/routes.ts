import { z } from 'zod';
import { linkLetterRequest } from '#contract/access.ts';
import { id } from '#contract/fields.ts';
import { askFamilyRequest, sendLinkRequest } from '#contract/visits.ts';
import { to } from '../http/route.ts';

/** Links for people without an account, as the school sends and withdraws them. Visits have a door of their own. */
export const linkRoutes = {
  sendLink: to({ path: z.strictObject({ pupil: id }), body: sendLinkRequest }, (casework, actor, ask) => casework.sendLink(actor, ask)),
  printLinkLetter: to({ path: z.strictObject({ link: id }), body: linkLetterRequest }, (casework, actor, ask) =>
    casework.printLinkLetter(actor, ask),
  ),
  readLinkCode: to({ path: z.strictObject({ link: id }) }, (casework, actor, ask) => casework.readLinkCode(actor, ask)),
  withdrawLink: to({ path: z.strictObject({ link: id }) }, (casework, actor, ask) => casework.withdrawLink(actor, ask)),
  askFamily: to({ path: z.strictObject({ meeting: id }), body: askFamilyRequest }, (casework, actor, ask) =>
    casework.askFamily(actor, ask),
  ),
};
