import type { PupilAbsence, RemovalCountShown } from '#contract/attendance.ts';
import { isOftenAway } from '#domain/attendance/attendance.ts';
import { type CountedRemoval, countRemovals, daysWords, periodWords, type RemovalCount } from '#domain/attendance/count-removals.ts';
import { partTimeStanding } from '#domain/attendance/part-time.ts';
import { REMOVAL_WORDS, type Removal } from '#domain/attendance/removal.ts';
import { NO_LIMITS, REMOVAL_LAW } from '#domain/attendance/removal-limits.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import type { TimelineEntry } from '#domain/pupils/timeline.ts';
import type { BroughtBy, StoredAbsence } from './absence-records.ts';

/** What absences are counted with: the nation's law and the school's calendar. */
type With = { readonly nation: string; readonly calendar: SchoolCalendar; readonly today: Day };

/** Attendance, removals and part-time timetables as the pupil's page shows them, the counts held to the nation's numbers. */
export const absenceOf = (stored: StoredAbsence, setting: With): PupilAbsence => {
  const { nation, calendar, today } = setting;
  const { percent, asOf, removals } = stored;
  const counts = countRemovals(removals, { ...setting, law: REMOVAL_LAW[nation] ?? NO_LIMITS });
  return {
    attendance: percent === null ? null : { percent, asOf, low: isOftenAway(percent), source: sourceWords(stored.broughtBy, null, today) },
    removals: removals.map((removal) => ({
      id: removal.id,
      title: titleOf(removal, nation),
      from: removal.from,
      to: removal.to,
      days: removal.days === null ? 'School days not recorded' : daysWords(removal.days),
      reason: removal.reason,
      source: sourceWords(removal.broughtBy, removal.source, today),
    })),
    counts: removals.length === 0 ? [] : counts.map((count) => countShown(count, nation, today)),
    partTime: stored.partTime.map((one) => {
      const { state, urgency, words, schoolDays } = partTimeStanding(one, calendar, today);
      return {
        id: one.id,
        from: one.from,
        to: one.to,
        hoursAWeek: one.hoursAWeek,
        reason: one.reason,
        running: state === 'running',
        urgency,
        words,
        soFar: schoolDays === null ? null : daysWords(schoolDays),
        source: sourceWords(one.broughtBy, one.source, today),
      };
    }),
  };
};

/** Removals and part-time timetables that have begun, as lines of the timeline. */
export const absenceEntries = ({ removals, partTime }: StoredAbsence, nation: string, today: Day): TimelineEntry[] => [
  ...removals.filter(({ from }) => from <= today).map((one) => entryOf('removal', one, titleOf(one, nation), one.days)),
  ...partTime.filter(({ from }) => from <= today).map((one) => entryOf('part-time', one, partTimeTitle(one.hoursAWeek), null)),
];

const entryOf = (
  of: string,
  { id, from, reason }: { readonly id: string; readonly from: Day; readonly reason: string | null },
  words: string,
  days: number | null,
): TimelineEntry => ({
  id: `${of} ${id}`,
  on: from,
  at: null,
  kind: 'event',
  words,
  detail: [days === null ? null : daysWords(days), reason].filter(Boolean).join(' · '),
  by: null,
  link: null,
});

const partTimeTitle = (hours: number | null): string =>
  hours === null ? 'Part-time timetable begins' : `Part-time timetable begins: ${hours} hours a week`;

const titleOf = ({ kind }: Removal, nation: string): string => REMOVAL_WORDS[nation === 'idea' ? 'idea' : 'england'][kind];

const sourceWords = (brought: BroughtBy, source: string | null, today: Day): string | null =>
  brought ? `${brought.file}, brought in ${dayWords(brought.on, today)}${brought.by ? ` by ${brought.by}` : ''}` : source;

const URGENCIES = { plain: 'later', near: 'near', over: 'late' } as const;

const countShown = (count: RemovalCount, nation: string, today: Day): RemovalCountShown => {
  const { limit, standing, counted, beside } = count;
  const several = standing === 'over' && counted.length > 1 ? (limit?.several ?? null) : null;
  return {
    id: limit?.id ?? 'year',
    title: titleOfCount(count, nation),
    urgency: URGENCIES[standing],
    means: limit && standing !== 'plain' ? [limit[standing], several].filter(Boolean).join(' ') : null,
    period: periodWords(count),
    rule: limit?.rule ?? null,
    citation: limit?.citation ?? null,
    unverified: limit?.unverified ?? null,
    counted: counted.map((one) => ({ id: one.removal.id, words: spanWords(one.removal, nation, today), days: knownWords(one) })),
    beside: beside.map((removal) => ({ id: removal.id, words: spanWords(removal, nation, today), days: 'Not in the sum' })),
  };
};

/** `Suspended 9 school days this term`. Where the school has published no calendar there is no term to sum over, and no number is shown. */
const titleOfCount = ({ limit, period, days }: RemovalCount, nation: string): string => {
  const removed = nation === 'idea' ? 'Removed' : 'Suspended';
  if (!period) return `${removed} this term: not counted, the school has published no term dates`;
  return `${removed} ${daysWords(days)} ${limit?.period === 'term' ? 'this term' : limit?.period === 'one' ? 'on end' : 'this school year'}`;
};

const spanWords = (removal: Removal, nation: string, today: Day): string => {
  const { from, to } = removal;
  const when = !to
    ? `since ${dayWords(from, today)}`
    : to === from
      ? dayWords(from, today)
      : `${dayWords(from, today)} to ${dayWords(to, today)}`;
  return `${titleOf(removal, nation)}, ${when}`;
};

const knownWords = ({ days, known }: CountedRemoval): string => (days === null ? `Not known: ${known}` : `${daysWords(days)}, ${known}`);
