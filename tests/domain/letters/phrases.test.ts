import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, type LetterLanguage, letterLanguages } from '#domain/letters/language.ts';
import { filled, plainText, slotsOf } from '#domain/letters/phrase.ts';
import { english, type FamilyPhrase } from '#domain/letters/phrases/english.ts';
import { PHRASES } from '#domain/letters/phrases.ts';

const keys = Object.keys(english) as FamilyPhrase[];
const others = letterLanguages.filter((language): language is Exclude<LetterLanguage, 'en'> => language !== 'en');

const LETTERS: Readonly<Record<Exclude<LetterLanguage, 'en'>, RegExp>> = {
  es: /^[\p{Script=Latin}\p{P}\p{N}\p{Z}{}]+$/u,
  cy: /^[\p{Script=Latin}\p{P}\p{N}\p{Z}{}]+$/u,
  pl: /^[\p{Script=Latin}\p{P}\p{N}\p{Z}{}]+$/u,
  ur: /[\u0600-\u06ff]/,
  ar: /[\u0600-\u06ff]/,
};

describe('the phrases of family letters', () => {
  it.each(others)('in %s name the same facts as the English ones', (language) => {
    const different = keys.filter((key) => {
      const [own, wanted] = [PHRASES[language][key], english[key]].map((phrase) => [...new Set(slotsOf(phrase))].sort().join());
      return own !== wanted;
    });
    expect(different).toEqual([]);
  });

  it.each(others)('in %s are written in its letters, and none was left in English', (language) => {
    const left = keys.filter(
      (key) => key !== 'fromTo' && (PHRASES[language][key] === english[key] || !LETTERS[language].test(PHRASES[language][key])),
    );
    expect(left).toEqual([]);
  });

  it('stand in six languages, two of them from right to left', () => {
    expect(letterLanguages.map((code) => `${LANGUAGES[code].name} ${LANGUAGES[code].direction}`)).toEqual([
      'English ltr',
      'Spanish ltr',
      'Welsh ltr',
      'Polish ltr',
      'Urdu rtl',
      'Arabic rtl',
    ]);
  });
});

describe('a fact in a sentence', () => {
  it('is isolated, so that a name in Latin letters does not turn an Urdu sentence round', () => {
    const pieces = filled(PHRASES.ur['invitation.parent'], () => 'Ayaan Malik');
    expect(plainText(pieces ?? [])).toContain('\u2068Ayaan Malik\u2069');
  });

  it('that is missing takes its sentence with it', () => {
    expect(filled('Dear {addressee},', () => null)).toBeNull();
  });
});
