import { FACTS, type FactKey, type LetterFacts, type MendPlace } from '#domain/letters/fact.ts';
import type { LetterTemplate } from '#domain/letters/letter.ts';
import { factsUsed } from '#domain/letters/templates.ts';

/** A fact that a letter could use and the record does not have. One that `stops` must be there before the letter can be filed. */
export type LackingFact = {
  readonly key: FactKey;
  readonly label: string;
  readonly words: string;
  readonly mend: MendPlace;
  readonly stops: boolean;
};

/** What a letter lacks, what stops it first. */
export const lackingFacts = (template: LetterTemplate, facts: LetterFacts): readonly LackingFact[] =>
  factsUsed(template)
    .filter((key) => facts[key] === undefined)
    .map((key) => ({
      key,
      label: FACTS[key].label,
      words: FACTS[key].lacking,
      mend: FACTS[key].mend,
      stops: template.needs.includes(key),
    }));

/** Own words that a letter cannot do without and nobody has written yet. */
export const unwritten = (template: LetterTemplate, own: Readonly<Record<string, string>>): readonly string[] =>
  template.own.filter(({ key, required }) => required && !own[key]?.trim()).map(({ key }) => key);
