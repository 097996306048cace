import { RETENTION_RULES, type RetentionRule } from '../retention.ts';
import { type PaperBlock, type PaperFacts, table, text } from './paper.ts';

const START = { birthday: 'date of birth', 'left-school': 'leaving' } as const;
const NATIONS = { england: 'England', idea: 'United States (IDEA)' } as const;

const lengthOf = (rule: RetentionRule, { jurisdiction, ownYears }: PaperFacts): string => {
  const own = rule.jurisdiction === jurisdiction && ownYears !== null ? `${ownYears} years, set by the organisation; the source: ` : '';
  return `${own}${rule.years === null ? 'no length named' : `${rule.years} years`}`;
};

const row = (facts: PaperFacts) => (rule: RetentionRule) => [
  `${NATIONS[rule.jurisdiction]}: ${rule.title} (${rule.id})`,
  lengthOf(rule, facts),
  START[rule.from],
  rule.words,
  `${rule.source}${rule.unverified ? ` [unverified: ${rule.unverified}]` : ''}`,
];

/** How long records are kept, nation by nation, and what goes sooner. */
export const keptBlocks = (facts: PaperFacts): readonly PaperBlock[] => [
  table(['Rule', 'Length', 'Counted from', 'What it says', 'Source'], RETENTION_RULES.map(row(facts))),
  text(
    'Nothing of a record is erased by itself: when its time comes a person decides, and two people stand behind every erasure. A hold stops it. Sooner go: archives after 14 days; cards of the bot after 30 days; workbooks that are being looked at after two days; refused rows of an import after 30 days; how Microsoft 365 answered after an hour. The audit trail stays, with ids and without names.',
  ),
];
