import { z } from 'zod';
import {
  answerContributionRequest,
  askContributionsRequest,
  askSeveralRequest,
  chasing,
  endContributionsRequest,
} from '#contract/contributions.ts';
import { id } from '#contract/fields.ts';
import { to } from '../http/route.ts';

const pupil = z.strictObject({ pupil: id });
const request = z.strictObject({ request: id });
const contribution = z.strictObject({ contribution: id });

/** Contributions: asking, answering, reminding, and what came of it. */
export const contributionRoutes = {
  askable: to({ path: pupil }, (casework, actor, ask) => casework.proposeContributions(actor, ask)),
  contributions: to({ path: pupil }, (casework, actor, ask) => casework.openContributions(actor, ask)),
  askContributions: to({ path: pupil, body: askContributionsRequest }, (casework, actor, ask) => casework.askContributions(actor, ask)),
  askSeveral: to({ body: askSeveralRequest }, (casework, actor, ask) => casework.askSeveral(actor, ask)),
  contributionRequest: to({ path: request }, (casework, actor, ask) => casework.openContributionRequest(actor, ask)),
  remindContributions: to({ path: request }, (casework, actor, ask) => casework.remindContributions(actor, ask)),
  endContributions: to({ path: request, body: endContributionsRequest }, (casework, actor, ask) => casework.endContributions(actor, ask)),
  askedOfMe: to({}, (casework, actor) => casework.openAsked(actor)),
  contribution: to({ path: contribution }, (casework, actor, ask) => casework.openContribution(actor, ask)),
  answerContribution: to({ path: contribution, body: answerContributionRequest }, (casework, actor, ask) =>
    casework.answerContribution(actor, ask),
  ),
  chasing: to({}, (casework, actor) => casework.openChasing(actor)),
  setChasing: to({ body: chasing }, (casework, actor, ask) => casework.setChasing(actor, ask)),
};
