import { addDays, type Day } from '#domain/calendar/day.ts';
import { schoolYearOf } from '#domain/calendar/school-year.ts';
import { reportItems } from '#domain/information-report/report-rules.ts';
import type { SchoolWithCasework } from '#local-tenant/school/hollin-bank.ts';
import { CONFIRMED_AGAIN, REPORT_LAST_YEAR } from '#local-tenant/school/information-report.ts';
import { madeUpId } from '#local-tenant/school/made-up-id.ts';
import { personId } from './people-rows.ts';
import type { Row } from './seed-records.ts';

/** How long ago the school published its report: it is due again in two weeks. */
const PUBLISHED_DAYS_AGO = 350;
const CONFIRMED_DAYS_AGO = 20;

/** The school’s information report as it was published last year, and the one item that was read again since. */
export const reportRows = ({ organisation, school, days }: SchoolWithCasework): { items: Row[]; editions: Row[] } => {
  const on = addDays(days.today, -PUBLISHED_DAYS_AGO);
  const organisation_id = organisation.tenantId;
  const author = personId('ruth.okafor');
  const common = { organisation_id, school_id: school.id };
  const printed = reportItems('england').map(({ id, number, title }) => ({ item: id, title, words: REPORT_LAST_YEAR[number] ?? '' }));
  const item = (year: number, words: { item: string; words: string }, day: Day): Row => ({
    ...common,
    year,
    item: words.item,
    words: words.words,
    confirmed_on: day,
    changed_by: author,
    changed_at: `${day}T15:30:00Z`,
  });
  const [before, now] = [yearOf(on), yearOf(days.today)];
  const again = printed.filter(({ item: id }) => id === `eng.report.${CONFIRMED_AGAIN}`);
  return {
    items: [
      ...printed.map((words) => item(before, words, on)),
      ...(now === before ? [] : again.map((words) => item(now, words, addDays(days.today, -CONFIRMED_DAYS_AGO)))),
    ],
    editions: [
      {
        ...common,
        id: madeUpId('information report of last year'),
        year: before,
        published_on: on,
        published_by: author,
        published_at: `${on}T16:00:00Z`,
        items: printed,
      },
    ],
  };
};

const yearOf = (day: Day): number => Number(schoolYearOf(day).from.slice(0, 4));
