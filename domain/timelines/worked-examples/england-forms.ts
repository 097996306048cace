import { lodgingDay, sameOrNextWorkingDay, workingDaysIn } from '#domain/calendar/counting.ts';
import { addDays, type Day } from '#domain/calendar/day.ts';
import { curriculumYear, endOfCompulsorySchoolAge, schoolYearStarting } from '#domain/calendar/school-year.ts';
import { asInstant, dayIn } from '#domain/calendar/wall-clock.ts';
import type { CaseEvent } from '#domain/timelines/case-event.ts';
import { absenceInside, closureWindow, considerException, isAskedInWindow } from '#domain/timelines/exceptions.ts';
import type { ExceptionRule } from '#domain/timelines/rule.ts';
import {
  aboutDue,
  type CaseForm,
  type CaseSetting,
  chainForm,
  clockForm,
  clockOf,
  clocksOf,
  dueOf,
  event,
} from '#domain/timelines/worked-examples/case-form.ts';
import { type Given, NotAnExample } from '#domain/timelines/worked-examples/given.ts';

const REQUEST = {
  requestReceived: 'request-received',
  requestReceivedByOldAuthority: 'request-received',
  becameResponsible: 'became-responsible',
};

/** The limits that an absence may excuse, by the names the examples give them. */
const LIMITS: Readonly<Record<string, string>> = { decision: 'eng.ehcna.decision', noPlan: 'eng.ehcna.noPlan', final: 'eng.plan.final' };

const requestEvents = (given: Given): CaseEvent[] =>
  Object.entries(REQUEST).flatMap(([field, kind]) => event(kind, given.optionalDay(field)));

const ehcnaDecision: CaseForm = {
  reads: [...Object.keys(REQUEST), 'receivedAt', 'timeZone'],
  answers: (given, setting) => {
    const at = given.optionalText('receivedAt');
    const local = at ? dayIn(given.optionalText('timeZone') ?? setting.rules.zone, asInstant(at)) : undefined;
    const events = [...requestEvents(given), ...event('request-received', local)];
    const clock = clockOf('eng.ehcna.decision', events, setting);
    const moved = sameOrNextWorkingDay(clock.trigger.on, setting.calendars.holidays);
    return {
      ...aboutDue(clock.due, setting),
      ...(local ? { receivedLocalDate: local } : {}),
      dueIfReceiptMovesToWorkingDay: dueOf('eng.ehcna.decision', event('request-received', moved), setting),
    };
  },
};

const newChain: CaseForm = {
  reads: Object.keys(REQUEST),
  answers: (given, setting) => {
    const events = requestEvents(given);
    const finalPlanBy = dueOf('eng.plan.final', events, setting);
    const draft = addDays(finalPlanBy, -14);
    return {
      decisionToAssessBy: dueOf('eng.ehcna.decision', events, setting),
      noPlanDecisionBy: dueOf('eng.ehcna.noPlan', events, setting),
      finalPlanBy,
      latestDraftServiceToLeave15Days:
        dueOf('eng.plan.representations', event('draft-plan-served', draft), setting) === finalPlanBy ? draft : null,
    };
  },
};

function exceptionOf<Test extends ExceptionRule['test']>(id: string, test: Test, { rules }: CaseSetting) {
  const exception = rules.exceptions.find((candidate) => candidate.id === id);
  if (exception?.test !== test) throw new NotAnExample(`There is no exception ${id} of this kind.`);
  return exception as Extract<ExceptionRule, { test: Test }>;
}

const schoolClosed: CaseForm = {
  reads: ['adviceRequested', 'firstDayClosed', 'reopens'],
  answers: (given, setting) => {
    const { leastDays, windowDays } = exceptionOf('E1', 'closure', setting);
    const closure = { firstDayClosed: given.day('firstDayClosed'), reopens: given.day('reopens') };
    const window = closureWindow(closure, leastDays, windowDays);
    const { closureDays, windowFrom, windowTo } = window;
    return { closureDays, windowFrom, windowTo, exceptionAvailable: isAskedInWindow(given.day('adviceRequested'), window) };
  },
};

function limitRule(given: Given): string {
  const name = given.optionalText('limit') ?? 'decision';
  const rule = LIMITS[name];
  if (!rule) throw new NotAnExample(`given.limit “${name}” is not one of ${Object.keys(LIMITS).join(', ')}.`);
  return rule;
}

function awayEvents(given: Given, who: 'child' | 'parent'): CaseEvent[] {
  const from = given.optionalDay('absentFrom');
  return from ? event('absence-from-area', from, { who, until: addDays(given.day('backOn'), -1) }) : [];
}

/** Whether absences excuse a limit that runs from a request. */
function absenceExcuses(events: readonly CaseEvent[], rule: string, setting: CaseSetting): boolean {
  const limit = clockOf(rule, events, setting);
  const context = { events, calendars: setting.calendars };
  return considerException(exceptionOf('E4', 'absence', setting), { trigger: limit.trigger, due: limit.due }, context, limit.due).applies;
}

const absence: CaseForm = {
  reads: ['absentFrom', 'backOn', 'requestReceived', 'limit'],
  answers: (given, setting) => {
    const [from, back] = [given.day('absentFrom'), given.day('backOn')];
    const request = event('request-received', given.optionalDay('requestReceived'));
    if (request.length === 0) {
      const { days } = absenceInside(from, back);
      return { daysAbsent: days, exceptionAvailable: days >= exceptionOf('E4', 'absence', setting).leastDays };
    }
    const { due, trigger } = clockOf(limitRule(given), request, setting);
    const { days, inside } = absenceInside(from, back, { from: trigger.on, to: due });
    const exceptionAvailable = absenceExcuses([...request, ...awayEvents(given, 'child')], limitRule(given), setting);
    return { limitDue: due, daysAbsent: days, daysAbsentInsideLimit: inside, exceptionAvailable };
  },
};

const perChild: CaseForm = {
  reads: ['requestReceived', 'limit', 'children', 'parentAbsence'],
  answers: (given, setting) => {
    const request = event('request-received', given.day('requestReceived'));
    const parent = given.optionalEntry('parentAbsence');
    const parentAway = parent ? awayEvents(parent, 'parent') : [];
    const available = given
      .list('children')
      .map((child) => [
        child.text('id'),
        absenceExcuses([...request, ...awayEvents(child, 'child'), ...parentAway], limitRule(given), setting),
      ]);
    return { limitDue: dueOf(limitRule(given), request, setting), exceptionAvailable: Object.fromEntries(available) };
  },
};

const annualReview: CaseForm = {
  reads: ['planMade', 'lastReviewCompleted', 'amendedFinalIssued', 'planReissued', 'lastReviewMeeting'],
  answers: (given, setting) => {
    const events = [
      ...event('plan-final', given.optionalDay('planMade')),
      ...event('review-meeting-held', given.optionalDay('lastReviewMeeting')),
      ...event('review-decision-sent', given.optionalDay('lastReviewCompleted')),
      ...event('amended-plan-final', given.optionalDay('amendedFinalIssued')),
      ...event('plan-reissued', given.optionalDay('planReissued')),
    ];
    const reviewCompleteBy = dueOf('eng.review.annual', events, setting);
    return { reviewCompleteBy, due: reviewCompleteBy, meetingLatestIfDecisionTakes4Weeks: addDays(reviewCompleteBy, -28) };
  },
};

const reviewNotice: CaseForm = {
  reads: ['meeting'],
  answers: (given, setting) => {
    const booked = event('review-meeting-booked', given.day('meeting'));
    const latestNotice = dueOf('eng.review.notice', booked, setting);
    const papersCirculatedBy = dueOf('eng.review.papers', booked, setting);
    return { due: latestNotice, latestNotice, latestNoticeClearDays: addDays(latestNotice, -1), papersCirculatedBy };
  },
};

const amendedFinal: CaseForm = {
  reads: ['meeting', 'amendmentNoticeSent'],
  answers: (given, setting) => {
    const events = [
      ...event('review-meeting-held', given.optionalDay('meeting')),
      ...event('amendment-notice-sent', given.day('amendmentNoticeSent')),
    ];
    const notice = clocksOf('eng.review.amendmentNotice', events, setting)[0];
    const { due, reckoned } = clockOf('eng.review.amendedFinal', events, setting);
    const [eightWeeks, twelveWeeks] = reckoned.weighed?.of ?? [];
    return {
      due,
      noticeDue: notice?.due ?? null,
      noticeLate: notice?.state === 'met-late',
      eightWeeksFromNotice: eightWeeks?.due ?? null,
      twelveWeeksFromMeeting: twelveWeeks?.due ?? null,
    };
  },
};

/** Kinds of phase transfer, by rule: which date a move is due by hangs on them. */
const PHASE_KINDS: Readonly<Record<string, readonly string[]>> = {
  'eng.phase.other': ['early-years-to-school', 'infant-to-junior', 'primary-to-middle', 'primary-to-secondary', 'middle-to-secondary'],
  'eng.phase.post16': ['secondary-to-post16'],
};

function phaseForm(rule: string, kind: string): CaseForm {
  return {
    reads: ['transferDate', 'kind'],
    answers: (given, setting) => {
      const named = given.optionalText('kind');
      const known = PHASE_KINDS[rule];
      if (named && known && !known.includes(named)) throw new NotAnExample(`given.kind “${named}” is not one of ${known.join(', ')}.`);
      const due = dueOf(rule, event(kind, given.day('transferDate')), setting);
      return { ...aboutDue(due, setting), statutoryDate: due, lastCompliantDayOnStrictReading: addDays(due, -1) };
    },
  };
}

function passingForm(rule: string, learned: string, moved: string): CaseForm {
  return {
    reads: ['becameAware', 'moveDate'],
    answers: (given, setting) => {
      const [aware, move] = [given.optionalDay('becameAware'), given.day('moveDate')];
      const due = dueOf(rule, [...event(learned, aware), ...event(moved, move)], setting);
      const known = aware ? workingDaysIn({ from: aware, to: addDays(move, -1) }, setting.calendars.holidays) : 0;
      return { ...aboutDue(due, setting), transferBy: due, workingDaysKnownBeforeMove: known };
    },
  };
}

const moveReview: CaseForm = {
  reads: ['planMade', 'lastReview', 'transferDate'],
  answers: (given, setting) => {
    const events = [
      ...event('plan-final', given.optionalDay('planMade')),
      ...event('review-decision-sent', given.optionalDay('lastReview')),
      ...event('plan-transferred', given.day('transferDate')),
    ];
    const { due, reckoned } = clockOf('eng.move.review', events, setting);
    const [twelve, three] = reckoned.weighed?.of ?? [];
    return { due, reviewBy: due, twelveMonthPeriodEnds: twelve?.due ?? null, threeMonthPeriodEnds: three?.due ?? null };
  },
};

const appealLodge: CaseForm = {
  reads: ['decisionSent', 'mediationCertificate', 'sectionIOnly'],
  answers: (given, setting) => {
    const certificate = given.flag('sectionIOnly') ? undefined : given.optionalDay('mediationCertificate');
    const events = [
      ...event('assessment-decision-sent', given.day('decisionSent'), { outcome: 'refuse' }),
      ...event('certificate-issued', certificate),
    ];
    const { due, reckoned } = clockOf('eng.appeal.lodge', events, setting);
    const [two, one] = reckoned.weighed?.of ?? [];
    const baseDeadline = reckoned.moved?.from ?? due;
    const { extension } = lodgingDay(baseDeadline, setting.calendars.holidays);
    return { due, baseDeadline, extension, twoMonths: two?.due ?? null, oneMonthFromCertificate: one?.due ?? null };
  },
};

const sencoQualification: CaseForm = {
  reads: ['becameSenco', 'previousSencoMonths'],
  answers: (given, setting) => {
    if ((given.optionalNumber('previousSencoMonths') ?? 0) > 12) return { thirdAnniversary: null, firstDayQualificationRequired: null };
    const due = dueOf('eng.senco.qualification', event('senco-appointed', given.day('becameSenco')), setting);
    return { due, thirdAnniversary: due, firstDayQualificationRequired: addDays(due, 1) };
  },
};

const yearNine: CaseForm = {
  reads: ['dateOfBirth', 'academicYearStart'],
  answers: (given) => {
    const year = curriculumYear(given.day('dateOfBirth'), given.day('academicYearStart'));
    return { nationalCurriculumYear: year, inOrBeyondYear9: year >= 9 };
  },
};

const youngPerson: CaseForm = {
  reads: ['dateOfBirth'],
  answers: (given) => {
    const end: Day = endOfCompulsorySchoolAge(given.day('dateOfBirth'));
    return { compulsorySchoolAgeEnds: end, youngPersonFrom: addDays(end, 1) };
  },
};

const censusDay: CaseForm = {
  reads: ['academicYear'],
  answers: (given, setting) => {
    const year = given.text('academicYear');
    const start = schoolYearStarting(Number(year.slice(0, 4)));
    if (start.name !== year) throw new NotAnExample(`given.academicYear “${year}” is not of the form 2026/27.`);
    const started = event('school-year-started', start.from);
    const day = (term: string) => dueOf(`eng.census.${term}`, started, setting);
    return { autumn: day('autumn'), spring: day('spring'), summer: day('summer') };
  },
};

const orderForms = (start: string, field: string, prefix: string): Record<string, CaseForm> => ({
  [`${prefix}.assess`]: chainForm(
    { [field]: start },
    { notifyBy: `${prefix}.assess.notify`, noPlanDecisionBy: `${prefix}.assess.noPlan`, finalPlanBy: `${prefix}.assess.final` },
    'assess',
  ),
  [`${prefix}.makePlan`]: chainForm(
    { [field]: start },
    { draftBy: `${prefix}.makePlan.draft`, finalBy: `${prefix}.makePlan.final` },
    'make-plan',
  ),
  [`${prefix}.amend`]: chainForm({ [field]: start }, { due: `${prefix}.amend` }, 'amend'),
  [`${prefix}.placement`]: chainForm({ [field]: start }, { due: `${prefix}.placement` }, 'placement'),
});

const withOutcome = (rule: string, field: string, kind: string, outcome: string): CaseForm => ({
  reads: [field],
  answers: (given, setting) => aboutDue(dueOf(rule, event(kind, given.day(field), { outcome }), setting), setting),
});

/** How examples of England's rules are read, by rule id. */
export const ENGLAND_FORMS: Readonly<Record<string, CaseForm>> = {
  'eng.ehcna.decision': ehcnaDecision,
  'eng.advice.response': clockForm('eng.advice.response', { adviceRequested: 'advice-requested' }),
  'eng.ehcna.noPlan': clockForm('eng.ehcna.noPlan', REQUEST),
  'eng.plan.representations': clockForm('eng.plan.representations', { draftServed: 'draft-plan-served' }, 'lastDayForRepresentations'),
  'eng.school.consultation': clockForm('eng.school.consultation', { consultationSent: 'consultation-sent' }, 'respondBy'),
  'eng.plan.final': clockForm('eng.plan.final', REQUEST),
  'eng.chain.new': newChain,
  'eng.exception.schoolClosed': schoolClosed,
  'eng.exception.absence': absence,
  'eng.exception.perChild': perChild,
  'eng.review.annual': annualReview,
  'eng.review.notice': reviewNotice,
  'eng.review.papers': reviewNotice,
  'eng.review.report': clockForm('eng.review.report', { meeting: 'review-meeting-held' }),
  'eng.review.decision': clockForm('eng.review.decision', { meeting: 'review-meeting-held' }),
  'eng.review.amendmentNotice': clockForm('eng.review.amendmentNotice', { meeting: 'review-meeting-held' }),
  'eng.review.amendRepresentations': clockForm(
    'eng.review.amendRepresentations',
    { amendmentNoticeSent: 'amendment-notice-sent' },
    'lastDayForRepresentations',
  ),
  'eng.review.amendedFinal': amendedFinal,
  'eng.review.noAmend': clockForm('eng.review.noAmend', { amendmentNoticeSent: 'amendment-notice-sent' }),
  'eng.review.underFive': clockForm('eng.review.underFive', { lastReview: 'early-years-review-held' }),
  'eng.phase.other': phaseForm('eng.phase.other', 'phase-transfer-planned'),
  'eng.phase.post16': phaseForm('eng.phase.post16', 'post16-transfer-planned'),
  'eng.phase.post16to16': phaseForm('eng.phase.post16to16', 'post16-move-planned'),
  'eng.move.transfer': passingForm('eng.move.transfer', 'move-learned', 'moved-authority'),
  'eng.move.notify': clockForm('eng.move.notify', { transferDate: 'plan-transferred' }),
  'eng.move.review': moveReview,
  'eng.move.health': passingForm('eng.move.health', 'health-change-learned', 'health-commissioner-changed'),
  'eng.reassess.decision': clockForm('eng.reassess.decision', { requestReceived: 'reassessment-requested' }),
  'eng.reassess.final': withOutcome('eng.reassess.final', 'decisionToReassessNotified', 'reassessment-decision-sent', 'reassess'),
  'eng.reassess.gap': clockForm('eng.reassess.gap', { lastAssessment: 'assessment-completed' }),
  'eng.cease': clockForm('eng.cease', { decisionSent: 'cease-decision-sent' }),
  'eng.mediation.contact': clockForm('eng.mediation.contact', { decisionSent: 'no-plan-decision-sent' }, 'contactAdviserBy'),
  'eng.mediation.certificate': clockForm('eng.mediation.certificate', {
    mediationDeclined: 'mediation-declined',
    mediationEnded: 'mediation-ended',
  }),
  'eng.mediation.arrange': clockForm('eng.mediation.arrange', { mediationRequested: 'mediation-requested' }),
  'eng.mediation.agreement': clockForm('eng.mediation.agreement', { agreementMade: 'mediation-agreed' }),
  'eng.appeal.lodge': appealLodge,
  'eng.appeal.response': clockForm('eng.appeal.response', { applicationReceivedByAuthority: 'appeal-received' }),
  ...orderForms('tribunal-order-made', 'orderMade', 'eng.tribunal'),
  ...orderForms('appeal-conceded', 'tribunalNotified', 'eng.appeal.conceded'),
  'eng.senco.qualification': sencoQualification,
  'eng.retention.senFile': clockForm('eng.retention.senFile', { dateOfBirth: 'date-of-birth' }, 'keepUntil'),
  'eng.pfa.year9': yearNine,
  'eng.status.youngPerson': youngPerson,
  'eng.census.day': censusDay,
};
