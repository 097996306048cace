import type { Exported, ExportListRequest, ExportPupilRequest } from '#contract/exports.ts';
import type { PupilPage } from '#contract/pupils.ts';
import type { Actor } from '#domain/access/actor.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { permit, permitInHouse } from '../access/permit.ts';
import { openActions } from '../actions/open-actions.ts';
import { note } from '../audit/note.ts';
import { openCaseload } from '../caseload/open-caseload.ts';
import { openToday } from '../caseload/open-today.ts';
import type { Casework } from '../casework.ts';
import { openClasses } from '../classes/open-classes.ts';
import { openCompliance } from '../compliance/open-compliance.ts';
import { openExams } from '../exams/open-exams.ts';
import { openExistingPlans } from '../existing-plans/open-plans.ts';
import { openMeetings } from '../meetings/open-meetings.ts';
import type { Parts } from '../parts.ts';
import { openPrivacy } from '../privacy/open-privacy.ts';
import { openPupil } from '../pupils/open-pupil.ts';
import { openEntries } from '../record/open-entries.ts';
import { Refusal } from '../refusal.ts';
import { factsOfRegister, nationWhere, staffOf } from '../register/known-records.ts';
import { complianceTable, rowsNamed } from './compliance-table.ts';
import { entriesTable, KINDS_OF_PART } from './entries-table.ts';
import { examsTable } from './exams-table.ts';
import { classesTable, existingPlansTable, privacyTable, todayTable } from './house-tables.ts';
import { actionsTable, caseloadTable, meetingsTable } from './list-tables.ts';
import { type PagePart, pupilTable } from './pupil-tables.ts';
import { registerTable } from './register-table.ts';
import type { Table } from './table.ts';
import { CONTENT_TYPES, type TableFormat, writeTable } from './write-table.ts';

/** A table as a file that a browser saves. `subject` is what the file is of, never a name: the list, or the case. */
const asFile = async (table: Table, format: TableFormat, subject: string, today: string): Promise<Exported> => ({
  name: `${subject} ${today}.${format}`,
  type: CONTENT_TYPES[format],
  content: Buffer.from(await writeTable(table, format)).toString('base64'),
  rows: table.rows.length,
  words: `${countWords(table.rows.length, 'row')}, ${countWords(table.columns.length, 'column')}. The audit trail notes it.`,
});

/**
 * Takes a list out as a file: the rows that its reader sees, as the page shows them. The caseload in the order and after the filters of the
 * page: ids of pupils who are not the reader's lead to no row.
 */
export const exportList = (parts: Parts): Casework['exportList'] => {
  const caseloadOf = openCaseload(parts);
  const meetingsOf = openMeetings(parts);
  const actionsOf = openActions(parts);
  const todayOf = openToday(parts);
  const classesOf = openClasses(parts);
  const existingPlansOf = openExistingPlans(parts);
  const examsOf = openExams(parts);
  const privacyOf = openPrivacy(parts);
  const complianceOf = openCompliance(parts);

  const register = async (actor: Actor): Promise<Table> =>
    parts.database.within(actor.scope, async (tx) => {
      const { organisation } = actor.scope;
      const nation = await nationWhere(tx, organisation);
      const staff = new Map((await staffOf(tx, organisation)).map(({ id, givenName, surname }) => [id, `${givenName} ${surname}`]));
      return registerTable(await factsOfRegister(tx, actor, parts.clock.today(actor.timeZone), nation), nation, staff);
    });

  const caseload = async (actor: Actor, pupils: readonly string[] | undefined): Promise<Table> => {
    const { rows } = await caseloadOf(actor);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const nation = await parts.database.within(actor.scope, (tx) => nationWhere(tx, actor.scope.organisation));
    return caseloadTable({ rows: pupils ? [...new Set(pupils)].flatMap((id) => byId.get(id) ?? []) : rows }, nation);
  };

  const tableOf = async (actor: Actor, ask: ExportListRequest): Promise<Table> => {
    switch (ask.what) {
      case 'register':
        return register(actor);
      case 'caseload':
        return caseload(actor, ask.pupils);
      case 'meetings':
        return meetingsTable(await meetingsOf(actor), actor.timeZone);
      case 'compliance': {
        const { clocks } = await complianceOf(actor, { period: ask.period });
        return complianceTable(rowsNamed(clocks, ask.clocks));
      }
      case 'today':
        return todayTable(await todayOf(actor));
      case 'classes':
        return classesTable(await classesOf(actor));
      case 'existing-plans':
        return existingPlansTable(await existingPlansOf(actor));
      case 'privacy':
        return privacyTable(await privacyOf(actor), actor.timeZone);
      case 'exams':
        return examsTable(await examsOf(actor, { season: ask.season }));
      case 'actions':
        return actionsTable(await actionsOf(actor, { everyone: true }));
      default:
        return ask satisfies never;
    }
  };

  return async (actor, ask) => {
    permitInHouse(actor, 'export-lists');
    const table = await tableOf(actor, ask);
    const { what, format } = ask;
    await parts.database.within(actor.scope, (tx) =>
      note(tx, parts, actor, 'export-list', undefined, { what, format, rows: table.rows.length }),
    );
    return asFile(table, format, table.title, parts.clock.today(actor.timeZone));
  };
};

/** Takes one part of a pupil's record out as a file named by the case. */
export const exportPupil = (parts: Parts): Casework['exportPupil'] => {
  const pageOf = openPupil(parts);
  const entriesOf = openEntries(parts);
  const tableOf = async (actor: Actor, page: PupilPage, part: ExportPupilRequest['part']): Promise<Table> => {
    const kinds = KINDS_OF_PART[part];
    if (!kinds) return pupilTable(page, part as PagePart, actor.timeZone);
    return entriesTable(part, await Promise.all(kinds.map((kind) => entriesOf(actor, { pupil: page.id, kind }))));
  };
  return async (actor, { pupil, part, format }) => {
    const today = parts.clock.today(actor.timeZone);
    await parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'export-part', pupil, today);
      await note(tx, parts, actor, 'export-part', pupil, { part, format });
    });
    const page = await pageOf(actor, { pupil });
    const table = await tableOf(actor, page, part);
    if (page.caseRef === null) throw new Refusal('not-ready', 'This pupil has no case yet, so there is nothing to name the file by.');
    return asFile(table, format, `${page.caseRef} ${table.title.toLowerCase()}`, today);
  };
};
