import { addDays, type Day, daysBetween } from '#domain/calendar/day.ts';
import { daysLeftWords } from '#domain/calendar/wording.ts';
import type { ClockFact } from './case-facts.ts';
import { clockTask, clockWhy } from './clock-words.ts';
import { GROUP_TITLES, groupOf } from './due-groups.ts';
import { isMine, type OwnerShown, ownerShown, type Reader } from './owner-words.ts';
import { type Leads, type Step, stepFor } from './step.ts';
import { type Urgency, urgencyOf } from './urgency.ts';

/** How far Today looks ahead. */
const AHEAD = 14;

export type TodayPupil = { readonly id: string; readonly name: string; readonly caseRef: string | null; readonly yearGroup: number | null };

/** Something due that is no clock: an action from a meeting, a promise from a call, differences in a plan, a date of an exam season. */
export type OtherDue = {
  readonly id: string;
  readonly kind: 'action' | 'promise' | 'request' | 'differences' | 'exam-date';
  readonly due: Day;
  readonly title: string;
  readonly why: string;
  readonly pupil: TodayPupil | null;
  /** `left` where the owner has left the school: it falls to who coordinates. */
  readonly owner: { readonly person: string | null; readonly words: string; readonly left?: boolean };
  readonly step: Step;
};

/** One row of Today: a date, what is to be done, who owes it, why this date, and the one next step. */
export type DueRow = {
  readonly id: string;
  readonly kind: 'clock' | 'action' | 'promise' | 'request' | 'meeting' | 'differences' | 'exam-date';
  readonly due: Day;
  readonly daysLeft: number;
  readonly daysWords: string;
  readonly urgency: Urgency;
  readonly title: string;
  readonly pupil: TodayPupil | null;
  readonly why: string;
  readonly owner: OwnerShown;
  readonly mine: boolean;
  readonly step: Step;
};

const dated = (due: Day, today: Day) => ({
  due,
  daysLeft: daysBetween(today, due),
  daysWords: daysLeftWords(due, today),
  urgency: urgencyOf(due, today),
});

/** Whoever owed something and has left: the name stays, so that one knows whose work it was. */
const leaver = (name: string): OwnerShown => ({ kind: 'person', words: `${name}, who has left` });

/** A clock of a pupil, where it leads, and whether the colleague who owes it has left. */
export type DueClock = { readonly clock: ClockFact; readonly pupil: TodayPupil; readonly leads: Leads; readonly ownerLeft: boolean };

/** A clock as a row of Today. One whose owner has left falls to who coordinates. */
export const clockRow = ({ clock, pupil, leads, ownerLeft }: DueClock, today: Day, reader: Reader): DueRow => ({
  id: clock.clock,
  kind: 'clock',
  ...dated(clock.due, today),
  title: clockTask(clock),
  pupil,
  why: clockWhy(clock, today),
  owner: ownerLeft ? leaver(clock.owner?.words ?? clock.owner?.name ?? 'A colleague') : ownerShown(clock, reader, 'long'),
  mine: ownerLeft ? reader.coordinates : isMine(clock, reader),
  step: stepFor(clock, pupil.id, leads),
});

/** Anything else that is due, as a row of Today. */
export const otherRow = (other: OtherDue, today: Day, reader: Reader): DueRow => {
  const { person, words, left = false } = other.owner;
  const mine = left ? reader.coordinates : person !== null && person === reader.person;
  const { id, kind, title, why, pupil, step } = other;
  return {
    id,
    kind,
    ...dated(other.due, today),
    title,
    pupil,
    why,
    owner: left ? leaver(words) : mine ? { kind: 'you', words: 'You' } : { kind: 'person', words },
    mine,
    step,
  };
};

/** Late and what is due in the next fourteen days. In each group of days mine come first, then the nearer date. */
export const todayRows = (rows: readonly DueRow[], today: Day): DueRow[] =>
  rows
    .filter(({ due }) => due <= addDays(today, AHEAD))
    .sort(
      (a, b) =>
        groupOf(a.due, today) - groupOf(b.due, today) || Number(b.mine) - Number(a.mine) || order(a.due, b.due) || order(a.title, b.title),
    );

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How many rows stand in each group, and whose they are: what the page's tabs and headings and the morning card all count. */
export const dueCounts = (rows: readonly Pick<DueRow, 'due' | 'mine'>[], today: Day) => ({
  everyone: rows.length,
  mine: rows.filter(({ mine }) => mine).length,
  waiting: rows.filter(({ mine }) => !mine).length,
  groups: GROUP_TITLES.map((title, index) => ({ title, count: rows.filter(({ due }) => groupOf(due, today) === index).length })),
});

/** `1 of yours is late, 1 is due tomorrow, 2 more this week.`, counting only what is mine. */
export const todaySentence = (rows: readonly DueRow[], today: Day): string => {
  const mine = rows.filter((row) => row.mine);
  if (mine.length === 0) return 'Nothing of yours in the next 14 days.';
  const late = mine.filter(({ daysLeft }) => daysLeft < 0).length;
  const now = mine.filter(({ daysLeft }) => daysLeft === 0).length;
  const tomorrow = mine.filter(({ daysLeft }) => daysLeft === 1).length;
  const week = mine.filter(({ due }) => groupOf(due, today) === 2).length;
  const later = mine.length - late - now - tomorrow - week;
  if (later === mine.length) return `${later} of yours in the next 14 days.`;
  const parts = [
    late > 0 && `${late} of yours ${late === 1 ? 'is' : 'are'} late`,
    now > 0 && `${now} ${now === 1 ? 'is' : 'are'} due today`,
    tomorrow > 0 && `${tomorrow} ${tomorrow === 1 ? 'is' : 'are'} due tomorrow`,
    week > 0 && `${week} more this week`,
    later > 0 && `${later} in the 14 days after`,
  ].filter((part): part is string => part !== false);
  const sentence = parts.join(', ');
  return late > 0 ? `${sentence}.` : `${sentence.replace(/^(\d+)( more)?/, '$1 of yours')}.`;
};
