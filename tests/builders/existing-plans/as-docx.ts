import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Sample, SamplePart } from './sample.ts';

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

const cellOf = (text: string, bold: boolean, width: number): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    children: text.split('\n').map((line) => new Paragraph({ children: [new TextRun({ text: line, bold })] })),
  });

function partOf(part: SamplePart): readonly (Paragraph | Table)[] {
  if ('heading' in part) return [new Paragraph({ text: part.heading, heading: levels[(part.level ?? 1) - 1] ?? HeadingLevel.HEADING_1 })];
  if ('text' in part) return [new Paragraph({ text: part.text, spacing: { after: 120 } })];
  if ('items' in part) return part.items.map((text) => new Paragraph({ text, numbering: { reference: 'items', level: 0 } }));
  const columns = Math.max(...part.table.map((row) => row.length));
  const rows = part.table.map(
    (row, index) =>
      new TableRow({
        children: row.map((text, column) => cellOf(text, Boolean(part.header) && index === 0, part.widths?.[column] ?? 100 / columns)),
      }),
  );
  return [new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } }), new Paragraph('')];
}

/** The sample as a Word file. */
export async function asDocx({ title, running, landscape, parts }: Sample): Promise<Uint8Array> {
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'items',
          levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', style: { paragraph: { indent: { left: 400, hanging: 260 } } } }],
        },
      ],
    },
    sections: [
      {
        properties: landscape ? { page: { size: { orientation: PageOrientation.LANDSCAPE } } } : {},
        headers: running ? { default: new Header({ children: [new Paragraph(running.head)] }) } : {},
        footers: running
          ? {
              default: new Footer({
                children: [new Paragraph({ children: [new TextRun(`${running.foot} `), new TextRun({ children: [PageNumber.CURRENT] })] })],
              }),
            }
          : {},
        children: [new Paragraph({ text: title, heading: HeadingLevel.TITLE }), ...parts.flatMap(partOf)],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
