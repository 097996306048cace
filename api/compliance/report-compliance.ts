import { schoolYearOf, schoolYearStarting } from '#domain/calendar/school-year.ts';
import { withSchoolPractice } from '#domain/caseload/school-practice.ts';
import { yearReport } from '#domain/compliance/year-report.ts';
import { nationOf } from '#domain/pupils/nation.ts';
import { rulesOf } from '#domain/timelines/jurisdictions.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import { openHouse } from '../clocks/recount.ts';
import { CONTENT_TYPES, writeWorkbook } from '../exports/write-table.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { schoolsOf } from './compliance-records.ts';
import { reportDocument } from './year-report-document.ts';
import { childrenByNeed, clocksOfYear } from './year-report-records.ts';
import { type ReportFacts, reportTables } from './year-report-tables.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** How a school year's dates were kept, as a document or a workbook in which every figure names the rows it was counted from. */
export const reportCompliance =
  (parts: Parts): Casework['reportCompliance'] =>
  async (actor, { year: starting, format = 'docx', publication = false }) => {
    permitInHouse(actor, 'export-lists');
    const today = parts.clock.today(actor.timeZone);
    const year = starting === undefined ? schoolYearOf(today) : schoolYearStarting(starting);
    if (year.from > today)
      throw new Refusal('not-valid', `The school year ${year.name} has not begun yet.`, [{ field: 'year', reason: 'has not begun yet' }]);
    const facts = await parts.database.within(actor.scope, async (tx): Promise<ReportFacts> => {
      const house = await openHouse(tx, actor.scope.organisation);
      const jurisdiction = house?.jurisdiction ?? 'england';
      const nation = nationOf(jurisdiction);
      const rules = new Map(withSchoolPractice(rulesOf(jurisdiction)).rules.map((rule) => [rule.id, rule]));
      const clocks = (await clocksOfYear(tx, actor, today, year)).map((clock) => {
        const rule = rules.get(clock.rule);
        return { ...clock, ruleTitle: rule?.title ?? clock.rule, citation: rule?.source ?? 'the school’s own' };
      });
      const children = await childrenByNeed(tx, actor, today);
      const schools = await schoolsOf(tx, actor);
      await note(tx, parts, actor, 'report-compliance', undefined, { year: year.name, format, publication, rows: clocks.length });
      const school = schools.map(({ name }) => name).join(', ');
      return { report: yearReport(clocks, year, nation, today), children, nation, school, publication };
    });
    const bytes = format === 'xlsx' ? await writeWorkbook(reportTables(facts)) : await reportDocument(facts);
    return {
      name: `Compliance report ${year.name.replace('/', '-')}${publication ? ' for publication' : ''}.${format}`,
      type: format === 'xlsx' ? CONTENT_TYPES.xlsx : DOCX,
      content: Buffer.from(bytes).toString('base64'),
      rows: facts.report.rows.length,
      words: `The year ${year.name} so far as its dates have passed. The audit trail notes it.`,
    };
  };
