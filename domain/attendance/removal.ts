import type { Day } from '#domain/calendar/day.ts';

/** Why a pupil was not in school by the school's own decision. */
export type RemovalKind = 'suspension' | 'exclusion' | 'in-school' | 'lunchtime';

/** A disciplinary removal: `days` are school days as the school system has them, null where nobody said. An open end lasts until today. */
export type Removal = {
  readonly id: string;
  readonly kind: RemovalKind;
  readonly from: Day;
  readonly to: Day | null;
  readonly days: number | null;
  readonly reason: string | null;
};

/** What each kind is called, in England and in the United States. */
export const REMOVAL_WORDS: Readonly<Record<'england' | 'idea', Readonly<Record<RemovalKind, string>>>> = {
  england: {
    suspension: 'Suspension',
    exclusion: 'Permanent exclusion',
    'in-school': 'Internal exclusion',
    lunchtime: 'Lunchtime suspension',
  },
  idea: {
    suspension: 'Out-of-school suspension',
    exclusion: 'Expulsion',
    'in-school': 'In-school suspension',
    lunchtime: 'Lunchtime removal',
  },
};
