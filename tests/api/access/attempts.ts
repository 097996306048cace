import { randomUUID } from 'node:crypto';
import type { Casework } from '#api/casework.ts';
import type { HouseDeed, PupilDeed } from '#domain/access/deeds.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Victim } from './a-victim.ts';

type Ask<D extends keyof Casework> = Parameters<Casework[D]>[1];

/**
 * How a wrong person would try one deed. `pupil`: it is about a record, and the table says who may (the line names the deed of
 * domain/access/deeds.ts it is permitted by). `house`: it is about the service. `list`: it answers everyone who has work there, and must
 * not show a stranger the victim. `own`: it is about the asker alone.
 */
export type Attempt<D extends keyof Casework> =
  | { readonly on: 'pupil'; readonly by: PupilDeed; readonly ask: (victim: Victim) => Ask<D> }
  | { readonly on: 'house'; readonly by: HouseDeed; readonly ask: (victim: Victim) => Ask<D> }
  | { readonly on: 'list'; readonly by: HouseDeed; readonly ask: (victim: Victim) => Ask<D> }
  | { readonly on: 'own'; readonly ask: () => Ask<D> };

const change = ({ meeting }: Victim) => ({ meeting, request: randomUUID() });
const goalOf = ({ pupil, goal }: Victim) => ({ pupil, kind: 'goal' as const, entry: goal, version: 1 });
const eventOf = ({ pupil, clock }: Victim) => ({ pupil, event: clock.split('~')[1] ?? '', version: 1 });
const received = { kind: 'request-received', on: '2026-11-03' as Day };
const aRequest = (dueOn: Day) => ({
  request: randomUUID(),
  purpose: 'concern' as const,
  questions: [{ id: 'well', words: 'What goes well?' }],
  dueOn,
});
const aCalendar = { terms: [{ from: '2026-09-02' as Day, to: '2027-07-21' as Day }], daysOff: [], closures: [] };
const aRoster = { files: [{ name: 'users.csv', content: 'username\n' }], withoutRejected: false };
const choices = {
  sheets: [{ sheet: 0, kind: 'register' as const, headerRow: 1, map: { pupilNumber: 0, surname: 1 } }],
  repairs: [],
  decisions: [],
};

/** One line a deed of api/casework.ts. A deed without its line does not compile: say how a wrong person would try it. */
export const attempts: { readonly [D in keyof Casework]: Attempt<D> } = {
  whoAmI: { on: 'own', ask: () => undefined },
  openColleagues: { on: 'list', by: 'open-caseload', ask: () => undefined },

  openMorning: { on: 'list', by: 'open-caseload', ask: () => undefined },
  seeChanges: { on: 'list', by: 'open-caseload', ask: () => undefined },
  openActivityFeed: { on: 'own', ask: () => undefined },
  chooseNotices: { on: 'own', ask: () => ({ on: ['asked'] }) },

  openToday: { on: 'list', by: 'open-caseload', ask: () => undefined },
  openCaseload: { on: 'list', by: 'open-caseload', ask: () => undefined },
  findPupil: { on: 'list', by: 'open-caseload', ask: () => ({ words: 'reid' }) },
  openViews: { on: 'list', by: 'open-caseload', ask: () => undefined },
  saveView: { on: 'list', by: 'open-caseload', ask: () => ({ name: 'Year 6', words: { year: '6' }, shared: false }) },
  changeView: { on: 'house', by: 'share-views', ask: () => ({ view: randomUUID(), name: 'Year 6', words: { year: '6' }, shared: true }) },
  removeView: { on: 'list', by: 'open-caseload', ask: () => ({ view: randomUUID() }) },
  assignKeyWorker: {
    on: 'pupil',
    by: 'assign-key-worker',
    ask: ({ pupil, colleague }) => ({ pupils: [{ pupil, seen: null }], person: colleague }),
  },
  planReviewMonth: { on: 'pupil', by: 'schedule-review', ask: ({ pupil }) => ({ pupils: [pupil], month: '2027-03' }) },
  explainClock: { on: 'pupil', by: 'explain-clock', ask: ({ clock }) => ({ clock }) },
  openCompliance: { on: 'list', by: 'open-compliance', ask: () => ({ period: 'term' }) },
  openChaser: { on: 'pupil', by: 'chase', ask: ({ clock }) => ({ clock }) },
  chase: {
    on: 'pupil',
    by: 'chase',
    ask: ({ clock }) => ({
      clock,
      request: randomUUID(),
      way: 'letter',
      person: null,
      name: 'Kirsty Bell',
      email: null,
      subject: 'WM-0412: plan',
      words: 'When will it come?',
    }),
  },
  openFollowing: { on: 'house', by: 'follow-dates', ask: () => undefined },
  makeDateFeed: { on: 'house', by: 'follow-dates', ask: () => ({ whose: 'all' }) },
  endDateFeed: { on: 'house', by: 'follow-dates', ask: () => undefined },
  followInOutlook: { on: 'house', by: 'follow-dates', ask: () => ({ whose: 'all' }) },
  leaveOutlook: { on: 'house', by: 'follow-dates', ask: () => undefined },
  reportCompliance: { on: 'house', by: 'export-lists', ask: () => ({}) },
  openReminderRules: { on: 'house', by: 'set-reminders', ask: () => undefined },
  setReminderRule: { on: 'house', by: 'set-reminders', ask: () => ({ group: 'ours', leads: [7], coordinatorAfter: 2 }) },
  openReminders: { on: 'list', by: 'open-caseload', ask: () => ({}) },
  giveLateReason: { on: 'pupil', by: 'give-late-reason', ask: ({ clock }) => ({ clock, words: 'The office was closed' }) },

  openDatesExplained: { on: 'house', by: 'open-compliance', ask: () => undefined },
  openInformationReport: { on: 'house', by: 'open-information-report', ask: () => ({}) },
  keepReportItem: {
    on: 'house',
    by: 'keep-information-report',
    ask: ({ world }) => ({ school: world.school, item: 'eng.report.1', words: 'All kinds.', version: 0 }),
  },
  publishInformationReport: { on: 'house', by: 'keep-information-report', ask: ({ world }) => ({ school: world.school }) },
  downloadInformationReport: {
    on: 'house',
    by: 'open-information-report',
    ask: ({ world }) => ({ school: world.school, as: 'html' as const }),
  },
  openCalendars: { on: 'house', by: 'open-calendar', ask: () => undefined },
  previewCalendar: { on: 'house', by: 'keep-calendar', ask: ({ world }) => ({ school: world.school, facts: aCalendar }) },
  changeCalendar: { on: 'house', by: 'keep-calendar', ask: ({ world }) => ({ school: world.school, version: 1, facts: aCalendar }) },
  openDatesMoved: { on: 'list', by: 'open-caseload', ask: ({ change }) => ({ change }) },
  openEvents: { on: 'pupil', by: 'explain-clock', ask: ({ pupil }) => ({ pupil }) },
  previewEvent: { on: 'pupil', by: 'record-event', ask: ({ pupil }) => ({ pupil, said: received }) },
  recordEvent: {
    on: 'pupil',
    by: 'record-event',
    ask: ({ pupil }) => ({ pupil, id: randomUUID(), said: { kind: 'draft-plan-served', on: '2026-11-09' as Day } }),
  },
  correctEvent: {
    on: 'pupil',
    by: 'record-event',
    ask: (victim) => ({ ...eventOf(victim), said: received, reason: 'The letter says the 3rd' }),
  },
  withdrawEvent: { on: 'pupil', by: 'record-event', ask: (victim) => ({ ...eventOf(victim), reason: 'Another child' }) },
  restoreEvent: { on: 'pupil', by: 'record-event', ask: (victim) => ({ ...eventOf(victim), reason: 'It was this child' }) },

  openGuidance: { on: 'list', by: 'open-guidance', ask: () => undefined },
  keepGuidance: {
    on: 'house',
    by: 'plan-lessons',
    ask: () => ({ id: randomUUID(), kind: 'material', values: { title: 'Maps', address: 'https://example.org/maps' }, class: null }),
  },
  changeGuidance: { on: 'house', by: 'plan-lessons', ask: () => ({ entry: randomUUID(), version: 1, values: {}, class: null }) },
  undoGuidance: { on: 'house', by: 'plan-lessons', ask: () => ({ entry: randomUUID(), version: 1 }) },
  retireGuidance: { on: 'house', by: 'plan-lessons', ask: () => ({ entry: randomUUID(), version: 1, retired: true }) },
  guidanceHistory: { on: 'house', by: 'open-guidance', ask: () => ({ entry: randomUUID() }) },
  downloadGuidance: { on: 'house', by: 'open-guidance', ask: () => ({ entry: randomUUID() }) },
  openIdeas: { on: 'pupil', by: 'open-pupil', ask: ({ pupil }) => ({ pupil, words: 'writing' }) },
  useStrategy: { on: 'pupil', by: 'log', ask: ({ pupil }) => ({ pupil, strategy: 'sentence-starters', request: randomUUID() }) },
  openExams: { on: 'house', by: 'open-exams', ask: () => ({}) },
  openExamDates: { on: 'house', by: 'open-exams', ask: () => undefined },
  setExamDate: {
    on: 'house',
    by: 'keep-exam-dates',
    ask: () => ({ season: '2027-summer', date: 'applications', on: '2027-03-20' as Day, source: null, version: 0 }),
  },
  listForInvigilators: { on: 'house', by: 'open-exams', ask: () => ({ as: 'docx' }) },
  draftExamApplication: { on: 'pupil', by: 'draft-exam-application', ask: ({ pupil }) => ({ pupil }) },

  openPupil: { on: 'pupil', by: 'open-pupil', ask: ({ pupil }) => ({ pupil }) },
  openTimeline: { on: 'pupil', by: 'open-pupil', ask: ({ pupil }) => ({ pupil }) },
  keepPromise: { on: 'pupil', by: 'log', ask: ({ promise }) => ({ entry: promise }) },
  log: {
    on: 'pupil',
    by: 'log',
    ask: ({ pupil, world }) => ({ pupil, request: randomUUID(), kind: 'note', on: world.today, words: 'Seen' }),
  },
  keepMessage: {
    on: 'pupil',
    by: 'log',
    ask: ({ pupil }) => ({
      pupil,
      id: randomUUID(),
      author: 'Gareth Pugh',
      at: '2026-11-20T10:00:00.000Z' as Instant,
      words: 'Managed the whole lesson',
      attached: [],
      link: null,
      as: 'log-entry',
      otherNames: 'ask',
    }),
  },
  recordScore: { on: 'pupil', by: 'record-score', ask: ({ goal, world }) => ({ goal, request: randomUUID(), on: world.today, value: 44 }) },

  openEntries: { on: 'pupil', by: 'open-pupil', ask: ({ pupil }) => ({ pupil, kind: 'need' }) },
  recordEntry: {
    on: 'pupil',
    by: 'keep-record',
    ask: ({ pupil }) => ({ pupil, kind: 'need', id: randomUUID(), values: { words: 'Long instructions', code: 'SLCN' } }),
  },
  changeEntry: { on: 'pupil', by: 'keep-record', ask: (victim) => ({ ...goalOf(victim), values: { words: 'Write more' } }) },
  undoEntry: { on: 'pupil', by: 'keep-record', ask: goalOf },
  withdrawEntry: { on: 'pupil', by: 'keep-record', ask: (victim) => ({ ...goalOf(victim), reason: 'Made in error' }) },
  restoreEntry: { on: 'pupil', by: 'keep-record', ask: goalOf },
  entryHistory: { on: 'pupil', by: 'open-pupil', ask: ({ pupil, goal }) => ({ pupil, kind: 'goal', entry: goal }) },
  openAccess: { on: 'pupil', by: 'see-access', ask: ({ pupil }) => ({ pupil }) },
  joinTeam: {
    on: 'pupil',
    by: 'change-team',
    ask: ({ pupil, colleague, world }) => ({
      pupil,
      request: randomUUID(),
      person: colleague,
      relation: 'supports',
      from: world.today,
      to: null,
    }),
  },
  changeMembership: {
    on: 'pupil',
    by: 'change-team',
    ask: ({ member, world }) => ({ member, from: world.today, to: world.today, words: null }),
  },
  leaveTeam: { on: 'pupil', by: 'change-team', ask: ({ member }) => ({ member }) },
  shareWith: { on: 'pupil', by: 'change-team', ask: ({ member }) => ({ member, documents: [] }) },
  reportDisclosures: { on: 'pupil', by: 'report-disclosures', ask: ({ pupil }) => ({ pupil, as: 'csv' }) },

  sendLink: {
    on: 'pupil',
    by: 'send-link',
    ask: ({ pupil, contact, world }) => ({ pupil, request: randomUUID(), contact, purpose: 'view', until: world.today }),
  },
  printLinkLetter: { on: 'pupil', by: 'send-link', ask: ({ link }) => ({ link, code: 'in-letter' }) },
  readLinkCode: { on: 'pupil', by: 'send-link', ask: ({ link }) => ({ link }) },
  withdrawLink: { on: 'pupil', by: 'send-link', ask: ({ link }) => ({ link }) },
  askFamily: { on: 'pupil', by: 'send-link', ask: ({ meeting }) => ({ meeting, version: 1 }) },

  proposeContributions: { on: 'pupil', by: 'ask-contributions', ask: ({ pupil }) => ({ pupil }) },
  askContributions: {
    on: 'pupil',
    by: 'ask-contributions',
    ask: ({ pupil, contact, world }) => ({ ...aRequest(world.today), pupil, people: [`contact/${contact}`] }),
  },
  askSeveral: {
    on: 'pupil',
    by: 'ask-contributions',
    ask: ({ pupil, world }) => ({ ...aRequest(world.today), pupils: [pupil], groups: ['family' as const] }),
  },
  openContributions: { on: 'pupil', by: 'read-casework', ask: ({ pupil }) => ({ pupil }) },
  openContributionRequest: { on: 'pupil', by: 'read-casework', ask: ({ asking }) => ({ request: asking }) },
  remindContributions: { on: 'pupil', by: 'ask-contributions', ask: ({ asking }) => ({ request: asking }) },
  endContributions: { on: 'pupil', by: 'ask-contributions', ask: ({ asking }) => ({ request: asking, as: 'closed' }) },
  openAsked: { on: 'list', by: 'open-caseload', ask: () => undefined },
  openContribution: { on: 'pupil', by: 'answer-contribution', ask: ({ contribution }) => ({ contribution }) },
  answerContribution: {
    on: 'pupil',
    by: 'answer-contribution',
    ask: ({ contribution }) => ({ contribution, answers: [{ question: 'well', words: 'Reads aloud' }] }),
  },
  openChasing: { on: 'house', by: 'set-chasing', ask: () => undefined },
  setChasing: {
    on: 'house',
    by: 'set-chasing',
    ask: () => ({ answerWithin: 5, remindBefore: 1, remindAfter: 1, tellAfter: 2, opens: '08:00', closes: '17:00' }),
  },
  openLetters: { on: 'pupil', by: 'write-letter', ask: ({ pupil }) => ({ pupil }) },
  composeLetter: { on: 'pupil', by: 'write-letter', ask: ({ pupil, contact }) => ({ pupil, kind: 'consent', to: contact }) },
  fileLetter: {
    on: 'pupil',
    by: 'write-letter',
    ask: ({ pupil, contact }) => ({
      pupil,
      request: randomUUID(),
      kind: 'consent',
      to: contact,
      language: 'en',
      own: { purpose: 'other', what: 'A visit', why: 'To see' },
    }),
  },
  openLetter: { on: 'pupil', by: 'write-letter', ask: ({ letter }) => ({ letter }) },
  changeLetter: { on: 'pupil', by: 'write-letter', ask: ({ letter }) => ({ letter, version: 1, own: {} }) },
  downloadLetter: { on: 'pupil', by: 'write-letter', ask: ({ letter }) => ({ letter, as: 'docx' }) },
  giveLetter: {
    on: 'pupil',
    by: 'write-letter',
    ask: ({ letter, world }) => ({ letter, request: randomUUID(), how: 'post', on: world.today }),
  },
  openLanguages: { on: 'house', by: 'review-languages', ask: () => undefined },
  reviewLanguage: { on: 'house', by: 'review-languages', ask: ({ world }) => ({ language: 'pl', by: 'A. Nowak', on: world.today }) },
  forgetLanguageReview: { on: 'house', by: 'review-languages', ask: () => ({ language: 'pl' }) },

  openRoles: { on: 'house', by: 'manage-roles', ask: () => undefined },
  giveRole: {
    on: 'house',
    by: 'manage-roles',
    ask: ({ colleague, world }) => ({ person: colleague, school: world.school, role: 'leader', from: world.today, to: null }),
  },
  endRole: {
    on: 'house',
    by: 'manage-roles',
    ask: ({ coordinator, world }) => ({ person: coordinator.person, school: world.school, role: 'coordinator' }),
  },
  mapGroup: { on: 'house', by: 'manage-roles', ask: () => ({ group: randomUUID(), name: 'Staff', role: 'coordinator', school: null }) },
  unmapGroup: { on: 'house', by: 'manage-roles', ask: () => ({ mapping: randomUUID() }) },

  openClasses: { on: 'list', by: 'open-caseload', ask: () => undefined },
  openClassSheet: { on: 'pupil', by: 'read-class-sheet', ask: (victim) => ({ class: victim.class }) },
  takeClassSheet: { on: 'pupil', by: 'read-class-sheet', ask: (victim) => ({ class: victim.class, format: 'docx' }) },
  openRollOver: { on: 'house', by: 'roll-over', ask: ({ world }) => ({ school: world.school }) },
  settleMoves: {
    on: 'house',
    by: 'roll-over',
    ask: ({ world, pupil }) => ({ school: world.school, version: 0, pupils: [pupil], sort: 'repeats', to: null }),
  },
  chooseTeacher: {
    on: 'house',
    by: 'roll-over',
    ask: ({ world, colleague }) => ({ school: world.school, version: 0, class: '6 Oak', person: colleague }),
  },
  carryOutRollOver: {
    on: 'house',
    by: 'roll-over',
    ask: ({ world }) => ({ school: world.school, version: 0, pupils: 1, withoutTeachers: true }),
  },
  undoRollOver: { on: 'house', by: 'roll-over', ask: () => ({ step: randomUUID() }) },
  takeProfile: { on: 'pupil', by: 'take-profile', ask: ({ pupil }) => ({ pupil, format: 'docx' }) },
  openProfile: { on: 'pupil', by: 'take-profile', ask: ({ pupil }) => ({ pupil }) },
  arrangeCover: {
    on: 'house',
    by: 'arrange-cover',
    ask: (victim) => ({ class: victim.class, person: victim.colleague, day: victim.world.today }),
  },
  withdrawCover: { on: 'house', by: 'arrange-cover', ask: () => ({ cover: randomUUID() }) },
  openMyStrategies: { on: 'list', by: 'open-caseload', ask: () => ({}) },
  answerStrategies: {
    on: 'pupil',
    by: 'mark-strategy',
    ask: ({ pupil }) => ({ pupil, edition: 'an older one', answers: [], read: false }),
  },
  openStrategyMarks: { on: 'pupil', by: 'read-casework', ask: ({ pupil }) => ({ pupil }) },
  openReviewMarks: { on: 'pupil', by: 'read-casework', ask: ({ meeting }) => ({ meeting }) },
  openReadings: { on: 'list', by: 'see-readings', ask: () => ({}) },
  openMornings: { on: 'house', by: 'open-caseload', ask: () => undefined },
  setMornings: {
    on: 'house',
    by: 'open-caseload',
    ask: () => ({ morning: { on: true, at: '07:45' }, strategies: { how: 'weekly', on: 1, at: '07:45', units: [] } }),
  },
  openAsking: { on: 'list', by: 'open-caseload', ask: () => undefined },
  exportPupil: { on: 'pupil', by: 'export-part', ask: ({ pupil }) => ({ pupil, part: 'timeline', format: 'csv' }) },

  openMeetings: { on: 'list', by: 'open-caseload', ask: () => undefined },
  openMeeting: { on: 'pupil', by: 'open-pupil', ask: ({ meeting }) => ({ meeting }) },
  proposeReview: { on: 'pupil', by: 'schedule-review', ask: ({ pupil }) => ({ pupil, purpose: 'parent-meeting' }) },
  openProposal: { on: 'pupil', by: 'schedule-review', ask: ({ meeting }) => ({ meeting }) },
  bookReview: { on: 'pupil', by: 'schedule-review', ask: ({ meeting }) => ({ meeting, slot: 'a', version: 1, agreed: 'phone' }) },
  startMeeting: { on: 'pupil', by: 'record-meeting', ask: change },
  setMember: { on: 'pupil', by: 'record-meeting', ask: (victim) => ({ ...change(victim), person: randomUUID() }) },
  noteAttendance: { on: 'pupil', by: 'record-meeting', ask: (victim) => ({ ...change(victim), people: [] }) },
  addEntry: { on: 'pupil', by: 'record-meeting', ask: (victim) => ({ ...change(victim), kind: 'decision', words: 'Keep the card' }) },
  nextItem: { on: 'pupil', by: 'record-meeting', ask: change },
  goOffRecord: { on: 'pupil', by: 'record-meeting', ask: (victim) => ({ ...change(victim), off: false }) },
  settleAction: {
    on: 'pupil',
    by: 'record-meeting',
    ask: (victim) => ({ ...change(victim), action: victim.action, owner: victim.coordinator.person, due: '2026-12-01' }),
  },
  finishMeeting: { on: 'pupil', by: 'record-meeting', ask: change },

  openActions: { on: 'list', by: 'open-caseload', ask: () => ({ everyone: true }) },
  markActionDone: { on: 'pupil', by: 'do-action', ask: ({ action }) => ({ action }) },

  takePrivacyPaper: { on: 'house', by: 'take-privacy-papers', ask: () => ({ paper: 'data-map', as: 'md' }) },
  openPrivacy: { on: 'list', by: 'open-privacy', ask: () => undefined },
  openPupilPrivacy: { on: 'pupil', by: 'hold-record', ask: ({ pupil }) => ({ pupil }) },
  askForRecords: {
    on: 'pupil',
    by: 'export-record',
    ask: ({ pupil, world }) => ({ pupil, id: randomUUID(), askedBy: 'A', askedAs: 'parent', contact: null, receivedOn: world.today }),
  },
  openRecordsRequest: { on: 'pupil', by: 'export-record', ask: ({ request }) => ({ request }) },
  decidePassages: { on: 'pupil', by: 'export-record', ask: ({ request }) => ({ request, decisions: [] }) },
  buildRecords: { on: 'pupil', by: 'export-record', ask: ({ request }) => ({ request }) },
  downloadRecords: { on: 'pupil', by: 'export-record', ask: ({ request }) => ({ request, piece: 0 }) },
  closeRecords: {
    on: 'pupil',
    by: 'export-record',
    ask: ({ request, world }) => ({ request, outcome: 'withdrawn', on: world.today, how: 'By telephone' }),
  },
  setHold: { on: 'pupil', by: 'hold-record', ask: ({ pupil }) => ({ pupil, reason: 'Appeal' }) },
  liftHold: { on: 'pupil', by: 'hold-record', ask: ({ hold }) => ({ hold, reason: 'Settled' }) },
  keepLonger: { on: 'pupil', by: 'erase-record', ask: ({ pupil }) => ({ pupil, until: '2060-01-01' as Day, reason: 'Appeal' }) },
  setRetentionLength: { on: 'house', by: 'open-privacy', ask: () => ({ years: 31, reason: 'Policy' }) },
  listCopies: { on: 'pupil', by: 'erase-record', ask: ({ pupil }) => ({ pupil }) },
  askErasure: {
    on: 'pupil',
    by: 'erase-record',
    ask: ({ pupil }) => ({ pupil, id: randomUUID(), ground: 'asked', reason: 'Asked', keepRoll: true, toldOn: null }),
  },
  openErasure: { on: 'pupil', by: 'erase-record', ask: ({ erasure }) => ({ erasure }) },
  confirmErasure: { on: 'pupil', by: 'erase-record', ask: ({ erasure }) => ({ erasure }) },
  cancelErasure: { on: 'pupil', by: 'erase-record', ask: ({ erasure }) => ({ erasure, reason: 'No' }) },

  draftPlan: { on: 'pupil', by: 'draft-plan', ask: ({ pupil }) => ({ pupil, request: randomUUID(), kind: 'profile' }) },
  openPlanContent: { on: 'pupil', by: 'explain-clock', ask: ({ pupil }) => ({ pupil }) },
  openPlan: { on: 'pupil', by: 'draft-plan', ask: ({ plan }) => ({ plan }) },
  openPlanVersions: { on: 'pupil', by: 'draft-plan', ask: ({ plan }) => ({ plan }) },
  openPlanVersion: { on: 'pupil', by: 'draft-plan', ask: ({ plan }) => ({ plan, version: 1 }) },
  reproducePlanVersion: { on: 'pupil', by: 'draft-plan', ask: ({ plan }) => ({ plan, version: 1 }) },
  compareDocument: { on: 'pupil', by: 'draft-plan', ask: ({ document }) => ({ bytes: document }) },
  acceptDifferences: { on: 'pupil', by: 'draft-plan', ask: ({ plan }) => ({ plan, request: randomUUID(), version: 1, choices: [] }) },
  acceptPassages: { on: 'pupil', by: 'draft-plan', ask: ({ plan }) => ({ plan, request: randomUUID(), version: 1, tags: [] }) },

  openExistingPlans: { on: 'list', by: 'bring-in-plans', ask: () => undefined },
  bringPlan: { on: 'house', by: 'bring-in-plans', ask: ({ document }) => ({ name: 'plan.docx', bytes: document }) },
  lookForPlans: { on: 'house', by: 'bring-in-plans', ask: () => undefined },
  bringPlanFromFolder: { on: 'pupil', by: 'keep-record', ask: ({ pupil }) => ({ pupil, driveId: 'drive', itemId: 'item-1' }) },
  openExistingPlan: { on: 'pupil', by: 'keep-record', ask: ({ existingPlan }) => ({ plan: existingPlan }) },
  openExistingPlanFile: { on: 'pupil', by: 'keep-record', ask: ({ existingPlan }) => ({ plan: existingPlan }) },
  settleLines: {
    on: 'pupil',
    by: 'keep-record',
    ask: ({ existingPlan, existingLine }) => ({ plan: existingPlan, lines: [{ id: existingLine, version: 1, state: 'confirmed' }] }),
  },
  makeLine: {
    on: 'pupil',
    by: 'keep-record',
    ask: ({ existingPlan }) => ({ plan: existingPlan, id: randomUUID(), kind: 'need', block: 0, from: 0, to: 3 }),
  },
  givePlanToPupil: { on: 'pupil', by: 'keep-record', ask: ({ existingPlan, pupil }) => ({ plan: existingPlan, pupil }) },
  bringIntoForce: {
    on: 'pupil',
    by: 'keep-record',
    ask: ({ existingPlan, world }) => ({ plan: existingPlan, kind: 'ehcp', dated: world.today, until: null }),
  },
  takePlanAway: { on: 'pupil', by: 'keep-record', ask: ({ existingPlan }) => ({ plan: existingPlan }) },

  openRegister: { on: 'house', by: 'import-register', ask: () => undefined },
  readRegister: { on: 'house', by: 'import-register', ask: () => ({ name: 'register.csv', bytes: Buffer.from('UPN,Surname\n') }) },
  findRegisterFiles: { on: 'house', by: 'import-register', ask: () => ({ words: '' }) },
  readRegisterFile: { on: 'house', by: 'import-register', ask: () => ({ driveId: 'drive', itemId: 'item' }) },
  readRegisterAgain: { on: 'house', by: 'import-register', ask: () => ({ link: randomUUID() }) },
  forgetRegisterLink: { on: 'house', by: 'import-register', ask: () => ({ link: randomUUID() }) },
  previewRegister: { on: 'house', by: 'import-register', ask: () => ({ reading: randomUUID(), ...choices }) },
  importRegister: { on: 'house', by: 'import-register', ask: () => ({ reading: randomUUID(), ...choices, seen: '' }) },
  undoRegister: { on: 'house', by: 'import-register', ask: () => ({ import: randomUUID() }) },
  exportList: { on: 'house', by: 'export-lists', ask: () => ({ what: 'register', format: 'csv' }) },
  previewRoster: { on: 'house', by: 'import-roster', ask: () => aRoster },
  importRoster: { on: 'house', by: 'import-roster', ask: () => aRoster },
  openPeopleSync: { on: 'house', by: 'sync-people', ask: () => undefined },
  syncPeople: { on: 'house', by: 'sync-people', ask: () => ({ closeMany: false }) },
  settleDoubt: { on: 'house', by: 'tell-people-apart', ask: () => ({ doubt: randomUUID(), answer: 'same' }) },
  openStatus: { on: 'house', by: 'open-status', ask: () => ({}) },
  tryJobAgain: { on: 'house', by: 'settle-jobs', ask: () => ({ job: '1' }) },
  giveUpJob: { on: 'house', by: 'settle-jobs', ask: () => ({ job: '1', reason: 'Done by hand' }) },
  preflight: { on: 'house', by: 'preflight', ask: () => undefined },
  verifyAudit: { on: 'house', by: 'verify-audit', ask: () => undefined },
};
