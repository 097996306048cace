import { describe, expect, it } from '@jest/globals';
import { fillTemplate } from '#api/plans/document/fill.ts';
import { readDocument } from '#api/plans/document/read.ts';
import { fieldsOf } from '#domain/plans/block.ts';
import { differences } from '#domain/plans/differences.ts';
import { draftPlan } from '#domain/plans/draft.ts';
import { metaFor, shipped } from '#tests/api/plans/document/shipped.ts';
import { callum, inTheFolder } from '#tests/domain/plans/callum.ts';

describe('A plan goes into a document and comes back', () => {
  const template = shipped('england-sen-support');
  const blocks = draftPlan(callum, inTheFolder, template.mapping);
  const filled = fillTemplate(template, blocks, metaFor(callum, template));
  if (!filled.ok) throw new Error(filled.words);
  const read = readDocument(filled.bytes);
  if (!read.ok) throw new Error(read.words);

  it('every passage of the draft is read back exactly', () => {
    expect(read.fields).toEqual(fieldsOf(blocks));
    expect(read.issued).toEqual(fieldsOf(blocks));
    expect(read.removed).toEqual([]);
    expect(read.unknownControls).toEqual([]);
  });

  it('the document knows its case, plan and version', () => {
    expect(read).toMatchObject({ linked: true, kind: 'senSupport', planId: 'plan-0412-4', version: 4, pupilCaseRef: 'WM-0412' });
  });

  it('an untouched document differs in nothing from the record', () => {
    expect(differences({ issued: read.issued, record: fieldsOf(blocks), document: read.fields })).toEqual([]);
  });

  it('each source is carried with its version and date', () => {
    expect(read.sources.map(({ source }) => source)).toContainEqual(inTheFolder[0]?.file);
  });

  it('the same draft always gives the same bytes', () => {
    const again = fillTemplate(template, blocks, metaFor(callum, template));
    expect(again.ok && Buffer.compare(again.bytes, filled.bytes)).toBe(0);
  });
});
