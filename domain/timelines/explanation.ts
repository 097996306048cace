import { lodgingDay, sameOrPreviousWorkingDay } from '#domain/calendar/counting.ts';
import { addDays, type Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear, nearDayWords } from '#domain/calendar/wording.ts';
import { type CaseEvent, type EventSource, inOrder } from '#domain/timelines/case-event.ts';
import type { Clock } from '#domain/timelines/clock.ts';
import { type ClockSetting, clocksFor } from '#domain/timelines/compute-clocks.ts';
import { type CountedDay, countDays } from '#domain/timelines/count-days.ts';
import { countHeading, lengthWords, movedWords, replacedWords } from '#domain/timelines/count-words.ts';
import { type Considered, considerException } from '#domain/timelines/exceptions.ts';
import { type DutySentence, dutyOf, type OwnerNames } from '#domain/timelines/owners.ts';
import { milestoneOutcome, standingWords } from '#domain/timelines/standing.ts';

/** A stretch of text; the strong ones are the heart of the rule. */
export type Passage = { readonly text: string; readonly strong: boolean };

/** A line under the count: a day on the way, what it asks, and what became of it. */
export type Milestone = {
  readonly on: Day;
  readonly dayWords: string;
  readonly words: string;
  readonly outcome: string;
  readonly state: Clock['state'] | 'trigger';
  readonly source?: EventSource;
};

/** One of the ways that were weighed, where the rule takes the earlier or the later. */
export type Weighed = { readonly words: string; readonly due?: Day; readonly chosen: boolean };

/** A reading of the rule's words, or an aid to planning, with its day. */
export type Reading = { readonly day: Day; readonly words: string };

/** Everything a person needs to answer for a date on the telephone, ready to be shown or printed. */
export type Explanation = {
  readonly ruleId: string;
  readonly title: string;
  readonly state: Clock['state'];
  readonly due?: Day;
  /** `Wed 2 Dec 2026`, or `No date yet`. */
  readonly dueWords: string;
  /** `9 days left`, `Met Wed 26 Aug, on the day`. */
  readonly standing: string;
  readonly duty: DutySentence;
  readonly rule: readonly Passage[];
  readonly trigger?: { readonly on: Day; readonly words: string; readonly source?: EventSource };
  /** Where there is no date: what is needed for one. */
  readonly needed?: string;
  readonly count?: { readonly heading: string; readonly words: string; readonly days: readonly CountedDay[] };
  readonly weighed: readonly Weighed[];
  /** Why the date is not simply the end of the count. */
  readonly moved?: string;
  /** The two readings of the rule's words, the earlier first, where it bears two; plan for the earlier. */
  readonly readings: readonly Reading[];
  /** Where the date is a day off: the working day before it, an aid and not law. */
  readonly aim?: Reading;
  readonly milestones: readonly Milestone[];
  readonly exceptions: readonly Considered[];
  readonly exceptionsNote?: string;
  /** `Westmere Council says it may be late: school closed.` */
  readonly claim?: string;
  readonly consequence?: string;
  readonly source: { readonly citation: string; readonly link?: string; readonly textRead: Day };
  readonly unverified?: string;
  readonly guidance?: string;
  readonly disclaimer: string;
};

/** What an explanation is made from: the case's events, the setting its clocks were computed in, and the names of who owes. */
export type ExplainSetting = ClockSetting & { readonly events: readonly CaseEvent[]; readonly owners: OwnerNames };

/** Explains one clock of a case: rule, trigger, count, exceptions considered, citation. */
export function explain(clock: Clock, setting: ExplainSetting): Explanation {
  const { rule } = clock;
  return {
    ruleId: rule.id,
    title: rule.title,
    state: clock.state,
    dueWords: clock.due === undefined ? 'No date yet' : dayWordsWithYear(clock.due),
    standing: standingWords(clock, setting.today, setting.calendars),
    duty: dutyOf(clock, setting.owners),
    rule: passagesOf(rule.words),
    ...triggerOf(clock, setting),
    ...(clock.state === 'not-started' ? noDate(clock, setting) : dated(clock, setting)),
    ...(rule.consequence ? { consequence: rule.consequence } : {}),
    source: { citation: rule.source, ...(rule.sourceLink ? { link: rule.sourceLink } : {}), textRead: setting.rules.textRead },
    ...(rule.unverified ? { unverified: `Not verified: ${rule.unverified}` } : {}),
    ...(rule.guidance ? { guidance: 'Guidance expects this; no Act or regulation commands it.' } : {}),
    disclaimer: 'Information, not legal advice.',
  };
}

/** The words of an event of this nation: `Council received the request`. */
export function eventWords(kind: string, setting: Pick<ClockSetting, 'rules'>): string {
  return setting.rules.events[kind] ?? kind;
}

function passagesOf(words: string): Passage[] {
  return words
    .split('**')
    .map((text, index) => ({ text, strong: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

function triggerOf(clock: Clock, setting: ExplainSetting) {
  const { trigger } = clock;
  if (!trigger) return {};
  const source = trigger.source ? { source: trigger.source } : {};
  return { trigger: { on: trigger.on, words: eventWords(trigger.kind, setting), ...source } };
}

function noDate(clock: Extract<Clock, { state: 'not-started' }>, setting: ExplainSetting) {
  return { needed: neededWords(clock.waitsFor, setting), weighed: [], readings: [], milestones: [], exceptions: [] };
}

function neededWords(waitsFor: string, setting: ExplainSetting): string {
  if (waitsFor === 'school-calendar') return 'No date yet: the school calendar does not reach far enough.';
  if (waitsFor === 'holiday-calendar') return 'No date yet: the public holidays of that year are not known.';
  const words = eventWords(waitsFor, setting);
  return `No date yet: we need the day of “${words}”.`;
}

type DatedClock = Exclude<Clock, { state: 'not-started' }>;

function dated(clock: DatedClock, setting: ExplainSetting) {
  const { reckoned, due } = clock;
  const milestones = milestonesOf(clock, setting);
  const dots = new Map(milestones.filter(({ on }) => on !== due).map(({ on, words }) => [on, words]));
  const exceptions = exceptionsOf(clock, setting);
  const moved = movedWords(reckoned) ?? replacedWords(reckoned);
  const claim = claimWords(clock, setting);
  return {
    due,
    count: {
      heading: countHeading(clock, setting.today),
      words: lengthWords(reckoned),
      days: countDays(reckoned, setting.calendars, setting.today, dots),
    },
    weighed: weighedOf(clock, setting),
    ...(moved ? { moved } : {}),
    readings: readingsOf(clock),
    ...aimOf(clock, setting),
    milestones,
    exceptions,
    ...(exceptions.length > 0 ? { exceptionsNote: exceptionsNoteOf(clock) } : {}),
    ...(claim ? { claim } : {}),
  };
}

function exceptionsNoteOf({ reckoned }: DatedClock): string {
  return reckoned.replaced === 'agreed'
    ? 'An exception only says why a date may be missed. This date is the one that both sides agreed on.'
    : 'An exception never moves the date. It only says why it may be missed.';
}

/** The ways that were weighed; where the rule moves a last day off a pause or a day off, each with the day that it would have moved to. */
function weighedOf({ rule, reckoned }: DatedClock, setting: ExplainSetting): Weighed[] {
  return (reckoned.weighed?.of ?? []).map((outcome) => {
    if (outcome.due === undefined) return { words: `“${eventWords(outcome.waitsFor, setting)}” has not happened`, chosen: false };
    const start = `${eventWords(outcome.start.kind, setting)}, ${nearDayWords(outcome.start.on, setting.today)}`;
    const chosen = outcome.due === (reckoned.moved?.from ?? reckoned.due);
    const due = rule.due.way === 'lodging' ? lodgingDay(outcome.due, setting.calendars.holidays).due : outcome.due;
    const ending = due === outcome.due ? '' : `, ending ${nearDayWords(outcome.due, setting.today)} and moved`;
    return { words: `${lengthWords(outcome)} from: ${start}${ending}`, due, chosen };
  });
}

function readingsOf({ rule, due }: DatedClock): Reading[] {
  if (!rule.strictly) return [];
  const strict = addDays(due, -1);
  return [
    { day: strict, words: `${dayWordsWithYear(strict)} on the strict reading. ${rule.strictly} Plan for this day.` },
    { day: due, words: `${dayWordsWithYear(due)} on the usual reading.` },
  ];
}

function aimOf({ due, rule }: DatedClock, { calendars }: ExplainSetting): { aim: Reading } | undefined {
  const day = sameOrPreviousWorkingDay(due, calendars.holidays);
  if (day === due || rule.nature) return undefined;
  return { aim: { day, words: `The date is a day off and does not move. Aim for ${dayWordsWithYear(day)}.` } };
}

/** The trigger, each limit of the same chain from the same trigger, in order. */
function milestonesOf(clock: DatedClock, setting: ExplainSetting): Milestone[] {
  const { trigger } = clock;
  const words = (day: Day) => nearDayWords(day, setting.today);
  const siblings = clock.rule.chain
    ? clocksFor(setting.events, setting).filter((other) => other.trigger === trigger && other.rule.chain === clock.rule.chain)
    : [clock];
  const limits = siblings.filter((other): other is DatedClock => other.due !== undefined);
  const start = clock.reckoned.start;
  return [
    {
      on: start.on,
      dayWords: words(start.on),
      words: `${eventWords(start.kind, setting)}${dayOfStart(clock)}`,
      outcome: start.source?.words ?? '',
      state: 'trigger' as const,
      ...(start.source ? { source: start.source } : {}),
    },
    ...limits.map((limit) => ({
      on: limit.due,
      dayWords: words(limit.due),
      words: milestoneWords(limit),
      outcome: milestoneOutcome(limit, setting.today, setting.calendars),
      state: limit.state,
      ...('metBy' in limit && limit.metBy.source ? { source: limit.metBy.source } : {}),
    })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Which day of the count its start is; nothing where a fixed date is not counted from anything. */
function dayOfStart({ reckoned }: DatedClock): string {
  if (reckoned.unit === 'date') return '';
  return ` (day ${reckoned.beginningWith ? 1 : 0})`;
}

/** A limit in the list of its chain: `20 weeks: final plan`; of several ways that were weighed, the length of the one that decided. */
function milestoneWords({ rule, reckoned }: DatedClock): string {
  if (!rule.milestone) return rule.title;
  return reckoned.weighed ? `${lengthWords(reckoned)}: ${rule.milestone}` : rule.milestone;
}

function exceptionsOf(clock: DatedClock, setting: ExplainSetting): Considered[] {
  const events = inOrder(setting.events);
  return clock.rule.unless.flatMap((id) => {
    const exception = setting.rules.exceptions.find((candidate) => candidate.id === id);
    if (!exception) return [];
    const { onlyIfAsked } = exception;
    if (onlyIfAsked && !events.some((event) => event.kind === 'advice-requested' && event.who === onlyIfAsked)) return [];
    const limit = { trigger: clock.trigger, due: clock.due };
    return [considerException(exception, limit, { events, calendars: setting.calendars }, setting.today)];
  });
}

function claimWords(clock: DatedClock, setting: ExplainSetting): string | undefined {
  const claim = setting.events.find(
    (event) => event.kind === 'exception-claimed' && event.on >= clock.trigger.on && clock.rule.unless.includes(event.exception ?? ''),
  );
  if (!claim) return undefined;
  const title = setting.rules.exceptions.find(({ id }) => id === claim.exception)?.title.toLowerCase();
  return `${dutyOf(clock, setting.owners).who} says it may be late: ${claim.because ?? title}.`;
}
