import { schoolDaysLeftAfter } from '#domain/timelines/reckon-state-ways.ts';
import {
  aboutDue,
  type CaseForm,
  chainForm,
  clockForm,
  clockOf,
  dueOf,
  event,
  schoolOf,
} from '#domain/timelines/worked-examples/case-form.ts';

const texasReport: CaseForm = {
  reads: ['consentReceived', 'absences'],
  answers: (given, setting) => {
    const consent = given.day('consentReceived');
    const absences = given.optionalNumber('absences') ?? 0;
    const events = [...event('consent-received', consent), ...event('school-absence', consent, { days: absences })];
    const due = dueOf('tx.eval.report', events, setting);
    return { ...aboutDue(due, setting), schoolDaysLeft: schoolDaysLeftAfter(consent, schoolOf(setting)) };
  },
};

const texasArd: CaseForm = {
  reads: ['reportCompleted', 'needsSummerServices', 'consentReceived'],
  answers: (given, setting) => {
    const outcome = given.flag('needsSummerServices') ? { outcome: 'summer-services' } : {};
    const events = [
      ...event('consent-received', given.optionalDay('consentReceived')),
      ...event('evaluation-completed', given.day('reportCompleted'), outcome),
    ];
    const { due, reckoned } = clockOf('tx.ard.initial', events, setting);
    return { ...aboutDue(due, setting), dayThirty: reckoned.moved?.from ?? due };
  },
};

function pausedForm(rule: string, kinds: Readonly<Record<string, string>>): CaseForm {
  return {
    reads: [...Object.keys(kinds), 'breaks'],
    answers: (given, setting) => {
      const events = Object.entries(kinds).flatMap(([field, kind]) => event(kind, given.optionalDay(field)));
      const { due, reckoned } = clockOf(rule, events, setting);
      return { ...aboutDue(due, setting), tolledBreaks: (reckoned.pauses ?? []).map(({ from, to }) => [from, to]) };
    },
  };
}

/** A referral at the end of the year: the day of consent does not matter, and where it is not given it is that of the referral. */
const californiaEndOfYear: CaseForm = {
  reads: ['referral', 'consentReceived', 'breaks'],
  answers: (given, setting) => {
    const referral = given.day('referral');
    const consent = event('consent-received', given.optionalDay('consentReceived') ?? referral);
    return aboutDue(dueOf('ca.eval.iepMeeting', [...event('referral', referral), ...consent], setting), setting);
  },
};

/** How examples of the States’ rules are read, by rule id. */
export const STATE_FORMS: Readonly<Record<string, CaseForm>> = {
  'tx.request.response': clockForm('tx.request.response', { requestReceived: 'evaluation-requested' }),
  'tx.eval.report': texasReport,
  'tx.eval.endOfYear': texasReport,
  'tx.ard.initial': texasArd,
  'tx.transfer.inState': clockForm('tx.transfer.inState', { copyReceived: 'transfer-iep-received' }),
  'ca.assessmentPlan': pausedForm('ca.assessmentPlan', { referral: 'referral' }),
  'ca.eval.iepMeeting': pausedForm('ca.eval.iepMeeting', { referral: 'referral', consentReceived: 'consent-received' }),
  'ca.eval.endOfYear': californiaEndOfYear,
  'ca.meeting.request': pausedForm('ca.meeting.request', { requestReceived: 'meeting-requested' }),
  'ca.records': clockForm('ca.records', { requested: 'records-requested' }),
  'mi.request.notice': clockForm('mi.request.notice', { requestReceived: 'evaluation-requested' }),
  'mi.eval.offer': clockForm('mi.eval.offer', { consentReceived: 'consent-received' }),
  'mi.iep.offerNotice': clockForm('mi.iep.offerNotice', { iepMeeting: 'iep-meeting-held' }),
  'mi.services.start': clockForm('mi.services.start', { noticeReceived: 'offer-notice-received' }),
  'ny.eval.two.clocks': chainForm(
    { consentReceived: 'consent-received' },
    { evaluationBy: 'ny.eval.evaluation', servicesArrangedBy: 'ny.eval.services' },
  ),
};
