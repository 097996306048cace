import type { CaseloadRow } from '#contract/caseload.ts';
import type { Day } from '#domain/calendar/day.ts';
import { addDays } from '#domain/calendar/day.ts';
import { needsALook } from '#domain/caseload/flag.ts';

/** Parts of the caseload that every coordinator looks at; each row of tabs shows how many pupils are in it. */
export type ViewName = 'all' | 'look' | 'plans' | 'silent';

const SILENT_DAYS = 60;

/** With whose family nobody has spoken for so long that someone should. */
const silent = (rows: readonly CaseloadRow[], today: Day): readonly CaseloadRow[] => {
  const since = addDays(today, -SILENT_DAYS);
  return rows.filter(({ lastContact }) => lastContact !== null && lastContact <= since);
};

/** The rows of a view, in the order they came. */
export const rowsOf = (view: ViewName, rows: readonly CaseloadRow[], today: Day): readonly CaseloadRow[] => {
  if (view === 'look') return rows.filter((row) => needsALook(row.flags));
  if (view === 'plans') return rows.filter((row) => row.stage === 'plan');
  if (view === 'silent') return silent(rows, today);
  return rows;
};

/** The view a query names; an unknown name is everyone. */
export const viewOf = (name: string | null): ViewName => (name === 'look' || name === 'plans' || name === 'silent' ? name : 'all');
