import { asDay } from '#domain/calendar/day.ts';
import { daysNotInSummer, type EndOfYear, schoolDays, schoolDaysWithAbsences } from '#domain/timelines/reckoning.ts';
import { on } from '#domain/timelines/rule.ts';
import { stateRules } from '#domain/timelines/rules/idea.ts';

/** Consent with 35 to 44 school days left: the report is due by 30 June (19 TAC 89.1011(e)). */
const END_OF_YEAR: EndOfYear = { least: 35, most: 44, month: 6, date: 30 };
const REPORT = schoolDaysWithAbsences(45, 3, END_OF_YEAR);

/** Texas: ARD committees, school days, absences and 30 June (19 TAC 89.1011, 89.1050). */
export const TEXAS = stateRules({
  jurisdiction: 'us-tx',
  name: 'Texas',
  zone: 'America/Chicago',
  replaces: ['us.eval.initial', 'us.iep.initialMeeting'],
  rules: [
    {
      id: 'tx.request.response',
      title: 'Answer to a request to evaluate',
      from: [on('evaluation-requested')],
      due: schoolDays(15),
      owedBy: 'district',
      unless: [],
      metBy: [on('evaluation-answered')],
      words:
        'The district answers a written request to evaluate **within 15 school days of receiving it**, with consent forms or a refusal.',
      source: '19 TAC 89.1011(b)',
    },
    {
      id: 'tx.eval.report',
      title: 'Written evaluation report',
      from: [on('consent-received')],
      due: REPORT,
      owedBy: 'district',
      unless: ['N1'],
      metBy: [on('evaluation-completed')],
      endedBy: [on('consent-revoked')],
      words:
        'The report is written **within 45 school days**, day 1 being the first school day after consent was received. Three or more absences add all absent days; fewer add none. With 35 to 44 school days left in the year it is due **by 30 June**, unless the student is absent three days or more in that time; with fewer left the count runs on into the next year.',
      source: '19 TAC 89.1011(c), (e)',
    },
    {
      id: 'tx.ard.initial',
      title: 'First ARD meeting',
      from: [on('evaluation-completed')],
      due: daysNotInSummer(30, 'summer-services', { kinds: ['consent-received'], evaluation: REPORT, schoolDays: 15 }),
      owedBy: 'district',
      unless: [],
      metBy: [on('iep-meeting-held')],
      endedBy: [on('consent-revoked'), on('left-school')],
      words:
        'The ARD committee meets **within 30 calendar days of the report**. If day 30 is in the summer it meets by the first day of classes; after a report that was due by 30 June, by the 15th school day of the new year.',
      source: '19 TAC 89.1011; 89.1050; TEA FIIE timeline chart',
      unverified: 'That the summer does not delay the meeting where the report says that the student needs summer services.',
    },
    {
      id: 'tx.transfer.inState',
      title: 'Earlier IEP adopted or a new one in place',
      from: [on('transfer-iep-received')],
      due: schoolDays(20),
      owedBy: 'district',
      unless: [],
      metBy: [on('transfer-iep-settled')],
      words:
        'A district that takes in a student with an IEP adopts it or has a new one in place **within 20 school days of receiving the copy**. Comparable services are given meanwhile.',
      effectiveFrom: asDay('2024-07-01'),
      source: '19 TAC 89.1050',
      unverified: 'The rule is as the Education Service Centers’ framework and others state it.',
    },
    {
      id: 'tx.ard.refusal',
      title: 'Answer to a request for an ARD meeting',
      from: [on('ard-requested')],
      due: schoolDays(5),
      owedBy: 'district',
      unless: [],
      metBy: [on('ard-answered'), on('iep-meeting-held')],
      words:
        'When a parent asks in writing for an ARD meeting, the district sets one or gives prior written notice why not **within 5 school days**.',
      source: '19 TAC 89.1050',
      unverified: 'The paragraph and its wording have not been read.',
    },
    {
      id: 'tx.ard.recess',
      title: 'ARD meeting reconvened',
      from: [on('ard-recessed')],
      due: schoolDays(10),
      owedBy: 'district',
      unless: [],
      metBy: [on('ard-reconvened'), on('iep-meeting-held')],
      words:
        'When an ARD meeting ends in disagreement, the parent is offered **one recess of not more than 10 school days**, unless both agree otherwise.',
      source: '19 TAC 89.1050',
      unverified: 'The paragraph and its wording have not been read.',
    },
  ],
  steps: [
    {
      id: 'tx.iep.translation',
      title: 'IEP in the parent’s language',
      when: [on('iep-in-effect')],
      owedBy: 'district',
      takenBy: [on('iep-translated')],
      words: 'A parent whose language is Spanish is given a Spanish copy or recording of the IEP. No number of days is known for it.',
      source: '19 TAC 89.1050',
      unverified: 'The paragraph and its wording have not been read.',
    },
  ],
});
