import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { acceptancePoints, namedIn, nameOf } from './acceptance-points.ts';

const points = acceptancePoints(readFileSync(new URL('../fixtures/duties.md', import.meta.url), 'utf8'));
const of = (duty: number) => points.filter((point) => point.duty === duty);

describe('acceptance points', () => {
  it('are read from every one of the eighteen duties, numbered without a gap', () => {
    const counts = Array.from({ length: 18 }, (_, index) => of(index + 1).length);
    expect(counts).toEqual([5, 6, 5, 6, 5, 6, 4, 6, 8, 4, 5, 3, 4, 5, 5, 6, 4, 3]);
    for (let duty = 1; duty <= 18; duty += 1) expect(of(duty).map(({ point }) => point)).toEqual(of(duty).map((_, index) => index + 1));
  });

  it('keep their words, whether they stand in lines or run on', () => {
    expect(of(1)[0]?.words).toBe('Score entered without norm details is marked "raw only" and not converted.');
    expect(of(3)[1]).toEqual({
      duty: 3,
      point: 2,
      title: 'Multi-disciplinary team',
      words: 'Overdue actions reach the owner first, the coordinator after a set number of days.',
    });
    expect(of(6)[2]?.words).toBe('Three meetings in the year are tracked with the shortfall visible by the summer term.');
  });

  it('are found in the names of tests, one or several, and nowhere else', () => {
    const source = `
      it('duty 3 A2: overdue actions', () => undefined);
      describe('duty 6 A1, A4: contacts', () => undefined);
      it.each([1, 2])('duty 1 A5: row %i', () => undefined);
      // duty 2 A1: only spoken of
      const words = 'duty 2 A3: not a test';
      it('keeps duty 2 A4: not at the beginning', () => undefined);`;
    expect(namedIn(source)).toEqual(['duty 3 A2', 'duty 6 A1', 'duty 6 A4', 'duty 1 A5']);
    expect(nameOf({ duty: 3, point: 2 })).toBe('duty 3 A2');
  });
});
