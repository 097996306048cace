import type { Day, Instant } from '#domain/calendar/day.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { GUIDANCE } from '#domain/guidance/kinds.ts';
import { saidIn } from '#domain/guidance/said.ts';
import { type PaperSize, paperSizeOf } from '#domain/pupils/paper-size.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { plainDocument } from '../plans/document/plain-document.ts';
import { pageOfPages, paragraph, run, tab } from '../plans/document/templates/wordml.ts';
import { nationWhere } from '../register/known-records.ts';
import { guidanceToChange, type StoredGuidance } from './guidance-records.ts';
import { noSuchGuidance } from './guidance-reply.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A plan or a strategy as a Word document to print. Fields that say nothing are left out. */
export const downloadGuidance =
  (parts: Parts): Casework['downloadGuidance'] =>
  async (actor, { entry }) => {
    permitInHouse(actor, 'open-guidance');
    return parts.database.within(actor.scope, async (tx) => {
      const row = await guidanceToChange(tx, actor.scope.organisation, entry);
      if (!row) throw noSuchGuidance();
      await note(tx, parts, actor, 'download-guidance', undefined, { entry, kind: row.kind });
      const bytes = asDocument(row, actor.timeZone, paperSizeOf(await nationWhere(tx, actor.scope.organisation)));
      return {
        name: `${GUIDANCE[row.kind].title} ${parts.clock.today(actor.timeZone)}.docx`,
        type: DOCX,
        base64: Buffer.from(bytes).toString('base64'),
      };
    });
  };

const asDocument = (row: StoredGuidance, zone: string, paper: PaperSize): Uint8Array => {
  const { title, fields } = GUIDANCE[row.kind];
  const changed = dayWordsWithYear(dayIn(zone, row.changedAt as Instant));
  return plainDocument(
    {
      header: paragraph('Header', run(title), tab, run(row.class?.name ?? '')),
      footer: paragraph('Footer', run(`${row.changedBy}, ${changed}`), tab, pageOfPages),
      body: [
        paragraph('Title', run(saidIn(fields[0]!, row.values))),
        paragraph('Subtitle', run([row.class?.name, `by ${row.maker}`].filter(Boolean).join(' · '))),
        ...fields.slice(1).flatMap((field) => {
          const said =
            field.type === 'day' && row.values[field.key] ? dayWordsWithYear(row.values[field.key] as Day) : saidIn(field, row.values);
          const lines = said.split('\n').filter((line) => line.trim() !== '');
          return lines.length === 0
            ? []
            : [paragraph('FieldLabel', run(field.label)), ...lines.map((line) => paragraph('Field', run(line)))];
        }),
      ].join(''),
    },
    paper,
  );
};
