import { days, schoolDays } from '#domain/timelines/reckoning.ts';
import { on } from '#domain/timelines/rule.ts';
import { stateRules } from '#domain/timelines/rules/idea.ts';

const CHAIN = 'ny.eval.two.clocks';

/** New York: two clocks of different kinds from one consent (8 NYCRR 200.4). */
export const NEW_YORK = stateRules({
  jurisdiction: 'us-ny',
  name: 'New York',
  zone: 'America/New_York',
  replaces: ['us.eval.initial'],
  rules: [
    {
      id: 'ny.eval.evaluation',
      title: 'Initial evaluation',
      from: [on('consent-received')],
      due: days(60),
      owedBy: 'district',
      unless: ['N1'],
      metBy: [on('evaluation-completed')],
      endedBy: [on('consent-revoked')],
      chain: CHAIN,
      milestone: '60 calendar days: evaluation',
      words:
        'The evaluation is done **within 60 calendar days of receiving consent**, unless parents and committee agree to extend the time.',
      source: '8 NYCRR 200.4(b)(1), (7)',
      unverified: 'The text on extension has not been read.',
    },
    {
      id: 'ny.eval.services',
      title: 'Services arranged',
      from: [on('consent-received'), on('referral', 'already-served')],
      due: schoolDays(60),
      owedBy: 'district',
      unless: [],
      metBy: [on('services-started')],
      endedBy: [on('consent-revoked'), on('eligibility-determined', 'not-eligible')],
      chain: CHAIN,
      milestone: '60 school days: services',
      words:
        'Programs and services are arranged **within 60 school days of receiving consent**; for a student already served, of the referral for review.',
      source: '8 NYCRR 200.4(e)(1)',
      unverified: 'Both lengths are as the teachers’ union states them.',
    },
  ],
});
