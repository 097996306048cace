import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { fillTemplate } from '#api/plans/document/fill.ts';
import { readDocument } from '#api/plans/document/read.ts';
import { shippedTemplate } from '#api/plans/document/shipped-templates.ts';
import type { Block } from '#domain/plans/block.ts';
import { draftPlan } from '#domain/plans/draft.ts';
import type { PlanRecord } from '#domain/plans/plan.ts';
import { metaFor } from '#tests/api/plans/document/shipped.ts';
import { callum, inTheFolder } from '#tests/domain/plans/callum.ts';

export type Measured = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly bar?: string;
  readonly ratio?: number;
};

const times = <T>(count: number, of: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => of(index));

/** Callum's plan grown to six pages: eight needs, twelve goals, twenty-four lines, as the largest real plans have. */
export const sixPages: PlanRecord = {
  ...callum,
  strengths: times(4, (index) => ({ ...callum.strengths[index % 2]!, id: `s${index}` })),
  needs: times(8, (index) => ({ ...callum.needs[index % 2]!, id: `need-${index}`, rank: index })),
  goals: times(12, (index) => ({ ...callum.goals[index % 2]!, id: `goal-${index}` })),
  provision: times(24, (index) => ({ ...callum.provision[index % 3]!, id: `line-${index}` })),
  strategies: times(12, (index) => ({ ...callum.strategies[index % 3]!, id: `t${index}` })),
  accommodations: times(8, (index) => ({ ...callum.accommodations[index % 2]!, id: `a${index}` })),
};

/** The same words by `docx` alone: paragraphs and tables, no controls, no bound data, nothing that could be read back. */
export function docxAlone(blocks: readonly Block[]): Promise<Buffer> {
  const rows = new Map<string, Block[]>();
  for (const block of blocks)
    if (block.row) rows.set(`${block.row.repeat}/${block.row.key}`, [...(rows.get(`${block.row.repeat}/${block.row.key}`) ?? []), block]);
  const singles = blocks
    .filter((block) => !block.row)
    .map((block) => new Paragraph({ children: [new TextRun({ text: block.label, bold: true }), new TextRun(block.text)] }));
  const tables = [...rows.values()].map(
    (cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell.text)] })) }),
  );
  return Packer.toBuffer(new Document({ sections: [{ children: [...singles, new Table({ rows: tables })] }] }));
}

const median = (values: number[]): number => values.sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

async function clocked(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** Composes, fills and zips a six-page plan and reads it back, in turns with `docx` alone, so that a busy machine slows both alike. */
export async function benchDocument(): Promise<Measured[]> {
  const template = shippedTemplate('england-sen-support');
  const meta = metaFor(sixPages, template);
  const compose = () => fillTemplate(template, draftPlan(sixPages, inTheFolder, template.mapping), meta);
  const filled = compose();
  if (!filled.ok) throw new Error(filled.words);
  const blocks = draftPlan(sixPages, inTheFolder, template.mapping);
  const runs = { ours: [] as number[], alone: [] as number[], read: [] as number[] };
  for (let turn = 0; turn < 60; turn++) {
    const [ours, alone, read] = [
      await clocked(compose),
      await clocked(() => docxAlone(blocks)),
      await clocked(() => readDocument(filled.bytes)),
    ];
    if (turn < 20) continue;
    runs.ours.push(ours);
    runs.alone.push(alone);
    runs.read.push(read);
  }
  const [ours, alone, read] = [median(runs.ours), median(runs.alone), median(runs.read)];
  return [
    { name: 'docx alone, the same words', value: rounded(alone), unit: 'ms' },
    {
      name: 'compose, fill and zip a six-page plan',
      value: rounded(ours),
      unit: 'ms',
      bar: '≤ 1.3 × docx alone',
      ratio: rounded(ours / alone),
    },
    { name: 'read the plan back', value: rounded(read), unit: 'ms', bar: '≤ 5 ms where docx alone takes 12', ratio: rounded(read / alone) },
  ];
}
