import { describe, expect, it } from '@jest/globals';
import { fillTemplate } from '#api/plans/document/fill.ts';
import type { PlanTemplate } from '#domain/plans/block.ts';
import { draftPlan } from '#domain/plans/draft.ts';
import { partNames, partOf, read, zipOf } from '#tests/api/plans/document/docx-files.ts';
import { metaFor } from '#tests/api/plans/document/shipped.ts';
import { callum, day, inTheFolder } from '#tests/domain/plans/callum.ts';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const run = (text: string) => `<w:r><w:rPr><w:i/></w:rPr><w:t>${text}</w:t></w:r>`;
const sdt = (tag: string, content: string, kind = '') =>
  `<w:sdt><w:sdtPr><w:alias w:val="${tag}"/><w:tag w:val="${tag}"/><w:id w:val="${tag.length * 7}"/>${kind}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const paragraph = (inside: string) => `<w:p>${inside}</w:p>`;
const cell = (inside: string) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${inside}</w:tc>`;

/** A council's form: controls around whole paragraphs, in cells and around cells, and a row without a repeating section. */
const body = [
  paragraph(`<w:r><w:t>Westmere Council, form 7b</w:t></w:r>`),
  sdt('ChildStrengths', paragraph(run('type here')) + paragraph(run('and here')), '<w:richText/>'),
  paragraph(`Ref: `.replace(/.+/, '<w:r><w:t xml:space="preserve">Ref: </w:t></w:r>') + sdt('Ref', run('ref'))),
  sdt('ParentSays', paragraph(run('parent'))),
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr>${cell(paragraph('<w:r><w:t>Support</w:t></w:r>'))}${cell(paragraph('<w:r><w:t>Adult</w:t></w:r>'))}</w:tr><w:tr>${cell(paragraph(sdt('SupWhat', run('what'))))}${sdt('SupWho', cell(paragraph(run('who'))))}</w:tr></w:tbl>`,
  paragraph(sdt('Signed', run('pick a date'), '<w:date><w:dateFormat w:val="d/M/yyyy"/></w:date>')),
  paragraph(sdt('TheirOwn', run('left alone'))),
].join('');

const bytes = zipOf({
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'customXml/item1.xml': '<council xmlns="urn:westmere">theirs</council>',
  'word/document.xml': `<w:document ${w}><w:body>${body}<w:sectPr/></w:body></w:document>`,
});

const mapping: PlanTemplate = {
  id: 'westmere-7b',
  kind: 'senSupport',
  name: 'Westmere form 7b',
  jurisdiction: 'england',
  version: 1,
  validFrom: day('2026-09-01'),
  controls: [
    { tag: 'ChildStrengths', field: 'strengths' },
    { tag: 'Ref', field: 'case.reference' },
    { tag: 'ParentSays', field: 'parent.view' },
    { tag: 'Signed', field: 'plan.dated' },
    { tag: 'Elsewhere', field: 'pupil.name' },
  ],
  repeats: [
    {
      tag: 'Support',
      field: 'provision',
      cells: [
        { tag: 'SupWhat', field: 'what' },
        { tag: 'SupWho', field: 'who' },
      ],
    },
  ],
};

describe('A school’s own template, made in Word, is filled by its tags', () => {
  const template = { bytes, mapping };
  const filled = fillTemplate(template, draftPlan(callum, inTheFolder, mapping), metaFor(callum, template));
  if (!filled.ok) throw new Error(filled.words);
  const xml = partOf(filled.bytes, 'word/document.xml');
  const answer = read(filled.bytes);

  it('the words stand in the school’s controls, in the school’s own look', () => {
    expect(answer.fields).toMatchObject({
      ChildStrengths: expect.stringContaining('reads aloud'),
      Ref: 'WM-0412',
      Signed: 'Fri 20 Nov 2026',
    });
    expect(xml).toContain('Westmere Council, form 7b');
    expect(xml).toMatch(/<w:rPr><w:i\/><\/w:rPr><w:t xml:space="preserve">WM-0412/);
    expect(xml).not.toContain('and here');
  });

  it('a gap wears its frame and its word, whatever styles the template has', () => {
    expect(answer.fields.ParentSays).toMatch(/^Gap: Fiona Reid’s view/);
    expect(xml).toMatch(/<w:pBdr><w:top w:val="dashed"[^>]*\/>.*Gap: Fiona Reid/);
  });

  it('a table row with the mapped controls is repeated for each line, without a repeating section too', () => {
    expect(answer.fields['Support/line-1/what']).toBe('Sentence starters');
    expect(answer.fields['Support/line-2/who']).toBe('Anna Devlin');
    expect(answer.fields['Support/line-3/who']).toBe('Gap');
    expect(xml.match(/<w:tr>/g)).toHaveLength(4);
  });

  it('what the template holds besides is left alone, its own custom XML part too', () => {
    expect(xml).toContain('left alone');
    expect(answer.unknownControls).toEqual([{ tag: 'TheirOwn', text: 'left alone' }]);
    expect(partOf(filled.bytes, 'customXml/item1.xml')).toContain('theirs');
    expect(partNames(filled.bytes)).toContain('customXml/item3.xml');
  });

  it('a date control stays a date control and is not bound to text', () => {
    expect(xml).toMatch(/<w:tag w:val="Signed"\/><w:id w:val="\d+"\/><w:date>/);
  });

  it('a tag that the mapping names and the template lacks is told', () => {
    expect(filled.notes).toEqual([{ tag: 'Elsewhere', words: 'The template has no control with the tag “Elsewhere”.' }]);
  });
});
