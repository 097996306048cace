import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { rulesWithForms } from '#domain/timelines/check-case.ts';
import { JURISDICTIONS } from '#domain/timelines/jurisdictions.ts';

const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');

/** Every rule id that the pages on England's law and on IDEA name. */
const named = fixture('rule-ids.txt').trim().split('\n');

const sets = Object.values(JURISDICTIONS);
const rules = sets.flatMap((set) => set.rules);
const steps = sets.flatMap((set) => set.steps ?? []);
const asClock = new Set([...rules.map(({ id }) => id), ...rules.map(({ chain }) => chain ?? ''), ...steps.map(({ id }) => id)]);

/** Judgements that are no clock, and the file in which each is made. */
const JUDGED: Readonly<Record<string, string>> = {
  'us.discipline.changeOfPlacement': 'attendance/removal-limits.ts',
  // a screening for instruction is no evaluation: it is told where consent is asked
  'us.screening': 'timelines/rules/idea/steps.ts',
};

const isPartOfOne = (id: string): boolean => [...asClock].some((known) => known.startsWith(`${id}.`));

describe('every rule that the pages of law name', () => {
  it('has code: a clock, a step without a date, a question that can be worked, or a judgement', () => {
    expect(named.length).toBeGreaterThan(100);
    const without = named.filter((id) => !asClock.has(id) && !isPartOfOne(id) && !rulesWithForms().includes(id) && !(id in JUDGED));
    expect(without).toEqual([]);
  });

  it.each(Object.entries(JUDGED))('%s is judged where it says, with its citation', (id, file) => {
    const text = readFileSync(new URL(`../../../domain/${file}`, import.meta.url), 'utf8');
    expect(text).toMatch(id === 'us.screening' ? /screening[\s\S]*300\.302/ : new RegExp(id));
  });
});

describe('Texas beyond the evaluation', () => {
  it.each(['tx.ard.refusal', 'tx.ard.recess', 'tx.transfer.inState', 'tx.iep.translation'])(
    '%s has code and a citation of 19 TAC 89.1050',
    (id) => {
      const found = [...rules, ...steps].find((one) => one.id === id);
      expect(found?.source).toContain('19 TAC 89.1050');
    },
  );
});
