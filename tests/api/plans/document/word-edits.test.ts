import { describe, expect, it } from '@jest/globals';
import { differences } from '#domain/plans/differences.ts';
import { inDocument, partOf, planFile, read } from '#tests/api/plans/document/docx-files.ts';

const strengths = 'Callum reads aloud fluently and remembers facts, maps and timetables.';
const file = planFile();
const asRun = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** The runs inside the control with this tag, replaced as Word would have replaced them. */
const rewrite = (tag: string, runs: string): Uint8Array =>
  inDocument(file, (xml) => {
    const at = xml.indexOf(`<w:tag w:val="${tag}"/>`);
    const start = xml.indexOf('<w:sdtContent>', at) + '<w:sdtContent>'.length;
    return xml.slice(0, start) + runs + xml.slice(xml.indexOf('</w:sdtContent>', start));
  });

const textAfter = (tag: string, runs: string): string | undefined => read(rewrite(tag, runs)).fields[tag];

describe('What Word does to a file while people write in it', () => {
  it('text that Word split into runs with spelling marks is one text', () => {
    const runs = `<w:proofErr w:type="spellStart"/>${asRun('Callum re')}<w:proofErr w:type="spellEnd"/><w:bookmarkStart w:id="9" w:name="_GoBack"/>${asRun('ads.')}<w:bookmarkEnd w:id="9"/>`;
    expect(textAfter('strengths', runs)).toBe('Callum reads.');
  });

  it('under tracked changes, inserted text counts and deleted text does not', () => {
    const runs = `${asRun('He is kind')}<w:ins w:id="90" w:author="A" w:date="2026-11-20T16:48:00Z">${asRun(' to younger pupils')}</w:ins><w:del w:id="91" w:author="A"><w:r><w:delText> sometimes</w:delText></w:r></w:del>${asRun('.')}`;
    expect(textAfter('strengths', runs)).toBe('He is kind to younger pupils.');
  });

  it('moved text counts where it went, not where it was', () => {
    const runs = `<w:moveFrom w:id="1" w:author="A">${asRun('maps')}</w:moveFrom>${asRun('facts, ')}<w:moveTo w:id="2" w:author="A">${asRun('maps')}</w:moveTo>`;
    expect(textAfter('strengths', runs)).toBe('facts, maps');
  });

  it('line breaks and tabs are text; a page break is not', () => {
    expect(textAfter('strengths', '<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:br w:type="page"/></w:r>')).toBe(
      'one\ntwo\tthree',
    );
  });

  it('two paragraphs in one control are two lines', () => {
    const tag = 'strengths';
    const changed = inDocument(file, (xml) => {
      const at = xml.indexOf(`<w:tag w:val="${tag}"/>`);
      const paragraph = xml.lastIndexOf('<w:p>', at);
      const end = xml.indexOf('</w:p>', at) + 6;
      return `${xml.slice(0, paragraph)}<w:sdt><w:sdtPr><w:tag w:val="${tag}"/></w:sdtPr><w:sdtContent><w:p>${asRun('one')}</w:p><w:p>${asRun('two')}</w:p></w:sdtContent></w:sdt>${xml.slice(end)}`;
    });
    expect(read(changed).fields[tag]).toBe('one\ntwo');
  });

  it('a control inside a control is part of its text and stands for itself', () => {
    const inner = `<w:sdt><w:sdtPr><w:tag w:val="own.date"/></w:sdtPr><w:sdtContent>${asRun('12 May')}</w:sdtContent></w:sdt>`;
    const answer = read(rewrite('strengths', `${asRun('Since ')}${inner}${asRun('.')}`));
    expect(answer.fields.strengths).toBe('Since 12 May.');
    expect(answer.unknownControls).toEqual([{ tag: 'own.date', text: '12 May' }]);
  });

  it('an emptied control shows its prompt, and the prompt is not text', () => {
    const emptied = inDocument(rewrite('strengths', asRun('Click or tap here to enter text.')), (xml) =>
      xml.replace('<w:tag w:val="strengths"/>', '<w:tag w:val="strengths"/><w:showingPlcHdr/>'),
    );
    expect(read(emptied).fields.strengths).toBe('');
  });

  it('a deleted control is reported, and is a difference', () => {
    const cut = inDocument(file, (xml) => {
      const at = xml.indexOf('<w:tag w:val="pupil.view"/>');
      return xml.slice(0, xml.lastIndexOf('<w:sdt>', at)) + xml.slice(xml.indexOf('</w:sdt>', at) + 8);
    });
    const answer = read(cut);
    expect(answer.removed).toEqual(['pupil.view']);
    const found = differences({ issued: answer.issued, record: answer.issued, document: answer.fields });
    expect(found).toMatchObject([{ tag: 'pupil.view', document: null, state: 'document-changed' }]);
  });

  it('the source numbers and the gap behind a goal are not read as its text', () => {
    expect(partOf(file, 'word/document.xml')).toContain('Gap: how often, out of how many, by when?');
    expect(read(file).fields['goals/goal-2/text']).toBe('Callum will ask for help more often.');
    const moved = rewrite('strengths', `${asRun(strengths)}<w:r><w:rPr><w:rStyle w:val="WaymarkSource"/></w:rPr><w:t>1</w:t></w:r>`);
    expect(read(moved).fields.strengths).toBe(strengths);
  });

  it('a row that somebody added in Word is a new row with its own cells', () => {
    const added = inDocument(file, (xml) => {
      const at = xml.indexOf('<w:tag w:val="provision/line-2/what"/>');
      const start = xml.lastIndexOf('<w15:repeatingSectionItem/>', at);
      const open = xml.lastIndexOf('<w:sdt>', start);
      const end = xml.indexOf('</w:tr></w:sdtContent></w:sdt>', at) + '</w:tr></w:sdtContent></w:sdt>'.length;
      const row = xml.slice(open, end);
      return xml.slice(0, end) + row.replaceAll('Now–next card check', 'Reading partner').replace('>5 min<', '>20 min<') + xml.slice(end);
    });
    const answer = read(added);
    expect(answer.fields['provision/line-2/what']).toBe('Now–next card check');
    expect(answer.fields).toMatchObject({
      'provision/new-1/what': 'Reading partner',
      'provision/new-1/howLong': '20 min',
      'provision/new-1/who': 'Anna Devlin',
    });
    const found = differences({ issued: answer.issued, record: answer.issued, document: answer.fields });
    expect(found.map((one) => one.tag).every((tag) => tag.startsWith('provision/new-1/'))).toBe(true);
  });

  it('a name that stands in two places takes the place where it was changed', () => {
    const changed = inDocument(file, (xml) => {
      const at = xml.indexOf('<w:tag w:val="school.name"/>');
      const words = xml.indexOf('Hollin Bank School', at);
      return `${xml.slice(0, words)}Hollin Bank Academy${xml.slice(words + 'Hollin Bank School'.length)}`;
    });
    expect(read(changed).fields['school.name']).toBe('Hollin Bank Academy');
  });

  it('another program’s prefix for Word’s namespace makes no difference', () => {
    const other = inDocument(file, (xml) =>
      xml.replaceAll('<w:', '<x:').replaceAll('</w:', '</x:').replaceAll(' w:', ' x:').replace('xmlns:w=', 'xmlns:x='),
    );
    expect(read(other).fields).toEqual(read(file).fields);
  });

  it('a file saved as Strict Open XML is read like any other', () => {
    const strict = inDocument(file, (xml) =>
      xml.replace('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'),
    );
    expect(read(strict).fields).toMatchObject({ strengths: read(file).fields.strengths });
  });
});
