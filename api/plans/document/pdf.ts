import { createRequire } from 'node:module';
import path from 'node:path';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { Refusal } from '../../refusal.ts';

const fonts = path.join(path.dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto');

/** Signs that the letters laid into our PDFs can show. Arabic, Chinese and others need a letter that shapes them: Word has it. */
const SHOWN = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Refuses words that a PDF of ours would show as empty boxes. */
export const mustBeShown = (words: readonly string[]): void => {
  if (!words.every((one) => SHOWN.test(one)))
    throw new Refusal('not-ready', 'Some words are in a script that our PDF cannot show. Take the Word document: it can.');
};

/** Loaded when the first PDF is asked for: it is a megabyte that a start can do without. Nothing is ever fetched for a PDF. */
const maker = async () => {
  const { default: pdfmake } = await import('pdfmake');
  pdfmake.setFonts({
    Roboto: {
      normal: path.join(fonts, 'Roboto-Regular.ttf'),
      bold: path.join(fonts, 'Roboto-Medium.ttf'),
      italics: path.join(fonts, 'Roboto-Italic.ttf'),
      bolditalics: path.join(fonts, 'Roboto-MediumItalic.ttf'),
    },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((file) => file.startsWith(fonts));
  return pdfmake;
};

/** The bytes of a PDF, its letters within it. */
export const pdfOf = async (definition: TDocumentDefinitions): Promise<Uint8Array> =>
  (await maker()).createPdf({ defaultStyle: { font: 'Roboto' }, ...definition }).getBuffer();
