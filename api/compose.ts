import { changeMembership } from './access/change-membership.ts';
import { endRole } from './access/end-role.ts';
import { giveRole } from './access/give-role.ts';
import { joinTeam } from './access/join-team.ts';
import { leaveTeam } from './access/leave-team.ts';
import { mapGroup, unmapGroup } from './access/map-group.ts';
import { openAccess } from './access/open-access.ts';
import { openRoles } from './access/open-roles.ts';
import { reportDisclosures } from './access/report-disclosures.ts';
import { shareWith } from './access/share-with.ts';
import { markActionDone } from './actions/mark-action-done.ts';
import { openActions } from './actions/open-actions.ts';
import { chooseNotices, openActivityFeed } from './activity-feed/choose-notices.ts';
import { verifyAudit } from './audit/verify-audit.ts';
import { changeCalendar, previewCalendar } from './calendar/change-calendar.ts';
import { openCalendars, openDatesMoved } from './calendar/open-calendars.ts';
import { explainClock } from './caseload/explain-clock.ts';
import { findPupil } from './caseload/find-pupil.ts';
import { keepPromise } from './caseload/keep-promise.ts';
import { openCaseload } from './caseload/open-caseload.ts';
import { openMorning, openToday, seeChanges } from './caseload/open-today.ts';
import { assignKeyWorker } from './caseload-work/assign-key-worker.ts';
import { planReviewMonth } from './caseload-work/plan-review-month.ts';
import { changeView, openViews, removeView, saveView } from './caseload-work/saved-views.ts';
import type { Casework } from './casework.ts';
import { answerStrategies } from './classes/answer-strategies.ts';
import { arrangeCover } from './classes/arrange-cover.ts';
import { openClassSheet } from './classes/open-class-sheet.ts';
import { openClasses } from './classes/open-classes.ts';
import { openMyStrategies } from './classes/open-my-strategies.ts';
import { openReadings } from './classes/open-readings.ts';
import { openReviewMarks, openStrategyMarks } from './classes/open-strategy-marks.ts';
import { carryOutRollOver, chooseTeacher, openRollOver, settleMoves, undoRollOver } from './classes/roll-over.ts';
import { takeClassSheet } from './classes/take-class-sheet.ts';
import { withdrawCover } from './classes/withdraw-cover.ts';
import { correctEvent, previewEvent, recordEvent, restoreEvent, withdrawEvent } from './clocks/change-events.ts';
import { openDatesExplained } from './clocks/open-dates-explained.ts';
import { openEvents } from './clocks/open-events.ts';
import { chase } from './compliance/chase.ts';
import { endDateFeed, followInOutlook, leaveOutlook, makeDateFeed, openFollowing } from './compliance/following.ts';
import { giveLateReason } from './compliance/give-late-reason.ts';
import { openChaser } from './compliance/open-chaser.ts';
import { openCompliance } from './compliance/open-compliance.ts';
import { openReminders } from './compliance/open-reminders.ts';
import { openReminderRules, setReminderRule } from './compliance/reminder-rules.ts';
import { reportCompliance } from './compliance/report-compliance.ts';
import { answerContribution } from './contributions/answer-contribution.ts';
import { askContributions } from './contributions/ask-contributions.ts';
import { askSeveral } from './contributions/ask-several.ts';
import { openChasing, setChasing } from './contributions/chasing-settings.ts';
import { endContributions } from './contributions/end-contributions.ts';
import { openAsked } from './contributions/open-asked.ts';
import { openContribution } from './contributions/open-contribution.ts';
import { openContributions } from './contributions/open-contributions.ts';
import { openContributionRequest } from './contributions/open-request.ts';
import { proposeContributions } from './contributions/propose-contributions.ts';
import { remindContributions } from './contributions/remind-contributions.ts';
import { draftExamApplication } from './exams/draft-application.ts';
import { listForInvigilators } from './exams/list-invigilators.ts';
import { openExamDates } from './exams/open-exam-dates.ts';
import { openExams } from './exams/open-exams.ts';
import { setExamDate } from './exams/set-exam-date.ts';
import { bringIntoForce } from './existing-plans/bring-into-force.ts';
import { bringPlan } from './existing-plans/bring-plan.ts';
import { bringPlanFromFolder, lookForPlans } from './existing-plans/from-folders.ts';
import { givePlanToPupil, takePlanAway } from './existing-plans/give-pupil.ts';
import { makeLine } from './existing-plans/make-line.ts';
import { openExistingPlan, openExistingPlanFile, openExistingPlans } from './existing-plans/open-plans.ts';
import { settleLines } from './existing-plans/settle-lines.ts';
import { exportList, exportPupil } from './exports/export-list.ts';
import { downloadGuidance } from './guidance/download-guidance.ts';
import { guidanceHistory } from './guidance/guidance-history.ts';
import { changeGuidance, keepGuidance, retireGuidance, undoGuidance } from './guidance/keep-guidance.ts';
import { openGuidance } from './guidance/open-guidance.ts';
import { openIdeas } from './guidance/open-ideas.ts';
import { useStrategy } from './guidance/use-strategy.ts';
import { downloadInformationReport } from './information-report/download-information-report.ts';
import { keepReportItem } from './information-report/keep-report-item.ts';
import { openInformationReport } from './information-report/open-information-report.ts';
import { publishInformationReport } from './information-report/publish-information-report.ts';
import { changeLetter } from './letters/change-letter.ts';
import { composeLetter } from './letters/compose-letter.ts';
import { fileLetter } from './letters/file-letter.ts';
import { giveLetter } from './letters/give-letter.ts';
import { downloadLetter, openLetter } from './letters/open-letter.ts';
import { openLetters } from './letters/open-letters.ts';
import { forgetLanguageReview, openLanguages, reviewLanguage } from './letters/review-languages.ts';
import { askFamily } from './links/ask-family.ts';
import { printLinkLetter } from './links/print-link-letter.ts';
import { readLinkCode } from './links/read-link-code.ts';
import { sendLink } from './links/send-link.ts';
import { withdrawLink } from './links/withdraw-link.ts';
import { addEntry } from './meetings/add-entry.ts';
import { bookReview } from './meetings/book-review.ts';
import { finishMeeting } from './meetings/finish-meeting.ts';
import { goOffRecord } from './meetings/go-off-record.ts';
import { nextItem } from './meetings/next-item.ts';
import { noteAttendance } from './meetings/note-attendance.ts';
import { openMeeting } from './meetings/open-meeting.ts';
import { openMeetings } from './meetings/open-meetings.ts';
import { openProposal } from './meetings/open-proposal.ts';
import { proposeReview } from './meetings/propose-review.ts';
import { setMember } from './meetings/set-member.ts';
import { settleAction } from './meetings/settle-action.ts';
import { startMeeting } from './meetings/start-meeting.ts';
import { openMornings, setMornings } from './mornings/mornings.ts';
import { openAsking } from './mornings/open-asking.ts';
import type { Parts } from './parts.ts';
import { openColleagues } from './people/open-colleagues.ts';
import { whoAmI } from './people/who-am-i.ts';
import { openPlanContent } from './plan-content/open-plan-content.ts';
import { acceptDifferences } from './plans/accept-differences.ts';
import { acceptPassages } from './plans/accept-passages.ts';
import { compareDocument } from './plans/compare-document.ts';
import { draftPlan } from './plans/draft-plan.ts';
import { openPlan } from './plans/open-plan.ts';
import { openPlanVersion, openPlanVersions } from './plans/plan-versions.ts';
import { reproducePlanVersion } from './plans/reproduce-version.ts';
import { askErasure, cancelErasure, confirmErasure, listCopies, openErasure } from './privacy/erasure.ts';
import { liftHold, setHold } from './privacy/hold.ts';
import { openPrivacy, openPupilPrivacy } from './privacy/open-privacy.ts';
import { takePrivacyPaper } from './privacy/papers.ts';
import {
  askForRecords,
  buildRecords,
  closeRecords,
  decidePassages,
  downloadRecords,
  openRecordsRequest,
} from './privacy/records-requests.ts';
import { keepLonger, setRetentionLength } from './privacy/retention.ts';
import { log } from './pupils/log.ts';
import { openPupil } from './pupils/open-pupil.ts';
import { openTimeline } from './pupils/open-timeline.ts';
import { recordScore } from './pupils/record-score.ts';
import { openProfile, takeProfile } from './pupils/take-profile.ts';
import { changeEntry } from './record/change-entry.ts';
import { entryHistory } from './record/entry-history.ts';
import { keepMessage } from './record/keep-message.ts';
import { openEntries } from './record/open-entries.ts';
import { recordEntry } from './record/record-entry.ts';
import { restoreEntry } from './record/restore-entry.ts';
import { undoEntry } from './record/undo-entry.ts';
import { withdrawEntry } from './record/withdraw-entry.ts';
import { importRegister, previewRegister } from './register/import-register.ts';
import { forgetRegisterLink, openRegister, undoRegister } from './register/open-register.ts';
import { readRegister } from './register/read-register.ts';
import { findRegisterFiles, readRegisterAgain, readRegisterFile } from './register/register-files.ts';
import { importRoster, previewRoster } from './roster/import-roster.ts';
import { openPeopleSync } from './roster/open-people-sync.ts';
import { settleDoubt } from './roster/settle-doubt.ts';
import { syncPeople } from './roster/sync-people.ts';
import { preflight } from './settings/preflight.ts';
import { openStatus } from './status/open-status.ts';
import { giveUpJob, tryJobAgain } from './status/settle-jobs.ts';

/** The whole service, composed: every deed given its parts, one line a deed, in the order of api/casework.ts. */
export const casework = (parts: Parts): Casework => ({
  whoAmI: whoAmI(parts),
  openColleagues: openColleagues(parts),
  openToday: openToday(parts),
  openMorning: openMorning(parts),
  seeChanges: seeChanges(parts),
  keepPromise: keepPromise(parts),
  openCaseload: openCaseload(parts),
  findPupil: findPupil(parts),
  explainClock: explainClock(parts),
  openViews: openViews(parts),
  saveView: saveView(parts),
  changeView: changeView(parts),
  removeView: removeView(parts),
  assignKeyWorker: assignKeyWorker(parts),
  planReviewMonth: planReviewMonth(parts),
  openCompliance: openCompliance(parts),
  giveLateReason: giveLateReason(parts),
  openChaser: openChaser(parts),
  chase: chase(parts),
  openFollowing: openFollowing(parts),
  makeDateFeed: makeDateFeed(parts),
  endDateFeed: endDateFeed(parts),
  followInOutlook: followInOutlook(parts),
  leaveOutlook: leaveOutlook(parts),
  reportCompliance: reportCompliance(parts),
  openReminderRules: openReminderRules(parts),
  setReminderRule: setReminderRule(parts),
  openReminders: openReminders(parts),
  openDatesExplained: openDatesExplained(),
  openInformationReport: openInformationReport(parts),
  keepReportItem: keepReportItem(parts),
  publishInformationReport: publishInformationReport(parts),
  downloadInformationReport: downloadInformationReport(parts),
  openCalendars: openCalendars(parts),
  previewCalendar: previewCalendar(parts),
  changeCalendar: changeCalendar(parts),
  openDatesMoved: openDatesMoved(parts),
  openEvents: openEvents(parts),
  previewEvent: previewEvent(parts),
  recordEvent: recordEvent(parts),
  correctEvent: correctEvent(parts),
  withdrawEvent: withdrawEvent(parts),
  restoreEvent: restoreEvent(parts),
  openPupil: openPupil(parts),
  openTimeline: openTimeline(parts),
  log: log(parts),
  recordScore: recordScore(parts),
  openEntries: openEntries(parts),
  openActivityFeed: openActivityFeed(parts),
  chooseNotices: chooseNotices(parts),
  keepMessage: keepMessage(parts),
  recordEntry: recordEntry(parts),
  changeEntry: changeEntry(parts),
  undoEntry: undoEntry(parts),
  withdrawEntry: withdrawEntry(parts),
  restoreEntry: restoreEntry(parts),
  entryHistory: entryHistory(parts),
  openAccess: openAccess(parts),
  joinTeam: joinTeam(parts),
  changeMembership: changeMembership(parts),
  leaveTeam: leaveTeam(parts),
  shareWith: shareWith(parts),
  reportDisclosures: reportDisclosures(parts),
  openRoles: openRoles(parts),
  giveRole: giveRole(parts),
  endRole: endRole(parts),
  mapGroup: mapGroup(parts),
  unmapGroup: unmapGroup(parts),
  sendLink: sendLink(parts),
  printLinkLetter: printLinkLetter(parts),
  readLinkCode: readLinkCode(parts),
  withdrawLink: withdrawLink(parts),
  askFamily: askFamily(parts),
  proposeContributions: proposeContributions(parts),
  askContributions: askContributions(parts),
  askSeveral: askSeveral(parts),
  openContributions: openContributions(parts),
  openContributionRequest: openContributionRequest(parts),
  remindContributions: remindContributions(parts),
  endContributions: endContributions(parts),
  openAsked: openAsked(parts),
  openContribution: openContribution(parts),
  answerContribution: answerContribution(parts),
  openChasing: openChasing(parts),
  setChasing: setChasing(parts),
  openLetters: openLetters(parts),
  composeLetter: composeLetter(parts),
  fileLetter: fileLetter(parts),
  openLetter: openLetter(parts),
  changeLetter: changeLetter(parts),
  downloadLetter: downloadLetter(parts),
  giveLetter: giveLetter(parts),
  openLanguages: openLanguages(parts),
  reviewLanguage: reviewLanguage(parts),
  forgetLanguageReview: forgetLanguageReview(parts),
  openGuidance: openGuidance(parts),
  keepGuidance: keepGuidance(parts),
  changeGuidance: changeGuidance(parts),
  undoGuidance: undoGuidance(parts),
  retireGuidance: retireGuidance(parts),
  guidanceHistory: guidanceHistory(parts),
  downloadGuidance: downloadGuidance(parts),
  openIdeas: openIdeas(parts),
  useStrategy: useStrategy(parts),
  openExams: openExams(parts),
  openExamDates: openExamDates(parts),
  setExamDate: setExamDate(parts),
  draftExamApplication: draftExamApplication(parts),
  listForInvigilators: listForInvigilators(parts),
  openClasses: openClasses(parts),
  openClassSheet: openClassSheet(parts),
  takeClassSheet: takeClassSheet(parts),
  openRollOver: openRollOver(parts),
  settleMoves: settleMoves(parts),
  chooseTeacher: chooseTeacher(parts),
  carryOutRollOver: carryOutRollOver(parts),
  undoRollOver: undoRollOver(parts),
  arrangeCover: arrangeCover(parts),
  withdrawCover: withdrawCover(parts),
  openMyStrategies: openMyStrategies(parts),
  answerStrategies: answerStrategies(parts),
  openStrategyMarks: openStrategyMarks(parts),
  openReviewMarks: openReviewMarks(parts),
  openReadings: openReadings(parts),
  openMornings: openMornings(parts),
  setMornings: setMornings(parts),
  openAsking: openAsking(parts),
  openMeetings: openMeetings(parts),
  openMeeting: openMeeting(parts),
  proposeReview: proposeReview(parts),
  openProposal: openProposal(parts),
  bookReview: bookReview(parts),
  startMeeting: startMeeting(parts),
  setMember: setMember(parts),
  noteAttendance: noteAttendance(parts),
  addEntry: addEntry(parts),
  nextItem: nextItem(parts),
  goOffRecord: goOffRecord(parts),
  settleAction: settleAction(parts),
  finishMeeting: finishMeeting(parts),
  openActions: openActions(parts),
  markActionDone: markActionDone(parts),
  takePrivacyPaper: takePrivacyPaper(parts),
  openPrivacy: openPrivacy(parts),
  openPupilPrivacy: openPupilPrivacy(parts),
  askForRecords: askForRecords(parts),
  openRecordsRequest: openRecordsRequest(parts),
  decidePassages: decidePassages(parts),
  buildRecords: buildRecords(parts),
  downloadRecords: downloadRecords(parts),
  closeRecords: closeRecords(parts),
  setHold: setHold(parts),
  liftHold: liftHold(parts),
  keepLonger: keepLonger(parts),
  setRetentionLength: setRetentionLength(parts),
  listCopies: listCopies(parts),
  askErasure: askErasure(parts),
  confirmErasure: confirmErasure(parts),
  cancelErasure: cancelErasure(parts),
  openErasure: openErasure(parts),
  draftPlan: draftPlan(parts),
  openPlan: openPlan(parts),
  openPlanContent: openPlanContent(parts),
  openPlanVersions: openPlanVersions(parts),
  openPlanVersion: openPlanVersion(parts),
  reproducePlanVersion: reproducePlanVersion(parts),
  compareDocument: compareDocument(parts),
  acceptDifferences: acceptDifferences(parts),
  acceptPassages: acceptPassages(parts),
  openExistingPlans: openExistingPlans(parts),
  bringPlan: bringPlan(parts),
  lookForPlans: lookForPlans(parts),
  bringPlanFromFolder: bringPlanFromFolder(parts),
  openExistingPlan: openExistingPlan(parts),
  openExistingPlanFile: openExistingPlanFile(parts),
  settleLines: settleLines(parts),
  makeLine: makeLine(parts),
  givePlanToPupil: givePlanToPupil(parts),
  bringIntoForce: bringIntoForce(parts),
  takePlanAway: takePlanAway(parts),
  openRegister: openRegister(parts),
  readRegister: readRegister(parts),
  findRegisterFiles: findRegisterFiles(parts),
  readRegisterFile: readRegisterFile(parts),
  readRegisterAgain: readRegisterAgain(parts),
  forgetRegisterLink: forgetRegisterLink(parts),
  previewRegister: previewRegister(parts),
  importRegister: importRegister(parts),
  undoRegister: undoRegister(parts),
  exportList: exportList(parts),
  exportPupil: exportPupil(parts),
  takeProfile: takeProfile(parts),
  openProfile: openProfile(parts),
  previewRoster: previewRoster(parts),
  importRoster: importRoster(parts),
  openPeopleSync: openPeopleSync(parts),
  syncPeople: syncPeople(parts),
  settleDoubt: settleDoubt(parts),
  openStatus: openStatus(parts),
  tryJobAgain: tryJobAgain(parts),
  giveUpJob: giveUpJob(parts),
  preflight: preflight(parts),
  verifyAudit: verifyAudit(parts),
});
