import { describe, expect, it } from '@jest/globals';
import { longestSentence, readingAge } from '#api/information-report/how-it-reads.ts';
import { bareText, filled } from '#domain/letters/phrase.ts';
import { english, type FamilyPhrase } from '#domain/letters/phrases/english.ts';
import { TEMPLATES } from '#domain/letters/templates.ts';
import { aLetter, sentences } from './a-letter.ts';

/** Facts as short words, so that a long name does not make a phrase hard. */
const FACT = 'Sam';
const spoken = (key: FamilyPhrase): string => bareText(filled(english[key], () => FACT) ?? []);

/** A phrase of a few words has no reading age: one word of three syllables decides it. */
const LONG_ENOUGH = 8;
/** Names that the law gives and a family will meet elsewhere; the sentence around them says what they are. */
const NAMES_OF_THE_LAW = /“Procedural Safeguards”|special education/g;

const plain = (text: string): string => text.replace(NAMES_OF_THE_LAW, 'the law');

const keys = (Object.keys(english) as FamilyPhrase[]).filter((key) => spoken(key).split(/\s+/).length >= LONG_ENOUGH);
const letters = TEMPLATES.filter(({ reader }) => reader === 'family').flatMap((template) =>
  (['family', 'learner'] as const).map((to) => ({ template, to, name: `${template.kind} ${template.nations[0]} to the ${to}` })),
);

describe('letters to families', () => {
  it.each(letters)('$name reads at the age of eleven or below', ({ template, to }) => {
    const text = plain(sentences(aLetter(template, { to })).join(' '));
    expect(readingAge(text)).toBeLessThanOrEqual(11);
  });

  it('have no phrase that reads above the age of eleven', () => {
    expect(keys.map((key) => ({ key, age: Math.round(readingAge(plain(spoken(key))) * 10) / 10 })).filter(({ age }) => age > 11)).toEqual(
      [],
    );
  });

  it('have no sentence of more than 20 words', () => {
    expect(keys.filter((key) => longestSentence(spoken(key)) > 20)).toEqual([]);
  });
});

describe('the measure', () => {
  it('tells a letter for children from a letter of a lawyer', () => {
    expect(readingAge('The cat sat on the mat. We will help you. You can ask us.')).toBeLessThan(7);
    expect(
      readingAge(
        'Notwithstanding the aforementioned considerations, the appropriate authority determines individual educational provision accordingly.',
      ),
    ).toBeGreaterThan(18);
  });
});
