import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkCases, rulesWithForms } from '#domain/timelines/check-case.ts';
import { JURISDICTIONS } from '#domain/timelines/jurisdictions.ts';
import { listedRules } from '#domain/timelines/rule-list.ts';
import { casesOf, FURTHER, PUBLISHED } from './cases.ts';

/** Every rule id that the pages on England’s law and on IDEA name, its States among them. */
const named = readFileSync(new URL('../../fixtures/rule-ids.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const listed = listedRules();

/** The rules behind an id of the pages: itself, or those it heads (`eng.appeal.conceded`). */
const behind = (id: string) => listed.filter((rule) => rule.id === id || rule.id.startsWith(`${id}.`));

const all = [...new Set([...named, ...listed.map(({ id }) => id)])].sort().map((id) => [id, casesOf(id)] as const);

describe('every rule of the pages on the law', () => {
  it('is here: those that the pages name, and Texas as they add it', () => {
    expect(named.length).toBeGreaterThan(100);
    expect(all.length).toBeGreaterThan(named.length);
    expect(all.map(([id]) => id)).toEqual(
      expect.arrayContaining([
        'tx.ard.refusal',
        'tx.ard.recess',
        'tx.transfer.inState',
        'tx.iep.translation',
        'ca.meeting.request',
        'ca.records',
      ]),
    );
  });

  it.each(all)('%s has code, a citation and two worked cases or more: %i', (id, cases) => {
    const rules = behind(id);
    expect(rules.map((rule) => rule.id)).not.toEqual([]);
    expect(rules.filter(({ citation }) => !/\d/.test(citation) && !/IRMS|UK GDPR|DfE/.test(citation)).map((rule) => rule.id)).toEqual([]);
    expect(rules.filter(({ title, asks }) => !title || !asks).map((rule) => rule.id)).toEqual([]);
    expect(cases).toBeGreaterThanOrEqual(2);
  });

  it('is not taken on trust: a rule without code, or with a single case, is seen', () => {
    expect(behind('eng.no.such.rule')).toEqual([]);
    expect(casesOf('eng.no.such.rule')).toBe(0);
    expect(casesOf('eng.census.day', PUBLISHED.examples)).toBe(1);
  });

  it('is in the list once, and everything that can be worked is in the list', () => {
    const ids = listed.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(rulesWithForms().filter((id) => !ids.includes(id))).toEqual([]);
    const owned = Object.values(JURISDICTIONS).flatMap(({ rules, steps = [] }) => [...rules, ...steps].map(({ id }) => id));
    expect(owned.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('our own cases, in the form of the published ones', () => {
  it.each(FURTHER.examples.map((example) => [example.id, example.title, example] as const))('%s: %s', (_id, _title, example) => {
    const [result] = checkCases({ ...FURTHER, examples: [example] });
    expect(result?.problems).toEqual([]);
  });

  it('each has a name of its own', () => {
    const ids = [...PUBLISHED.examples, ...FURTHER.examples].map(({ id }) => id);
    expect(ids.filter((id, index) => id === undefined || ids.indexOf(id) !== index)).toEqual([]);
  });
});
