import { describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import { fillTemplate } from '#api/plans/document/fill.ts';
import { readDocument } from '#api/plans/document/read.ts';
import { readAdvice } from '#api/plans/document/read-advice.ts';
import { inDocument, planFile, zipOf } from '#tests/api/plans/document/docx-files.ts';
import { metaFor, shipped } from '#tests/api/plans/document/shipped.ts';
import { callum } from '#tests/domain/plans/callum.ts';

const file = planFile();
const why = (bytes: Uint8Array): string => {
  const answer = readDocument(bytes);
  if (answer.ok) return 'read';
  expect(answer.words).toMatch(/^[A-Z].+\.$/);
  expect(answer.words).not.toMatch(/please|!/i);
  const advice = readAdvice(bytes);
  expect(advice.ok ? 'read' : advice.why).toBe(answer.why);
  return answer.why;
};

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const document = (inside: string) => zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': inside });

describe('A file that should not be opened is answered, not met with a crash', () => {
  it('a photograph, an empty file and a page of text are not Word documents', () => {
    expect(why(new Uint8Array())).toBe('not-a-document');
    expect(why(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2]))).toBe('not-a-document');
    expect(why(new TextEncoder().encode('Dear Ms Okafor'))).toBe('not-a-document');
  });

  it('a document under a password is told from a damaged one', () => {
    expect(why(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]))).toBe('password');
  });

  it('a zip that holds no document, such as a workbook, is not a Word document', () => {
    expect(why(zipOf({ 'xl/workbook.xml': '<workbook/>' }))).toBe('not-a-document');
  });

  it('a file cut short, or with a byte turned over, is damaged or read, never a crash', () => {
    for (let cut = 10; cut < file.length; cut += 997) expect(['damaged', 'not-a-document']).toContain(why(file.slice(0, cut)));
    for (let at = 4; at < file.length; at += 911) {
      const bytes = Uint8Array.from(file);
      bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      const [plan, advice] = [readDocument(bytes), readAdvice(bytes)];
      for (const answer of [plan, advice]) expect(answer.ok || answer.words.length > 0).toBe(true);
    }
  });

  it('a zip bomb is refused by its declared size, before it is unpacked', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(70 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(why(bomb)).toBe('too-big');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
  });

  it('thousands of entries, or a file of 25 MB, are too much for a plan', () => {
    expect(why(zipOf(Object.fromEntries(Array.from({ length: 2100 }, (_, index) => [`word/media/${index}.txt`, '']))))).toBe('too-big');
    expect(why(new Uint8Array(26 * 1024 * 1024).fill(0x50, 0, 1).fill(0x4b, 1, 2))).toBe('too-big');
  });

  it('a declaration of entities is refused, so that nothing is fetched and nothing multiplies', () => {
    const entity = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    expect(why(document(`${entity}<w:document ${w}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>`))).toBe('unsafe');
  });

  it('an entity that nobody declared is damage', () => {
    expect(why(document(`<w:document ${w}><w:body><w:p><w:r><w:t>&lol;</w:t></w:r></w:p></w:body></w:document>`))).toBe('damaged');
  });

  it('a hundred thousand elements inside one another do not exhaust the stack', () => {
    expect(why(document(`<w:document ${w}>${'<w:p>'.repeat(100_000)}${'</w:p>'.repeat(100_000)}</w:document>`))).toBe('unsafe');
  });

  it('tags that cross, tags that never end and a part that is no XML are damage', () => {
    expect(why(document(`<w:document ${w}><w:p></w:document></w:p>`))).toBe('damaged');
    expect(why(document(`<w:document ${w}><w:p w:x="`))).toBe('damaged');
    expect(why(inDocument(file, () => 'PK not xml <'))).toBe('damaged');
  });

  it('a field named like a part of JavaScript’s own objects is a field like any other', () => {
    const control = (tag: string) =>
      `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>`;
    const answer = readDocument(
      document(`<w:document ${w}><w:body><w:p>${control('__proto__')}${control('constructor')}</w:p></w:body></w:document>`),
    );
    expect(answer.ok && Object.keys(answer.fields).sort()).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('a damaged template is an answer too', () => {
    const template = shipped('england-sen-support');
    const meta = metaFor(callum, template);
    expect(fillTemplate({ ...template, bytes: new Uint8Array([1, 2, 3]) }, [], meta)).toMatchObject({ ok: false, why: 'not-a-document' });
    expect(fillTemplate({ ...template, bytes: document('<w:document><w:p>') }, [], meta)).toMatchObject({ ok: false, why: 'damaged' });
  });
});
