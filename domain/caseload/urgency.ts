import { type Day, daysBetween } from '#domain/calendar/day.ts';

/** How much something presses; good news and plain facts press nobody. */
export type Urgency = 'late' | 'near' | 'soon' | 'later' | 'good' | 'info';

/** Worst first, good news last. */
const ORDER: readonly Urgency[] = ['late', 'near', 'soon', 'later', 'info', 'good'];

/** Late; today or the next two days; within a week; later. */
export const urgencyOf = (due: Day, today: Day): 'late' | 'near' | 'soon' | 'later' => {
  const left = daysBetween(today, due);
  if (left < 0) return 'late';
  return left <= 2 ? 'near' : left <= 7 ? 'soon' : 'later';
};

/** For sorting: negative when the first presses more. */
export const compareUrgency = (a: Urgency, b: Urgency): number => ORDER.indexOf(a) - ORDER.indexOf(b);
