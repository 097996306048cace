import type { Day } from '#domain/calendar/day.ts';
import { type CandidateLine, invigilatorsList, listSentence } from '#domain/exams/invigilators-list.ts';
import { firstPaper, nextSummer, seasonsAhead, seasonWords } from '#domain/exams/season.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import { schoolsWhere } from '../classes/class-records.ts';
import type { Table } from '../exports/table.ts';
import { CONTENT_TYPES, writeTable } from '../exports/write-table.ts';
import type { Parts } from '../parts.ts';
import { plainDocument } from '../plans/document/plain-document.ts';
import { pageOfPages, paragraph, plainTable, run, tab } from '../plans/document/templates/wordml.ts';
import { Refusal } from '../refusal.ts';
import { DOCX } from './draft-application.ts';
import { examCases, keptDates, schoolNames } from './exam-records.ts';

const COLUMNS = [
  { title: 'Candidate', width: 3200 },
  { title: 'Year and class', width: 1800 },
  { title: 'What is given', width: 4638 },
] as const;

const cellsOf = ({ name, yearGroup, className, arrangements }: CandidateLine): readonly string[] => [
  name,
  `Year ${yearGroup}${className ? `, ${className}` : ''}`,
  arrangements.join('; '),
];

type Head = { readonly season: string; readonly school: string; readonly today: Day };

const asDocument = (lines: readonly CandidateLine[], { season, school, today }: Head): Uint8Array =>
  plainDocument({
    header: paragraph('Header', run(school), tab, run('For invigilators')),
    footer: paragraph('Footer', run('Give it back after the exams, or shred it'), tab, pageOfPages),
    body: [
      paragraph('Title', run(`Exam arrangements, ${season}`)),
      paragraph('Subtitle', run(listSentence(lines, today))),
      plainTable(COLUMNS, lines.map(cellsOf)),
    ].join(''),
  });

const asTable = (lines: readonly CandidateLine[], { season }: Head): Table => ({
  title: `Exam arrangements ${season}`,
  columns: COLUMNS.map(({ title }, index) => ({ title, width: [28, 18, 60][index]! })),
  rows: lines.map(cellsOf),
});

/** Who is given what in a season, for invigilators: names and arrangements that hold on its first day, no need and no diagnosis. */
export const listForInvigilators =
  (parts: Parts): Casework['listForInvigilators'] =>
  async (actor, { season: asked, as }) => {
    permitInHouse(actor, 'open-exams');
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const { organisation } = actor.scope;
      const kept = await keptDates(tx, organisation);
      const season = asked ?? nextSummer(seasonsAhead(today, kept));
      const schools = await schoolsWhere(tx, actor, ['coordinator', 'leader'], today);
      const lines = invigilatorsList(await examCases(tx, organisation, schools), firstPaper(season, kept));
      if (lines.length === 0)
        throw new Refusal(
          'not-ready',
          `Nobody has an arrangement that holds in ${seasonWords(season)}: approve one, or say that the school gives it.`,
        );
      const head = { season: seasonWords(season), school: await schoolNames(tx, organisation, schools), today };
      await note(tx, parts, actor, 'list-for-invigilators', undefined, { season, as, rows: lines.length });
      const bytes = as === 'docx' ? asDocument(lines, head) : await writeTable(asTable(lines, head), 'xlsx');
      const type = as === 'docx' ? DOCX : CONTENT_TYPES.xlsx;
      return { name: `Exam arrangements ${season} ${today}.${as}`, type, base64: Buffer.from(bytes).toString('base64') };
    });
  };
