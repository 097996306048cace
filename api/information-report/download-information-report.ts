import type { InformationReport } from '#contract/information-report.ts';
import type { Day } from '#domain/calendar/day.ts';
import { schoolYearStarting } from '#domain/calendar/school-year.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { type PrintedReport, titleOf } from './printed-report.ts';
import { reportDocument } from './report-document.ts';
import { reportPage } from './report-page.ts';
import { editionsOf, type StoredEdition } from './report-records.ts';
import { noSuchReport, reportOf, schoolAsked, yearStarting } from './report-reply.ts';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
} as const;

/** The report as a Word document or a page for the website: an edition as it was published, or what stands now as a draft. */
export const downloadInformationReport =
  (parts: Parts): Casework['downloadInformationReport'] =>
  async (actor, { school: asked, edition, as }) => {
    permitInHouse(actor, 'open-information-report');
    const today = parts.clock.today(actor.timeZone);
    const school = schoolAsked(actor, asked);
    const printed = await parts.database.within(actor.scope, async (tx): Promise<PrintedReport> => {
      const report = await reportOf(tx, actor, school, yearStarting(today), today);
      const found = edition && (await editionsOf(tx, actor.scope.organisation, school)).find(({ id }) => id === edition);
      if (edition && !found) throw noSuchReport();
      await note(tx, parts, actor, 'download-information-report', undefined, { school, as, edition: edition ?? null });
      return found ? published(report.school.name, found) : draft(report, today);
    });
    const bytes = as === 'docx' ? await reportDocument(printed) : new TextEncoder().encode(reportPage(printed));
    const name = `${titleOf(printed).replace('/', '-')}${printed.draft ? ' draft' : ''}.${as}`;
    return { name, type: TYPES[as], base64: Buffer.from(bytes).toString('base64') };
  };

const published = (school: string, { year, on, items }: StoredEdition): PrintedReport => ({
  school,
  year: schoolYearStarting(year).name,
  updated: on,
  draft: false,
  items,
});

const draft = ({ school, year, items }: InformationReport, today: Day): PrintedReport => ({
  school: school.name,
  year: year.name,
  updated: today,
  draft: true,
  items: items.map(({ id, title, words }) => ({ item: id, title, words })),
});
