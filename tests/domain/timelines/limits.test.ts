import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import { schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { clocksFor } from '#domain/timelines/compute-clocks.ts';
import { JURISDICTIONS } from '#domain/timelines/jurisdictions.ts';
import type { WorkedExamples } from '#domain/timelines/worked-examples/given.ts';
import { happened } from './a-case.ts';

/** One rule: what starts it (with its outcome after a colon), then two starts with the last day of each, counted by other means. */
type Limit = readonly [rule: string, start: string, ...cases: readonly (readonly [from: string, due: string])[]];

const LIMITS: readonly Limit[] = [
  ['eng.ehcna.decision', 'request-received', ['2026-02-23', '2026-04-06'], ['2027-10-20', '2027-12-01']],
  ['eng.ehcna.noPlan', 'request-received', ['2026-02-23', '2026-06-15'], ['2027-10-20', '2028-02-09']],
  ['eng.plan.final', 'became-responsible', ['2026-02-23', '2026-07-13'], ['2027-10-20', '2028-03-08']],
  ['eng.advice.response', 'advice-requested', ['2026-02-23', '2026-04-06'], ['2027-10-20', '2027-12-01']],
  ['eng.plan.representations', 'draft-plan-served', ['2026-04-08', '2026-04-22'], ['2027-12-20', '2028-01-03']],
  ['eng.school.consultation', 'consultation-sent', ['2026-11-10', '2026-11-25'], ['2028-02-20', '2028-03-06']],
  ['eng.review.annual', 'plan-final', ['2028-02-29', '2029-02-28'], ['2027-03-01', '2028-02-29']],
  ['eng.review.notice', 'review-meeting-booked', ['2026-06-24', '2026-06-10'], ['2027-01-08', '2026-12-25']],
  ['eng.review.papers', 'review-meeting-booked', ['2026-12-08', '2026-11-24'], ['2028-03-10', '2028-02-25']],
  ['eng.review.report', 'review-meeting-held', ['2026-06-24', '2026-07-08'], ['2026-12-18', '2027-01-01']],
  ['eng.review.decision', 'review-meeting-held', ['2026-06-24', '2026-07-22'], ['2026-12-18', '2027-01-15']],
  ['eng.review.amendmentNotice', 'review-meeting-held', ['2026-06-24', '2026-07-22'], ['2027-02-03', '2027-03-03']],
  ['eng.review.amendRepresentations', 'amendment-notice-sent', ['2026-07-22', '2026-08-05'], ['2028-02-16', '2028-03-01']],
  ['eng.review.amendedFinal', 'amendment-notice-sent', ['2026-07-22', '2026-09-16'], ['2026-12-01', '2027-01-26']],
  ['eng.review.noAmend', 'amendment-notice-sent', ['2026-07-22', '2026-09-16'], ['2026-12-01', '2027-01-26']],
  ['eng.review.underFive', 'early-years-review-held', ['2026-08-31', '2027-02-28'], ['2026-03-15', '2026-09-15']],
  ['eng.phase.other', 'phase-transfer-planned', ['2027-09-01', '2027-02-15'], ['2028-09-04', '2028-02-15']],
  ['eng.phase.post16', 'post16-transfer-planned', ['2027-09-01', '2027-03-31'], ['2028-09-04', '2028-03-31']],
  ['eng.phase.post16to16', 'post16-move-planned', ['2028-07-31', '2028-02-29'], ['2027-01-10', '2026-08-10']],
  ['eng.move.transfer', 'moved-authority', ['2026-04-20', '2026-04-20'], ['2026-12-21', '2026-12-21']],
  ['eng.move.notify', 'plan-transferred', ['2026-04-20', '2026-06-01'], ['2026-12-21', '2027-02-01']],
  ['eng.move.review', 'plan-transferred', ['2026-11-30', '2027-02-28'], ['2026-04-20', '2026-07-19']],
  ['eng.move.health', 'health-commissioner-changed', ['2026-04-20', '2026-04-20'], ['2026-12-21', '2026-12-21']],
  ['eng.reassess.decision', 'reassessment-requested', ['2026-12-18', '2027-01-02'], ['2026-02-20', '2026-03-07']],
  ['eng.reassess.final', 'reassessment-decision-sent:reassess', ['2026-03-02', '2026-06-08'], ['2026-10-05', '2027-01-11']],
  ['eng.reassess.gap', 'assessment-completed', ['2026-08-31', '2027-02-28'], ['2026-01-15', '2026-07-15']],
  ['eng.cease', 'cease-decision-sent', ['2025-12-31', '2026-02-28'], ['2026-06-10', '2026-08-10']],
  ['eng.mediation.contact', 'no-plan-decision-sent', ['2025-12-31', '2026-02-28'], ['2026-02-28', '2026-04-28']],
  ['eng.mediation.certificate', 'mediation-declined', ['2026-04-02', '2026-04-09'], ['2026-12-23', '2026-12-30']],
  ['eng.mediation.arrange', 'mediation-requested', ['2026-12-10', '2027-01-09'], ['2026-02-01', '2026-03-03']],
  ['eng.mediation.agreement', 'mediation-agreed', ['2026-03-02', '2026-03-16'], ['2026-12-24', '2027-01-07']],
  ['eng.appeal.lodge', 'no-plan-decision-sent', ['2026-06-10', '2026-09-01'], ['2026-02-03', '2026-04-07']],
  ['eng.appeal.response', 'appeal-received', ['2026-07-20', '2026-09-29'], ['2026-12-01', '2027-01-20']],
  ['eng.tribunal.assess.notify', 'tribunal-order-made:assess', ['2026-05-15', '2026-05-29'], ['2026-12-18', '2027-01-01']],
  ['eng.tribunal.assess.noPlan', 'tribunal-order-made:assess', ['2026-05-15', '2026-07-24'], ['2026-12-18', '2027-02-26']],
  ['eng.tribunal.assess.final', 'tribunal-order-made:assess', ['2026-05-15', '2026-08-21'], ['2026-12-18', '2027-03-26']],
  ['eng.tribunal.makePlan.draft', 'tribunal-order-made:make-plan', ['2026-05-15', '2026-06-19'], ['2026-12-18', '2027-01-22']],
  ['eng.tribunal.makePlan.final', 'tribunal-order-made:make-plan', ['2026-05-15', '2026-07-31'], ['2026-12-18', '2027-03-05']],
  ['eng.tribunal.amend', 'tribunal-order-made:amend', ['2026-05-15', '2026-06-19'], ['2026-12-18', '2027-01-22']],
  ['eng.tribunal.placement', 'tribunal-order-made:placement', ['2026-05-15', '2026-05-29'], ['2026-12-18', '2027-01-01']],
  ['eng.tribunal.continue', 'tribunal-order-made:continue', ['2026-05-15', '2026-06-19'], ['2026-12-18', '2027-01-22']],
  ['eng.tribunal.reconsider', 'tribunal-order-made:reconsider', ['2026-05-15', '2026-05-29'], ['2026-12-18', '2027-01-01']],
  ['eng.appeal.conceded.assess.notify', 'appeal-conceded:assess', ['2026-05-15', '2026-05-29'], ['2026-12-18', '2027-01-01']],
  ['eng.appeal.conceded.assess.noPlan', 'appeal-conceded:assess', ['2026-05-15', '2026-07-24'], ['2026-12-18', '2027-02-26']],
  ['eng.appeal.conceded.assess.final', 'appeal-conceded:assess', ['2026-05-15', '2026-08-21'], ['2026-12-18', '2027-03-26']],
  ['eng.appeal.conceded.makePlan.draft', 'appeal-conceded:make-plan', ['2026-05-15', '2026-06-19'], ['2026-12-18', '2027-01-22']],
  ['eng.appeal.conceded.makePlan.final', 'appeal-conceded:make-plan', ['2026-05-15', '2026-07-31'], ['2026-12-18', '2027-03-05']],
  ['eng.appeal.conceded.amend', 'appeal-conceded:amend', ['2026-05-15', '2026-06-19'], ['2026-12-18', '2027-01-22']],
  ['eng.appeal.conceded.placement', 'appeal-conceded:placement', ['2026-05-15', '2026-05-29'], ['2026-12-18', '2027-01-01']],
  ['eng.support.meetings', 'support-year-started', ['2026-09-01', '2027-08-31'], ['2027-01-11', '2027-08-31']],
  ['eng.census.autumn', 'school-year-started', ['2026-09-01', '2026-10-01'], ['2027-09-01', '2027-10-07']],
  ['eng.census.spring', 'school-year-started', ['2026-09-01', '2027-01-21'], ['2027-09-01', '2028-01-20']],
  ['eng.census.summer', 'school-year-started', ['2026-09-01', '2027-05-20'], ['2027-09-01', '2028-05-18']],
  ['eng.informationReport', 'information-report-published', ['2026-09-30', '2027-09-30'], ['2028-02-29', '2029-02-28']],
  ['eng.senco.qualification', 'senco-appointed', ['2024-09-02', '2027-09-02'], ['2028-02-29', '2031-02-28']],
  ['eng.records.subjectAccess', 'records-requested', ['2026-11-20', '2026-12-20'], ['2027-01-31', '2027-02-28']],
  ['eng.retention.senFile', 'date-of-birth', ['2014-05-20', '2045-05-20'], ['2012-02-29', '2043-02-28']],
  ['us.eval.initial', 'consent-received', ['2026-03-03', '2026-05-02'], ['2027-12-31', '2028-02-29']],
  ['us.reeval.triennial', 'evaluation-completed', ['2024-02-29', '2027-02-28'], ['2025-01-15', '2028-01-15']],
  ['us.reeval.minimumGap', 'evaluation-completed', ['2026-01-15', '2027-01-15'], ['2028-02-29', '2029-02-28']],
  ['us.iep.initialMeeting', 'eligibility-determined:eligible', ['2027-05-20', '2027-06-19'], ['2026-12-10', '2027-01-09']],
  ['us.iep.annual', 'iep-meeting-held', ['2025-10-20', '2026-10-20'], ['2028-02-29', '2029-02-28']],
  ['us.iep.yearStart', 'school-year-started', ['2026-08-12', '2026-08-12'], ['2027-08-11', '2027-08-11']],
  ['us.iep.transferInState', 'enrolled-from-district', ['2026-10-15', '2026-10-15'], ['2027-01-05', '2027-01-05']],
  ['us.iep.transferOutState', 'enrolled-from-state', ['2026-10-15', '2026-10-15'], ['2027-01-05', '2027-01-05']],
  ['us.partC.thirdBirthday', 'date-of-birth:part-c', ['2024-07-15', '2027-07-15'], ['2024-02-29', '2027-02-28']],
  ['us.partC.conference', 'date-of-birth:part-c', ['2024-07-15', '2027-04-16'], ['2024-02-29', '2026-11-30']],
  ['us.partC.conferenceNotBefore', 'date-of-birth:part-c', ['2024-07-15', '2026-10-15'], ['2024-02-29', '2026-05-31']],
  ['us.transition.age16', 'date-of-birth', ['2010-05-02', '2026-05-02'], ['2012-02-29', '2028-02-29']],
  ['us.rights.transfer', 'date-of-birth', ['2009-03-01', '2026-03-01'], ['2008-02-29', '2025-02-28']],
  ['us.psn', 'school-year-started', ['2026-09-01', '2027-08-31'], ['2027-01-11', '2027-08-31']],
  ['us.records.access', 'records-requested', ['2026-06-01', '2026-07-16'], ['2026-10-13', '2026-11-27']],
  ['us.discipline.notify', 'placement-change-decided', ['2026-11-16', '2026-11-16'], ['2027-01-13', '2027-01-13']],
  ['us.discipline.mdr', 'placement-change-decided', ['2026-11-16', '2026-12-07'], ['2027-01-13', '2027-01-29']],
  ['us.discipline.iaes', 'interim-placement-started', ['2026-12-07', '2027-02-25'], ['2026-09-14', '2026-11-16']],
  ['us.dueProcess.limitation', 'violation-known', ['2024-05-01', '2026-05-01'], ['2024-02-29', '2026-02-28']],
  ['us.dueProcess.response', 'complaint-received', ['2026-02-10', '2026-02-20'], ['2026-12-20', '2026-12-30']],
  ['us.dueProcess.sufficiency', 'complaint-received', ['2026-02-10', '2026-02-25'], ['2026-12-20', '2027-01-04']],
  ['us.dueProcess.sufficiencyRuling', 'sufficiency-challenged', ['2026-02-10', '2026-02-15'], ['2026-12-20', '2026-12-25']],
  ['us.dueProcess.resolution.meeting', 'complaint-received', ['2026-02-10', '2026-02-25'], ['2026-12-20', '2027-01-04']],
  ['us.dueProcess.resolution.period', 'complaint-received', ['2026-02-10', '2026-03-12'], ['2026-12-20', '2027-01-19']],
  ['us.dueProcess.decision', 'complaint-received', ['2026-02-10', '2026-04-26'], ['2026-12-20', '2027-03-05']],
  ['us.dueProcess.settlementVoid', 'settlement-signed', ['2026-07-01', '2026-07-07'], ['2026-11-24', '2026-11-30']],
  ['us.dueProcess.disclosure', 'hearing-set', ['2026-09-08', '2026-08-31'], ['2026-12-01', '2026-11-23']],
  ['us.dueProcess.expedited.meeting', 'expedited-complaint-received', ['2026-10-05', '2026-10-12'], ['2026-12-28', '2027-01-04']],
  ['us.dueProcess.expedited.mayProceed', 'expedited-complaint-received', ['2026-10-05', '2026-10-20'], ['2026-12-28', '2027-01-12']],
  ['us.dueProcess.expedited.hearing', 'expedited-complaint-filed', ['2026-10-05', '2026-11-03'], ['2026-12-10', '2027-01-26']],
  ['us.dueProcess.expedited.decision', 'expedited-hearing-held', ['2026-10-29', '2026-11-12'], ['2026-12-17', '2027-01-15']],
  ['us.review.state', 'review-requested', ['2026-02-10', '2026-03-12'], ['2026-12-20', '2027-01-19']],
  ['us.civil', 'decision-mailed', ['2026-02-10', '2026-05-11'], ['2026-12-20', '2027-03-20']],
  ['us.complaint.state', 'state-complaint-filed', ['2026-02-10', '2026-04-11'], ['2026-12-20', '2027-02-18']],
  ['tx.request.response', 'evaluation-requested', ['2026-12-14', '2027-01-20'], ['2026-09-01', '2026-09-23']],
  ['tx.eval.report', 'consent-received', ['2026-09-01', '2026-11-05'], ['2027-04-15', '2027-08-31']],
  ['tx.ard.initial', 'evaluation-completed', ['2027-02-01', '2027-03-03'], ['2026-10-12', '2026-11-11']],
  ['tx.transfer.inState', 'transfer-iep-received', ['2026-10-01', '2026-10-30'], ['2027-05-20', '2027-08-31']],
  ['tx.ard.refusal', 'ard-requested', ['2026-11-18', '2026-12-02'], ['2026-12-17', '2027-01-08']],
  ['tx.ard.recess', 'ard-recessed', ['2026-11-18', '2026-12-09'], ['2026-12-17', '2027-01-15']],
  ['ca.assessmentPlan', 'referral', ['2026-10-05', '2026-10-20'], ['2026-12-10', '2027-01-09']],
  ['ca.eval.iepMeeting', 'consent-received', ['2026-10-01', '2026-11-30'], ['2026-11-02', '2027-01-16']],
  ['ca.meeting.request', 'meeting-requested', ['2026-10-01', '2026-10-31'], ['2027-05-10', '2027-08-23']],
  ['ca.records', 'records-requested', ['2026-07-01', '2026-07-09'], ['2026-11-24', '2026-12-02']],
  ['mi.request.notice', 'evaluation-requested', ['2026-12-16', '2027-01-14'], ['2026-09-01', '2026-09-16']],
  ['mi.eval.offer', 'consent-received', ['2026-10-28', '2026-12-16'], ['2027-01-15', '2027-03-03']],
  ['mi.iep.offerNotice', 'iep-meeting-held', ['2027-03-11', '2027-03-30'], ['2026-12-16', '2027-01-11']],
  ['mi.services.start', 'offer-notice-received', ['2026-11-16', '2026-12-14'], ['2027-03-12', '2027-04-12']],
  ['mi.parent.consent', 'offer-notice-received:initial', ['2026-11-16', '2026-12-07'], ['2027-03-12', '2027-04-05']],
  ['ny.eval.evaluation', 'consent-received', ['2026-10-05', '2026-12-04'], ['2027-12-31', '2028-02-29']],
  ['ny.eval.services', 'consent-received', ['2026-10-05', '2027-01-22'], ['2027-01-15', '2027-04-22']],
];

const file = JSON.parse(readFileSync(new URL('../../fixtures/worked-examples.json', import.meta.url), 'utf8')) as WorkedExamples;
const entry = file.calendars!['us-cal-2026-27']!;
const district = schoolCalendar({
  name: entry.name!,
  years: entry.years!.map((year) => ({ from: asDay(year.firstInstructionalDay), to: asDay(year.lastInstructionalDay) })),
  weekdays: entry.weekdays!,
  noSchool: entry.noSchool!.map(([from, to]) => ({ from: asDay(from), to: asDay(to) })),
  closures: entry.closures!.map(({ date }) => ({ on: asDay(date), reason: 'ice storm' })),
});

const sets = Object.values(JURISDICTIONS);

describe('each limit, twice', () => {
  const cases = LIMITS.flatMap(([rule, start, ...days]) => days.map(([from, due]) => [rule, from, due, start] as const));

  it.each(cases)('%s from %s falls due on %s', (rule, from, due, start) => {
    const set = sets.find(({ rules }) => rules.some(({ id }) => id === rule))!;
    const [kind = '', outcome] = start.split(':');
    const setting = { rules: set, calendars: { holidays: set.holidays, school: district }, today: asDay(from) };
    const clocks = clocksFor([happened(kind, from, outcome ? { outcome } : {})], setting).filter((clock) => clock.rule.id === rule);
    expect(clocks.map((clock) => clock.due)).toEqual([due]);
  });

  it('and no rule is left out', () => {
    const worked = new Set(LIMITS.filter(([, , ...days]) => days.length >= 2).map(([rule]) => rule));
    const missing = sets.flatMap(({ rules }) => rules.map(({ id }) => id)).filter((id) => !worked.has(id));
    expect([...new Set(missing)]).toEqual([]);
  });
});

describe('a rule is not older than its text', () => {
  const clockIn = (jurisdiction: string, kind: string, on: string) => {
    const set = JURISDICTIONS[jurisdiction]!;
    return clocksFor([happened(kind, on)], { rules: set, calendars: { holidays: set.holidays, school: district }, today: asDay(on) });
  };

  it('Texas’s 20 school days for a transfer begin in July 2024', () => {
    expect(clockIn('us-tx', 'transfer-iep-received', '2024-06-28')).toEqual([]);
    expect(clockIn('us-tx', 'transfer-iep-received', '2026-10-01').map(({ due }) => due)).toEqual(['2026-10-30']);
  });

  it('Michigan’s limits begin on 27 June 2024', () => {
    expect(clockIn('us-mi', 'evaluation-requested', '2024-06-26')).toEqual([]);
    expect(clockIn('us-mi', 'evaluation-requested', '2026-09-01').map(({ due }) => due)).toEqual(['2026-09-16']);
  });
});
