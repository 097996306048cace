import { describe, expect, it } from '@jest/globals';
import type { Day } from '#domain/calendar/day.ts';
import { classSheet, fitForSheet } from '#domain/classes/class-sheet.ts';
import { standingWords } from '#domain/classes/gathered.ts';
import { sheetPage } from '#domain/classes/sheet-page.ts';

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
        strategies: ['One', 'Two', 'Autism card', 'Three', 'Four'].map((words) => ({ words, said: null })),
        ifWrong: [],
      },
      { id: '2', givenName: 'Jan', surname: 'Nowak', strengths: [], strategies: [], ifWrong: [] },
    ]);
    expect(rows.map(({ doThis }) => doThis.map(({ words }) => words))).toEqual([['One', 'Two', 'Three'], []]);
    expect(leftOff).toBe(1);
  });
});

describe('what colleagues say on the sheet', () => {
  const day = (words: string) => words as Day;
  it('is one line under a strategy: works, does not and not tried, each with who and when', () => {
    const marks = [
      { mark: 'does-not' as const, by: 'Gareth Pugh', day: day('2026-11-16') },
      { mark: 'works' as const, by: 'Anna Devlin', day: day('2026-11-09') },
      { mark: 'works' as const, by: 'Priya Nair', day: day('2026-11-06') },
      { mark: 'works' as const, by: 'Sian Morgan', day: day('2026-11-05') },
    ];
    expect(standingWords(marks, day('2026-11-23'))).toBe(
      'Works: Anna Devlin, Mon 9 Nov; Priya Nair, Fri 6 Nov; 1 more. Does not work: Gareth Pugh, Mon 16 Nov',
    );
    expect(standingWords([], day('2026-11-23'))).toBeNull();
  });

  it('has a column for what to do if it goes wrong where somebody has such a line, on paper as on the screen', () => {
    const row = { id: '1', name: 'Callum R.', goodAt: [], doThis: [], ifWrong: [] };
    const wide = sheetPage([row], 'A4').columns;
    const three = sheetPage([row, { ...row, ifWrong: ['Say little'] }], 'A4').columns;
    expect([wide.length, three.length]).toEqual([2, 3]);
    const whole = (columns: typeof wide) => columns.reduce((sum, width) => sum + width, 0);
    expect(whole(wide)).toBe(whole(three));
  });

  it('duty 4 A1: goes before any line of what to do is cut, so that eight pupils keep to one side', () => {
    const line = {
      words: 'One instruction at a time',
      said: 'Works: Anna Devlin, Mon 9 Nov; Priya Nair, Fri 6 Nov',
    };
    const row = (id: number) => ({ id: String(id), name: 'Callum R.', goodAt: [], doThis: [line, line, line], ifWrong: [] });
    const rows = Array.from({ length: 8 }, (_, id) => row(id));
    const page = sheetPage(rows, 'A4');
    expect([page.unsaid, page.shortened]).toEqual([true, 0]);
    expect(page.rows[0]?.doThis[0]).toEqual({ words: line.words, said: null });
    expect(sheetPage(rows.slice(0, 2), 'A4')).toMatchObject({ unsaid: false, rows: [{ doThis: [line, line, line] }, {}] });
  });
});
