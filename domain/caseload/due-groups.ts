import { addDays, type Day, daysBetween, mondayOf } from '#domain/calendar/day.ts';

/** Late, today and tomorrow, the rest of this week, the next fourteen days. */
export const groupOf = (due: Day, today: Day): 0 | 1 | 2 | 3 => {
  const left = daysBetween(today, due);
  if (left < 0) return 0;
  if (left <= 1) return 1;
  return due <= addDays(mondayOf(today), 6) ? 2 : 3;
};

/** Titles of the groups in which what is due stands. */
export const GROUP_TITLES = ['Late', 'Today and tomorrow', 'Rest of this week', 'Next 14 days'] as const;
