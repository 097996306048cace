import { lodgingDay } from '#domain/calendar/counting.ts';
import { addDays, type Day } from '#domain/calendar/day.ts';
import { curriculumYear, endOfCompulsorySchoolAge, schoolYearStarting } from '#domain/calendar/school-year.ts';
import { type CaseForm, chainForm, clockForm, clockOf, dueOf, event } from '#domain/timelines/worked-examples/case-form.ts';
import { ASSESSMENT_FORMS } from '#domain/timelines/worked-examples/england-assessment-forms.ts';
import { REVIEW_FORMS } from '#domain/timelines/worked-examples/england-review-forms.ts';
import { NotAnExample } from '#domain/timelines/worked-examples/given.ts';

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

/** How examples of England’s rules are read, by rule id. */
export const ENGLAND_FORMS: Readonly<Record<string, CaseForm>> = {
  ...ASSESSMENT_FORMS,
  ...REVIEW_FORMS,
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
