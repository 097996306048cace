import { rulesWithForms } from '#domain/timelines/check-case.ts';
import { JURISDICTIONS } from '#domain/timelines/jurisdictions.ts';
import { ownerName } from '#domain/timelines/owners.ts';
import { QUESTIONS } from '#domain/timelines/questions.ts';
import type { Owner } from '#domain/timelines/rule.ts';

/**
 * A rule of the pages on the law as lists show it. `sort`: a limit with a clock; several limits that run from one event; a step without a
 * number of days; a question that is worked out of other rules; something that starts nothing.
 */
export type ListedRule = {
  readonly id: string;
  readonly sort: 'clock' | 'chain' | 'step' | 'question' | 'starts-nothing';
  readonly nation: string;
  readonly title: string;
  /** The heart of the rule in words. */
  readonly asks: string;
  readonly owedBy: string | null;
  readonly citation: string;
  readonly unverified: string | null;
};

type Listed = Omit<ListedRule, 'id' | 'nation' | 'sort'>;

/** What every listed thing says of itself. */
type Worded = { readonly title: string; readonly words: string; readonly source: string; readonly unverified?: string };

const SETS = Object.values(JURISDICTIONS);

/** Every rule that Waymark counts by, once: by nation and State, and by id within them. */
export function listedRules(): ListedRule[] {
  const own = SETS.flatMap(({ name, rules, steps = [], nonTriggers = [] }): ListedRule[] => [
    ...rules.map((rule) => ({ id: rule.id, sort: 'clock' as const, nation: name, ...ofOwed(rule) })),
    ...steps.map((step) => ({ id: step.id, sort: 'step' as const, nation: name, ...ofOwed(step) })),
    ...nonTriggers.map((one) => ({ id: one.id, sort: 'starts-nothing' as const, nation: name, ...ofWords(one) })),
  ]);
  // a State repeats the federal rules that it keeps: the first to name one is its own nation
  const once = own.filter(({ id }, index) => own.findIndex((other) => other.id === id) === index);
  const others = rulesWithForms().filter((id) => !once.some((rule) => rule.id === id));
  return [...once, ...others.map(questionOrChain)].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const PREFIXES = ['eng', 'us', 'tx', 'ca', 'ny', 'mi'];
const prefixOf = (id: string): string => id.split('.')[0] ?? '';
const key = ({ id }: ListedRule): string => `${PREFIXES.indexOf(prefixOf(id))} ${id}`;

const heartOf = (words: string): string => words.split('**')[1] ?? words;

const ofWords = ({ title, words, source, unverified }: Worded): Listed => ({
  title,
  asks: heartOf(words),
  owedBy: null,
  citation: source,
  unverified: unverified ?? null,
});

const ofOwed = (one: Worded & { readonly owedBy: Owner }): Listed => ({ ...ofWords(one), owedBy: ownerName(one.owedBy, {}) });

/** What is no rule of its own: a question, or several limits of one chain, or of one name, that are worked together. */
function questionOrChain(id: string): ListedRule {
  const nation = (SETS.find(({ rules }) => rules.some((rule) => prefixOf(rule.id) === prefixOf(id))) ?? SETS[0])?.name ?? '';
  const question = QUESTIONS.find((one) => one.id === id);
  if (question) return { id, sort: 'question', nation, ...ofWords(question) };
  const members = SETS.flatMap(({ rules }) => rules).filter((rule) => rule.chain === id || rule.id.startsWith(`${id}.`));
  return { id, sort: 'chain', nation, ...together(members.map(ofOwed)) };
}

const together = (members: readonly Listed[]): Listed => {
  const each = (pick: (member: Listed) => string | null, by: string) =>
    [...new Set(members.flatMap((member) => pick(member) ?? []))].join(by);
  return {
    title: each(({ title }) => title, ' · '),
    asks: each(({ asks }) => asks, '; '),
    owedBy: each(({ owedBy }) => owedBy, ', ') || null,
    citation: each(({ citation }) => citation, '; '),
    unverified: each(({ unverified }) => unverified, ' ') || null,
  };
};
