import type { ExportPupilRequest } from '#contract/exports.ts';
import type { PupilPage } from '#contract/pupils.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import { dayCell, type Table, type TableCell, type TableColumn } from './table.ts';

/** Parts that the page itself holds; the others are read kind by kind. */
export type PagePart = Exclude<ExportPupilRequest['part'], 'assessments' | 'agencies' | 'exams'>;
type PartTable = {
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: (page: PupilPage, zone: string) => readonly (readonly TableCell[])[];
};

const column = (title: string, width = Math.max(10, title.length + 2)): TableColumn => ({ title, width });

const PARTS: Readonly<Record<PagePart, PartTable>> = {
  timeline: {
    title: 'Timeline',
    columns: [column('Day', 12), column('Kind', 14), column('What', 50), column('Who and the essence', 70)],
    rows: ({ timeline }) => timeline.map(({ on, kind, words, detail }) => [dayCell(on), kind, words, detail]),
  },
  needs: {
    title: 'Needs',
    columns: [column('Rank'), column('Code'), column('Kind', 26), column('Area', 30), column('Need', 60), column('Source', 30)],
    rows: ({ needs }) => needs.map(({ rank, code, codeWords, area, words, source }) => [rank, code, codeWords, area, words, source]),
  },
  goals: {
    title: 'Goals',
    columns: [
      column('Goal', 60),
      column('Measure', 30),
      column('Baseline'),
      column('Baseline on', 12),
      column('Target'),
      column('Target on', 12),
      column('Last point'),
      column('Last on', 12),
      column('State', 30),
    ],
    rows: ({ goals }) =>
      goals.map(({ words, measure, baseline, baselineOn, target, targetOn, points, stateWords }) => {
        const last = points.at(-1);
        return [
          words,
          measure,
          baseline,
          dayCell(baselineOn),
          target,
          dayCell(targetOn),
          last?.value ?? null,
          dayCell(last?.on),
          stateWords,
        ];
      }),
  },
  provision: {
    title: 'Provision',
    columns: [
      column('What', 40),
      column('Who', 24),
      column('Minutes'),
      column('Times a week'),
      column('Group size'),
      column('Place', 20),
      column('From', 12),
      column('To', 12),
      column('Last session', 14),
    ],
    rows: ({ provision }) =>
      provision.map(({ what, who, minutes, timesAWeek, groupSize, place, from, to, lastSession }) => [
        what,
        who,
        minutes,
        timesAWeek,
        groupSize,
        place,
        dayCell(from),
        dayCell(to),
        dayCell(lastSession),
      ]),
  },
  meetings: {
    title: 'Meetings',
    columns: [column('Day', 12), column('Meeting', 30), column('When', 26), column('State', 14)],
    rows: ({ meetings }, zone) =>
      meetings.map(({ startsAt, title, words, state }) => [dayCell(startsAt && dayIn(zone, startsAt)), title, words, state]),
  },
  documents: {
    title: 'Documents',
    columns: [column('Filed', 12), column('Document', 60), column('From', 30)],
    rows: ({ documents }) => documents.map(({ filedOn, name, from }) => [dayCell(filedOn), name, from]),
  },
  attendance: {
    title: 'Attendance and suspensions',
    columns: [
      column('What', 30),
      column('From', 12),
      column('To', 12),
      column('School days', 22),
      column('Hours a week'),
      column('Reason', 50),
      column('Source', 60),
    ],
    rows: ({ absence }) => [
      ...(absence?.attendance
        ? [
            [
              `Attendance ${absence.attendance.percent} %`,
              dayCell(absence.attendance.asOf),
              null,
              null,
              null,
              null,
              absence.attendance.source,
            ],
          ]
        : []),
      ...(absence?.removals ?? []).map(({ title, from, to, days, reason, source }) => [
        title,
        dayCell(from),
        dayCell(to),
        days,
        null,
        reason,
        source,
      ]),
      ...(absence?.partTime ?? []).map(({ from, to, soFar, hoursAWeek, reason, source }) => [
        'Part-time timetable',
        dayCell(from),
        dayCell(to),
        soFar,
        hoursAWeek,
        reason,
        source,
      ]),
    ],
  },
  clocks: {
    title: 'Clocks',
    columns: [column('Due', 12), column('Days left'), column('What', 34), column('Owed by', 26), column('Why this date', 70)],
    rows: ({ clocks }) => clocks.map(({ due, daysLeft, title, owner, why }) => [dayCell(due), daysLeft, title, owner.words, why]),
  },
  contacts: {
    title: 'Contacts',
    columns: [
      column('Restriction', 40),
      column('Name', 28),
      column('Relation', 20),
      column('Parental responsibility', 14),
      column('How to reach', 50),
    ],
    rows: ({ contacts }) =>
      contacts.map(({ restriction, name, relation, responsibility, detail }) => [
        restriction,
        name,
        relation,
        responsibility ? 'Yes' : 'No',
        detail,
      ]),
  },
};

/** One part of a pupil's page as a table; a restriction stands before the person it concerns. */
export const pupilTable = (page: PupilPage, part: PagePart, zone: string): Table => {
  const { title, columns, rows } = PARTS[part];
  return { title, columns, rows: rows(page, zone) };
};
