import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx';

/** A letter as it is printed: who writes, the day, to whom, the subject, and the text line by line. */
export type Letter = {
  readonly from: string;
  readonly telephone: string | null;
  readonly day: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

const AFTER = { after: 120 } as const;

const line = (text: string, more: { bold?: boolean; right?: boolean } = {}): Paragraph =>
  new Paragraph({
    spacing: AFTER,
    ...(more.right ? { alignment: AlignmentType.RIGHT } : {}),
    children: [new TextRun({ text, bold: more.bold ?? false })],
  });

/** The letter as a .docx of one page or two, ready to print. */
export const letterDocument = async ({ from, telephone, day, to, subject, text }: Letter): Promise<Uint8Array> =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({
        creator: 'Waymark',
        lastModifiedBy: 'Waymark',
        title: subject,
        styles: { default: { document: { run: { font: 'Segoe UI', size: 22 } } } },
        sections: [
          {
            children: [
              line(from, { bold: true, right: true }),
              ...(telephone ? [line(telephone, { right: true })] : []),
              line(day, { right: true }),
              line(to),
              line(subject, { bold: true }),
              ...text.split('\n').map((words) => line(words)),
            ],
          },
        ],
      }),
    ),
  );
