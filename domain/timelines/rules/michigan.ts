import { asDay } from '#domain/calendar/day.ts';
import { schoolDays } from '#domain/timelines/reckoning.ts';
import { on } from '#domain/timelines/rule.ts';
import { stateRules } from '#domain/timelines/rules/idea.ts';

/** The day the rule got its present text. */
const AMENDED = asDay('2024-06-27');
const SOURCE = 'Mich. Admin. Code R 340.1721b(1)';

/** Michigan: school days from request to services (R 340.1721b as amended on 27 June 2024, pupils in public schools). */
export const MICHIGAN = stateRules({
  jurisdiction: 'us-mi',
  name: 'Michigan',
  zone: 'America/Detroit',
  replaces: ['us.eval.initial', 'us.iep.initialMeeting'],
  rules: [
    {
      id: 'mi.request.notice',
      title: 'Notice after a request to evaluate',
      from: [on('evaluation-requested')],
      due: schoolDays(10),
      owedBy: 'district',
      unless: [],
      metBy: [on('evaluation-answered')],
      words: 'The district gives notice and asks for consent **within 10 school days of receiving the request**.',
      effectiveFrom: AMENDED,
      source: `${SOURCE}(a)`,
    },
    {
      id: 'mi.eval.offer',
      title: 'Offer of an IEP or finding of ineligibility',
      from: [on('consent-received')],
      due: schoolDays(30),
      owedBy: 'district',
      unless: ['N1'],
      metBy: [on('iep-offered'), on('eligibility-determined', 'not-eligible')],
      endedBy: [on('consent-revoked')],
      words:
        'The district offers an IEP or finds the student ineligible **within 30 school days of receiving consent**. Meeting and offer lie inside this time. It is extended only in writing, and in school days.',
      effectiveFrom: AMENDED,
      source: `${SOURCE}(a)-(b)`,
    },
    {
      id: 'mi.iep.offerNotice',
      title: 'Notice of the offer after the IEP meeting',
      from: [on('iep-meeting-held')],
      due: schoolDays(7),
      owedBy: 'district',
      unless: [],
      metBy: [on('iep-offered')],
      words: 'The notice of the offer follows **within 7 school days of the IEP meeting**.',
      effectiveFrom: AMENDED,
      source: `${SOURCE}(c)`,
    },
    {
      id: 'mi.services.start',
      title: 'Services started',
      from: [on('offer-notice-received')],
      due: schoolDays(15),
      owedBy: 'district',
      unless: [],
      metBy: [on('services-started')],
      words: 'Services start **within 15 school days of the parent’s receipt of the notice**.',
      effectiveFrom: AMENDED,
      source: `${SOURCE}(d)`,
    },
    {
      id: 'mi.parent.consent',
      title: 'Parent’s time to consent',
      from: [on('offer-notice-received', 'initial')],
      due: schoolDays(10),
      owedBy: 'family',
      nature: 'right',
      unless: [],
      metBy: [on('consent-received')],
      words: 'The parent has **10 school days from receiving the notice** to give consent.',
      effectiveFrom: AMENDED,
      source: `${SOURCE}(c)-(d)`,
      unverified: 'Which paragraph sets the parent’s time.',
    },
  ],
});
