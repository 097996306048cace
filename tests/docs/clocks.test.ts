import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { clocksPage } from '#domain/timelines/clocks-page.ts';
import { casedRules } from '#tests/domain/timelines/cases.ts';

it('the page of clocks says what the rules say, with the number of cases that hold each', () => {
  expect(readFileSync(new URL('../../docs/clocks.md', import.meta.url), 'utf8')).toBe(clocksPage(casedRules));
});
