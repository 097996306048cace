import { recountFrom } from '#api/clocks/recount.ts';
import type { Transaction } from '#api/database/connection.ts';
import type { Database } from '#api/parts.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { asInstant } from '#domain/calendar/wall-clock.ts';
import type { SchoolWithCasework } from '#local-tenant/school/hollin-bank.ts';
import { type CaseRows, profileRows, stampFor, workRows } from './seed/case-rows.ts';
import { historyRows } from './seed/history-rows.ts';
import { lessonRows } from './seed/lesson-rows.ts';
import { meetingRows } from './seed/meeting-rows.ts';
import { classRows, peopleRows, pupilRows } from './seed/people-rows.ts';
import { KEPT_TABLES, recordRows, written } from './seed/record-rows.ts';
import { reportRows } from './seed/report-rows.ts';
import { addOrganisation, addRows, type Row } from './seed/seed-records.ts';

export type Seeded = { readonly seeded: boolean; readonly pupils: number; readonly register: number };

/** `now` is when the clocks are said to have been counted; this moment unless a test holds it still. */
export type SeedOptions = { readonly today: Day; readonly now?: Instant };

/** In this order, because later tables point at earlier ones. */
const TABLES = [
  'need',
  'profile_line',
  'contact',
  'team_member',
  'goal',
  'measurement',
  'provision_line',
  'consent',
  'case_event',
  'log_entry',
  'contribution',
  'document',
  'meeting',
  'meeting_person',
  'meeting_entry',
  'action',
  'removal',
  'part_time',
  'told_time',
  ...KEPT_TABLES,
] as const;

/**
 * Writes the made-up school into an empty record in one transaction and counts its clocks as the product does. A school that is already
 * there is left as it is: what people changed since is theirs.
 */
export const seed = async (database: Database, school: SchoolWithCasework, { today, now }: SeedOptions): Promise<Seeded> => {
  const { tenantId, name, timeZone } = school.organisation;
  const scope = { organisation: tenantId, schools: [school.school.id] };
  const counts = { pupils: school.pupils.length, register: school.cases.length };
  return database.within(scope, async (tx) => {
    const isNew = await addOrganisation(tx, { id: tenantId, name, timeZone, settings: { madeUpOn: today } });
    if (!isNew) return { seeded: false, ...counts };
    await addSchool(tx, school);
    await addCases(tx, school);
    await recountAll(tx, tenantId, today, now ?? asInstant(new Date().toISOString()));
    return { seeded: true, ...counts };
  });
};

const addSchool = async (tx: Transaction, school: SchoolWithCasework) => {
  const organisation_id = school.organisation.tenantId;
  const { id, name, code } = school.school;
  await addRows(tx, 'school', [
    { organisation_id, id, external_id: code, name, telephone: '01632 960118', calendar: school.calendarFacts },
  ]);
  const { people, grants } = peopleRows(school);
  await addRows(tx, 'person', people);
  await addRows(tx, 'role_grant', grants);
  await addRows(tx, 'pupil', pupilRows(school));
  const { classes, teachers, members } = classRows(school);
  await addRows(tx, 'class', classes);
  await addRows(tx, 'class_teacher', teachers);
  await addRows(tx, 'class_pupil', members);
  await addRows(tx, 'lesson', lessonRows(school));
  const { items, editions } = reportRows(school);
  await addRows(tx, 'report_item', items);
  await addRows(tx, 'report_edition', editions);
};

const addCases = async (tx: Transaction, school: SchoolWithCasework) => {
  const tables = new Map<string, Row[]>(TABLES.map((table) => [table, []]));
  for (const one of school.cases) {
    const stamp = stampFor(school, one);
    const rows: CaseRows = {
      ...profileRows(one, stamp),
      ...workRows(one, stamp, school),
      ...historyRows(one, stamp, school),
      ...meetingRows(one, stamp, school),
      ...recordRows(one, stamp),
    };
    for (const table of TABLES) tables.get(table)!.push(...(rows[table] ?? []).map((row) => written(table, row, one, school.days.today)));
  }
  for (const table of TABLES) if (tables.get(table)!.length > 0) await addRows(tx, table, tables.get(table)!);
  const actions = school.cases.reduce((sum, one) => sum + one.actions.length, 0);
  await addRows(tx, 'counter', [{ organisation_id: school.organisation.tenantId, name: 'action', value: actions }]);
};

const recountAll = async (tx: Transaction, organisation: string, today: Day, now: Instant) => {
  let after: string | null = null;
  do after = await recountFrom(tx, organisation, after, today, now);
  while (after !== null);
};
