import { weekdayOf } from '#domain/calendar/day.ts';
import type { SchoolWithCasework } from '#local-tenant/school/hollin-bank.ts';
import { madeUpId } from '#local-tenant/school/made-up-id.ts';
import { classId, personId } from './people-rows.ts';
import type { Row } from './seed-records.ts';

/** The week's timetable: each lesson that stands in a teacher's calendar under the name of a class, once. */
export const lessonRows = ({ organisation, classes, calendar }: SchoolWithCasework): Row[] => {
  const names = new Set(classes.map(({ name }) => name));
  const rows = calendar
    .filter(({ subject }) => names.has(subject))
    .map(({ person, day, from, to, subject }): Row => {
      const weekday = weekdayOf(day);
      return {
        organisation_id: organisation.tenantId,
        id: madeUpId(`lesson ${person} ${weekday} ${from} ${subject}`),
        class_id: classId(subject),
        person_id: personId(person),
        weekday,
        from_time: from,
        to_time: to,
      };
    });
  return [...new Map(rows.map((row) => [row.id, row])).values()];
};
