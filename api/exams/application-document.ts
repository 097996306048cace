import type { ApplicationDraft } from '#domain/exams/application.ts';
import { plainDocument } from '../plans/document/plain-document.ts';
import { heading, pageOfPages, paragraph, plainTable, run, tab } from '../plans/document/templates/wordml.ts';

const EVIDENCE = [
  { title: 'Subject', width: 1500 },
  { title: 'When and who', width: 2200 },
  { title: 'What was used', width: 2738 },
  { title: 'What was seen', width: 3200 },
] as const;

const SCORES = [
  { title: 'Tested', width: 1900 },
  { title: 'Instrument', width: 2700 },
  { title: 'Score', width: 900 },
  { title: 'By whom', width: 4138 },
] as const;

const orNone = (rows: readonly (readonly string[])[], columns: typeof EVIDENCE | typeof SCORES, none: string): string =>
  rows.length === 0 ? paragraph('Field', run(none)) : plainTable(columns, rows);

/** The draft as a Word document to read, complete and keep with the pupil's papers. */
export const applicationDocument = (draft: ApplicationDraft): Uint8Array =>
  plainDocument({
    header: paragraph('Header', run('Exam access arrangements'), tab, run('Confidential')),
    footer: paragraph('Footer', run('Draft out of the record'), tab, pageOfPages),
    body: [
      paragraph('Title', run(draft.title)),
      paragraph('Subtitle', run(draft.sentence)),
      heading('What is applied for'),
      ...draft.asked.flatMap(({ heading: asked, lines }) => [
        paragraph('FieldLabel', run(asked)),
        ...lines.map((words) => paragraph('Field', run(words))),
      ]),
      heading('Normal way of working'),
      orNone(draft.evidence, EVIDENCE, 'No evidence from a subject in the record yet.'),
      heading('Assessor’s scores'),
      orNone(draft.scores, SCORES, 'No assessor’s score in the record yet.'),
      heading('Data-protection notice'),
      paragraph('Field', run(draft.notice)),
      ...(draft.missing.length > 0
        ? [heading('Missing before it can go'), ...draft.missing.map((words) => paragraph('FieldBullet', run(words)))]
        : []),
      heading('What to know about this draft'),
      ...draft.notes.map((words) => paragraph('FieldBullet', run(words))),
    ].join(''),
  });
