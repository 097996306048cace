import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ReadFile } from '#api/existing-plans/reading/file-to-read.ts';
import { readFile, stopReading } from '#api/existing-plans/reading/read-file.ts';
import { asDocx } from '#tests/builders/existing-plans/as-docx.ts';
import { asPdf } from '#tests/builders/existing-plans/as-pdf.ts';
import type { Sample } from '#tests/builders/existing-plans/sample.ts';
import { SAMPLES } from '#tests/builders/existing-plans/samples.ts';
import { startChromium } from '#tests/chromium.ts';
import { holdsWhatIsExpected } from './expectations.ts';
import { lockedPdf, pageOf, pdfBomb, tinyPdf } from './hostile-files.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(async () => {
  await browser?.close();
  await stopReading();
});

const read = async (bytes: Uint8Array, { file, nation }: Sample, end: string): Promise<ReadFile> => {
  const answer = await readFile({ bytes, name: `${file}.${end}`, nation });
  if (!answer.ok) throw new Error(answer.words);
  return answer;
};

describe('each sample plan is read into the lines that stand in it', () => {
  it.each(SAMPLES.map((sample) => [sample.file, sample] as const))('%s, as a Word file', async (_, sample) => {
    holdsWhatIsExpected(await read(await asDocx(sample), sample, 'docx'), sample.expected);
  });

  it.each(SAMPLES.map((sample) => [sample.file, sample] as const))(
    '%s, as a PDF, each line with its place on the page',
    async (_, sample) => {
      const answer = await read(await asPdf(browser, sample), sample, 'pdf');
      holdsWhatIsExpected(answer, sample.expected);
      const { blocks } = answer.pages;
      for (const line of answer.plan.lines) {
        const block = blocks[line.passages[0]?.block ?? -1];
        expect(block?.lines.length).toBeGreaterThan(0);
        expect(block?.lines.every(({ box }) => box.x > 0 && box.x + box.width < 1 && box.y > 0 && box.y + box.height < 1)).toBe(true);
      }
    },
  );

  it('a larger type moves the lines over the pages and changes none of them', async () => {
    const sample = SAMPLES[0] as Sample;
    const answer = await read(await asPdf(browser, sample, 21), sample, 'pdf');
    expect(answer.pages.pages.length).toBeGreaterThan(2);
    holdsWhatIsExpected(answer, sample.expected);
  });
});

describe('a file that cannot be read says why, and costs little', () => {
  const refusal = async (bytes: Uint8Array, name = 'plan.pdf', limits?: Parameters<typeof readFile>[1]) => {
    const answer = await readFile({ bytes, name, nation: 'england' }, limits);
    return answer.ok ? 'was read' : answer.words;
  };

  it('an empty file, a picture, an old Word file and a protected one', async () => {
    expect(await refusal(new Uint8Array())).toBe('This file is empty.');
    expect(await refusal(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toBe('This file is neither a Word document (.docx) nor a PDF.');
    const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]);
    expect(await refusal(ole, 'plan.doc')).toMatch(/old kind \(\.doc\)/);
    expect(await refusal(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), 'plan.docx')).toMatch(/protected by a password/);
  });

  it('a PDF that opens with a password only', async () => {
    expect(await refusal(lockedPdf())).toBe('This file is protected by a password. Save it without the password and bring it in again.');
  });

  it('a file of more than 25 MB is not opened', async () => {
    expect(await refusal(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(26 * 1024 * 1024)]))).toMatch(/larger than 25 MB/);
  });

  it('a PDF of pictures has no text to read', async () => {
    expect(await refusal(tinyPdf([pageOf(), pageOf()]))).toMatch(/pictures of pages and no text/);
  });

  it('a PDF of two hundred pages is more than a plan', async () => {
    expect(await refusal(tinyPdf(Array.from({ length: 200 }, () => pageOf('Section B'))))).toMatch(/more than 120 pages/);
  });

  it('a PDF cut off in the middle, and one of noise, are damaged', async () => {
    expect(await refusal(Buffer.from('%PDF-1.7\nnothing of the kind'))).toMatch(/is damaged/);
    const whole = await asDocx(SAMPLES[0] as Sample);
    expect(await refusal(whole.slice(0, whole.length / 2), 'plan.docx')).toMatch(/is damaged/);
  });

  it('a PDF that unpacks without end is given up, and the memory stays bounded', async () => {
    const before = process.memoryUsage.rss();
    expect(await refusal(pdfBomb(), 'plan.pdf', { seconds: 20, megabytes: 96 })).toMatch(/more time or memory than a plan needs/);
    expect(process.memoryUsage.rss() - before).toBeLessThan(800 * 1024 * 1024);
  }, 60_000);
});
