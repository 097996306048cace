import { type ListedRule, listedRules } from '#domain/timelines/rule-list.ts';

const SORTS: Readonly<Record<ListedRule['sort'], string>> = {
  clock: '',
  chain: 'several limits of one event',
  step: 'no number of days',
  question: 'worked out of other rules',
  'starts-nothing': 'starts nothing',
};

const cell = (text: string): string => text.replaceAll('|', '\\|');

const row = (rule: ListedRule, cases: number): string =>
  `| \`${rule.id}\` | ${cell(rule.title)} | ${cell(rule.asks)} | ${rule.owedBy ?? ''} | ${cell(rule.citation)}${rule.unverified ? ` **Not verified:** ${cell(rule.unverified)}` : ''} | ${SORTS[rule.sort]} | ${cases} |`;

/**
 * docs/clocks.md: every rule with what it asks, who owes it, where it is written, what of it has not been read in the law itself, and how many
 * worked cases hold it. `cases` names the rule of each case; those of the limits that a rule heads count as its own.
 */
export const clocksPage = (cases: readonly string[]): string => {
  const rules = listedRules();
  const nations = [...new Set(rules.map(({ nation }) => nation))];
  const casesOf = (id: string) => cases.filter((rule) => rule === id || rule.startsWith(`${id}.`)).length;
  return [
    '# The law’s clocks',
    '',
    `This page is made from \`domain/timelines/rules\`; a test holds it to them. ${rules.length} rules, ${cases.length} worked cases. A case is a rule, what is given and what is to come out,`,
    'its dates counted by hand; `waymark clocks check CASES.json` works a file of them, `waymark clocks explain RULE --given field=value` shows one count,',
    'and `waymark clocks explain` lists the rules with the fields they know. No rule has fewer than two cases, and none is without its source.',
    '',
    'Another nation is one file of rules and one line in `jurisdictions.ts`. What the source’s text was not read for is marked **Not verified**, here and',
    'wherever the date is shown.',
    ...nations.flatMap((nation) => [
      '',
      `## ${nation}`,
      '',
      '| rule | what | asks | owed by | source | sort | cases |',
      '|---|---|---|---|---|---|---|',
      ...rules.filter((rule) => rule.nation === nation).map((rule) => row(rule, casesOf(rule.id))),
    ]),
    '',
  ].join('\n');
};
