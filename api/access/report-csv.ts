import type { DisclosureReport } from '#domain/access/disclosure-report.ts';
import { looksLikeFormula } from '#domain/roster/formula.ts';

/** One cell: quoted, and never taken for a formula by a spreadsheet. */
const cell = (text: string): string => `"${(looksLikeFormula(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** The report as a table, for a spreadsheet: UTF-8 with its mark, so that Excel reads names as they are written. */
export const reportCsv = ({ parts, notes }: DisclosureReport): Uint8Array => {
  const rows = [
    ['Part', 'When', 'Who', 'What', 'Why'],
    ...parts.flatMap(({ heading, lines }) => lines.map(({ when, who, what, why }) => [heading, when, who, what, why])),
    ...notes.map((words) => ['Note', '', '', words, '']),
  ];
  return new TextEncoder().encode(`\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`);
};
