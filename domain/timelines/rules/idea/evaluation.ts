import {
  agreedDateOr,
  atAge,
  countedOn,
  days,
  daysBefore,
  endOfSchoolYear,
  monthsBefore,
  onTheDay,
  years,
} from '#domain/timelines/reckoning.ts';
import { on, type Rule } from '#domain/timelines/rule.ts';
import { cfr } from '#domain/timelines/rules/idea/sources.ts';

const NO_ROLL = 'The date does not move off a weekend or a holiday.';
const EXIT = [on('left-school'), on('consent-revoked')];

/** From referral to the yearly IEP, birthdays included (34 CFR 300.300 to 300.324). */
export const EVALUATION_RULES: readonly Rule[] = [
  {
    id: 'us.eval.initial',
    title: 'Initial evaluation',
    from: [on('consent-received')],
    due: agreedDateOr(['transfer-date-agreed'], days(60)),
    owedBy: 'district',
    unless: ['N1'],
    metBy: [on('evaluation-completed'), on('eligibility-determined')],
    endedBy: [on('consent-revoked')],
    words: `The evaluation is done **within 60 days of the day the district received the parent’s consent**. These are calendar days; summer does not stop them. ${NO_ROLL} A move to another district changes the date only if the new district makes enough progress and both agree on one.`,
    source: '34 CFR 300.301(c)(1)(i), (d)-(e), 300.11(a)',
    sourceLink: cfr('300.301'),
  },
  {
    id: 'us.reeval.triennial',
    title: 'Re-evaluation',
    from: [on('evaluation-completed')],
    due: years(3),
    owedBy: 'district',
    unless: [],
    metBy: [on('evaluation-completed'), on('reevaluation-waived')],
    endedBy: EXIT,
    words:
      'The student is evaluated again **at least every 3 years**, unless parent and district agree that it is unnecessary. From 29 February the date is 28 February.',
    source: '34 CFR 300.303(b)(2)',
    sourceLink: cfr('300.303'),
  },
  {
    id: 'us.reeval.minimumGap',
    title: 'Earliest re-evaluation without agreement',
    from: [on('evaluation-completed')],
    due: years(1),
    owedBy: 'district',
    nature: 'mark',
    unless: [],
    metBy: [],
    words: 'A re-evaluation is made **not more than once a year**, unless parent and district agree.',
    source: '34 CFR 300.303(b)(1)',
    sourceLink: cfr('300.303'),
  },
  {
    id: 'us.iep.initialMeeting',
    title: 'First IEP meeting',
    from: [on('eligibility-determined', 'eligible')],
    due: days(30),
    owedBy: 'district',
    unless: [],
    metBy: [on('iep-meeting-held')],
    endedBy: EXIT,
    words: `The meeting to write the IEP is held **within 30 days of the decision that the student needs special education**. These are calendar days; summer does not stop them. ${NO_ROLL}`,
    source: '34 CFR 300.323(c)(1)',
    sourceLink: cfr('300.323'),
  },
  {
    id: 'us.iep.annual',
    title: 'Annual IEP review',
    from: [on('iep-meeting-held')],
    due: years(1),
    owedBy: 'district',
    unless: [],
    metBy: [on('iep-meeting-held')],
    endedBy: EXIT,
    words:
      'The IEP is reviewed **not less than annually**: by the same date of the next year. From 29 February the date is 28 February. Some agencies read a year as 365 days.',
    source: '34 CFR 300.324(b)(1)(i)',
    sourceLink: cfr('300.324'),
  },
  {
    id: 'us.iep.yearStart',
    title: 'IEP in effect on the first day of school',
    from: [on('school-year-started')],
    due: onTheDay,
    owedBy: 'district',
    unless: [],
    metBy: [on('iep-in-effect')],
    words: 'An IEP is in effect for each eligible student **on the first day of the school year**.',
    source: '34 CFR 300.323(a)',
    sourceLink: cfr('300.323'),
  },
  {
    id: 'us.iep.transferInState',
    title: 'Comparable services after a move within the State',
    from: [on('enrolled-from-district')],
    due: onTheDay,
    owedBy: 'district',
    unless: [],
    metBy: [on('comparable-services-started')],
    words:
      'Services comparable to the earlier IEP start **at once**, until the district adopts that IEP or makes a new one. There is no federal day count for the new IEP; the old annual date still runs if the IEP is adopted.',
    source: '34 CFR 300.323(e)',
    sourceLink: cfr('300.323'),
  },
  {
    id: 'us.iep.transferOutState',
    title: 'Comparable services after a move from another State',
    from: [on('enrolled-from-state')],
    due: onTheDay,
    owedBy: 'district',
    unless: [],
    metBy: [on('comparable-services-started')],
    words:
      'Services comparable to the earlier IEP start **at once**, until the district has evaluated, if it finds that necessary, and made a new IEP.',
    source: '34 CFR 300.323(f)',
    sourceLink: cfr('300.323'),
  },
  {
    id: 'us.partC.thirdBirthday',
    title: 'IEP in effect at the third birthday',
    from: [on('date-of-birth', 'part-c')],
    due: atAge(3),
    owedBy: 'district',
    unless: [],
    metBy: [on('iep-in-effect')],
    chain: 'us.partC',
    words:
      'A child who leaves early intervention has an IEP **in effect by the third birthday**; born on 29 February: 28 February. Where the birthday is in the summer the team sets when services start, but the date of the IEP does not move.',
    source: '34 CFR 300.124(b), 300.101(b)',
    sourceLink: cfr('300.124'),
  },
  {
    id: 'us.partC.conference',
    title: 'Part C transition conference',
    from: [on('date-of-birth', 'part-c')],
    due: countedOn(atAge(3), daysBefore(90)),
    owedBy: 'state',
    unless: [],
    metBy: [on('transition-conference-held')],
    chain: 'us.partC',
    words:
      'The conference about leaving early intervention is held **not fewer than 90 days before the third birthday**, and at the parties’ choice not more than nine months before. The district takes part.',
    source: '34 CFR 300.124(c), 303.209(c)-(d)',
    sourceLink: cfr('300.124'),
  },
  {
    id: 'us.partC.conferenceNotBefore',
    title: 'Earliest Part C transition conference',
    from: [on('date-of-birth', 'part-c')],
    due: countedOn(atAge(3), monthsBefore(9)),
    owedBy: 'state',
    nature: 'mark',
    unless: [],
    metBy: [],
    chain: 'us.partC',
    words: 'The conference is held **not more than nine months before the third birthday**.',
    source: '34 CFR 303.209(c)-(d)',
    sourceLink: cfr('303.209'),
  },
  transitionRule(16),

  rightsTransferRule(18),

  {
    id: 'us.psn',
    title: 'Procedural safeguards notice for the year',
    from: [on('school-year-started')],
    due: endOfSchoolYear,
    owedBy: 'district',
    unless: [],
    metBy: [on('safeguards-notice-given')],
    words:
      'Parents get the full notice of their safeguards **once a school year**, and again at the first referral, the first complaint of a year, a disciplinary change of placement, and when they ask.',
    source: '34 CFR 300.504(a)',
    sourceLink: cfr('300.504'),
  },
  {
    id: 'us.records.access',
    title: 'Parent sees the records',
    from: [on('records-requested')],
    due: days(45),
    owedBy: 'district',
    unless: [],
    metBy: [on('records-shown')],
    words:
      'A parent who asks sees the records without unnecessary delay, before any IEP meeting, resolution session or hearing, and **never more than 45 days after asking**.',
    source: '34 CFR 300.613(a)',
    sourceLink: cfr('300.613'),
  },
];

/** Transition content by an age: 16 under federal law, younger in some States. */
export function transitionRule(age: number): Rule {
  return {
    id: 'us.transition.age16',
    title: 'Transition content in the IEP',
    from: [on('date-of-birth')],
    due: atAge(age),
    owedBy: 'district',
    unless: [],
    metBy: [on('transition-in-iep')],
    endedBy: EXIT,
    words: `Goals and services for life after school stand **in the IEP that is in effect when the student turns ${age}**, often one written up to a year earlier. Some States set a younger age.`,
    source: '34 CFR 300.320(b), 300.321(b)',
    sourceLink: cfr('300.320'),
  };
}

/** Telling the student of the rights that transfer, one year before an age of majority: 18 in most States. */
export function rightsTransferRule(majority: number): Rule {
  return {
    id: 'us.rights.transfer',
    title: 'Student told of the rights that will transfer',
    from: [on('date-of-birth')],
    due: atAge(majority - 1),
    owedBy: 'district',
    unless: [],
    metBy: [on('rights-transfer-told')],
    endedBy: EXIT,
    words: `**One year before the age of majority**, here ${majority}, the IEP states that the student was told of the rights that will transfer.`,
    source: '34 CFR 300.320(c), 300.520',
    sourceLink: cfr('300.320'),
  };
}
