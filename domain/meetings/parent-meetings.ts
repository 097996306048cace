import type { Day } from '#domain/calendar/day.ts';
import { dayWords } from '#domain/calendar/wording.ts';

export type ParentMeetings = {
  readonly id: string;
  readonly name: string;
  readonly held: number;
  readonly booked: number;
  /** By when the next one is to be held; null where no clock of the case says so. */
  readonly due: Day | null;
};

/** Parents of a pupil on SEN Support are met at least three times a year (Code of Practice 6.65). */
const A_YEAR = 3;
/** Whoever has no day yet stands last. */
const LAST = '9999';

export type Shortfall = {
  readonly sentence: string;
  readonly short: readonly { readonly id: string; readonly name: string; readonly words: string }[];
};

/** How far a school is with meeting parents this year, and who has had no meeting and has none booked, the soonest due first. */
export function parentMeetingsWords(families: readonly ParentMeetings[], today: Day): Shortfall {
  const met = families.filter(({ held }) => held > 0).length;
  const all = families.filter(({ held }) => held >= A_YEAR).length;
  const booked = families.filter(({ held, booked: next }) => held === 0 && next > 0).length;
  const without = families.filter(({ held, booked: next }) => held === 0 && next === 0);
  const sentence =
    families.length === 0
      ? 'No pupil is on SEN Support.'
      : `${met} of ${families.length} have had their first meeting, ${all} all ${A_YEAR}; ${booked} booked for the first, ${without.length} without a date.`;
  const short = without
    .toSorted((one, other) => (one.due ?? LAST).localeCompare(other.due ?? LAST))
    .map(({ id, name, due }) => ({
      id,
      name,
      words: `0 of ${A_YEAR}, none booked${due ? ` · due ${dayWords(due, today)}` : ''}`,
    }));
  return { sentence, short };
}
