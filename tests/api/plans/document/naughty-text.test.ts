import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fillTemplate } from '#api/plans/document/fill.ts';
import { legalText } from '#api/plans/document/xml.ts';
import type { Block } from '#domain/plans/block.ts';
import { read } from '#tests/api/plans/document/docx-files.ts';
import { metaFor, shipped } from '#tests/api/plans/document/shipped.ts';
import { callum } from '#tests/domain/plans/callum.ts';
import { itWithReference, reference } from '#tests/reference.ts';

const template = shipped('england-sen-support');
const keys = ['strengths', 'pupil.view', 'parent.view', 'review.impact', 'review.nextStep', 'pupil.name', 'coordinator.name'];

/** As many texts as wanted, each in a control of its own: the single ones, then the rows of a list. */
function through(texts: readonly string[]) {
  const blocks = texts.map((text, index): Block => {
    const tag = keys[index];
    const row = { repeat: 'strategies', key: String(index) };
    const common = { label: `Text ${index}`, text, sources: [], composed: false };
    return tag
      ? { tag, field: tag, kind: 'text', ...common }
      : { tag: `strategies/${index}/text`, field: 'strategies.text', kind: 'cell', row, ...common };
  });
  const filled = fillTemplate(template, blocks, metaFor(callum, template));
  if (!filled.ok) throw new Error(filled.words);
  const answer = read(filled.bytes);
  return { texts: blocks.map(({ tag }) => answer.fields[tag]), issued: blocks.map(({ tag }) => answer.issued[tag]), notes: filled.notes };
}

describe('Any text a person can type comes back as it went in', () => {
  it('Arabic, Urdu, emoji, quotes, ampersands, blanks at the ends and line breaks', () => {
    const texts = [
      'وہ پڑھنا پسند کرتا ہے۔',
      '👩‍👩‍👧 🏳️‍🌈',
      '“Don’t” <b>&amp;</b> ]]> "x"',
      '  two  ',
      'one\ntwo\n\nfour\t.',
      'a\u00a0b\u2028c',
      '\u202Eabc\u202C',
      '',
    ];
    expect(through(texts)).toMatchObject({ texts, issued: texts, notes: [] });
  });

  it('control characters cannot be kept in a document: they are left out, and the field is named', () => {
    const answer = through(['a\u0000b\u0008c\uFFFEd\uD800e']);
    expect(answer.texts).toEqual(['abcde']);
    expect(answer.notes).toEqual([{ tag: 'strengths', words: 'Text 0 held characters that a document cannot keep; they were left out.' }]);
  });

  it('Windows line ends become the one kind that Word keeps', () => {
    expect(through(['a\r\nb\rc']).texts).toEqual(['a\nb\nc']);
  });

  itWithReference('each string of the list of naughty strings', () => {
    const strings = (JSON.parse(readFileSync(reference('blns.json'), 'utf8')) as string[]).filter((text) => text !== undefined);
    expect(strings.length).toBeGreaterThan(500);
    const wanted = strings.map((text) => legalText(text.replace(/\r\n?/g, '\n')));
    const answer = through(strings);
    expect(answer.texts).toEqual(wanted);
    expect(answer.issued).toEqual(wanted);
  });

  it('holds for whatever text a machine can think of', () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(texts, (wanted) => {
        expect(through(wanted).texts).toEqual(wanted.map((text) => legalText(text.replace(/\r\n?/g, '\n'))));
      }),
      { numRuns: 60 },
    );
  });
});
