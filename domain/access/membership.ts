import { addDays, type Day } from '#domain/calendar/day.ts';
import type { Relation } from './actor.ts';

/** A place on a pupil's team as somebody asks for it. The last day is a day with access. */
export type AskedMembership = {
  readonly relation: Exclude<Relation, 'covers'>;
  readonly from: Day;
  readonly to: Day | null;
  /** Employed elsewhere: an agency, the council, a practice. */
  readonly outside: boolean;
};

export type MembershipState = 'coming' | 'now' | 'ended';

type Problem = { readonly field: string; readonly reason: string };

/** Longest time for which somebody from outside is let in without being asked again: two years, from one long review to the next. */
const LONGEST_FOR_OUTSIDE_DAYS = 731;

/** What stands against such a place, field by field; empty where nothing does. A right of somebody from outside always has an end. */
export const membershipProblems = ({ relation, from, to, outside }: AskedMembership): readonly Problem[] => [
  ...(to !== null && to < from ? [{ field: 'to', reason: 'lies before the first day' }] : []),
  ...(outside && to === null ? [{ field: 'to', reason: 'is needed for somebody from outside the school' }] : []),
  ...(outside && to !== null && to > addDays(from, LONGEST_FOR_OUTSIDE_DAYS)
    ? [{ field: 'to', reason: 'lies more than two years ahead; give a nearer day and extend it then' }]
    : []),
  ...(outside && relation !== 'advises'
    ? [{ field: 'relation', reason: 'can only be “advises” for somebody from outside the school' }]
    : []),
];

/** Whether a place is valid on a day, not yet, or no more. */
export const membershipState = ({ from, to }: Pick<AskedMembership, 'from' | 'to'>, today: Day): MembershipState => {
  if (to !== null && to < today) return 'ended';
  return from > today ? 'coming' : 'now';
};

/** The last day with access of somebody who leaves today: yesterday. Access ends with the deed, not at midnight. */
export const lastDayOfLeaver = (today: Day): Day => addDays(today, -1);

/** What a relation is called beside a name. */
export const relationWords: Readonly<Record<Relation, string>> = {
  coordinates: 'coordinates',
  'manages-case': 'manages the case',
  supports: 'supports',
  teaches: 'teaches',
  advises: 'advises',
  covers: 'covers the class',
};
