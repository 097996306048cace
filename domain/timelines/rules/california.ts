import { businessDays, daysPausedByLongBreaks } from '#domain/timelines/reckoning.ts';
import { on } from '#domain/timelines/rule.ts';
import { stateRules } from '#domain/timelines/rules/idea.ts';

const PAUSES =
  'Days of a break of more than five schooldays are not counted; the clock starts again on the day school reconvenes. A break of exactly five schooldays counts.';

/** California: calendar days that pause for long breaks (Cal. Ed. Code 56043, 56321, 56343.5, 56344, 56504). */
export const CALIFORNIA = stateRules({
  jurisdiction: 'us-ca',
  name: 'California',
  zone: 'America/Los_Angeles',
  replaces: ['us.eval.initial', 'us.iep.initialMeeting', 'us.records.access'],
  rules: [
    {
      id: 'ca.assessmentPlan',
      title: 'Assessment plan',
      from: [on('referral')],
      due: daysPausedByLongBreaks(15, { within: 10, afterStart: 10 }),
      owedBy: 'district',
      unless: [],
      metBy: [on('assessment-plan-offered')],
      words: `The district offers an assessment plan **within 15 calendar days of the referral**. ${PAUSES} A referral 10 days or less before the end of the school year is answered within 10 days after the next one begins.`,
      source: 'Cal. Ed. Code 56043(a), 56321(a)',
    },
    {
      id: 'ca.eval.iepMeeting',
      title: 'IEP meeting after the assessment',
      from: [on('consent-received')],
      due: daysPausedByLongBreaks(60, { within: 30, afterStart: 30, kinds: ['referral'] }),
      owedBy: 'district',
      unless: ['N1'],
      metBy: [on('iep-meeting-held')],
      endedBy: [on('consent-revoked')],
      words: `The IEP meeting is held **within 60 calendar days of receiving consent**. ${PAUSES} After a referral made 30 days or less before the end of the regular year, the IEP follows within 30 days after the next one begins. A parent may extend the time in writing.`,
      source: 'Cal. Ed. Code 56043(c), 56344(a)',
    },
    {
      id: 'ca.meeting.request',
      title: 'IEP meeting that a parent asked for',
      from: [on('meeting-requested')],
      due: daysPausedByLongBreaks(30),
      owedBy: 'district',
      unless: [],
      metBy: [on('iep-meeting-held')],
      words: `A meeting that a parent asks for in writing is held **within 30 days of receiving the request**. ${PAUSES}`,
      source: 'Cal. Ed. Code 56343.5',
    },
    {
      id: 'ca.records',
      title: 'Parent sees the records',
      from: [on('records-requested')],
      due: businessDays(5),
      owedBy: 'district',
      unless: [],
      metBy: [on('records-shown')],
      words: 'A parent who asks sees the records **within 5 business days**.',
      source: 'Cal. Ed. Code 56504',
      unverified: 'The length is as Disability Rights California states it.',
    },
  ],
});
