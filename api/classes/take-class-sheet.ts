import type { PaperFile } from '#contract/classes.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { sheetPage } from '#domain/classes/sheet-page.ts';
import { paperSizeOf } from '#domain/pupils/paper-size.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { asPaper } from '../plans/document/paper.ts';
import { nationWhere } from '../register/known-records.ts';
import { openClassSheet } from './open-class-sheet.ts';
import { sheetDocument } from './sheet-document.ts';
import { sheetPdf } from './sheet-pdf.ts';
import { shortenedWords } from './sheet-words.ts';

/** Takes the class sheet of today as Word or PDF: what the page shows, by the same rule, one side for up to eight pupils (duty 4 A1). */
export const takeClassSheet = (parts: Parts): Casework['takeClassSheet'] => {
  const open = openClassSheet(parts);
  return async (actor, { class: taken, format, paper: wanted }): Promise<PaperFile> => {
    const sheet = await open(actor, { class: taken });
    const paper = await parts.database.within(actor.scope, async (tx) => {
      await note(tx, parts, actor, 'take-class-sheet', undefined, { class: taken, format });
      return wanted ?? paperSizeOf(await nationWhere(tx, actor.scope.organisation));
    });
    const page = sheetPage(sheet.rows, paper);
    const printedAt = localTimeOf(parts.clock.now(), actor.timeZone).time;
    const content = await (format === 'docx' ? sheetDocument : sheetPdf)(sheet, page, printedAt, paper);
    return asPaper(`${sheet.name} what helps ${sheet.day}`, format, content, shortenedWords(page) || 'The whole sheet is on the paper.');
  };
};
