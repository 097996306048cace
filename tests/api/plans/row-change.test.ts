import { describe, expect, it } from '@jest/globals';
import { rowChange } from '#api/plans/row-change.ts';

const LINE = '7b24e5d3-52b4-4354-8e7c-2a071ef8049f';
const meaningOf = (tag: string, words: string) => {
  const change = rowChange(tag.replace('*', LINE), words);
  return change && 'problem' in change ? change.problem : change && [change.row, change.column, change.value];
};

describe('what a changed cell means for the record', () => {
  it.each([
    ['provision/*/howLong', '15 min', ['provision', 'minutes', 15]],
    ['provision/*/howLong', '20 minutes', ['provision', 'minutes', 20]],
    ['provision/*/timesAWeek', '4', ['provision', 'times_a_week', 4]],
    ['provision/*/timesAWeek', '2,5 times a week', ['provision', 'times_a_week', 2.5]],
    ['provision/*/group', 'alone', ['provision', 'group_size', 1]],
    ['provision/*/group', 'group of 4', ['provision', 'group_size', 4]],
    ['provision/*/until', '26 Mar 2027', ['provision', 'to_day', '2027-03-26']],
    ['provision/*/until', 'Fri 26 March 2027', ['provision', 'to_day', '2027-03-26']],
    ['provision/*/until', 'Mar 26, 2027', ['provision', 'to_day', '2027-03-26']],
    ['provision/*/who', '', ['provision', 'who', null]],
    ['provision/*/who', 'Gap', ['provision', 'who', null]],
    ['goals/*/text', 'Ask for help in 4 lessons of 5 Gap: by when?', ['goal', 'words', 'Ask for help in 4 lessons of 5']],
    ['progress/*/criterion', '60 words', ['goal', 'criterion', '60 words']],
    ['needs/*/text', 'One step at a time', ['need', 'description', 'One step at a time']],
  ])('%s with “%s”', (tag, words, meaning) => {
    expect(meaningOf(tag, words)).toEqual(meaning);
  });

  it.each([
    ['provision/*/howLong', 'a while', '“a while” is not a number of minutes.'],
    ['provision/*/timesAWeek', 'as required', '“as required” is not a number of times a week.'],
    ['provision/*/timesAWeek', '0', '“0” is not a number of times a week.'],
    ['provision/*/until', '31 June 2027', '“31 June 2027” is not a date such as 26 Mar 2027.'],
    ['provision/*/until', 'Easter', '“Easter” is not a date such as 26 Mar 2027.'],
    ['provision/*/what', '', 'It cannot be left empty.'],
  ])('%s with “%s” is refused in words', (tag, words, problem) => {
    expect(meaningOf(tag, words)).toBe(problem);
  });

  it('a passage without a row, a cell that is composed and a name no object owns change no row', () => {
    for (const tag of ['strengths', 'goals/*/label', 'progress/*/now', 'sources/1/words', '__proto__/*/text', 'provision/*/constructor']) {
      expect(meaningOf(tag, 'words')).toBeNull();
    }
  });
});
