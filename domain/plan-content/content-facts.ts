import type { Day } from '#domain/calendar/day.ts';
import type { Team } from '#domain/meetings/team.ts';
import type { IepPeriod } from '#domain/timelines/iep-in-force.ts';

/** A line of provision as far as its wording and amount are judged. */
export type ContentLine = {
  readonly id: string;
  readonly what: string;
  readonly who: string | null;
  readonly minutes: number | null;
  readonly timesAWeek: number | null;
  readonly groupSize: number | null;
  readonly place: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly needs: readonly string[];
};

/** What is known of one pupil’s plan, as plain values: the rules ask these and nothing else. */
export type ContentFacts = {
  readonly today: Day;
  readonly birthday: Day | null;
  readonly yearGroup: number | null;
  /** How many passages each section of the statutory plan holds, by the names of existing-plans/sections; null where no plan was brought in. */
  readonly sections: Readonly<Record<string, number>> | null;
  readonly needs: readonly { readonly id: string; readonly words: string }[];
  readonly provision: readonly ContentLine[];
  /** Goals with what each lacks: measure, baseline, criterion, date. */
  readonly goals: readonly { readonly id: string; readonly words: string; readonly lacks: readonly string[] }[];
  readonly views: { readonly family: boolean; readonly pupil: boolean };
  readonly reviewBooked: boolean;
  /** Who is asked to the next review; null where none is planned yet. */
  readonly team: Team | null;
  /** Meetings with parents this school year. */
  readonly parentMeetings: { readonly held: number; readonly booked: number };
  /** The number of the school’s term today, from 1. */
  readonly term: number;
  /** Notices that were given, by kind of letter. */
  readonly notices: readonly { readonly kind: string; readonly on: Day }[];
  readonly supportSince: Day | null;
  readonly schoolYearFrom: Day;
  readonly ieps: readonly IepPeriod[];
};
