import { describe, expect, it } from '@jest/globals';
import { KINDS } from '#domain/record/kinds.ts';
import { mergeValues } from '#domain/record/merge.ts';
import { mergeText } from '#domain/record/merge-text.ts';

describe('two versions of a text', () => {
  it('words added at the front by one and changed at the end by the other are both kept', () => {
    const base = 'Callum will ask for help more often';
    const theirs = 'In lessons, Callum will ask for help more often';
    const yours = 'Callum will ask for help by card or word';
    expect(mergeText(base, theirs, yours)).toEqual({ text: 'In lessons, Callum will ask for help by card or word', clash: false });
  });

  it('what both add in one place stands one after the other', () => {
    expect(mergeText('He is kind.', 'He is kind. He reads aloud.', 'He is kind. He draws maps.')).toEqual({
      text: 'He is kind. He reads aloud. He draws maps.',
      clash: false,
    });
    expect(mergeText('', 'Reads aloud', 'Draws maps')).toEqual({ text: 'Reads aloud Draws maps', clash: false });
  });

  it('what both change in the same way is there once', () => {
    expect(mergeText('four times', 'five times', 'five times')).toEqual({ text: 'five times', clash: false });
  });

  it('words that one took out and the other left stay out, and additions beside them stay', () => {
    expect(mergeText('a b c d', 'a d', 'a b c d e')).toEqual({ text: 'a d e', clash: false });
    expect(mergeText('help more often', 'help daily', 'help more often in maths')).toEqual({ text: 'help daily in maths', clash: false });
  });

  it('one word replaced in two ways is a clash, and the rest of the text still goes together', () => {
    expect(mergeText('four times a week', 'five times a week', 'three times a week')).toEqual({ text: 'five times a week', clash: true });
  });

  it('line breaks and spaces that one of them changed are kept', () => {
    expect(mergeText('one two three', 'one\n\ntwo three', 'one two three four').text).toBe('one\n\ntwo three four');
    expect(mergeText('one two', 'one two\n', 'zero one two').text).toBe('zero one two\n');
  });

  it('no word that anybody added is lost unless a clash says so', () => {
    const words = 'amber brook cedar dell ember fern glade heath'.split(' ');
    let seed = 7;
    const any = (most: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % most;
    };
    const edited = (text: string, mark: string) => {
      const parts = text.split(' ');
      for (let edit = 0; edit < 3; edit++)
        parts.splice(any(parts.length + 1), any(3), ...Array.from({ length: any(3) }, () => `${mark}${any(90)}`));
      return parts.join(' ');
    };
    for (let round = 0; round < 2_000; round++) {
      const base = Array.from({ length: 1 + any(9) }, () => words[any(words.length)]).join(' ');
      const [theirs, yours] = [edited(base, 't'), edited(base, 'y')];
      const { text, clash } = mergeText(base, theirs, yours);
      const there = new Set(text.split(/\s+/));
      const lost = [...theirs.split(/\s+/), ...(clash ? [] : yours.split(/\s+/))].filter(
        (word) => /^[ty]\d/.test(word) && !there.has(word),
      );
      expect({ base, theirs, yours, text, lost }).toEqual({ base, theirs, yours, text, lost: [] });
    }
  });
});

describe('two versions of an entry', () => {
  const base = { words: 'Ask for help more often', criterion: '3 of 5', targetOn: '2027-03-26', target: 3 };

  it('fields that only one changed are joined by themselves', () => {
    const found = mergeValues(KINDS.goal, base, { ...base, criterion: '4 of 5' }, { ...base, targetOn: '2027-07-16' });
    expect(found.merged).toMatchObject({ criterion: '4 of 5', targetOn: '2027-07-16' });
    expect([found.clashes, found.joined]).toEqual([[], []]);
  });

  it('one figure changed in two ways is for a person to choose, with all three shown', () => {
    const found = mergeValues(KINDS.goal, base, { ...base, target: 4 }, { ...base, target: 5 });
    expect(found.clashes).toEqual([{ field: 'target', base: 3, theirs: 4, yours: 5 }]);
  });

  it('a text that both changed in different places is joined and named, to be read', () => {
    const found = mergeValues(
      KINDS.goal,
      base,
      { ...base, words: 'In lessons, ask for help more often' },
      { ...base, words: 'Ask for help by card' },
    );
    expect(found.clashes.map(({ field }) => field).concat(found.joined)).toEqual(['words']);
  });

  it('choices that each of them ticked or took away come together', () => {
    const areas = (...list: string[]) => ({ words: 'w', areas: list });
    const found = mergeValues(KINDS.concern, areas('a', 'b'), areas('a', 'b', 'c'), areas('b', 'd'));
    expect(found.merged.areas).toEqual(['b', 'c', 'd']);
  });
});
