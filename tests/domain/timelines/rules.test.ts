import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { JURISDICTIONS, rulesOf } from '#domain/timelines/jurisdictions.ts';
import { kindsIn } from '#domain/timelines/reckoning.ts';
import { type Rule, ruleOf } from '#domain/timelines/rule.ts';

const sets = Object.values(JURISDICTIONS);
const domain = fileURLToPath(new URL('../../../domain', import.meta.url));

const matchesOf = (rule: Rule) => [...rule.from, ...rule.metBy, ...(rule.endedBy ?? []), ...(rule.expectedAfter ?? [])];

describe.each(sets.map((set) => [set.name, set] as const))('the rules of %s', (_name, set) => {
  it('each say where they are written', () => {
    expect(set.rules.filter(({ source }) => source.trim().length < 8).map(({ id }) => id)).toEqual([]);
    expect(set.exceptions.filter(({ source }) => source.trim().length < 8).map(({ id }) => id)).toEqual([]);
  });

  it('each say in plain words what they ask, with its heart marked', () => {
    const unclear = set.rules.filter(
      ({ words }) => words.split('**').length < 3 || words.split('**').length % 2 === 0 || !words.endsWith('.') || /!|please/i.test(words),
    );
    expect(unclear.map(({ id }) => id)).toEqual([]);
  });

  it('have ids and events of their own, each id once', () => {
    const ids = set.rules.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const dangling = set.rules.flatMap((rule) =>
      [...matchesOf(rule).map(({ kind }) => kind), ...kindsIn(rule.due)]
        .filter((kind) => !(kind in set.events))
        .map((kind) => `${rule.id}: ${kind}`),
    );
    expect(dangling).toEqual([]);
  });

  it('know the exceptions they name', () => {
    const known = new Set(set.exceptions.map(({ id }) => id));
    expect(set.rules.flatMap((rule) => rule.unless.filter((id) => !known.has(id)).map((id) => `${rule.id}: ${id}`))).toEqual([]);
  });

  it('say what meets each duty; only a mark is met by nothing', () => {
    expect(set.rules.filter((rule) => rule.metBy.length === 0 && rule.nature !== 'mark').map(({ id }) => id)).toEqual([]);
  });

  it('link to a public address where they link', () => {
    const links = set.rules.flatMap(({ sourceLink }) => (sourceLink ? [sourceLink] : []));
    expect(links.filter((link) => !URL.canParse(link) || !link.startsWith('https://'))).toEqual([]);
  });
});

describe('the jurisdictions', () => {
  it('are told by name when they are asked for and not known', () => {
    expect(() => rulesOf('wales')).toThrow('There are no rules for “wales”. Known: england, us-federal, us-tx, us-ca, us-ny, us-mi.');
    expect(() => ruleOf(rulesOf('england'), 'eng.plan.finall')).toThrow('There is no rule “eng.plan.finall” for England.');
  });

  it('a State keeps the federal rules but for those it replaces', () => {
    const texas = rulesOf('us-tx').rules.map(({ id }) => id);
    expect(texas).toContain('us.iep.annual');
    expect(texas).toContain('tx.eval.report');
    expect(texas).not.toContain('us.eval.initial');
  });

  it('no rule outside England mentions England’s law, and none in it a federal one', () => {
    const strays = sets.flatMap((set) =>
      set.rules.filter(({ source }) => /SEND|CFR/.test(source) && /SEND/.test(source) !== (set.name === 'England')),
    );
    expect(strays.map(({ id }) => id)).toEqual([]);
  });
});

describe('the domain', () => {
  const files = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const textOf = (file: string) => readFileSync(path.join(domain, file), 'utf8');

  it('never touches Date: a clock does not hang on where the machine stands', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(files.filter((file) => /\bnew Date\b|\bDate\.(now|parse|UTC)\b|\bDate\(/.test(textOf(file)))).toEqual([]);
  });

  it('uses Temporal in one file only', () => {
    expect(files.filter((file) => /temporal-polyfill/.test(textOf(file)))).toEqual([path.join('calendar', 'wall-clock.ts')]);
  });
});
