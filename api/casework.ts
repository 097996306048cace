import type {
  Access,
  CodeToRead,
  EndRoleRequest,
  FileReply,
  GiveRoleRequest,
  JoinRequest,
  LinkLetter,
  MapGroupRequest,
  MembershipChange,
  Roles,
  ShareRequest,
} from '#contract/access.ts';
import type { ActivityFeed, FeedRequest } from '#contract/activity-feed.ts';
import type {
  CaseEvents,
  CorrectEventRequest,
  EventEffects,
  EventKept,
  PreviewEventRequest,
  RecordEventRequest,
} from '#contract/case-events.ts';
import type { Caseload, ClockExplained, Found, PromiseKept, Today } from '#contract/caseload.ts';
import type {
  DoneForMany,
  KeyWorkersRequest,
  ReviewMonthsRequest,
  SavedViews,
  SaveViewRequest,
  ViewSaved,
} from '#contract/caseload-work.ts';
import type { Chased, ChaseRequest, Chaser } from '#contract/chasers.ts';
import type { Classes, ClassSheet, CoverRequest, PaperFile, PaperRequest, ShownProfile } from '#contract/classes.ts';
import type { Compliance, ComplianceReportQuery, LateReason, LateReasonRequest, PeriodKind } from '#contract/compliance.ts';
import type {
  AnswerContributionRequest,
  AskableReply,
  AskContributionsRequest,
  AskedOfMe,
  AskedSeveral,
  AskSeveralRequest,
  ChasingSettings,
  ContributionForm,
  Contributions,
  EndContributionsRequest,
  GatheredContributions,
} from '#contract/contributions.ts';
import type { DatesExplained } from '#contract/dates-explained.ts';
import type { ExamDates, ExamsPage, SetExamDateRequest } from '#contract/exams.ts';
import type {
  ExistingPlan,
  ExistingPlanFile,
  ExistingPlanSummary,
  ExistingPlans,
  FromFolderRequest,
  InForceRequest,
  NewLineRequest,
  PlansInFolders,
  SettledLines,
  SettleRequest,
} from '#contract/existing-plans.ts';
import type { Exported, ExportListRequest, ExportPupilRequest } from '#contract/exports.ts';
import type { Following, FollowRequest } from '#contract/following.ts';
import type {
  ChangeGuidanceRequest,
  GuidanceHistory,
  GuidancePage,
  Ideas,
  KeepGuidanceRequest,
  StrategyUsed,
  UseStrategyRequest,
} from '#contract/guidance.ts';
import type { InformationReport, KeepReportItemRequest, ReportFileQuery, ReportQuery } from '#contract/information-report.ts';
import type { KeepMessageRequest, MessageKept } from '#contract/kept-messages.ts';
import type {
  ChangeLetterRequest,
  FiledLetter,
  FileLetterRequest,
  GiveLetterRequest,
  LetterChoices,
  LetterDraft,
  LetterLanguages,
  Letters,
  ReviewLanguageRequest,
} from '#contract/letters.ts';
import type { MemberRequest } from '#contract/meeting-team.ts';
import type { Actions, BookedReview, BookRequest, EntryRequest, Meeting, Meetings, Proposal, ProposeRequest } from '#contract/meetings.ts';
import type { Colleagues, Me } from '#contract/people.ts';
import type { DoubtAnswer, PeopleSync, SyncRequest } from '#contract/people-sync.ts';
import type { PlanContent } from '#contract/plan-content.ts';
import type { PlanVersion, PlanVersionFile, PlanVersions } from '#contract/plan-versions.ts';
import type { AcceptPassagesRequest, AcceptRequest, Compared, DraftRequest, PlanPane } from '#contract/plans.ts';
import type {
  AskErasureRequest,
  AskForRecordsRequest,
  CloseRecordsRequest,
  Copies,
  DecidePassagesRequest,
  Erasure,
  Hold,
  PrivacyPage,
  PupilPrivacy,
  RecordsPiece,
  RecordsRequest,
  Retention,
  RetentionRule,
} from '#contract/privacy.ts';
import type { Logged, LogRequest, PupilPage, ScoreRequest, Timeline } from '#contract/pupils.ts';
import type { ChangeEntryRequest, Entries, Entry, EntryHistory, RecordEntryRequest } from '#contract/record.ts';
import type {
  RegisterChoices,
  RegisterFileRequest,
  RegisterFiles,
  RegisterImportRequest,
  RegisterOverview,
  RegisterReadAgain,
  RegisterReading,
  RegisterReport,
  RegisterUndone,
} from '#contract/register.ts';
import type { ReminderRuleRequest, ReminderRulesReply, Reminders } from '#contract/reminders.ts';
import type { CarryOutRequest, ChooseTeacherRequest, RollOver, SettleMovesRequest } from '#contract/roll-over.ts';
import type { RosterReport, RosterUpload } from '#contract/roster.ts';
import type { CalendarChanged, CalendarFacts, CalendarPreview, DatesMovedPage, SchoolCalendars } from '#contract/school-calendar.ts';
import type { AuditVerdict, Preflight } from '#contract/settings.ts';
import type { GiveUpJobRequest, StatusPage } from '#contract/status.ts';
import type {
  AskingPage,
  GatheredMarks,
  MorningsChosen,
  MorningsReply,
  MyStrategies,
  Readings,
  StrategiesAnswered,
  StrategyAnswers,
} from '#contract/strategies.ts';
import type { FamilyAsked, SendLinkRequest } from '#contract/visits.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { SeasonId } from '#domain/exams/season.ts';
import type { LetterLanguage } from '#domain/letters/language.ts';
import type { LetterKind } from '#domain/letters/letter.ts';
import type { PrivacyPaper } from '#domain/privacy/papers/names.ts';
import type { KindName } from '#domain/record/kind.ts';
import type { Deed } from './parts.ts';

/** A change of a meeting that is under way: `request` makes a retry harmless, `version` is what the person saw. */
type Change = { readonly meeting: string; readonly request: string; readonly version?: number | undefined };

/** A kind of one pupil's record. */
type OfKind = { readonly pupil: string; readonly kind: KindName };
/** An entry as the person saw it: a later change of somebody else is not covered but shown. */
type SeenEvent = { readonly pupil: string; readonly event: string; readonly version: number };
/** A strategy, plan or link of the house at the version that the person saw. */
type SeenGuidance = { readonly entry: string; readonly version: number };
type SeenEntry = OfKind & { readonly entry: string; readonly version: number };

/**
 * Every deed on one page: the table of contents of the product. The tab and the Word pane reach them over HTTP, the bot directly;
 * none of the doors decides anything itself.
 */
export type Casework = {
  // people
  whoAmI: Deed<void, Me>;
  openColleagues: Deed<void, Colleagues>;

  openActivityFeed: Deed<void, ActivityFeed>;
  chooseNotices: Deed<FeedRequest, ActivityFeed>;

  // the coordinator's day
  openToday: Deed<void, Today>;
  openMorning: Deed<void, Today>;
  seeChanges: Deed<void, Today>;
  keepPromise: Deed<{ entry: string }, PromiseKept>;
  openCaseload: Deed<void, Caseload>;
  openViews: Deed<void, SavedViews>;
  saveView: Deed<SaveViewRequest, ViewSaved>;
  changeView: Deed<{ view: string } & SaveViewRequest, ViewSaved>;
  removeView: Deed<{ view: string }, SavedViews>;
  assignKeyWorker: Deed<KeyWorkersRequest, DoneForMany>;
  planReviewMonth: Deed<ReviewMonthsRequest, DoneForMany>;
  findPupil: Deed<{ words: string }, Found>;
  explainClock: Deed<{ clock: string }, ClockExplained>;

  // both sides' clocks
  openCompliance: Deed<{ period: PeriodKind }, Compliance>;
  giveLateReason: Deed<{ clock: string } & LateReasonRequest, LateReason>;
  openChaser: Deed<{ clock: string }, Chaser>;
  chase: Deed<{ clock: string } & ChaseRequest, Chased>;
  openFollowing: Deed<void, Following>;
  makeDateFeed: Deed<FollowRequest, Following>;
  endDateFeed: Deed<void, Following>;
  followInOutlook: Deed<FollowRequest, Following>;
  leaveOutlook: Deed<void, Following>;
  reportCompliance: Deed<Partial<ComplianceReportQuery>, Exported>;
  openReminderRules: Deed<void, ReminderRulesReply>;
  setReminderRule: Deed<ReminderRuleRequest, ReminderRulesReply>;
  openReminders: Deed<{ day?: Day | undefined }, Reminders>;

  openDatesExplained: Deed<void, DatesExplained>;

  // what the school tells all families
  openInformationReport: Deed<ReportQuery, InformationReport>;
  keepReportItem: Deed<{ school: string; item: string; version: number } & KeepReportItemRequest, InformationReport>;
  publishInformationReport: Deed<{ school: string }, InformationReport>;
  downloadInformationReport: Deed<{ school: string } & ReportFileQuery, FileReply>;

  // the school's calendar
  openCalendars: Deed<void, SchoolCalendars>;
  previewCalendar: Deed<{ readonly school: string; readonly facts: CalendarFacts }, CalendarPreview>;
  changeCalendar: Deed<{ readonly school: string; readonly version: number; readonly facts: CalendarFacts }, CalendarChanged>;
  openDatesMoved: Deed<{ readonly change: string }, DatesMovedPage>;

  // what happened in a case, as the clocks read it
  openEvents: Deed<{ pupil: string }, CaseEvents>;
  previewEvent: Deed<{ pupil: string } & PreviewEventRequest, EventEffects>;
  recordEvent: Deed<{ pupil: string } & RecordEventRequest, EventKept>;
  correctEvent: Deed<SeenEvent & CorrectEventRequest, EventKept>;
  withdrawEvent: Deed<SeenEvent & { readonly reason: string }, EventKept>;
  restoreEvent: Deed<SeenEvent & { readonly reason: string }, EventKept>;

  // the pupil
  openPupil: Deed<{ pupil: string }, PupilPage>;
  openTimeline: Deed<{ pupil: string }, Timeline>;
  log: Deed<{ pupil: string } & LogRequest, Logged>;
  exportPupil: Deed<{ pupil: string } & ExportPupilRequest, Exported>;
  takeProfile: Deed<{ pupil: string } & PaperRequest, PaperFile>;
  openProfile: Deed<{ pupil: string }, ShownProfile>;
  keepMessage: Deed<{ pupil: string } & KeepMessageRequest, MessageKept>;
  recordScore: Deed<{ goal: string } & ScoreRequest, Logged>;

  // the record
  openEntries: Deed<OfKind, Entries>;
  recordEntry: Deed<OfKind & RecordEntryRequest, Entry>;
  changeEntry: Deed<SeenEntry & ChangeEntryRequest, Entry>;
  undoEntry: Deed<SeenEntry & { reason?: string | undefined }, Entry>;
  withdrawEntry: Deed<SeenEntry & { reason: string }, Entry>;
  restoreEntry: Deed<SeenEntry & { reason?: string | undefined }, Entry>;
  entryHistory: Deed<OfKind & { readonly entry: string }, EntryHistory>;
  // who may see a record, and who has
  openAccess: Deed<{ pupil: string }, Access>;
  joinTeam: Deed<{ pupil: string } & JoinRequest, Access>;
  changeMembership: Deed<{ member: string } & MembershipChange, Access>;
  leaveTeam: Deed<{ member: string }, Access>;
  shareWith: Deed<{ member: string } & ShareRequest, Access>;
  reportDisclosures: Deed<{ pupil: string; as: 'docx' | 'csv' }, FileReply>;

  // roles
  openRoles: Deed<void, Roles>;
  giveRole: Deed<GiveRoleRequest, Roles>;
  endRole: Deed<EndRoleRequest, Roles>;
  mapGroup: Deed<MapGroupRequest, Roles>;
  unmapGroup: Deed<{ mapping: string }, Roles>;

  // links for people without an account
  sendLink: Deed<{ pupil: string } & SendLinkRequest, Access>;
  printLinkLetter: Deed<{ link: string; code: 'in-letter' | 'by-telephone' }, LinkLetter>;
  readLinkCode: Deed<{ link: string }, CodeToRead>;
  withdrawLink: Deed<{ link: string }, Access>;
  askFamily: Deed<{ meeting: string; version: number }, FamilyAsked>;

  // contributions asked of several people, and what came of it
  proposeContributions: Deed<{ pupil: string }, AskableReply>;
  askContributions: Deed<{ pupil: string } & AskContributionsRequest, Contributions>;
  askSeveral: Deed<AskSeveralRequest, AskedSeveral>;
  openContributions: Deed<{ pupil: string }, Contributions>;
  openContributionRequest: Deed<{ request: string }, GatheredContributions>;
  remindContributions: Deed<{ request: string }, Contributions>;
  endContributions: Deed<{ request: string } & EndContributionsRequest, Contributions>;
  openAsked: Deed<void, AskedOfMe>;
  openContribution: Deed<{ contribution: string }, ContributionForm>;
  answerContribution: Deed<{ contribution: string } & AnswerContributionRequest, ContributionForm>;
  openChasing: Deed<void, ChasingSettings>;
  setChasing: Deed<ChasingSettings, ChasingSettings>;
  // letters and documents
  openLetters: Deed<{ pupil: string }, Letters>;
  composeLetter: Deed<{ pupil: string; kind: LetterKind } & LetterChoices, LetterDraft>;
  fileLetter: Deed<{ pupil: string } & FileLetterRequest, FiledLetter>;
  openLetter: Deed<{ letter: string }, FiledLetter>;
  changeLetter: Deed<{ letter: string; version: number } & ChangeLetterRequest, FiledLetter>;
  downloadLetter: Deed<{ letter: string; as: 'docx' | 'pdf' }, FileReply>;
  giveLetter: Deed<{ letter: string } & GiveLetterRequest, FiledLetter>;
  openLanguages: Deed<void, LetterLanguages>;
  reviewLanguage: Deed<{ language: LetterLanguage } & ReviewLanguageRequest, LetterLanguages>;
  forgetLanguageReview: Deed<{ language: LetterLanguage }, LetterLanguages>;

  // classes
  openClasses: Deed<void, Classes>;
  openClassSheet: Deed<{ class: string }, ClassSheet>;
  takeClassSheet: Deed<{ class: string } & PaperRequest, PaperFile>;
  arrangeCover: Deed<{ class: string } & CoverRequest, Classes>;
  withdrawCover: Deed<{ cover: string }, Classes>;
  openMyStrategies: Deed<{ class?: string | undefined }, MyStrategies>;
  answerStrategies: Deed<{ pupil: string } & StrategyAnswers, StrategiesAnswered>;
  openStrategyMarks: Deed<{ pupil: string }, GatheredMarks>;
  openReviewMarks: Deed<{ meeting: string }, GatheredMarks>;
  openReadings: Deed<{ class?: string | undefined; page?: number | undefined }, Readings>;

  // what the bot says of its own accord
  openMornings: Deed<void, MorningsReply>;
  setMornings: Deed<MorningsChosen, MorningsReply>;
  openAsking: Deed<void, AskingPage>;

  // guidance
  openGuidance: Deed<void, GuidancePage>;
  keepGuidance: Deed<KeepGuidanceRequest, GuidancePage>;
  changeGuidance: Deed<SeenGuidance & ChangeGuidanceRequest, GuidancePage>;
  undoGuidance: Deed<SeenGuidance, GuidancePage>;
  retireGuidance: Deed<SeenGuidance & { readonly retired: boolean }, GuidancePage>;
  guidanceHistory: Deed<{ entry: string }, GuidanceHistory>;
  downloadGuidance: Deed<{ entry: string }, FileReply>;
  openIdeas: Deed<{ pupil: string; words: string }, Ideas>;
  useStrategy: Deed<{ pupil: string } & UseStrategyRequest, StrategyUsed>;

  // exam access arrangements
  openExams: Deed<{ season?: SeasonId | undefined }, ExamsPage>;
  openExamDates: Deed<void, ExamDates>;
  setExamDate: Deed<SetExamDateRequest, ExamsPage>;
  draftExamApplication: Deed<{ pupil: string }, FileReply>;
  listForInvigilators: Deed<{ season?: SeasonId | undefined; as: 'docx' | 'xlsx' }, FileReply>;
  openRollOver: Deed<{ school?: string | undefined }, RollOver>;
  settleMoves: Deed<SettleMovesRequest, RollOver>;
  chooseTeacher: Deed<ChooseTeacherRequest, RollOver>;
  carryOutRollOver: Deed<CarryOutRequest, RollOver>;
  undoRollOver: Deed<{ step: string }, RollOver>;

  // meetings
  openMeetings: Deed<void, Meetings>;
  openMeeting: Deed<{ meeting: string }, Meeting>;
  proposeReview: Deed<{ pupil: string } & ProposeRequest, Proposal>;
  openProposal: Deed<{ meeting: string }, Proposal>;
  bookReview: Deed<{ meeting: string } & BookRequest, BookedReview>;
  startMeeting: Deed<Change, Meeting>;
  setMember: Deed<{ meeting: string } & MemberRequest, Meeting>;
  noteAttendance: Deed<Change & { people: readonly { id: string; attended: 'present' | 'online' | 'absent' | 'left-early' }[] }, Meeting>;
  addEntry: Deed<{ meeting: string } & EntryRequest, Meeting>;
  nextItem: Deed<Change & { item?: number | undefined }, Meeting>;
  goOffRecord: Deed<Change & { off: boolean }, Meeting>;
  settleAction: Deed<Change & { action: string; owner: string; due: string }, Meeting>;
  finishMeeting: Deed<Change, Meeting>;

  // actions
  openActions: Deed<{ everyone?: boolean }, Actions>;
  markActionDone: Deed<{ action: string } | { number: number }, Actions>;

  // privacy
  takePrivacyPaper: Deed<{ paper: PrivacyPaper; as: 'docx' | 'md' }, PaperFile>;
  openPrivacy: Deed<void, PrivacyPage>;
  openPupilPrivacy: Deed<{ pupil: string }, PupilPrivacy>;
  askForRecords: Deed<{ pupil: string } & AskForRecordsRequest, RecordsRequest>;
  openRecordsRequest: Deed<{ request: string }, RecordsRequest>;
  decidePassages: Deed<{ request: string } & DecidePassagesRequest, RecordsRequest>;
  buildRecords: Deed<{ request: string }, RecordsRequest>;
  downloadRecords: Deed<{ request: string; piece: number }, RecordsPiece>;
  closeRecords: Deed<{ request: string } & CloseRecordsRequest, RecordsRequest>;
  setHold: Deed<{ pupil: string; reason: string }, Hold>;
  liftHold: Deed<{ hold: string; reason: string }, Hold>;
  keepLonger: Deed<{ pupil: string; until: Day; reason: string }, Retention>;
  setRetentionLength: Deed<{ years: number | null; reason: string }, RetentionRule>;
  listCopies: Deed<{ pupil: string; keepRoll?: boolean | undefined }, Copies>;
  askErasure: Deed<{ pupil: string } & AskErasureRequest, Erasure>;
  confirmErasure: Deed<{ erasure: string }, Erasure>;
  cancelErasure: Deed<{ erasure: string; reason: string }, Erasure>;
  openErasure: Deed<{ erasure: string }, Erasure>;

  // plans
  draftPlan: Deed<{ pupil: string } & DraftRequest, PlanPane>;
  openPlan: Deed<{ plan: string }, PlanPane>;
  openPlanContent: Deed<{ pupil: string }, PlanContent>;
  openPlanVersions: Deed<{ plan: string }, PlanVersions>;
  openPlanVersion: Deed<{ plan: string; version: number; against?: number | undefined }, PlanVersion>;
  reproducePlanVersion: Deed<{ plan: string; version: number }, PlanVersionFile>;
  compareDocument: Deed<{ bytes: Uint8Array; editedBy?: string }, Compared>;
  acceptDifferences: Deed<{ plan: string } & AcceptRequest, PlanPane>;
  acceptPassages: Deed<{ plan: string } & AcceptPassagesRequest, PlanPane>;

  // plans that others wrote
  openExistingPlans: Deed<void, ExistingPlans>;
  bringPlan: Deed<{ name: string; bytes: Uint8Array }, ExistingPlanSummary>;
  lookForPlans: Deed<void, PlansInFolders>;
  bringPlanFromFolder: Deed<FromFolderRequest, ExistingPlanSummary>;
  openExistingPlan: Deed<{ plan: string }, ExistingPlan>;
  openExistingPlanFile: Deed<{ plan: string }, ExistingPlanFile>;
  settleLines: Deed<{ plan: string } & SettleRequest, SettledLines>;
  makeLine: Deed<{ plan: string } & NewLineRequest, SettledLines>;
  givePlanToPupil: Deed<{ plan: string; pupil: string }, ExistingPlanSummary>;
  bringIntoForce: Deed<{ plan: string } & InForceRequest, ExistingPlanSummary>;
  takePlanAway: Deed<{ plan: string }, { gone: string }>;

  // the house
  exportList: Deed<ExportListRequest, Exported>;
  openRegister: Deed<void, RegisterOverview>;
  readRegister: Deed<{ name: string; bytes: Uint8Array }, RegisterReading>;
  findRegisterFiles: Deed<{ words: string }, RegisterFiles>;
  readRegisterFile: Deed<RegisterFileRequest, RegisterReading>;
  readRegisterAgain: Deed<{ link: string }, RegisterReadAgain>;
  forgetRegisterLink: Deed<{ link: string }, RegisterOverview>;
  previewRegister: Deed<{ reading: string } & RegisterChoices, RegisterReport>;
  importRegister: Deed<{ reading: string } & RegisterImportRequest, RegisterReport>;
  undoRegister: Deed<{ import: string }, RegisterUndone>;
  previewRoster: Deed<RosterUpload, RosterReport>;
  importRoster: Deed<RosterUpload, RosterReport>;
  openPeopleSync: Deed<void, PeopleSync>;
  syncPeople: Deed<SyncRequest, PeopleSync>;
  settleDoubt: Deed<{ doubt: string } & DoubtAnswer, PeopleSync>;
  /** `look`: asks Microsoft 365 first how it is, for a second at most. */
  openStatus: Deed<{ look?: boolean | undefined }, StatusPage>;
  tryJobAgain: Deed<{ job: string }, StatusPage>;
  giveUpJob: Deed<{ job: string } & GiveUpJobRequest, StatusPage>;
  preflight: Deed<void, Preflight>;
  verifyAudit: Deed<void, AuditVerdict>;
};
