import { describe, expect, it } from '@jest/globals';
import type { Day } from '#domain/calendar/day.ts';
import { applicationDraft } from '#domain/exams/application.ts';
import { concernedBy, examDatesWithin, isDue } from '#domain/exams/dates-ahead.ts';
import type { Arrangement, ExamCase } from '#domain/exams/exam-case.ts';
import { gapsOf } from '#domain/exams/gaps.ts';
import { invigilatorsList } from '#domain/exams/invigilators-list.ts';
import { datesOf, seasonDateFault, seasonsAhead, seasonWords } from '#domain/exams/season.ts';

const FIRST = '2027-05-06' as Day;

const arrangement = (more: Partial<Arrangement> = {}): Arrangement => ({
  id: 'a',
  arrangement: 'extra-time',
  words: null,
  why: null,
  need: 'Slow reading',
  state: 'considered',
  from: null,
  appliedOn: null,
  approvedOn: null,
  reference: null,
  expiresOn: null,
  ...more,
});

const aCase = (more: Partial<ExamCase> = {}): ExamCase => ({
  pupil: 'p',
  caseRef: 'WM-0398',
  name: 'Ayaan Malik',
  givenName: 'Ayaan',
  surname: 'Malik',
  yearGroup: 11,
  className: '11 B',
  birthday: '2011-02-03' as Day,
  needs: ['Slow reading'],
  arrangements: [arrangement()],
  evidence: [],
  scores: [],
  noticeSignedOn: undefined,
  ...more,
});

const seen = (subject: string, use = 'always') => ({
  subject,
  on: '2026-11-02' as Day,
  arrangement: 'extra-time',
  setting: 'test',
  use,
  words: 'Finished with it, two of six without',
  teacher: 'Priya Nair',
});

const score = {
  area: 'reading-speed',
  instrument: 'Reading test',
  edition: null,
  on: '2026-10-05' as Day,
  standard: 79,
  assessor: 'Jo Lane',
  qualification: 'CPT3A',
  seenOn: '2026-09-14' as Day,
};

const sorts = (one: ExamCase) => gapsOf(one, FIRST).map(({ sort }) => sort);

describe('what is missing before a season', () => {
  it('extra time that is only being looked at lacks evidence, a score, an application and the notice', () => {
    expect(sorts(aCase())).toEqual(['evidence', 'score', 'application', 'notice']);
  });

  it('one subject twice is one subject, and an arrangement that was offered and not used is no evidence', () => {
    expect(sorts(aCase({ evidence: [seen('History'), seen('history '), seen('Maths', 'not')] }))).toContain('evidence');
    expect(sorts(aCase({ evidence: [seen('History'), seen('Maths')] }))).not.toContain('evidence');
  });

  it('what the school gives itself needs no score, no application and no notice', () => {
    expect(sorts(aCase({ arrangements: [arrangement({ arrangement: 'separate-room', state: 'centre' })] }))).toEqual(['evidence']);
  });

  it('what is approved lacks nothing, unless it runs out before the first papers', () => {
    const approved = { state: 'approved', approvedOn: '2026-03-01' as Day };
    expect(sorts(aCase({ arrangements: [arrangement({ ...approved, expiresOn: '2028-04-30' as Day })] }))).toEqual([]);
    expect(gapsOf(aCase({ arrangements: [arrangement({ ...approved, expiresOn: '2027-04-30' as Day })] }), FIRST)).toEqual([
      { sort: 'expiry', words: 'Extra time, up to 25 per cent: runs out Fri 30 Apr 2027, before the first papers' },
    ]);
  });

  it('a notice that was given and not signed is told apart from one that was not given', () => {
    const words = (noticeSignedOn: Day | null | undefined) => gapsOf(aCase({ noticeSignedOn }), FIRST).at(-1)?.words;
    expect(words(null)).toBe('Data-protection notice given, not signed');
    expect(words(undefined)).toBe('Data-protection notice not given');
    expect(words('2026-11-02' as Day)).toBe('Extra time, up to 25 per cent: not applied for');
  });

  it('a pupil on the register for whom nothing was looked at stands there; one who was refused does not', () => {
    expect(sorts(aCase({ arrangements: [] }))).toEqual(['nothing']);
    expect(sorts(aCase({ arrangements: [arrangement({ state: 'refused' })] }))).toEqual([]);
  });
});

describe('the list for invigilators', () => {
  it('holds who is given something on the first day, by year and surname, and never why', () => {
    const holds = arrangement({ state: 'approved', approvedOn: '2026-03-01' as Day, expiresOn: '2028-04-30' as Day, why: 'Dyslexia' });
    const list = invigilatorsList(
      [
        aCase({ arrangements: [holds, arrangement({ arrangement: 'separate-room', state: 'centre' }), arrangement({ state: 'applied' })] }),
        aCase({ surname: 'Adams', givenName: 'Bea', arrangements: [holds] }),
        aCase({ surname: 'Cole', arrangements: [arrangement({ state: 'approved', expiresOn: '2027-01-31' as Day })] }),
      ],
      FIRST,
    );
    expect(list).toEqual([
      { name: 'Adams, Bea', yearGroup: 11, className: '11 B', arrangements: ['Extra time, up to 25 per cent'] },
      { name: 'Malik, Ayaan', yearGroup: 11, className: '11 B', arrangements: ['Extra time, up to 25 per cent', 'Smaller room'] },
    ]);
    expect(JSON.stringify(list)).not.toMatch(/Dyslexia|Slow reading|WM-/);
  });
});

describe('a draft application', () => {
  it('says what the record says, and lists what it does not say instead of making it up', () => {
    const one = aCase({ evidence: [seen('History')], scores: [score], noticeSignedOn: null });
    const draft = applicationDraft(one, gapsOf(one, FIRST), '2026-11-23' as Day);
    expect(draft.asked).toEqual([
      {
        heading: 'Extra time, up to 25 per cent',
        lines: ['Need: Slow reading', 'How it shows in timed work: not written in the record yet.'],
      },
    ]);
    expect(draft.evidence[0]).toEqual([
      'History',
      'Mon 2 Nov 2026, Priya Nair',
      'Extra time, up to 25 per cent. Test in class: used every time.',
      'Finished with it, two of six without',
    ]);
    expect(draft.scores[0]?.slice(0, 3)).toEqual(['Reading speed', 'Reading test', '79']);
    expect(draft.notice).toBe('Not signed yet: the application cannot go.');
    expect(draft.missing).toContain('Extra time, up to 25 per cent: evidence from 1 subject, 2 needed');
    expect(draft.notes[0]).toContain('not verified');
  });
});

describe('the dates of a season', () => {
  it('are the usual ones, marked as not verified, until the school has copied them with their source', () => {
    const usual = datesOf('2027-summer', []);
    expect(usual.map(({ id, on, verified }) => [id, on, verified])).toEqual([
      ['modified-papers', '2027-01-31', false],
      ['applications', '2027-03-21', false],
      ['first-paper', '2027-05-06', false],
    ]);
    const kept = [
      { season: '2027-summer', date: 'applications', on: '2027-03-19' as Day, source: 'Regulations 2026/27, page 12' },
    ] as const;
    expect(datesOf('2027-summer', kept)[1]).toMatchObject({ on: '2027-03-19', verified: true, source: 'Regulations 2026/27, page 12' });
  });

  it('a season is ahead until its first papers are written', () => {
    expect(seasonsAhead('2026-11-23' as Day, []).map(seasonWords)).toEqual([
      'January 2027',
      'Summer 2027',
      'November 2027',
      'January 2028',
    ]);
    expect(seasonsAhead('2027-05-07' as Day, [])[0]).toBe('2027-autumn');
  });

  it('a date after the first papers, or of another year, is refused', () => {
    expect(seasonDateFault('2027-summer', 'applications', '2027-06-01' as Day, [])).toBe('comes after the first papers');
    expect(seasonDateFault('2027-summer', 'applications', '2021-03-21' as Day, [])).toBe('is not near Summer 2027');
    expect(seasonDateFault('2027-summer', 'applications', '2027-03-19' as Day, [])).toBeUndefined();
  });
});

describe('dates ahead', () => {
  const asked = [aCase(), aCase({ pupil: 'q', arrangements: [arrangement({ state: 'applied' })] })];
  const range = { from: '2027-03-01' as Day, to: '2027-05-31' as Day };

  it('are those of every season within the days asked for, a school’s own where it has copied one', () => {
    const kept = [{ season: '2027-summer', date: 'applications', on: '2027-03-12' as Day, source: 'Regulations, page 12' } as const];
    expect(examDatesWithin(kept, range).map(({ season, id, on, verified }) => [season, id, on, verified])).toEqual([
      ['2027-summer', 'applications', '2027-03-12', true],
      ['2027-summer', 'first-paper', '2027-05-06', false],
    ]);
  });

  it('count whose application has not gone, and whom the invigilators’ list will name', () => {
    expect(concernedBy({ id: 'applications', season: '2027-summer' }, asked, [])).toBe(1);
    expect(concernedBy({ id: 'modified-papers', season: '2027-summer' }, asked, [])).toBe(0);
    const approved = aCase({ arrangements: [arrangement({ state: 'approved', expiresOn: '2028-01-01' as Day })] });
    expect(concernedBy({ id: 'first-paper', season: '2027-summer' }, [approved], [])).toBe(1);
  });

  it('stand on Today while they concern somebody; one that has passed only while an application has not gone', () => {
    const date = { id: 'applications' as const, on: '2027-03-21' as Day, pupils: 1 };
    const due = (more: object, today: string) =>
      isDue({ ...datesOf('2027-summer', [])[1]!, season: '2027-summer', ...date, ...more }, today as Day);
    expect([due({}, '2027-03-20'), due({}, '2027-03-25'), due({ pupils: 0 }, '2027-03-20')]).toEqual([true, true, false]);
    expect([due({ id: 'modified-papers' }, '2027-03-20'), due({ id: 'modified-papers' }, '2027-03-25')]).toEqual([true, false]);
  });
});
