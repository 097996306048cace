import { z } from 'zod';
import { id } from '#contract/fields.ts';
import { changeGuidanceRequest, keepGuidanceRequest, retireGuidanceRequest, useStrategyRequest } from '#contract/guidance.ts';
import { to, toSeen } from '../http/route.ts';

const one = z.strictObject({ entry: id });
const pupil = z.strictObject({ pupil: id });
const words = z.strictObject({ words: z.string().max(200).optional() });

/** Strategies, plans and links of the house, and what of them is used for a pupil. */
export const guidanceRoutes = {
  guidance: to({}, (casework, actor) => casework.openGuidance(actor)),
  keepGuidance: to({ body: keepGuidanceRequest }, (casework, actor, ask) => casework.keepGuidance(actor, ask)),
  changeGuidance: toSeen({ path: one, body: changeGuidanceRequest }, (casework, actor, ask) => casework.changeGuidance(actor, ask)),
  undoGuidance: toSeen({ path: one }, (casework, actor, ask) => casework.undoGuidance(actor, ask)),
  retireGuidance: toSeen({ path: one, body: retireGuidanceRequest }, (casework, actor, ask) => casework.retireGuidance(actor, ask)),
  guidanceHistory: to({ path: one }, (casework, actor, ask) => casework.guidanceHistory(actor, ask)),
  guidanceFile: to({ path: one }, (casework, actor, ask) => casework.downloadGuidance(actor, ask)),
  ideas: to({ path: pupil, query: words }, (casework, actor, ask) =>
    casework.openIdeas(actor, { pupil: ask.pupil, words: ask.words ?? '' }),
  ),
  useStrategy: to({ path: pupil, body: useStrategyRequest }, (casework, actor, ask) => casework.useStrategy(actor, ask)),
};
