import { describe, expect, it } from '@jest/globals';
import { classSheet, fitForSheet } from '#domain/classes/class-sheet.ts';

describe('what may stand on a class sheet', () => {
  it.each([
    'Begin the first sentence together, then step back',
    'Add within 100 with a hundred square',
    'Odd one out: ask for the reason',
    'Face her when you speak; microphone on',
    'Send slides to her tablet before',
    'Sit by the window, light behind',
  ])('what to do stands on it: %s', (line) => expect(fitForSheet(line)).toBe(true));

  it.each([
    'Because of his autism, no surprises',
    'ADHD: a job that moves him',
    'Has an EHC plan',
    'Takes medication at noon',
    'His mother collects on Fridays',
    'Stepfather must not ring',
    'Known to social services',
    'SEMH register',
  ])('duty 4 A2: a diagnosis or a family fact never does: %s', (line) => expect(fitForSheet(line)).toBe(false));

  it('two pupils of one name are told apart by as many letters as it takes', () => {
    const pupil = (id: string, surname: string) => ({ id, givenName: 'Callum', surname, strengths: [], strategies: [], ifWrong: [] });
    const { rows } = classSheet([pupil('1', 'Reid'), pupil('2', 'Rees'), pupil('3', 'Moss')]);
    expect(rows.map(({ name }) => name)).toEqual(['Callum Rei.', 'Callum Ree.', 'Callum M.']);
  });

  it('three lines at most, in their order; who has none still stands on it', () => {
    const { rows, leftOff } = classSheet([
      {
        id: '1',
        givenName: 'Petra',
        surname: 'Novak',
        strengths: [],
        strategies: ['One', 'Two', 'Autism card', 'Three', 'Four'],
        ifWrong: [],
      },
      { id: '2', givenName: 'Jan', surname: 'Nowak', strengths: [], strategies: [], ifWrong: [] },
    ]);
    expect(rows.map(({ doThis }) => doThis)).toEqual([['One', 'Two', 'Three'], []]);
    expect(leftOff).toBe(1);
  });
});
