import { describe, expect, it } from '@jest/globals';
import { checkPlan, missingFrom } from '#domain/plans/missing.ts';
import { otherPupilsNamed } from '#domain/plans/other-names.ts';
import type { PlanRecord } from '#domain/plans/plan.ts';
import { checkWording } from '#domain/plans/wording.ts';
import { aLine, callum, day } from '#tests/domain/plans/callum.ts';
import { anIep, ayaansReview } from '#tests/domain/plans/other-plans.ts';

const titles = (record: PlanRecord): string[] => missingFrom(record).map((gap) => gap.title);
const goal = callum.goals[0]!;

describe('What a plan lacks', () => {
  it('Callum’s plan lacks what the picture of the pane shows, what stops it first', () => {
    const { gaps, passed } = checkPlan(callum);
    expect(gaps.map(({ severity, title, detail, tag }) => ({ severity, title, detail, tag }))).toEqual([
      {
        severity: 'stops',
        title: 'Goal 2 has no measure or date',
        detail: 'A goal needs a measure, a baseline, a criterion and a date. Baseline on record: 1 lesson of 5.',
        tag: 'goals/goal-2/text',
      },
      {
        severity: 'stops',
        title: 'Parent’s view not received',
        detail: 'Fiona Reid was asked on Mon 9 Nov, by phone on Wed 18 Nov.',
        tag: 'parent.view',
      },
      {
        severity: 'stops',
        title: '“Regular access to quiet room” has no amount',
        detail: 'Who, how long, times a week and end date are empty in the record.',
        tag: 'provision/line-3/who',
      },
      {
        severity: 'think',
        title: 'Need 2 has no provision',
        detail: 'Every need should point to at least one line. You can finish without it, with a reason.',
        tag: 'needs/need-2/text',
      },
    ]);
    expect(passed).toBe(15);
    expect(gaps.every((gap) => gap.citation.length > 10)).toBe(true);
  });

  it.each([
    ['measure', { measure: null }, 'Goal 1 has no measure'],
    ['baseline', { baseline: null }, 'Goal 1 has no baseline'],
    ['criterion', { criterion: null }, 'Goal 1 has no criterion'],
    ['date', { by: null }, 'Goal 1 has no date'],
    ['a date that lies ahead', { by: day('2026-11-20') }, 'Goal 1 was to be met before this plan begins'],
  ])('a goal without %s cannot be marked ready, and the message names it', (_, without, title) => {
    expect(titles({ ...callum, goals: [{ ...goal, ...without }] })).toContain(title);
  });

  it('a line that lacks one thing names that thing', () => {
    expect(titles({ ...callum, provision: [aLine({ id: 'x', what: 'Phonics', who: null })] })).toContain('“Phonics” has no who');
    expect(titles({ ...callum, provision: [aLine({ id: 'x', what: 'Phonics', until: day('2026-01-01') })] })).toContain(
      '“Phonics” ends before it starts',
    );
  });

  it('a whole plan lacks nothing, and says how much was looked at', () => {
    const whole = {
      ...callum,
      goals: [goal],
      provision: [aLine({ id: 'x', what: 'Phonics', needs: ['need-1', 'need-2'] })],
      parentViews: [{ ...callum.parentViews[0]!, words: 'He is happier.' }],
    };
    const { gaps, passed } = checkPlan(whole);
    expect(gaps).toEqual([]);
    expect(passed).toBeGreaterThan(10);
  });

  it('blanks are not a view', () => {
    expect(titles({ ...callum, parentViews: [{ ...callum.parentViews[0]!, words: '   ' }] })).toContain('Parent’s view not received');
  });

  it('a review from Year 9 on must look at preparation for adulthood; before that it need not', () => {
    const { 'review.adulthood': _, ...sections } = ayaansReview.sections;
    const silent = { ...ayaansReview, sections };
    expect(titles(silent)).toContain('Preparation for adulthood is empty');
    expect(titles({ ...silent, pupil: { ...silent.pupil, year: 'Year 8' } })).not.toContain('Preparation for adulthood is empty');
  });

  it('a review says of each outcome how far it was met', () => {
    expect(titles({ ...ayaansReview, goals: ayaansReview.goals.map((one) => ({ ...one, outcome: null })) })).toContain(
      'Outcome 1 has no progress',
    );
  });
});

describe('The eight elements of an IEP (34 CFR 300.320)', () => {
  const rules = (record: PlanRecord) =>
    missingFrom(record)
      .filter((gap) => gap.severity === 'stops')
      .map((gap) => gap.citation);
  const without = (field: string): PlanRecord => ({
    ...anIep,
    sections: Object.fromEntries(Object.entries(anIep.sections).filter(([name]) => name !== field)),
  });

  it('a whole IEP lacks none of them', () => {
    expect(missingFrom(anIep)).toEqual([]);
  });

  it.each([
    ['1, present levels', without('presentLevels'), '34 CFR 300.320(a)(1) · Not verified: the paragraph'],
    ['1, effect on the general curriculum', without('effect'), '34 CFR 300.320(a)(1)(i) · Not verified: the paragraph'],
    [
      '2, measurable goals',
      { ...anIep, goals: anIep.goals.map((one) => ({ ...one, criterion: null })) },
      '34 CFR 300.320(a)(2)-(3) · Not verified: the paragraph',
    ],
    [
      '3, when parents hear of progress',
      { ...anIep, goals: anIep.goals.map((one) => ({ ...one, reporting: null })) },
      '34 CFR 300.320(a)(3)(ii) · Not verified: the paragraph',
    ],
    ['4, services', { ...anIep, provision: [] }, '34 CFR 300.320(a)'],
    ['5, non-participation', without('nonParticipation'), '34 CFR 300.320(a)(5) · Not verified: the paragraph'],
    ['6, assessments', without('assessments'), '34 CFR 300.320(a)(6) · Not verified: the paragraph'],
    [
      '7, location',
      { ...anIep, provision: anIep.provision.map((line) => ({ ...line, place: null })) },
      '34 CFR 300.320(a)(7) · Not verified: the paragraph',
    ],
    ['8, transition', { ...anIep, pupil: { ...anIep.pupil, born: day('2011-10-01') } }, '34 CFR 300.320(b)(1)'],
  ])('element %s is asked for, with its paragraph', (_, record, citation) => {
    expect(rules(record)).toContain(citation);
  });

  it('transition is asked for in the year in which the pupil turns 16, and the transfer of rights in the year before 18', () => {
    const born = (on: string) => rules({ ...anIep, pupil: { ...anIep.pupil, born: day(on) } });
    expect(born('2011-11-20')).toContain('34 CFR 300.320(b)(1)');
    expect(born('2011-11-21')).not.toContain('34 CFR 300.320(b)(1)');
    expect(born('2009-11-20')).toContain('34 CFR 300.320(c)');
    expect(born('2009-11-21')).not.toContain('34 CFR 300.320(c)');
  });
});

describe('Phrases that nobody can be held to', () => {
  it('the two of Callum’s plan, with a suggestion from what was logged', () => {
    expect(checkWording(callum)).toEqual([
      {
        phrase: 'Regular access to',
        text: 'Regular access to quiet room',
        where: 'Provision, line 3',
        tag: 'provision/line-3/what',
        why: 'Say how long, how often, with whom. Logged so far: 10 to 15 minutes, 4 days a week.',
        suggestion: 'Quiet room, 15 minutes at the start of each afternoon, four days a week, with Sian Morgan',
      },
      {
        phrase: 'more often',
        text: 'Callum will ask for help more often.',
        where: 'Goal 2',
        tag: 'goals/goal-2/text',
        why: 'Nobody can tell when this is met. Measured at the start as 1 lesson of 5. Add a number and a date.',
        suggestion: null,
      },
    ]);
  });

  it.each([
    'Support as required',
    'Up to 20 minutes',
    'Regular check-ins',
    'Access to a laptop',
    'A break where possible',
    'Opportunities for talk',
  ])('“%s” is flagged', (what) => {
    expect(checkWording({ ...callum, goals: [], provision: [aLine({ id: 'x', what })] })).toHaveLength(1);
  });

  it.each(['Irregular verbs, 10 words', 'Accessible font', 'Moreton reading scheme'])('“%s” is not', (what) => {
    expect(checkWording({ ...callum, goals: [], provision: [aLine({ id: 'x', what })] })).toEqual([]);
  });

  it('without a logged fact there is no suggestion: nothing is made up', () => {
    const bare = aLine({ id: 'x', what: 'Regular access to quiet room', who: null, minutes: null, timesAWeek: null });
    expect(checkWording({ ...callum, goals: [], provision: [bare] })[0]?.suggestion).toBeNull();
  });
});

describe('Another pupil’s name in the text', () => {
  const pupils = [
    { caseRef: 'WM-0412', givenName: 'Callum', familyName: 'Reid' },
    { caseRef: 'WM-0398', givenName: 'Ayaan', familyName: 'Malik' },
    { caseRef: 'WM-0377', givenName: 'Mei-Lin', familyName: 'Zhao' },
    { caseRef: 'WM-0355', givenName: 'Zoë', familyName: 'Núñez' },
  ];
  const found = (text: string) => otherPupilsNamed(text, 'WM-0412', pupils).map((pupil) => pupil.caseRef);

  it('is found whatever its case, accents and hyphens, also over a line end', () => {
    expect(found('as agreed for AYAAN\nMALIK, and mei lin zhao, and Zoe Nunez')).toEqual(['WM-0398', 'WM-0377', 'WM-0355']);
  });

  it('is not found in the pupil’s own name, a friend’s given name or the middle of a word', () => {
    expect(found('Callum Reid plays with Ayaan. Ayaan Maliki is a footballer.')).toEqual([]);
  });
});
