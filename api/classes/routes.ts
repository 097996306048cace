import { z } from 'zod';
import { coverRequest, paperRequest } from '#contract/classes.ts';
import { id } from '#contract/fields.ts';
import { carryOutRequest, chooseTeacherRequest, rollOverAsked, settleMovesRequest } from '#contract/roll-over.ts';
import { readingsQuery, strategiesQuery, strategyAnswers } from '#contract/strategies.ts';
import { to } from '../http/route.ts';

const taught = z.strictObject({ class: id });

/** Class sheets, and who takes a class for a day. */
export const classRoutes = {
  classes: to({}, (casework, actor) => casework.openClasses(actor)),
  classSheet: to({ path: taught }, (casework, actor, ask) => casework.openClassSheet(actor, ask)),
  classSheetPaper: to({ path: taught, body: paperRequest }, (casework, actor, ask) => casework.takeClassSheet(actor, ask)),
  arrangeCover: to({ path: taught, body: coverRequest }, (casework, actor, ask) => casework.arrangeCover(actor, ask)),
  strategies: to({ query: strategiesQuery }, (casework, actor, ask) => casework.openMyStrategies(actor, ask)),
  answerStrategies: to({ path: z.strictObject({ pupil: id }), body: strategyAnswers }, (casework, actor, ask) =>
    casework.answerStrategies(actor, ask),
  ),
  strategyMarks: to({ path: z.strictObject({ pupil: id }) }, (casework, actor, ask) => casework.openStrategyMarks(actor, ask)),
  reviewMarks: to({ path: z.strictObject({ meeting: id }) }, (casework, actor, ask) => casework.openReviewMarks(actor, ask)),
  readings: to({ query: readingsQuery }, (casework, actor, ask) => casework.openReadings(actor, ask)),
  rollOver: to({ query: rollOverAsked }, (casework, actor, ask) => casework.openRollOver(actor, ask)),
  settleMoves: to({ body: settleMovesRequest }, (casework, actor, ask) => casework.settleMoves(actor, ask)),
  chooseTeacher: to({ body: chooseTeacherRequest }, (casework, actor, ask) => casework.chooseTeacher(actor, ask)),
  carryOutRollOver: to({ body: carryOutRequest }, (casework, actor, ask) => casework.carryOutRollOver(actor, ask)),
  undoRollOver: to({ path: z.strictObject({ step: id }) }, (casework, actor, ask) => casework.undoRollOver(actor, ask)),
  withdrawCover: to({ path: z.strictObject({ cover: id }) }, (casework, actor, ask) => casework.withdrawCover(actor, ask)),
};
