import { Document, ExternalHyperlink, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { linkedPieces, reportBlocks } from '#domain/information-report/report-text.ts';
import { DRAFT_WORDS, INTRODUCTION, type PrintedReport, titleOf } from './printed-report.ts';

const FONT = 'Segoe UI';
const LINK_COLOUR = '0B5CAD';

const runs = (text: string): (TextRun | ExternalHyperlink)[] =>
  linkedPieces(text).map(({ text: words, link }) =>
    link
      ? new ExternalHyperlink({ link, children: [new TextRun({ text: words, color: LINK_COLOUR, underline: {} })] })
      : new TextRun(words),
  );

const paragraph = (text: string, bold = false): Paragraph =>
  new Paragraph({ spacing: { after: 120 }, children: bold ? [new TextRun({ text, bold })] : runs(text) });

const item = ({ title, words }: PrintedReport['items'][number]): Paragraph[] => [
  new Paragraph({ text: title, heading: HeadingLevel.HEADING_1, spacing: { before: 280, after: 100 }, keepNext: true }),
  ...reportBlocks(words).flatMap((block) =>
    block.kind === 'paragraph'
      ? [paragraph(block.text)]
      : block.lines.map((line) => new Paragraph({ bullet: { level: 0 }, spacing: { after: 60 }, children: runs(line) })),
  ),
];

/** The report as a Word document: a heading an item, addresses as links, the day it was last updated under the title. */
export const reportDocument = async (report: PrintedReport): Promise<Uint8Array> => {
  const title = titleOf(report);
  return new Uint8Array(
    await Packer.toBuffer(
      new Document({
        creator: 'Waymark',
        lastModifiedBy: 'Waymark',
        title: `${report.school}: ${title}`,
        styles: { default: { document: { run: { font: FONT, size: 23, language: { value: 'en-GB' } } } } },
        sections: [
          {
            footers: { default: new Footer({ children: [pageLine(`${report.school} · ${title}`)] }) },
            children: [
              new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
              paragraph(report.school, true),
              ...(report.draft ? [paragraph(DRAFT_WORDS, true)] : []),
              paragraph(`Last updated ${dayWordsWithYear(report.updated)}`),
              paragraph(INTRODUCTION),
              ...report.items.flatMap(item),
            ],
          },
        ],
      }),
    ),
  );
};

const pageLine = (text: string): Paragraph =>
  new Paragraph({
    children: [`${text} · page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES].map(
      (part) => new TextRun({ children: [part], size: 16 }),
    ),
  });
