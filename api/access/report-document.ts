import type { DisclosureReport } from '#domain/access/disclosure-report.ts';
import type { PaperSize } from '#domain/pupils/paper-size.ts';
import { plainDocument } from '../plans/document/plain-document.ts';
import { heading, pageOfPages, paragraph, plainTable, run, tab } from '../plans/document/templates/wordml.ts';

const COLUMNS = [
  { title: 'When', width: 1900 },
  { title: 'Who', width: 2700 },
  { title: 'What', width: 2938 },
  { title: 'Why', width: 2100 },
] as const;

/** The report as a Word document to read, correct and hand over, on the paper of its nation. */
export const reportDocument = ({ title, sentence, parts, notes }: DisclosureReport, paper: PaperSize): Uint8Array =>
  plainDocument(
    {
      header: paragraph('Header', run('For the family'), tab, run('Confidential')),
      footer: paragraph('Footer', run('Who has seen or been sent the record'), tab, pageOfPages),
      body: [
        paragraph('Title', run(title)),
        paragraph('Subtitle', run(sentence)),
        ...parts.flatMap((part) => [
          heading(part.heading),
          part.lines.length === 0
            ? paragraph('Field', run(part.none))
            : plainTable(
                COLUMNS,
                part.lines.map(({ when, who, what, why }) => [when, who, what, why]),
              ),
        ]),
        heading('What to know about this report'),
        ...notes.map((words) => paragraph('FieldBullet', run(words))),
      ].join(''),
    },
    paper,
  );
