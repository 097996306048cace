import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Fields } from '#domain/plans/block.ts';
import { accept, type Choice, differences, needsDecision } from '#domain/plans/differences.ts';

const issued = { strengths: 'He is kind to younger pupils.', 'provision/l1/timesAWeek': '5', view: '“I like it.”', until: '26 Mar 2027' };
const record = { ...issued, 'provision/l1/timesAWeek': '3', until: '28 May 2027' };
const document = {
  ...issued,
  strengths: 'He is kind to younger pupils and helps in the Year 1 library session on Fridays.',
  'provision/l1/timesAWeek': '4',
  until: '28 May 2027',
};
const found = differences({ issued, record, document }, { strengths: 'Strengths' });

describe('A changed document is held against the record, three ways', () => {
  it('says who changed what: the document, both differently, both alike', () => {
    expect(found.map(({ tag, label, state }) => [tag, label, state])).toEqual([
      ['strengths', 'Strengths', 'document-changed'],
      ['provision/l1/timesAWeek', 'provision/l1/timesAWeek', 'both-changed'],
      ['until', 'until', 'same-change'],
    ]);
    expect(found[1]).toMatchObject({ issued: '5', record: '3', document: '4' });
  });

  it('what only the record changed is listed and needs no decision', () => {
    const [only] = differences({ issued, record: { ...issued, view: '“I love it.”' }, document: issued });
    expect(only).toMatchObject({ tag: 'view', state: 'record-changed' });
    expect(only && needsDecision(only)).toBe(false);
  });

  it('what Word changes by itself is no change', () => {
    const words = { a: 'one two\nthree', b: 'end' };
    expect(differences({ issued: words, record: words, document: { a: 'one\u00a0two \r\nthree', b: 'end\n' } })).toEqual([]);
  });

  it('a deleted passage and an added row are differences', () => {
    const { view: _, ...rest } = issued;
    expect(differences({ issued, record: issued, document: { ...rest, 'provision/new-1/what': 'Reading partner' } })).toMatchObject([
      { tag: 'view', document: null, state: 'document-changed' },
      { tag: 'provision/new-1/what', issued: null, record: null, document: 'Reading partner', state: 'document-changed' },
    ]);
  });
});

describe('Differences are accepted one by one', () => {
  it('the document’s words are taken, the record’s kept, and the person’s own put in', () => {
    const { fields, changes, open } = accept(record, found, {
      strengths: 'document',
      'provision/l1/timesAWeek': { words: '4, until Easter' },
    });
    expect(fields).toEqual({ ...record, strengths: document.strengths, 'provision/l1/timesAWeek': '4, until Easter' });
    expect(changes.map(({ tag, to }) => [tag, to])).toEqual([
      ['strengths', document.strengths],
      ['provision/l1/timesAWeek', '4, until Easter'],
    ]);
    expect(open).toEqual([]);
  });

  it('what nobody decided keeps the record’s words and stays open', () => {
    const { fields, changes, open } = accept(record, found, {});
    expect(fields).toEqual(record);
    expect(changes).toEqual([]);
    expect(open.map(({ tag }) => tag)).toEqual(['strengths', 'provision/l1/timesAWeek']);
  });

  it('a passage whose deletion is accepted is gone; one whose deletion is refused stays', () => {
    const { view: _, ...rest } = issued;
    const deleted = differences({ issued, record: issued, document: rest });
    expect(accept(issued, deleted, { view: 'document' }).fields).toEqual(rest);
    expect(accept(issued, deleted, { view: 'record' }).fields).toEqual(issued);
  });

  const fields = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor'),
    fc.constantFrom('x', 'y', 'z'),
  ) as fc.Arbitrary<Fields>;
  const choices = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd', 'constructor'),
    fc.constantFrom<Choice>('document', 'record', { words: 'own' }),
  );

  it('doing it twice gives the same as once, and every passage of the record is kept, changed by choice, or deleted by choice', () => {
    fc.assert(
      fc.property(fields, fields, fields, choices, (was, now, doc, chosen) => {
        const all = differences({ issued: was, record: now, document: doc });
        const once = accept(now, all, chosen);
        expect(accept(once.fields, all, chosen).fields).toEqual(once.fields);
        for (const [tag, words] of Object.entries(now)) {
          if (!Object.hasOwn(chosen, tag)) expect(Object.hasOwn(once.fields, tag) && once.fields[tag]).toBe(words);
        }
      }),
      { numRuns: 500 },
    );
  });
});
