import { describe, expect, it } from '@jest/globals';
import type { Day } from '#domain/calendar/day.ts';
import { rightsDay, rightsHolder } from '#domain/letters/rights-holder.ts';

const day = (text: string): Day => text as Day;
const asked = (today: string, more: object = {}) =>
  rightsHolder({ birthday: day('2010-07-20'), nation: 'england', today: day(today), name: 'Maja', said: [null], ...more });

describe('who holds the rights', () => {
  it.each([
    // turns 16 on 20 July 2026, in the school year whose last Friday of June is 26 June 2026: before the birthday
    ['england', '2010-07-20', '2026-06-27'],
    ['england', '2009-09-01', '2026-06-27'],
    ['england', '2009-08-31', '2025-06-28'],
    ['us', '2010-07-20', '2028-07-20'],
    ['us', '2008-02-29', '2026-02-28'],
  ] as const)('in %s, born on %s, the learner does from %s', (nation, born, from) => {
    expect(rightsDay(day(born), nation)).toBe(from);
  });

  it('duty 6 A4: is the family on the last day of compulsory school age and the learner on the next, with nothing to press', () => {
    expect(asked('2026-06-26')).toMatchObject({
      holder: 'family',
      words: 'The family holds the rights until Fri 26 Jun 2026. That is within a year: tell both.',
    });
    expect(asked('2026-06-27')).toMatchObject({
      holder: 'learner',
      words: 'Maja holds the rights to decisions since Sat 27 Jun 2026. Letters go to Maja first.',
    });
  });

  it('is what the contacts say where a court has said otherwise', () => {
    expect(asked('2027-01-10', { said: ['family'] }).holder).toBe('family');
    expect(asked('2024-01-10', { said: ['learner'] }).holder).toBe('learner');
  });

  it('is not guessed without a date of birth', () => {
    expect(asked('2027-01-10', { birthday: null })).toEqual({
      holder: 'family',
      on: null,
      words: 'The family holds the rights. Without a date of birth nobody can say when they pass on.',
    });
  });
});
