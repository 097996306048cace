import { z } from 'zod';
import type { Address } from '#contract/addresses.ts';
import type { AnswerOf } from '#contract/client.ts';
import { id } from '#contract/fields.ts';
import { memberRequest } from '#contract/meeting-team.ts';
import {
  attendanceRequest,
  bookRequest,
  entryRequest,
  finishRequest,
  nextItemRequest,
  offRecordRequest,
  proposeRequest,
  settleActionRequest,
  startRequest,
} from '#contract/meetings.ts';
import { acceptPassagesRequest, acceptRequest, draftRequest } from '#contract/plans.ts';
import { logRequest, scoreRequest } from '#contract/pupils.ts';
import { rosterUpload } from '#contract/roster.ts';
import { accessRoutes } from '../access/routes.ts';
import { activityFeedRoutes } from '../activity-feed/routes.ts';
import { calendarRoutes } from '../calendar/routes.ts';
import { todayRoutes } from '../caseload/routes.ts';
import { caseloadWorkRoutes } from '../caseload-work/routes.ts';
import { classRoutes } from '../classes/routes.ts';
import { clockRoutes } from '../clocks/routes.ts';
import { complianceRoutes } from '../compliance/routes.ts';
import { contributionRoutes } from '../contributions/routes.ts';
import { examRoutes } from '../exams/routes.ts';
import { existingPlanRoutes } from '../existing-plans/routes.ts';
import { exportRoutes } from '../exports/routes.ts';
import { guidanceRoutes } from '../guidance/routes.ts';
import { informationReportRoutes } from '../information-report/routes.ts';
import { letterRoutes } from '../letters/routes.ts';
import { linkRoutes } from '../links/routes.ts';
import { morningRoutes } from '../mornings/routes.ts';
import { peopleRoutes } from '../people/routes.ts';
import { planVersionRoutes } from '../plans/routes.ts';
import { privacyRoutes } from '../privacy/routes.ts';
import { recordRoutes } from '../record/routes.ts';
import { registerRoutes } from '../register/routes.ts';
import { rosterRoutes } from '../roster/routes.ts';
import { statusRoutes } from '../status/routes.ts';
import { type Route, to } from './route.ts';

const MEGABYTE = 1_048_576;
const A_DOCUMENT = { bytes: true, limit: 25 * MEGABYTE } as const;
const A_ROSTER = { limit: 64 * MEGABYTE } as const;

const pupil = z.strictObject({ pupil: id });
const goal = z.strictObject({ goal: id });
const plan = z.strictObject({ plan: id });
const meeting = z.strictObject({ meeting: id });
const action = z.strictObject({ action: id });
/** Clocks have no id of their own: rule and trigger, as the caseload names them. */
const clock = z.strictObject({ clock: z.string().min(1).max(300) });
const words = z.strictObject({ words: z.string().max(200) });
const whose = z.strictObject({ everyone: z.stringbool().optional() });
const document = z.strictObject({ bytes: z.instanceof(Uint8Array, { error: 'is not a document' }) });

/** Every address of the API and the one deed behind it. */
export const routes: { readonly [A in Address]: Route<AnswerOf<A>> } = {
  me: to({}, (casework, actor) => casework.whoAmI(actor)),
  ...peopleRoutes,
  ...accessRoutes,
  ...linkRoutes,
  ...contributionRoutes,
  ...letterRoutes,
  ...classRoutes,
  ...morningRoutes,
  ...examRoutes,
  ...guidanceRoutes,
  ...rosterRoutes,
  today: to({}, (casework, actor) => casework.openToday(actor)),
  ...todayRoutes,
  caseload: to({}, (casework, actor) => casework.openCaseload(actor)),
  ...caseloadWorkRoutes,
  find: to({ body: words }, (casework, actor, ask) => casework.findPupil(actor, ask)),
  clock: to({ path: clock }, (casework, actor, ask) => casework.explainClock(actor, ask)),
  ...complianceRoutes,
  ...clockRoutes,
  ...calendarRoutes,
  ...informationReportRoutes,

  pupil: to({ path: pupil }, (casework, actor, ask) => casework.openPupil(actor, ask)),
  timeline: to({ path: pupil }, (casework, actor, ask) => casework.openTimeline(actor, ask)),
  log: to({ path: pupil, body: logRequest }, (casework, actor, ask) => casework.log(actor, ask)),
  score: to({ path: goal, body: scoreRequest }, (casework, actor, ask) => casework.recordScore(actor, ask)),

  ...activityFeedRoutes,
  ...recordRoutes,

  meetings: to({}, (casework, actor) => casework.openMeetings(actor)),
  meeting: to({ path: meeting }, (casework, actor, ask) => casework.openMeeting(actor, ask)),
  propose: to({ path: pupil, body: proposeRequest }, (casework, actor, ask) => casework.proposeReview(actor, ask)),
  proposal: to({ path: meeting }, (casework, actor, ask) => casework.openProposal(actor, ask)),
  book: to({ path: meeting, body: bookRequest }, (casework, actor, ask) => casework.bookReview(actor, ask)),
  start: to({ path: meeting, body: startRequest }, (casework, actor, ask) => casework.startMeeting(actor, ask)),
  setMember: to({ path: meeting, body: memberRequest }, (casework, actor, ask) => casework.setMember(actor, ask)),
  attendance: to({ path: meeting, body: attendanceRequest }, (casework, actor, ask) => casework.noteAttendance(actor, ask)),
  entry: to({ path: meeting, body: entryRequest }, (casework, actor, ask) => casework.addEntry(actor, ask)),
  nextItem: to({ path: meeting, body: nextItemRequest }, (casework, actor, ask) => casework.nextItem(actor, ask)),
  offRecord: to({ path: meeting, body: offRecordRequest }, (casework, actor, ask) => casework.goOffRecord(actor, ask)),
  settleAction: to({ path: meeting, body: settleActionRequest }, (casework, actor, ask) => casework.settleAction(actor, ask)),
  finish: to({ path: meeting, body: finishRequest }, (casework, actor, ask) => casework.finishMeeting(actor, ask)),

  actions: to({ query: whose }, (casework, actor, ask) => casework.openActions(actor, { everyone: ask.everyone ?? false })),
  actionDone: to({ path: action }, (casework, actor, ask) => casework.markActionDone(actor, ask)),

  ...privacyRoutes,

  draft: to({ path: pupil, body: draftRequest }, (casework, actor, ask) => casework.draftPlan(actor, ask)),
  planContent: to({ path: pupil }, (casework, actor, ask) => casework.openPlanContent(actor, ask)),
  plan: to({ path: plan }, (casework, actor, ask) => casework.openPlan(actor, ask)),
  ...planVersionRoutes,
  compare: to({ body: document }, (casework, actor, ask) => casework.compareDocument(actor, ask), A_DOCUMENT),
  accept: to({ path: plan, body: acceptRequest }, (casework, actor, ask) => casework.acceptDifferences(actor, ask)),
  acceptPassages: to({ path: plan, body: acceptPassagesRequest }, (casework, actor, ask) => casework.acceptPassages(actor, ask)),

  ...existingPlanRoutes,
  ...registerRoutes,
  ...exportRoutes,
  ...statusRoutes,

  rosterPreview: to({ body: rosterUpload }, (casework, actor, ask) => casework.previewRoster(actor, ask), A_ROSTER),
  rosterImport: to({ body: rosterUpload }, (casework, actor, ask) => casework.importRoster(actor, ask), A_ROSTER),
  preflight: to({}, (casework, actor) => casework.preflight(actor)),
  auditVerify: to({}, (casework, actor) => casework.verifyAudit(actor)),
};
