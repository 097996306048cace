import { type RawBuilder, sql } from 'kysely';
import type { PartTime } from '#domain/attendance/part-time.ts';
import type { Removal } from '#domain/attendance/removal.ts';
import type { Day } from '#domain/calendar/day.ts';

/** The import that brought a fact, as its reader may see it; null where no import did. */
export type BroughtBy = { readonly file: string; readonly on: Day; readonly by: string | null } | null;

/** Attendance, removals and part-time timetables of one pupil, each with where it came from. */
export type StoredAbsence = {
  readonly percent: number | null;
  readonly asOf: Day | null;
  readonly broughtBy: BroughtBy;
  readonly removals: readonly (Removal & { readonly source: string | null; readonly broughtBy: BroughtBy })[];
  readonly partTime: readonly (PartTime & { readonly source: string | null; readonly broughtBy: BroughtBy })[];
};

/** The latest import, not undone, that wrote this row; of the pupil's own row the latest that wrote the attendance. */
const broughtBy = (table: 'pupil' | 'removal' | 'part_time', row: string, zone: string): RawBuilder<unknown> => sql`(
  select json_build_object('file', i.name, 'on', (i.imported_at at time zone ${zone})::date, 'by', by.given_name || ' ' || by.surname)
    from waymark.register_write w
    join waymark.register_import i on i.organisation_id = w.organisation_id and i.id = w.import_id and i.undone_at is null
    left join waymark.person by on by.organisation_id = i.organisation_id and by.id = i.imported_by
   where w.organisation_id = pupil.organisation_id and w.pupil_id = pupil.id and w.table_name = ${table} and w.row_id = ${sql.ref(row)}
     ${table === 'pupil' ? sql`and w.after ->> 'attendance_percent' is not null` : sql``}
   order by i.number desc limit 1)`;

/** Who typed a row by hand; null where nobody is known to have. */
const typedBy = (
  row: string,
): RawBuilder<unknown> => sql`(select w.given_name || ' ' || w.surname || ', entered by hand' from waymark.person w
     where w.organisation_id = pupil.organisation_id and w.id = ${sql.ref(`${row}.made_by`)})`;

/** Part of the one read of a case, beside `waymark.pupil pupil`: see {@link StoredAbsence}. */
export const absenceJson = (zone: string): RawBuilder<unknown> => sql`json_build_object(
  'percent', pupil.attendance_percent, 'asOf', pupil.attendance_as_of, 'broughtBy', ${broughtBy('pupil', 'pupil.id', zone)},
  'removals', coalesce((select json_agg(json_build_object('id', r.id, 'kind', r.kind, 'from', r.from_day, 'to', r.to_day, 'days', r.days, 'reason', r.why,
      'source', coalesce(r.source, ${typedBy('r')}), 'broughtBy', ${broughtBy('removal', 'r.id', zone)}) order by r.from_day desc, r.id)
      from waymark.removal r where r.organisation_id = pupil.organisation_id and r.pupil_id = pupil.id), '[]'::json),
  'partTime', coalesce((select json_agg(json_build_object('id', t.id, 'from', t.from_day, 'to', t.to_day, 'hoursAWeek', t.hours_a_week, 'reviewOn', t.review_on,
      'reason', t.why, 'source', coalesce(t.source, ${typedBy('t')}), 'broughtBy', ${broughtBy('part_time', 't.id', zone)}) order by t.from_day desc, t.id)
      from waymark.part_time t where t.organisation_id = pupil.organisation_id and t.pupil_id = pupil.id), '[]'::json))`;
