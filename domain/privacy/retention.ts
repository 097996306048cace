import { addYears, type Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { type Nation, nationOf } from '#domain/pupils/nation.ts';

/** How long a record is kept, as data: from which day, how many years, and where that is written. */
export type RetentionRule = {
  readonly id: string;
  readonly jurisdiction: Nation;
  readonly title: string;
  readonly from: 'birthday' | 'left-school';
  /** Null where the source names no length: the organisation sets its own, and until then nothing falls due. */
  readonly years: number | null;
  readonly words: string;
  readonly source: string;
  /** What has not been read in the source itself; shown to people as such. */
  readonly unverified?: string;
};

/** One rule a nation: its file is one file, and leaves as one. */
export const RETENTION_RULES: readonly RetentionRule[] = [
  {
    id: 'eng.retention.senFile',
    jurisdiction: 'england',
    title: 'SEN file',
    from: 'birthday',
    years: 31,
    words:
      'SEN and EHC plan files are kept until 31 years after the date of birth (25 and 6). Older schedules say 25 or 35 years: the school’s own policy decides.',
    source: 'IRMS Schools Toolkit (guidance, not law)',
    unverified: 'The length has not been read in the Toolkit itself.',
  },
  {
    id: 'us.records.destroy',
    jurisdiction: 'idea',
    title: 'Special education record',
    from: 'left-school',
    years: null,
    words:
      'When the information is no longer needed the parent is told, and it is destroyed at the parent’s request. A permanent record of name, address, phone, grades, attendance, classes, grade and year completed may stay. Federal law names no number of years.',
    source: '34 CFR 300.624',
    unverified: 'Section 300.624 has not been read word for word; State schedules are not known to Waymark.',
  },
];

/** The rule for the records of a jurisdiction: its nation’s, for no State’s own schedule is known. */
export const retentionRuleOf = (jurisdiction: string): RetentionRule | undefined =>
  RETENTION_RULES.find((rule) => rule.jurisdiction === nationOf(jurisdiction));

/** What the list needs to know of one record. */
export type KeptRecord = {
  readonly birthday: Day | null;
  readonly leftOn: Day | null;
  readonly keepUntil: Day | null;
  readonly held: boolean;
};

/** Where a record stands against its rule. Nothing follows by itself: *due* means that a person decides. */
export type RetentionStanding = {
  readonly state: 'held' | 'kept-longer' | 'due' | 'soon' | 'not-yet' | 'not-known';
  readonly due: Day | null;
  readonly why: string;
};

/** A record whose last day is nearer than this is named beforehand, so that a family can be told. */
const SOON_YEARS = 1;

/** Counts a record’s last day: the rule’s years (or the organisation’s own) from birth or from leaving; a decision to keep it comes later. */
export const retentionStanding = (record: KeptRecord, rule: RetentionRule, years: number | null, today: Day): RetentionStanding => {
  const start = rule.from === 'birthday' ? record.birthday : record.leftOn;
  if (years === null)
    return { state: 'not-known', due: null, why: 'No length is set: the source names none, and the school has not set its own.' };
  if (!start) return { state: 'not-known', due: null, why: STARTS[rule.from].missing };
  const counted = addYears(start, years);
  const why = `${years} ${years === 1 ? 'year' : 'years'} from ${STARTS[rule.from].words} ${dayWordsWithYear(start)}`;
  const due = record.keepUntil && record.keepUntil > counted ? record.keepUntil : counted;
  if (record.held) return { state: 'held', due, why };
  if (due > counted) return { state: due <= today ? 'due' : 'kept-longer', due, why: `${why}; kept longer by decision` };
  if (due <= today) return { state: 'due', due, why };
  return { state: due <= addYears(today, SOON_YEARS) ? 'soon' : 'not-yet', due, why };
};

const STARTS = {
  birthday: { words: 'birth on', missing: 'No date of birth is on record, so the last day cannot be counted.' },
  'left-school': { words: 'leaving on', missing: 'The pupil has not left, so nothing is counted yet.' },
} as const;
