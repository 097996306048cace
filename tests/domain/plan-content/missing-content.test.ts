import { describe, expect, it } from '@jest/globals';
import type { Day } from '#domain/calendar/day.ts';
import type { ContentFacts } from '#domain/plan-content/content-facts.ts';
import type { ContentKind, ContentRule } from '#domain/plan-content/content-rule.ts';
import { missingContent } from '#domain/plan-content/missing-content.ts';
import { CONTENT_RULES, contentRules } from '#domain/plan-content/rules.ts';

const day = (text: string): Day => text as Day;

const LINE = {
  id: 'l',
  what: 'Phonics group',
  who: 'Gareth Pugh',
  minutes: 20,
  timesAWeek: 3,
  groupSize: 4,
  place: 'Room 4',
  from: day('2026-09-07'),
  to: day('2027-03-26'),
  needs: ['n'],
};

const EVERY_SECTION = Object.fromEntries(
  [
    'views',
    'needs',
    'health-needs',
    'care-needs',
    'outcomes',
    'provision',
    'health-provision',
    'care-provision',
    'placement',
    'budget',
    'advice',
    'transition',
    'reporting',
    'participation',
    'testing',
    'special-factors',
  ].map((name) => [name, 1]),
);

/** A plan of a pupil in Year 9 that lacks nothing on 23 November 2026; say only what the test is about. */
const plan = (more: Partial<ContentFacts> = {}): ContentFacts => ({
  today: day('2026-11-23'),
  birthday: day('2013-03-02'),
  yearGroup: 9,
  sections: EVERY_SECTION,
  needs: [{ id: 'n', words: 'Reading' }],
  provision: [LINE],
  goals: [{ id: 'g', words: 'Read 60 words', lacks: [] }],
  views: { family: true, pupil: true },
  reviewBooked: true,
  team: null,
  parentMeetings: { held: 1, booked: 2 },
  term: 1,
  notices: [
    { kind: 'decision', on: day('2026-09-10') },
    { kind: 'procedural-safeguards', on: day('2026-09-10') },
  ],
  supportSince: day('2026-09-08'),
  schoolYearFrom: day('2026-09-01'),
  ieps: [{ effective: day('2026-05-01'), ends: day('2027-04-30') }],
  ...more,
});

const gaps = (nation: string, of: ContentKind, more: Partial<ContentFacts> = {}) =>
  missingContent(plan(more), contentRules(nation, of)).gaps;
const rulesIn = (found: ReturnType<typeof gaps>) => found.map(({ rule }) => rule);

describe('a plan that lacks nothing', () => {
  it.each([
    ['england', 'ehcp'],
    ['england', 'senSupport'],
    ['us', 'iep'],
  ] as const)('in %s of kind %s has no gap, and more than nothing was looked at', (nation, of) => {
    const { gaps: found, passed } = missingContent(plan(), contentRules(nation, of));
    expect(found).toEqual([]);
    expect(passed).toBeGreaterThan(5);
  });
});

describe('an EHC plan', () => {
  it.each([
    ['A', 'views'],
    ['B', 'needs'],
    ['C', 'health-needs'],
    ['D', 'care-needs'],
    ['E', 'outcomes'],
    ['F', 'provision'],
    ['G', 'health-provision'],
    ['H', 'care-provision'],
    ['I', 'placement'],
    ['J', 'budget'],
    ['K', 'advice'],
  ])('without section %s says so, with the regulation and where to mend it', (letter, section) => {
    const [gap, ...more] = gaps('england', 'ehcp', { sections: { ...EVERY_SECTION, [section]: 0 } });
    expect(more).toEqual([]);
    expect(gap).toMatchObject({ rule: `eng.content.${letter}`, citation: 'SEND Regulations 2014, reg 12(1)', mend: 'bring-in-plans' });
  });

  it('duty 2 A2: has a line in F for each need in B', () => {
    const needs = [
      { id: 'n', words: 'Reading' },
      { id: 'other', words: 'Waiting' },
    ];
    expect(gaps('england', 'ehcp', { needs }).map(({ words }) => words)).toEqual(['No line of provision meets “Waiting”.']);
  });

  it('duty 2 A3: names each word in section F that holds nobody to anything, and what a line does not say', () => {
    const provision = [{ ...LINE, what: 'Regular access to a quiet room', groupSize: null }];
    expect(gaps('england', 'ehcp', { provision }).map(({ words }) => words)).toEqual([
      '“Regular access to a quiet room” does not say for how many together.',
      '“Regular access to” in “Regular access to a quiet room” holds nobody to anything.',
    ]);
  });

  it('is asked about preparation for adulthood from Year 9, and not before', () => {
    const sections = { ...EVERY_SECTION, transition: 0 };
    expect(rulesIn(gaps('england', 'ehcp', { sections }))).toEqual(['eng.content.year9']);
    expect(gaps('england', 'ehcp', { sections, yearGroup: 8 })).toEqual([]);
  });
});

describe('a cycle of SEN Support', () => {
  it('duty 6 A3: three meetings with parents in the year are tracked, and in the summer term the shortfall is named', () => {
    const words = (held: number, booked: number, term: number) =>
      gaps('england', 'senSupport', { parentMeetings: { held, booked }, term }).map((gap) => gap.words);
    expect(words(0, 0, 1)).toEqual(['0 of 3 held this school year, 0 booked.']);
    expect(words(1, 1, 2)).toEqual(['1 of 3 held this school year, 1 booked.']);
    expect(words(1, 1, 3)).toEqual(['1 of 3 held this school year, 1 booked: 1 meeting short, and it is the last term.']);
    expect(words(2, 1, 3)).toEqual([]);
    expect(words(3, 0, 3)).toEqual([]);
  });

  it('asks that parents were told since support began, and not of one who has none', () => {
    const notices = [{ kind: 'decision', on: day('2026-09-07') }];
    expect(gaps('england', 'senSupport', { notices })[0]?.words).toBe('No such notice has been given since Tue 8 Sep 2026.');
    expect(gaps('england', 'senSupport', { notices, supportSince: null })).toEqual([]);
  });

  it('names what a goal lacks', () => {
    const goals = [{ id: 'g', words: 'Read more', lacks: ['measure', 'date'] }];
    expect(gaps('england', 'senSupport', { goals })[0]?.words).toBe('“Read more” has no measure or date.');
  });
});

describe('an IEP', () => {
  it('has the eight elements, each by its number in the regulation', () => {
    const titles = contentRules('us', 'iep').map(({ title }) => title.slice(0, 1));
    expect([...new Set(titles.filter((one) => /\d/.test(one)))]).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  it('in effect on the 16th birthday must hold transition, though it was written before; a year earlier it need not', () => {
    const sections = { ...EVERY_SECTION, transition: 0 };
    const born = (birthday: string) => rulesIn(gaps('us', 'iep', { sections, birthday: day(birthday) }));
    expect(born('2011-04-30')).toEqual(['us.content.8']);
    expect(born('2011-05-01')).toEqual([]);
    expect(born('2010-01-01')).toContain('us.content.8');
  });

  it('asks from two years before majority that the learner is told of the rights, by a year before', () => {
    expect(gaps('us', 'iep', { birthday: day('2009-11-23') })[0]?.words).toBe('The learner must be told by Mon 23 Nov 2026.');
    expect(gaps('us', 'iep', { birthday: day('2010-11-24') })).toEqual([]);
  });

  it('asks for the safeguards notice in each school year anew', () => {
    const notices = [{ kind: 'procedural-safeguards', on: day('2026-08-31') }];
    expect(rulesIn(gaps('us', 'iep', { notices }))).toEqual(['us.content.safeguards']);
  });
});

describe('the rules', () => {
  const all = Object.values(CONTENT_RULES).flat();

  it('each have an id of their own, a citation and a place where the gap is mended', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ citation, mend }) => !citation || !mend)).toEqual([]);
  });

  it('of a third nation are data alone', () => {
    const third: readonly ContentRule[] = [
      {
        id: 'wales.idp.1',
        of: 'iep',
        title: 'About me',
        check: { asks: 'section', section: 'views' },
        citation: 'A code',
        weight: 'must',
        mend: 'plan',
      },
    ];
    expect(missingContent(plan({ sections: {} }), third).gaps.map(({ title }) => title)).toEqual(['About me']);
  });
});
