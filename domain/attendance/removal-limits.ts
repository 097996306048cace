import { SERVICES_FROM_SCHOOL_DAY } from '#domain/timelines/removals.ts';
import type { RemovalKind } from './removal.ts';

/**
 * A number of school days at which something is owed. `over` is what holds beyond `limit` days; `nearFrom` is when a person is warned.
 * `period`: summed over the school year or the term of today, or the longest single removal.
 */
export type RemovalLimit = {
  readonly id: string;
  readonly period: 'year' | 'term' | 'one';
  readonly limit: number;
  readonly nearFrom: number;
  readonly near: string;
  readonly over: string;
  /** What holds beyond the limit only where there was more than one removal. */
  readonly several?: string;
  readonly rule: string;
  readonly citation: string;
  /** Set where the text itself was not read: a person checks it before leaning on it. */
  readonly unverified?: string;
};

export type RemovalLaw = {
  /** Kinds that take a pupil out of school and are summed; a kind that is not here stands beside the sum. */
  readonly counted: readonly RemovalKind[];
  readonly limits: readonly RemovalLimit[];
};

const GUIDANCE =
  'Neither number was read in the Regulations themselves: check it against the Department’s guidance on suspension before leaning on it.';

const ENGLAND: RemovalLaw = {
  counted: ['suspension', 'lunchtime'],
  limits: [
    {
      id: 'term',
      period: 'term',
      limit: 15,
      nearFrom: 11,
      near: 'Beyond 15 school days in a term the governing board must meet.',
      over: 'More than 15 school days in a term: the governing board must meet to consider reinstatement.',
      rule: 'School days suspended are summed over the term. A lunchtime counts as half a day.',
      citation: 'School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012',
      unverified: GUIDANCE,
    },
    {
      id: 'year',
      period: 'year',
      limit: 45,
      nearFrom: 36,
      near: 'No more than 45 school days may be suspended in a school year.',
      over: 'More than 45 school days in a school year: check whether any further suspension is lawful.',
      rule: 'School days suspended are summed over the school year, 1 September to 31 August. A lunchtime counts as half a day.',
      citation: 'School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012',
      unverified: GUIDANCE,
    },
  ],
};

const TEN = SERVICES_FROM_SCHOOL_DAY - 1;

const IDEA: RemovalLaw = {
  counted: ['suspension', 'exclusion', 'lunchtime'],
  limits: [
    {
      id: 'us.discipline.cumulative',
      period: 'year',
      limit: TEN,
      nearFrom: TEN - 2,
      near: 'From the 11th school day services are owed.',
      over: 'Services are owed from the 11th school day on.',
      several: 'Look whether the removals form a pattern: similar behavior, length, total and closeness, decided case by case (300.536).',
      rule: 'School days removed are summed over the school year; the sum starts at zero with each year. Holidays and breaks drop out.',
      citation: '34 CFR 300.530(b), (d); rule us.discipline.cumulative',
    },
    {
      id: 'us.discipline.changeOfPlacement',
      period: 'one',
      limit: TEN,
      nearFrom: TEN - 2,
      near: 'More than 10 consecutive school days change the placement.',
      over: 'A change of placement: tell the parents that day; the manifestation determination is due in 10 school days of the decision.',
      rule: 'The longest removal on end, in school days.',
      citation: '34 CFR 300.536, 300.530(e), (h); rule us.discipline.changeOfPlacement',
    },
  ],
};

/** What the law counts, by nation. Another nation is one more entry; one without an entry is counted and held to nothing. */
export const REMOVAL_LAW: Readonly<Record<string, RemovalLaw>> = { england: ENGLAND, idea: IDEA };

/** For a nation whose limits are not known. */
export const NO_LIMITS: RemovalLaw = { counted: ['suspension', 'exclusion', 'in-school', 'lunchtime'], limits: [] };
