import { applicationDraft, toApplyFor } from '#domain/exams/application.ts';
import { gapsOf } from '#domain/exams/gaps.ts';
import { firstPaper, nextSummer, seasonsAhead } from '#domain/exams/season.ts';
import { noSuchCase, permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { applicationDocument } from './application-document.ts';
import { examCaseOf, keptDates } from './exam-records.ts';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A draft application as a Word document, out of the record alone; what is missing is listed in it. The file carries the case, no name. */
export const draftExamApplication =
  (parts: Parts): Casework['draftExamApplication'] =>
  async (actor, { pupil }) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'draft-exam-application', pupil, today);
      const found = await examCaseOf(tx, actor.scope.organisation, pupil);
      if (!found) throw noSuchCase();
      if (toApplyFor(found).length === 0)
        throw new Refusal('not-ready', 'There is nothing to apply for: add an exam arrangement that is not approved yet.');
      const kept = await keptDates(tx, actor.scope.organisation);
      const first = firstPaper(nextSummer(seasonsAhead(today, kept)), kept);
      const bytes = applicationDocument(applicationDraft(found, gapsOf(found, first), today));
      await note(tx, parts, actor, 'draft-exam-application', pupil);
      const name = `${found.caseRef ?? 'Pupil'} exam arrangements draft ${today}.docx`;
      return { name, type: DOCX, base64: Buffer.from(bytes).toString('base64') };
    });
  };
