import { readFileSync } from 'node:fs';
import type { WorkedExample, WorkedExamples } from '#domain/timelines/worked-examples/given.ts';

const read = (name: string): WorkedExamples =>
  JSON.parse(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')) as WorkedExamples;

/** The published worked examples, and our own in the same form: those the file leaves out, counted by hand. */
export const PUBLISHED = read('worked-examples.json');
export const FURTHER = read('further-examples.json');

/** How many cases hold a rule; those of the limits that it heads count as its own. */
export const casesOf = (rule: string, cases: readonly WorkedExample[] = [...PUBLISHED.examples, ...FURTHER.examples]): number =>
  cases.filter((one) => one.rule === rule || one.rule.startsWith(`${rule}.`)).length;

/** The rule of each case. */
export const casedRules: readonly string[] = [...PUBLISHED.examples, ...FURTHER.examples].map(({ rule }) => rule);
