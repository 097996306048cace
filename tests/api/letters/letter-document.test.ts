import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { letterDocument } from '#api/letters/letter-document.ts';
import type { Letter } from '#domain/letters/letter.ts';

const LETTER: Letter = {
  kind: 'consent',
  language: 'ur',
  direction: 'rtl',
  title: 'کیا آپ متفق ہیں؟',
  head: ['Hollin Bank School', 'پیر، 23 نومبر، 2026'],
  blocks: [{ kind: 'heading', text: 'ہم کیا پوچھ رہے ہیں' }],
  unchecked: [],
};

const textOf = (nation: 'england' | 'us', letter = LETTER): string =>
  strFromU8(unzipSync(letterDocument(letter, 'WM-0398', nation))['word/document.xml'] ?? new Uint8Array());

describe('a letter as a Word document', () => {
  it('is on A4 in England and on US Letter in the United States', () => {
    expect(textOf('england')).toContain('w:w="11906" w:h="16838"');
    expect(textOf('us')).toContain('w:w="12240" w:h="15840"');
  });

  it('has its title and headings bold in Arabic letters too', () => {
    expect(textOf('england').match(/<w:bCs\/><w:rtl\/>/g)).toHaveLength(2);
  });
});
