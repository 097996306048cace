import type { RuleSet } from '#domain/timelines/rule.ts';
import { CALIFORNIA } from '#domain/timelines/rules/california.ts';
import { ENGLAND } from '#domain/timelines/rules/england.ts';
import { IDEA } from '#domain/timelines/rules/idea.ts';
import { MICHIGAN } from '#domain/timelines/rules/michigan.ts';
import { NEW_YORK } from '#domain/timelines/rules/new-york.ts';
import { TEXAS } from '#domain/timelines/rules/texas.ts';

/** The rule sets Waymark knows, by jurisdiction. Another nation is one more file under `rules/` and one more line here. */
export const JURISDICTIONS: Readonly<Record<string, RuleSet>> = {
  england: ENGLAND,
  'us-federal': IDEA,
  'us-tx': TEXAS,
  'us-ca': CALIFORNIA,
  'us-ny': NEW_YORK,
  'us-mi': MICHIGAN,
};

/** The rules of a jurisdiction. Throws a RangeError naming it where there are none. */
export function rulesOf(jurisdiction: string, known: Readonly<Record<string, RuleSet>> = JURISDICTIONS): RuleSet {
  const set = known[jurisdiction];
  if (!set) throw new RangeError(`There are no rules for “${jurisdiction}”. Known: ${Object.keys(known).join(', ')}.`);
  return set;
}
