import { describe, expect, it } from '@jest/globals';
import { amountIn } from '#domain/existing-plans/amounts.ts';

describe('how often, from a column of a plan', () => {
  it.each([
    ['Daily, 10 minutes', 10, 5],
    ['2 x 15 mins weekly', 15, 2],
    ['Mon Wed Fri 20 min', 20, 3],
    ['Mondays and Thursdays', null, 2],
    ['Tues, Weds: 15 mins', 15, 2],
    ['every Friday', null, 1],
    ['from Monday 8 September', null, null],
    ['as required', null, null],
  ])('“%s” is %j minutes, %j times a week', (often, minutes, timesAWeek) => {
    expect(amountIn('Precision teaching', { often })).toMatchObject({ minutes, timesAWeek });
  });
});
