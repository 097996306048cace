import type { z } from 'zod';
import { access, fileReply, roles } from './access.ts';
import type { Address } from './addresses.ts';
import { caseEvents, eventEffects, eventKept } from './case-events.ts';
import { caseload, clockExplained, found, today } from './caseload.ts';
import { chased, chaser } from './chasers.ts';
import { classes, classSheet } from './classes.ts';
import { compliance, lateReason } from './compliance.ts';
import {
  existingPlan,
  existingPlanFile,
  existingPlanSummary,
  existingPlans,
  planGone,
  plansInFolders,
  settledLines,
} from './existing-plans.ts';
import { exported } from './exports.ts';
import { following } from './following.ts';
import { actions, bookedReview, meeting, meetings, proposal } from './meetings.ts';
import { colleagues, me } from './people.ts';
import { peopleSync } from './people-sync.ts';
import { planVersion, planVersionFile, planVersions } from './plan-versions.ts';
import { compared, planPane } from './plans.ts';
import { copies, erasure, hold, privacyPage, pupilPrivacy, recordsPiece, recordsRequest, retention, retentionRule } from './privacy.ts';
import { logged, pupilPage, timeline } from './pupils.ts';
import { entries, entry, entryHistory } from './record.ts';
import { registerFiles, registerOverview, registerReadAgain, registerReading, registerReport, registerUndone } from './register.ts';
import { reminderRules, reminders } from './reminders.ts';
import { rosterReport } from './roster.ts';
import { auditVerdict, preflight } from './settings.ts';
import { familyAsked } from './visits.ts';

/** What each address answers. Replies are parsed at the client too, so a page never meets a shape it does not know. */
export const answers = {
  me,
  colleagues,
  today,
  caseload,
  find: found,
  clock: clockExplained,
  compliance,
  lateReason,
  chaser,
  chase: chased,
  following,
  makeDateFeed: following,
  endDateFeed: following,
  followInOutlook: following,
  leaveOutlook: following,
  complianceReport: exported,
  reminderRules,
  setReminderRule: reminderRules,
  reminders,
  caseEvents,
  previewEvent: eventEffects,
  recordEvent: eventKept,
  correctEvent: eventKept,
  withdrawEvent: eventKept,
  restoreEvent: eventKept,
  pupil: pupilPage,
  timeline,
  log: logged,
  score: logged,
  entries,
  recordEntry: entry,
  changeEntry: entry,
  undoEntry: entry,
  withdrawEntry: entry,
  restoreEntry: entry,
  entryHistory,
  access,
  joinTeam: access,
  changeMembership: access,
  leaveTeam: access,
  shareWith: access,
  disclosures: fileReply,
  roles,
  giveRole: roles,
  endRole: roles,
  mapGroup: roles,
  unmapGroup: roles,
  sendLink: access,
  withdrawLink: access,
  askFamily: familyAsked,
  classes,
  classSheet,
  arrangeCover: classes,
  withdrawCover: classes,
  meetings,
  meeting,
  propose: proposal,
  proposal,
  book: bookedReview,
  start: meeting,
  attendance: meeting,
  entry: meeting,
  nextItem: meeting,
  offRecord: meeting,
  settleAction: meeting,
  finish: meeting,
  actions,
  actionDone: actions,
  privacy: privacyPage,
  pupilPrivacy,
  askForRecords: recordsRequest,
  recordsRequest,
  decidePassages: recordsRequest,
  buildRecords: recordsRequest,
  recordsPiece,
  closeRecords: recordsRequest,
  setHold: hold,
  liftHold: hold,
  keepLonger: retention,
  retentionLength: retentionRule,
  copies,
  askErasure: erasure,
  erasure,
  confirmErasure: erasure,
  cancelErasure: erasure,
  draft: planPane,
  plan: planPane,
  planVersions,
  planVersion,
  planVersionFile,
  compare: compared,
  accept: planPane,
  acceptPassages: planPane,
  existingPlans,
  bringPlan: existingPlanSummary,
  plansInFolders,
  bringPlanFromFolder: existingPlanSummary,
  existingPlan,
  existingPlanFile,
  settleLines: settledLines,
  makeLine: settledLines,
  givePlanToPupil: existingPlanSummary,
  bringIntoForce: existingPlanSummary,
  takePlanAway: planGone,
  registerOverview,
  registerFiles,
  registerRead: registerReading,
  registerReadFile: registerReading,
  registerReadAgain,
  registerForgetLink: registerOverview,
  registerPreview: registerReport,
  registerImport: registerReport,
  registerUndo: registerUndone,
  exportList: exported,
  exportPupil: exported,
  rosterPreview: rosterReport,
  rosterImport: rosterReport,
  peopleSync,
  syncPeople: peopleSync,
  settleDoubt: peopleSync,
  preflight,
  auditVerify: auditVerdict,
} as const satisfies Record<Address, z.ZodType>;

/** The answer of an address. */
export type AnswerOf<A extends Address> = z.infer<(typeof answers)[A]>;
