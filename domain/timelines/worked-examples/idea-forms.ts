import { type Day, isWithin } from '#domain/calendar/day.ts';
import { monthOf } from '#domain/calendar/day-number.ts';
import { gapAround } from '#domain/calendar/school-calendar.ts';
import { birthdayAt } from '#domain/calendar/school-year.ts';
import { clocksFor } from '#domain/timelines/compute-clocks.ts';
import { iepInForceOn } from '#domain/timelines/iep-in-force.ts';
import type { Rule } from '#domain/timelines/rule.ts';
import { rightsTransferRule, transitionRule } from '#domain/timelines/rules/idea/evaluation.ts';
import { stepsFor } from '#domain/timelines/step.ts';
import {
  AT_THE_END,
  aboutDue,
  type CaseForm,
  type CaseSetting,
  chainForm,
  clockForm,
  clockOf,
  clocksOf,
  dueOf,
  event,
  schoolOf,
} from '#domain/timelines/worked-examples/case-form.ts';
import { NotAnExample } from '#domain/timelines/worked-examples/given.ts';
import { DISCIPLINE_FORMS } from '#domain/timelines/worked-examples/idea-discipline-forms.ts';

/** The setting with one rule put in the place of its namesake: a State's own age or length. */
function withRule(rule: Rule, setting: CaseSetting): CaseSetting {
  return { ...setting, rules: { ...setting.rules, rules: setting.rules.rules.map((other) => (other.id === rule.id ? rule : other)) } };
}

const initialEvaluation: CaseForm = {
  reads: ['consentReceived', 'enrolledInOtherAgency', 'sufficientProgress', 'agreedDate'],
  answers: (given, setting) => {
    const agreed = given.flag('sufficientProgress') ? given.optionalDay('agreedDate') : undefined;
    const enrolled = given.optionalDay('enrolledInOtherAgency');
    const events = [
      ...event('consent-received', given.day('consentReceived')),
      ...(agreed ? event('transfer-date-agreed', enrolled ?? agreed, { agreed }) : []),
    ];
    const clock = clockOf('us.eval.initial', events, setting);
    return { ...aboutDue(clock.due, setting), exceptionApplies: clock.reckoned.replaced === 'agreed' };
  },
};

const consentWithdrawn: CaseForm = {
  reads: ['consentReceived', 'consentRevoked', 'newConsentReceived'],
  answers: (given, setting) => {
    const events = [
      ...event('consent-received', given.day('consentReceived')),
      ...event('consent-revoked', given.day('consentRevoked')),
      ...event('consent-received', given.optionalDay('newConsentReceived')),
    ];
    const clocks = clocksOf('us.eval.initial', events, setting);
    const [first, second] = clocks;
    const stopped = first?.state === 'stopped' ? first.stoppedOn : null;
    return { firstClock: stopped ? 'closed' : 'open', firstClockClosedOn: stopped, due: second?.due ?? null };
  },
};

const minimumGap: CaseForm = {
  reads: ['lastEvaluation', 'requested'],
  answers: (given, setting) => {
    const earliest = dueOf('us.reeval.minimumGap', event('evaluation-completed', given.day('lastEvaluation')), setting);
    const requested = given.optionalDay('requested');
    return { earliestWithoutAgreement: earliest, agreementNeeded: requested !== undefined && requested < earliest };
  },
};

/** Whether a day lies between two school years; outside the calendar, or without one, the summer is taken as June to August. */
function isInSummer(day: Day, { calendars: { school } }: CaseSetting): boolean {
  const [first, last] = [school?.years[0], school?.years.at(-1)];
  if (school && first && last && isWithin(day, { from: first.from, to: last.to })) return gapAround(day, school) !== undefined;
  return monthOf(day) >= 6 && monthOf(day) <= 8;
}

const thirdBirthday: CaseForm = {
  reads: ['dateOfBirth'],
  answers: (given, setting) => {
    const born = event('date-of-birth', given.day('dateOfBirth'), { outcome: 'part-c' });
    const iepInEffectBy = dueOf('us.partC.thirdBirthday', born, setting);
    return {
      due: iepInEffectBy,
      iepInEffectBy,
      serviceStartDecidedByIepTeam: isInSummer(iepInEffectBy, setting),
      transitionConferenceBy: dueOf('us.partC.conference', born, setting),
      transitionConferenceNotBefore: dueOf('us.partC.conferenceNotBefore', born, setting),
    };
  },
};

const transitionAge: CaseForm = {
  reads: ['dateOfBirth', 'stateTransitionAge', 'ieps'],
  answers: (given, setting) => {
    const rule = transitionRule(given.optionalNumber('stateTransitionAge') ?? 16);
    const born = event('date-of-birth', given.day('dateOfBirth'));
    const birthday = dueOf('us.transition.age16', born, withRule(rule, setting));
    const ieps = given.list('ieps', ['effective', 'ends']).map((iep) => ({ effective: iep.day('effective'), ends: iep.day('ends') }));
    return { turnsTransitionAge: birthday, iepThatMustContainTransition: iepInForceOn(birthday, ieps)?.effective ?? null };
  },
};

const rightsTransfer: CaseForm = {
  reads: ['dateOfBirth', 'ageOfMajority'],
  answers: (given, setting) => {
    const majority = given.optionalNumber('ageOfMajority') ?? 18;
    const born = given.day('dateOfBirth');
    const statementInIepBy = dueOf('us.rights.transfer', event('date-of-birth', born), withRule(rightsTransferRule(majority), setting));
    return { statementInIepBy, due: statementInIepBy, reachesMajority: birthdayAt(born, majority) };
  },
};

/** A screening starts no clock and calls for no consent; the other fields show that what follows it may. */
const screening: CaseForm = {
  reads: ['screened', 'initialEvaluationStarted', 'consentReceived'],
  answers: (given, setting) => {
    const events = [
      ...event('screening-held', given.day('screened')),
      ...event('initial-evaluation-started', given.optionalDay('initialEvaluationStarted')),
      ...event('consent-received', given.optionalDay('consentReceived')),
    ];
    return {
      startsClock: clocksFor(events, { ...setting, today: AT_THE_END }).length > 0,
      consentNeeded: stepsFor(events, setting.rules, AT_THE_END).some(
        ({ step, state }) => step.id === 'us.consent.initial' && state === 'open',
      ),
    };
  },
};

const expedited: CaseForm = {
  reads: ['complaintFiled', 'complaintReceived', 'hearingHeld'],
  answers: (given, setting) => {
    const filed = given.day('complaintFiled');
    const events = [
      ...event('expedited-complaint-received', given.optionalDay('complaintReceived') ?? filed),
      ...event('expedited-complaint-filed', filed),
      ...event('expedited-hearing-held', given.optionalDay('hearingHeld')),
    ];
    return {
      resolutionMeetingBy: dueOf('us.dueProcess.expedited.meeting', events, setting),
      mayProceedAfter: dueOf('us.dueProcess.expedited.mayProceed', events, setting),
      hearingBy: dueOf('us.dueProcess.expedited.hearing', events, setting),
      decisionBy: clocksOf('us.dueProcess.expedited.decision', events, setting)[0]?.due ?? null,
    };
  },
};

/** Ways in which both sides end the resolution period early, each on its day (34 CFR 300.510(c)). */
const RESOLUTION_ENDED = ['resolutionWaived', 'agreedImpossible', 'leftMediation'];

const resolution: CaseForm = {
  reads: ['complaintReceived', ...RESOLUTION_ENDED],
  answers: (given, setting) => {
    const received = event('complaint-received', given.day('complaintReceived'));
    const ended = RESOLUTION_ENDED.flatMap((field) => event('resolution-waived', given.optionalDay(field)));
    const decisionBy = dueOf('us.dueProcess.decision', [...received, ...ended], setting);
    return {
      due: decisionBy,
      decisionBy,
      resolutionMeetingBy: dueOf('us.dueProcess.resolution.meeting', received, setting),
      resolutionPeriodEnds: dueOf('us.dueProcess.resolution.period', received, setting),
    };
  },
};

const yearStart: CaseForm = {
  reads: ['schoolYear'],
  answers: (given, setting) => {
    const name = given.text('schoolYear');
    const year = schoolOf(setting).years.find(({ from }) => from.startsWith(name.slice(0, 4)));
    if (!year) throw new NotAnExample(`The calendar holds no school year “${name}”.`);
    const inEffectBy = dueOf('us.iep.yearStart', event('school-year-started', year.from), setting);
    return { due: inEffectBy, inEffectBy };
  },
};

const transferInState: CaseForm = {
  reads: ['enrolled', 'previousIepEnds'],
  answers: (given, setting) => ({
    comparableServicesFrom: dueOf('us.iep.transferInState', event('enrolled-from-district', given.day('enrolled')), setting),
    fixedFederalDeadlineForNewIep: null,
    annualReviewStillDue: given.optionalDay('previousIepEnds') ?? null,
  }),
};

/** How examples of IDEA’s rules are read, by rule id. */
export const IDEA_FORMS: Readonly<Record<string, CaseForm>> = {
  'us.eval.initial': initialEvaluation,
  'us.consent.withdrawn': consentWithdrawn,
  'us.reeval.triennial': clockForm('us.reeval.triennial', { lastEvaluation: 'evaluation-completed' }),
  'us.reeval.minimumGap': minimumGap,
  'us.iep.initialMeeting': {
    reads: ['eligibilityDetermined'],
    answers: (given, setting) => {
      const eligible = event('eligibility-determined', given.day('eligibilityDetermined'), { outcome: 'eligible' });
      return aboutDue(dueOf('us.iep.initialMeeting', eligible, setting), setting);
    },
  },
  'us.iep.annual': clockForm('us.iep.annual', { lastIepMeeting: 'iep-meeting-held' }),
  'us.iep.yearStart': yearStart,
  'us.iep.transferInState': transferInState,
  'us.partC.thirdBirthday': thirdBirthday,
  'us.transition.age16': transitionAge,
  'us.rights.transfer': rightsTransfer,
  'us.records.access': clockForm('us.records.access', { requested: 'records-requested' }, 'latestDay'),
  'us.screening': screening,
  ...DISCIPLINE_FORMS,
  'us.dueProcess.limitation': clockForm('us.dueProcess.limitation', { knewOrShouldHaveKnown: 'violation-known' }, 'fileBy'),
  'us.dueProcess.response': chainForm(
    { complaintReceived: 'complaint-received' },
    { responseBy: 'us.dueProcess.response', sufficiencyChallengeBy: 'us.dueProcess.sufficiency' },
  ),
  'us.dueProcess.resolution': resolution,
  'us.dueProcess.decision': resolution,
  'us.dueProcess.adjusted': resolution,
  'us.dueProcess.settlementVoid': clockForm('us.dueProcess.settlementVoid', { agreementExecuted: 'settlement-signed' }, 'voidableUntil'),
  'us.dueProcess.disclosure': clockForm('us.dueProcess.disclosure', { hearing: 'hearing-set' }, 'discloseBy'),
  'us.dueProcess.expedited': expedited,
  'us.review.state': clockForm('us.review.state', { reviewRequested: 'review-requested' }, 'decisionBy'),
  'us.civil': clockForm('us.civil', { decisionMailed: 'decision-mailed' }, 'fileBy'),
  'us.complaint.state': clockForm('us.complaint.state', { complaintFiled: 'state-complaint-filed' }, 'decisionBy'),
};
