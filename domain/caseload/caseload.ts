import { type Day, daysBetween } from '#domain/calendar/day.ts';
import { daysLeftWords } from '#domain/calendar/wording.ts';
import type { Nation } from '#domain/pupils/nation.ts';
import type { CaseFacts, ClockFact } from './case-facts.ts';
import { clockShort } from './clock-words.ts';
import { type Flag, type FlagSetting, needsALook } from './flag.ts';
import { flagsOf } from './flags.ts';
import { needWords } from './need-words.ts';
import { isMine, type OwnerShown, ownerShown, type Reader } from './owner-words.ts';
import { type Urgency, urgencyOf } from './urgency.ts';

/** The next date that counts for a pupil, with who owes it. */
export type NextClock = {
  readonly clock: string;
  readonly title: string;
  readonly due: Day;
  readonly daysLeft: number;
  readonly daysWords: string;
  readonly urgency: Urgency;
  readonly owner: OwnerShown;
};

/** A line of the caseload. */
export type CaseloadLine = Omit<
  CaseFacts,
  | 'need'
  | 'keyWorker'
  | 'clocks'
  | 'strategies'
  | 'homeLanguage'
  | 'attendance'
  | 'goals'
  | 'provision'
  | 'events'
  | 'booked'
  | 'differences'
> & {
  readonly keyWorker: { readonly id: string; readonly name: string } | null;
  readonly need: { readonly code: string; readonly words: string } | null;
  readonly flags: readonly Flag[];
  readonly next: NextClock | null;
  readonly whatWorks: readonly string[];
};

/** Three things that work are what a teacher can keep in mind. */
const WHAT_WORKS = 3;

/** A line as it stands before anyone reads it, with the nearest clock, whose owner may be the reader. */
export type UnreadLine = { readonly line: CaseloadLine; readonly nearest: ClockFact | undefined };

const NOBODY: Reader = { person: '', coordinates: false };

/** One pupil as a line: flags with reasons, the nearest date, what works. It is the same for all who read it that day. */
export const unreadLine = (facts: CaseFacts, setting: FlagSetting & { readonly nation: Nation }): UnreadLine => {
  const { id, caseRef, givenName, surname, yearGroup, className, stage, need, keyWorker, reviewMonth, lastContact, strategies } = facts;
  const [nearest] = facts.clocks;
  const line = {
    id,
    caseRef,
    givenName,
    surname,
    yearGroup,
    className,
    stage,
    keyWorker: keyWorker && { id: keyWorker.id, name: keyWorker.name },
    reviewMonth,
    lastContact,
    need: need && { code: need.code, words: needWords(need.code, setting.nation, need.knownAs) },
    flags: flagsOf(facts, setting),
    next: nearest ? nextClock(nearest, setting.today, NOBODY) : null,
    whatWorks: strategies.slice(0, WHAT_WORKS),
  };
  return { line, nearest };
};

/** The line as one person reads it: what they owe is theirs. */
export const asReadBy = ({ line, nearest }: UnreadLine, reader: Reader): CaseloadLine =>
  nearest && line.next && isMine(nearest, reader) ? { ...line, next: { ...line.next, owner: ownerShown(nearest, reader, 'short') } } : line;

/** A clock with its days left counted for today. */
export const nextClock = (clock: ClockFact, today: Day, reader: Reader, title = clockShort(clock)): NextClock => ({
  clock: clock.clock,
  title,
  due: clock.due,
  daysLeft: daysBetween(today, clock.due),
  daysWords: daysLeftWords(clock.due, today),
  urgency: urgencyOf(clock.due, today),
  owner: ownerShown(clock, reader, 'short'),
});

/** Worst and nearest first: late dates, then what is due soonest; those without a date by their worst flag and then by name. */
export const inCaseloadOrder = (lines: readonly CaseloadLine[]): CaseloadLine[] => [...lines].sort(compareLines);

const FAR = '9999-12-31';

const compareLines = (a: CaseloadLine, b: CaseloadLine): number => {
  const [dueA, dueB] = [a.next?.due ?? FAR, b.next?.due ?? FAR];
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  const looks = Number(needsALook(b.flags)) - Number(needsALook(a.flags));
  return looks || compareNames(a, b);
};

const collator = new Intl.Collator('en-GB');

const compareNames = (a: CaseloadLine, b: CaseloadLine): number =>
  collator.compare(a.surname, b.surname) || collator.compare(a.givenName, b.givenName) || (a.id < b.id ? -1 : 1);

/** `212 pupils · 27 EHC plans · 31 need a look`. */
export const caseloadCounts = (lines: readonly CaseloadLine[]) => ({
  pupils: lines.length,
  plans: lines.filter(({ stage }) => stage === 'plan').length,
  needALook: lines.filter(({ flags }) => needsALook(flags)).length,
});
