import { disclosureReport } from '#domain/access/disclosure-report.ts';
import { paperSizeOf } from '#domain/pupils/paper-size.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { nationWhere } from '../register/known-records.ts';
import { listsOpenedSince } from './disclosure-records.ts';
import { disclosuresOf } from './disclosures.ts';
import { noSuchCase, permit } from './permit.ts';
import { reportCsv } from './report-csv.ts';
import { reportDocument } from './report-document.ts';
import { accessPupil } from './who-sees-records.ts';

/** A report holds the whole trail; this many rows are ten years of a busy case. */
const WHOLE_TRAIL = 20_000;

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
} as const;

/**
 * Who has seen or been sent a pupil's record, for a family who asks: IDEA 34 CFR 300.614, FERPA 99.32. The coordinator reads it before it
 * goes. The file carries the case, never a name; that it was made is in the trail too.
 */
export const reportDisclosures =
  (parts: Parts): Casework['reportDisclosures'] =>
  (actor, { pupil, as }) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'report-disclosures', pupil, today);
      const found = await accessPupil(tx, actor.scope.organisation, pupil);
      if (!found) throw noSuchCase();
      const when = { zone: actor.timeZone, today };
      const { seen, seenSince } = await disclosuresOf(tx, actor.scope.organisation, pupil, when, WHOLE_TRAIL);
      const about = {
        pupil: found.name,
        school: found.school,
        today,
        zone: actor.timeZone,
        since: seenSince,
        restrictedNotes: found.notes.length,
        lists: seenSince ? await listsOpenedSince(tx, actor.scope.organisation, seenSince) : 0,
      };
      const report = disclosureReport(seen, about, as === 'csv');
      await note(tx, parts, actor, 'report-disclosures', pupil, { as, lines: seen.length });
      const paper = paperSizeOf(await nationWhere(tx, actor.scope.organisation));
      const bytes = as === 'docx' ? reportDocument(report, paper) : reportCsv(report);
      const name = `${found.caseRef ?? 'Pupil'} access and disclosure ${today}.${as}`;
      return { name, type: TYPES[as], base64: Buffer.from(bytes).toString('base64') };
    });
  };
