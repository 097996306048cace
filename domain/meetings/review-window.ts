import { atLeastWeeksBefore, earlierOf, laterOf, weeksFrom } from '#domain/calendar/counting.ts';
import { addDays, type Day, daysFromTo, weekdayOf } from '#domain/calendar/day.ts';
import { daysOfMonth, monthWords } from '#domain/calendar/month.ts';
import { isSchoolDay, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { dayWords, dayWordsWithYear } from '#domain/calendar/wording.ts';
import { type Purpose, purposeFacts } from '#domain/meetings/purpose.ts';

export type WindowFacts = {
  readonly purpose: Purpose;
  readonly today: Day;
  readonly calendar: SchoolCalendar;
  /** Annual review: the day by which the whole review, the council's decision included, must be complete (CFA 2014 s.44(1)). */
  readonly completeBy: Day | null;
  /** Other meetings: the day the plan or the last review names for the next one. */
  readonly reviewBy: Day | null;
  /** What the person asked for: *review Amina before half term*. */
  readonly notBefore?: Day | undefined;
  readonly notAfter?: Day | undefined;
  /** The month in which the review is planned, `2027-03`; what the person asks for goes before it. */
  readonly plannedMonth?: string | null | undefined;
};

/** The days on which a meeting can lawfully and usefully be held; every one of `days` is a school day. */
export type ReviewWindow = {
  readonly from: Day;
  readonly to: Day;
  readonly words: string;
  readonly why: readonly string[];
  readonly days: readonly Day[];
  /** True where the law's limit can no longer be kept with proper notice. */
  readonly tooLate: boolean;
};

/** The council tells the family its decision within 4 weeks of the meeting (reg 20(10)). */
const DECISION_WEEKS = 4;
/** How far we look where no law sets an end. */
const USUAL_WEEKS = 4;
/** How much is looked at in one go; calendars are read for no more days than these, and nothing is said of a day that was not read. */
const WEEKS_SHOWN = 6;

type Bounds = { readonly earliest: Day; readonly latest: Day; readonly why: readonly string[]; readonly tooLate: boolean };

/**
 * The window for a meeting and why it is this one. Annual review: not before papers can go two weeks ahead, and four weeks before the
 * twelve months end, because the decision must still follow. Where that has gone, the earliest proper date and the weeks after it.
 */
export function reviewWindow(facts: WindowFacts): ReviewWindow {
  const { earliest, latest, why, tooLate } = shown(facts, narrowed(facts, lawful(facts)));
  const days = daysFromTo(earliest, latest).filter((day) => meets(day, facts.calendar));
  const from = days[0] ?? earliest;
  const to = days.at(-1) ?? latest;
  const closed = days.length === 0 ? ['The school is closed on every day of it.'] : [];
  const words =
    from === to ? `On ${dayWords(from, facts.today)}` : `Between ${dayWords(from, facts.today)} and ${dayWords(to, facts.today)}`;
  return { from, to, words, why: [...why, 'School days only.', ...closed], days, tooLate };
}

/** Where the school has not given its calendar, Monday to Friday stand for school days. */
const meets = (day: Day, calendar: SchoolCalendar): boolean =>
  calendar.schoolDays.length === 0 ? weekdayOf(day) <= 5 : isSchoolDay(day, calendar);

function firstSchoolDay(from: Day, calendar: SchoolCalendar): Day {
  return daysFromTo(from, addDays(from, 80)).find((day) => meets(day, calendar)) ?? from;
}

function lawful(facts: WindowFacts): Bounds {
  const { noticeWeeks, notice } = purposeFacts(facts.purpose);
  const earliest = firstSchoolDay(noticeWeeks > 0 ? weeksFrom(facts.today, noticeWeeks) : addDays(facts.today, 1), facts.calendar);
  return facts.purpose === 'annual-review' ? annual(facts, earliest, notice) : ordinary(facts, earliest, notice);
}

function annual({ completeBy, today }: WindowFacts, earliest: Day, notice: string): Bounds {
  if (!completeBy) {
    const why = [notice, `The end of the twelve months is not known, so the next ${USUAL_WEEKS} weeks are shown.`];
    return { earliest, latest: weeksFrom(earliest, USUAL_WEEKS), why, tooLate: false };
  }
  const latest = atLeastWeeksBefore(completeBy, DECISION_WEEKS);
  const due = `The whole review, the council’s decision included, must be complete by ${dayWordsWithYear(completeBy)} (Children and Families Act 2014 s.44(1)).`;
  if (latest >= earliest) {
    const decision = `The council has ${DECISION_WEEKS} weeks from the meeting to decide, so it is held by ${dayWords(latest, today)} (reg 20(10)).`;
    return { earliest, latest, why: [due, decision, notice], tooLate: false };
  }
  const late =
    completeBy < today || latest < today
      ? `The last day that left ${DECISION_WEEKS} weeks for the decision was ${dayWords(latest, today)}.`
      : `${dayWords(latest, today)} would leave ${DECISION_WEEKS} weeks for the decision.`;
  const proper = `Too late to send papers two weeks ahead; the earliest proper date is ${dayWords(earliest, today)}.`;
  return { earliest, latest: weeksFrom(earliest, 2), why: [proper, due, late, notice], tooLate: true };
}

function ordinary({ reviewBy, today }: WindowFacts, earliest: Day, notice: string): Bounds {
  if (!reviewBy) return { earliest, latest: weeksFrom(earliest, USUAL_WEEKS), why: [notice], tooLate: false };
  if (reviewBy < earliest) {
    const late = `It was to be held by ${dayWords(reviewBy, today)}; the earliest date with notice is ${dayWords(earliest, today)}.`;
    return { earliest, latest: weeksFrom(earliest, 2), why: [late, notice], tooLate: true };
  }
  return { earliest, latest: reviewBy, why: [`The plan is to be reviewed by ${dayWords(reviewBy, today)}.`, notice], tooLate: false };
}

/** Takes in what the person asked for, or else the month that was planned. A wish narrows the window; it never opens a day the law closes. */
function narrowed(facts: WindowFacts, bounds: Bounds): Bounds {
  const { notBefore, notAfter, plannedMonth, today } = facts;
  if (plannedMonth && !notBefore && !notAfter) return inMonth(plannedMonth, today, bounds);
  const earliest = notBefore && notBefore > bounds.earliest ? notBefore : bounds.earliest;
  const latest = notAfter && notAfter < bounds.latest ? notAfter : bounds.latest;
  if (earliest <= latest) {
    const asked = [
      ...(earliest === bounds.earliest ? [] : [`You asked for no day before ${dayWords(earliest, today)}.`]),
      ...(latest === bounds.latest ? [] : [`You asked for a day no later than ${dayWords(latest, today)}.`]),
    ];
    return { ...bounds, earliest, latest, why: [...bounds.why, ...asked] };
  }
  const unmet = `No day you asked for lies in it, so all of ${dayWords(bounds.earliest, today)} to ${dayWords(bounds.latest, today)} is shown.`;
  return { ...bounds, why: [unmet, ...bounds.why] };
}

function inMonth(month: string, today: Day, bounds: Bounds): Bounds {
  const { from, to } = daysOfMonth(month);
  const earliest = laterOf(bounds.earliest, from) ?? from;
  const latest = earlierOf(bounds.latest, to) ?? to;
  const planned = `The review is planned for ${monthWords(month)}`;
  if (earliest <= latest) return { ...bounds, earliest, latest, why: [...bounds.why, `${planned}.`] };
  const unmet = `${planned}, of which no day will do, so all of ${dayWords(bounds.earliest, today)} to ${dayWords(bounds.latest, today)} is shown.`;
  return { ...bounds, why: [unmet, ...bounds.why] };
}

/** The first weeks of a long window; whoever wants later days asks for them. */
function shown({ today }: WindowFacts, bounds: Bounds): Bounds {
  const last = addDays(weeksFrom(bounds.earliest, WEEKS_SHOWN), -1);
  if (bounds.latest <= last) return bounds;
  const more = `There is time until ${dayWords(bounds.latest, today)}; the first ${WEEKS_SHOWN} weeks are shown.`;
  return { ...bounds, latest: last, why: [...bounds.why, more] };
}

/** The last day for invitations and papers before a meeting on a day; null where no notice is owed. */
export function invitationsBy(purpose: Purpose, meetingOn: Day): Day | null {
  const { noticeWeeks } = purposeFacts(purpose);
  return noticeWeeks > 0 ? atLeastWeeksBefore(meetingOn, noticeWeeks) : null;
}

/** What follows a meeting on a day: the report in two weeks, the decision in four (reg 20). Null for meetings that start no clock. */
export function afterwards(purpose: Purpose, meetingOn: Day): { readonly report: Day; readonly decision: Day } | null {
  return purpose === 'annual-review' ? { report: weeksFrom(meetingOn, 2), decision: weeksFrom(meetingOn, DECISION_WEEKS) } : null;
}
