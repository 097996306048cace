import { type Day, daysBetween } from '#domain/calendar/day.ts';
import type { Side } from './side.ts';

/** Whose dates a reminder rule is about: a side's clocks, or the actions that meetings gave out. */
export type OwnerGroup = Side | 'actions';

export const OWNER_GROUPS: readonly OwnerGroup[] = ['ours', 'authority', 'agencies', 'families', 'actions'];

/** `leads`: how many days ahead the owner is told. `coordinatorAfter`: how many days after the date the coordinator is. */
export type ReminderRule = { readonly leads: readonly number[]; readonly coordinatorAfter: number };
export type ReminderRules = Readonly<Record<OwnerGroup, ReminderRule>>;

export const REMINDER_LIMITS = { leads: 5, lead: 90, coordinatorAfter: 60 } as const;

/** What holds until a school chooses otherwise. */
export const USUAL_REMINDERS: ReminderRules = {
  ours: { leads: [14, 3], coordinatorAfter: 2 },
  authority: { leads: [3], coordinatorAfter: 2 },
  agencies: { leads: [14, 3], coordinatorAfter: 2 },
  families: { leads: [5], coordinatorAfter: 2 },
  actions: { leads: [2], coordinatorAfter: 3 },
};

/** How far a date has come for its owner: `lead-14`, then `lead-3`, then `late`. */
export type Stage = `lead-${number}` | 'late' | 'coordinator';

/**
 * What its owner is told of a date today: the nearest lead that is reached by the last day before people read messages again (`through`:
 * on a Friday the Sunday), *late* from the day after the date, and nothing before the first lead.
 */
export const stageOf = (due: Day, { leads }: ReminderRule, today: Day, through: Day): Exclude<Stage, 'coordinator'> | null => {
  if (due < today) return 'late';
  const left = Math.max(0, daysBetween(through, due));
  const reached = leads.filter((lead) => left <= lead);
  return reached.length > 0 ? `lead-${Math.min(...reached)}` : null;
};
