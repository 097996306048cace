import { workingDaysIn } from '#domain/calendar/counting.ts';
import { addDays } from '#domain/calendar/day.ts';
import { aboutDue, type CaseForm, clockForm, clockOf, clocksOf, dueOf, event } from '#domain/timelines/worked-examples/case-form.ts';
import { NotAnExample } from '#domain/timelines/worked-examples/given.ts';

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

const withOutcome = (rule: string, field: string, kind: string, outcome: string): CaseForm => ({
  reads: [field],
  answers: (given, setting) => aboutDue(dueOf(rule, event(kind, given.day(field), { outcome }), setting), setting),
});

/** How examples about reviews, transfers and re-assessment are read. */
export const REVIEW_FORMS: Readonly<Record<string, CaseForm>> = {
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
};
