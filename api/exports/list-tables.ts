import type { Caseload } from '#contract/caseload.ts';
import type { Actions, Meetings } from '#contract/meetings.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import { stageCell } from '#domain/register/values.ts';
import { dayCell, type Table } from './table.ts';

const column = (title: string, width = Math.max(10, title.length + 2)) => ({ title, width });

/** The caseload as it is seen: every column of the page, all flags and not only the worst. */
export const caseloadTable = ({ rows }: Pick<Caseload, 'rows'>, nation: string): Table => ({
  title: 'Caseload',
  columns: [
    column('Case'),
    column('Surname', 20),
    column('Given name', 18),
    column('Year'),
    column('Class', 12),
    column('Stage', 12),
    column('Primary need', 26),
    column('Why look', 48),
    column('Next clock', 26),
    column('Due', 12),
    column('Days left', 12),
    column('Owed by', 24),
    column('Key worker', 20),
    column('Last contact', 14),
  ],
  rows: rows.map((row) => [
    row.caseRef,
    row.surname,
    row.givenName,
    row.yearGroup === 0 ? (nation === 'idea' ? 'K' : 'R') : row.yearGroup,
    row.className,
    stageCell(row.stage, nation),
    row.need?.words ?? null,
    row.flags.map(({ words }) => words).join('; ') || null,
    row.next?.title ?? null,
    dayCell(row.next?.due),
    row.next?.daysLeft ?? null,
    row.next?.owner.words ?? null,
    row.keyWorker?.name ?? null,
    dayCell(row.lastContact),
  ]),
});

/** Meetings that are coming. */
export const meetingsTable = ({ coming }: Pick<Meetings, 'coming'>, zone: string): Table => ({
  title: 'Meetings',
  columns: [
    column('Day', 12),
    column('When', 26),
    column('Meeting', 24),
    column('Case'),
    column('Pupil', 28),
    column('State', 14),
    column('Papers', 26),
    column('Views', 26),
  ],
  rows: coming.map(({ startsAt, when, title, pupil, state, papers, views }) => [
    dayCell(startsAt && dayIn(zone, startsAt)),
    when,
    title,
    pupil.caseRef,
    pupil.name,
    state,
    papers,
    views,
  ]),
});

/** Actions that are open. */
export const actionsTable = ({ rows }: Actions): Table => ({
  title: 'Actions',
  columns: [
    column('Number'),
    column('Action', 48),
    column('Owner', 22),
    column('Due', 12),
    column('Days left', 14),
    column('Case'),
    column('Pupil', 28),
  ],
  rows: rows.map(({ number, words, owner, due, daysWords, pupil }) => [
    number,
    words,
    owner,
    dayCell(due),
    daysWords,
    pupil?.caseRef ?? null,
    pupil?.name ?? null,
  ]),
});
