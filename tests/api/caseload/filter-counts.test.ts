import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseloadRow } from '#contract/caseload.ts';
import { asQuery, choicesBeside, choicesOf, type FilterName, filterNames, filtersOf, narrow } from '#tab/caseload/filters.ts';
import { theHollinBank } from '#tests/builders/hollin-bank.ts';

const NATION = 'england';
let rows: readonly CaseloadRow[];
beforeAll(async () => {
  const school = await theHollinBank();
  rows = (await school.casework.openCaseload(school.actor('ruth.okafor'))).rows;
}, 60_000);

/** The filters that an address names. */
const asked = (chosen: Partial<Record<FilterName, string>>) =>
  filtersOf(new URLSearchParams(Object.entries(chosen).map(([name, key]) => [name, asQuery([key])])));

const pairs = filterNames.flatMap((first, at) => filterNames.slice(at + 1).map((second) => [first, second] as const));

describe('the number beside a filter is the length of the list behind it', () => {
  it('for each value alone, and all values of a filter of one value each add up to the register', () => {
    for (const name of filterNames) {
      const choices = choicesOf(rows, name, NATION);
      for (const { key, count } of choices) expect(narrow(rows, asked({ [name]: key }), NATION)).toHaveLength(count);
      if (name !== 'flag') expect(choices.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
    }
  });

  it.each(pairs)('for every value of %s beside every value of %s', (first, second) => {
    const wrong: string[] = [];
    for (const one of choicesOf(rows, first, NATION))
      for (const other of choicesBeside(rows, second, asked({ [first]: one.key }), NATION)) {
        const list = narrow(rows, asked({ [first]: one.key, [second]: other.key }), NATION);
        if (list.length !== other.count) wrong.push(`${one.words} and ${other.words}: ${other.count} said, ${list.length} listed`);
      }
    expect(wrong).toEqual([]);
  });
});
