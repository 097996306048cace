import { z } from 'zod';
import type { AnswerOf } from '#contract/client.ts';
import { id } from '#contract/fields.ts';
import {
  askErasureRequest,
  askForRecordsRequest,
  cancelErasureRequest,
  closeRecordsRequest,
  decidePassagesRequest,
  holdRequest,
  keepLongerRequest,
  liftHoldRequest,
  privacyPaperAs,
  privacyPaperName,
  retentionLengthRequest,
} from '#contract/privacy.ts';
import { type Route, to } from '../http/route.ts';

const pupil = z.strictObject({ pupil: id });
const request = z.strictObject({ request: id });
const piece = z.strictObject({ request: id, piece: z.coerce.number().int().min(0).max(100_000) });
const paper = z.strictObject({ paper: privacyPaperName });
const paperAs = z.strictObject({ as: privacyPaperAs });
const hold = z.strictObject({ hold: id });
const erasure = z.strictObject({ erasure: id });
const keepRoll = z.strictObject({ keepRoll: z.stringbool().optional() });

/** Addresses of privacy: the record for those who ask, holds, retention, erasure. */
export const privacyRoutes = {
  privacy: to({}, (casework, actor) => casework.openPrivacy(actor)),
  privacyPaper: to({ path: paper, query: paperAs }, (casework, actor, ask) => casework.takePrivacyPaper(actor, ask)),
  pupilPrivacy: to({ path: pupil }, (casework, actor, ask) => casework.openPupilPrivacy(actor, ask)),
  askForRecords: to({ path: pupil, body: askForRecordsRequest }, (casework, actor, ask) => casework.askForRecords(actor, ask)),
  recordsRequest: to({ path: request }, (casework, actor, ask) => casework.openRecordsRequest(actor, ask)),
  decidePassages: to({ path: request, body: decidePassagesRequest }, (casework, actor, ask) => casework.decidePassages(actor, ask)),
  buildRecords: to({ path: request }, (casework, actor, ask) => casework.buildRecords(actor, ask)),
  recordsPiece: to({ path: piece }, (casework, actor, ask) => casework.downloadRecords(actor, ask)),
  closeRecords: to({ path: request, body: closeRecordsRequest }, (casework, actor, ask) => casework.closeRecords(actor, ask)),
  setHold: to({ path: pupil, body: holdRequest }, (casework, actor, ask) => casework.setHold(actor, ask)),
  liftHold: to({ path: hold, body: liftHoldRequest }, (casework, actor, ask) => casework.liftHold(actor, ask)),
  keepLonger: to({ path: pupil, body: keepLongerRequest }, (casework, actor, ask) => casework.keepLonger(actor, ask)),
  retentionLength: to({ body: retentionLengthRequest }, (casework, actor, ask) => casework.setRetentionLength(actor, ask)),
  copies: to({ path: pupil, query: keepRoll }, (casework, actor, ask) => casework.listCopies(actor, ask)),
  askErasure: to({ path: pupil, body: askErasureRequest }, (casework, actor, ask) => casework.askErasure(actor, ask)),
  erasure: to({ path: erasure }, (casework, actor, ask) => casework.openErasure(actor, ask)),
  confirmErasure: to({ path: erasure }, (casework, actor, ask) => casework.confirmErasure(actor, ask)),
  cancelErasure: to({ path: erasure, body: cancelErasureRequest }, (casework, actor, ask) => casework.cancelErasure(actor, ask)),
} satisfies Record<string, Route<never> | Route<AnswerOf<'privacy'>> | Route<unknown>>;
