import { describe, expect, it } from '@jest/globals';
import { holidayCalendar } from '#domain/calendar/bank-holidays.ts';
import { asDay } from '#domain/calendar/day.ts';
import { clocksFor } from '#domain/timelines/compute-clocks.ts';
import { explain } from '#domain/timelines/explanation.ts';
import { JURISDICTIONS, rulesOf } from '#domain/timelines/jurisdictions.ts';
import { weeks } from '#domain/timelines/reckoning.ts';
import { on, type RuleSet } from '#domain/timelines/rule.ts';
import { happened } from './a-case.ts';

/** A nation that knows nothing yet. */
const ruritania: RuleSet = {
  jurisdiction: 'ruritania',
  name: 'Ruritania',
  zone: 'Europe/Vienna',
  holidays: holidayCalendar('Ruritania', []),
  textRead: asDay('2026-11-01'),
  events: {},
  rules: [],
  exceptions: [],
};

const setting = (rules: RuleSet) => ({ rules, calendars: { holidays: rules.holidays }, today: asDay('2026-11-23') });

describe('a third nation', () => {
  it('without a rule has no clocks, whatever happens', () => {
    const known = { ...JURISDICTIONS, ruritania };
    expect(clocksFor([happened('request-received', '2026-07-15')], setting(rulesOf('ruritania', known)))).toEqual([]);
  });

  it('gets clocks, owners and explanations from its data alone', () => {
    const events = { 'petition-lodged': 'Petition lodged', 'petition-answered': 'Petition answered' };
    const rules: RuleSet = {
      ...ruritania,
      events,
      rules: [
        {
          id: 'rur.petition',
          title: 'Answer to the petition',
          from: [on('petition-lodged')],
          due: weeks(3),
          owedBy: 'state',
          unless: [],
          metBy: [on('petition-answered')],
          words: 'The Crown answers a petition **within three weeks**.',
          source: 'Edict of Strelsau, article 7',
        },
      ],
    };
    const petition = [happened('petition-lodged', '2026-11-09')];
    const [clock] = clocksFor(petition, setting(rules));
    expect(clock).toMatchObject({ due: '2026-11-30', state: 'running', owedBy: 'state' });
    const explanation = explain(clock!, { ...setting(rules), events: petition, owners: { state: 'The Crown' } });
    expect(explanation).toMatchObject({
      standing: '7 days left',
      trigger: { words: 'Petition lodged' },
      source: { citation: 'Edict of Strelsau, article 7' },
    });
    expect(explanation.count?.heading).toBe('The count: day 14 of 21');
  });
});
