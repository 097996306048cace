import { onTheDay, schoolDays, schoolDaysBeginningWith } from '#domain/timelines/reckoning.ts';
import { on, type Rule } from '#domain/timelines/rule.ts';
import { cfr } from '#domain/timelines/rules/idea/sources.ts';

/** Disciplinary removals (34 CFR 300.530). */
export const DISCIPLINE_RULES: readonly Rule[] = [
  {
    id: 'us.discipline.notify',
    title: 'Parents told of the change of placement',
    from: [on('placement-change-decided')],
    due: onTheDay,
    owedBy: 'district',
    unless: [],
    metBy: [on('discipline-notice-sent')],
    words: 'Parents are told, with the safeguards notice, **on the day of the decision** to change the placement.',
    source: '34 CFR 300.530(h)',
    sourceLink: cfr('300.530'),
  },
  {
    id: 'us.discipline.mdr',
    title: 'Manifestation determination',
    from: [on('placement-change-decided')],
    due: schoolDays(10),
    owedBy: 'district',
    unless: [],
    metBy: [on('manifestation-determined')],
    words:
      'District, parent and the members of the team who matter decide **within 10 school days of the decision to change the placement** whether the conduct came from the disability or from the IEP not being followed.',
    source: '34 CFR 300.530(e), 300.11(c)',
    sourceLink: cfr('300.530'),
  },
  {
    id: 'us.discipline.iaes',
    title: 'Last day of the interim setting',
    from: [on('interim-placement-started')],
    due: schoolDaysBeginningWith(45),
    owedBy: 'district',
    unless: [],
    metBy: [on('interim-placement-ended')],
    words:
      'For weapons, drugs or serious bodily injury a student may be placed in an interim setting for **not more than 45 school days**, the first day there being day 1 here.',
    source: '34 CFR 300.530(g)',
    sourceLink: cfr('300.530'),
  },
];
