import { describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import { againstAimline, goalGaps, goalStanding, provisionGaps } from '#domain/caseload/goal-words.ts';
import { scaleOf, scoreProblem, scoreWords } from '#domain/caseload/score.ts';

const day = asDay;
const TODAY = day('2026-11-23');

/** Callum's writing: 22 words on 8 September, 60 by 26 March, counted on Tuesdays but in half-term. */
const WRITING = {
  words: 'Write 60 words in ten minutes on his own',
  area: 'Writing',
  unit: 'words',
  baseline: 22,
  baselineOn: day('2026-09-08'),
  target: 60,
  targetOn: day('2027-03-26'),
  state: 'open' as const,
  metOn: null,
  points: (
    [
      ['2026-09-08', 22],
      ['2026-09-15', 24],
      ['2026-09-22', 23],
      ['2026-09-29', 24],
      ['2026-10-06', 25],
      ['2026-10-13', 27],
      ['2026-10-20', 30],
      ['2026-11-03', 34],
      ['2026-11-10', 38],
      ['2026-11-17', 41],
    ] as const
  ).map(([on, value]) => [day(on), value] as const),
};

describe('where a goal stands', () => {
  it.each([
    ['2026-11-17', 41, '6 above the aimline (35)'],
    ['2026-10-20', 30, 'on the aimline (30)'],
    ['2026-10-13', 27, '2 below the aimline (29)'],
    ['2026-11-23', 44, '7 above the aimline (37)'],
  ])('on %s %i words are %s', (on, value, words) => {
    expect(againstAimline(WRITING, day(on), value)).toBe(words);
  });

  it('a goal of a few lessons is held to whole lessons, and a score just beside the line says on which side', () => {
    const asking = { ...WRITING, baseline: 1, baselineOn: day('2026-09-11'), target: 4 };
    expect(againstAimline(asking, day('2026-11-20'), 2)).toBe('just below the aimline');
    expect(againstAimline(asking, day('2026-11-20'), 3)).toBe('1 above the aimline (2)');
    expect(againstAimline({ ...asking, baseline: 0.2, target: 0.8 }, day('2026-11-20'), 0.3)).toBe('0.1 below the aimline (0.4)');
  });

  it('a goal without target or day has no line to hold a score to', () => {
    expect(againstAimline({ ...WRITING, targetOn: null }, TODAY, 40)).toBeNull();
    expect(goalStanding({ ...WRITING, targetOn: null }, TODAY)).toEqual({ state: 'not-enough-data', words: 'Not ready: no date' });
  });

  it('says state, now, from and by when', () => {
    expect(goalStanding(WRITING, TODAY)).toEqual({ state: 'on-track', words: '41 now, from 22 · by Fri 26 Mar' });
  });

  it('what is missing is named, nothing is guessed', () => {
    expect(goalGaps({ baseline: 1, target: null, targetOn: null })).toEqual(['no figure to reach', 'no date']);
    expect(provisionGaps({ who: null, minutes: 15, timesAWeek: null, to: TODAY })).toEqual(['who', 'times a week']);
  });
});

describe('a new score', () => {
  it.each([
    ['of 10', 10],
    ['lessons of 5', 5],
    ['words a minute', null],
    [null, null],
  ])('the unit “%s” has the scale %s', (unit, scale) => {
    expect(scaleOf(unit)).toBe(scale);
  });

  it('beyond the scale it is asked about, within it is taken', () => {
    const lessons = { ...WRITING, unit: 'lessons of 5' };
    expect(scoreProblem(lessons, TODAY, 6, TODAY)).toEqual({ field: 'value', reason: 'The scale goes from 0 to 5. Is 6 right?' });
    expect(scoreProblem(lessons, TODAY, 5, TODAY)).toBeNull();
  });

  it('a goal that is met takes no more', () => {
    expect(scoreProblem({ ...WRITING, state: 'met' }, TODAY, 40, TODAY)?.reason).toBe('This goal is met; it takes no more scores.');
  });

  it('the fourth point in a row below the line asks for a decision', () => {
    const low = { ...WRITING, points: WRITING.points.map(([on, value]) => [on, on >= day('2026-10-20') ? 24 : value] as const) };
    expect(scoreWords(low, TODAY, 24)).toEqual({
      urgency: 'near',
      words: 'Recorded: 24 words, 13 below the aimline (37); four in a row below the aimline: decide what to change',
    });
  });
});
