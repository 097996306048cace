import { describe, expect, it } from '@jest/globals';
import type { Day } from '#domain/calendar/day.ts';
import { advisedIn, contributedTo } from '#domain/plans/contributed.ts';

const DATED = '2026-11-23' as Day;
const one = (id: string, askedOf: string, receivedOn: string, words = 'Sit him at the front.') => ({
  id,
  askedOf,
  receivedOn: receivedOn as Day,
  isAdvice: true,
  words,
});

describe('what was contributed and what of it a plan takes', () => {
  it('the answers to questions that ask what helps and what comes next, not what is hard', () => {
    const words =
      'What is hard, when and where?\nLong instructions.\n\nWhat helps, and should go on?\nA card with three steps.\nA seat by the door.\n\nWhat else may be needed?\nA second card.';
    expect(advisedIn({ words, isAdvice: false })).toEqual(['A card with three steps.\nA seat by the door.', 'A second card.']);
  });

  it('the whole of advice that answers no questions, in the words it was written in; of a teacher’s view so written nothing', () => {
    const words = ' Short instructions, one at a time.\n\nA visual timetable. ';
    expect(advisedIn({ words, isAdvice: false })).toEqual([]);
    expect(advisedIn({ words, isAdvice: true })).toEqual(['Short instructions, one at a time.\n\nA visual timetable.']);
  });

  it('the newest of each author, nothing of an earlier plan and nothing that came after', () => {
    const all = [
      one('1', 'Gareth Pugh', '2026-10-01', 'Old.'),
      one('2', 'Gareth Pugh', '2026-11-20', 'New.'),
      one('3', 'Joanna Tse', '2025-11-01', 'Last year.'),
      one('4', 'Priya Nair', '2026-11-24', 'Tomorrow.'),
    ];
    expect(contributedTo(all, DATED).map(({ by, passages }) => [by, ...passages])).toEqual([['Gareth Pugh', 'New.']]);
  });

  it('each names its author, its entry of the record and its day as the source', () => {
    expect(contributedTo([one('7', 'Joanna Tse, NHS therapy', '2026-11-16')], DATED)[0]?.source).toEqual({
      kind: 'record',
      id: '7',
      field: 'words',
      on: '2026-11-16',
      words: 'Joanna Tse, NHS therapy, contribution',
    });
  });
});
