import type { Day } from '#domain/calendar/day.ts';
import { type CaseEvent, inOrder } from '#domain/timelines/case-event.ts';
import type { Clock } from '#domain/timelines/clock.ts';
import { type ClockSetting, clockOf, clocksFor } from '#domain/timelines/compute-clocks.ts';
import type { Owner, Rule } from '#domain/timelines/rule.ts';

/** A clock as the record keeps it between two counts. Days left are never kept: they follow from the date and today. */
export type KeptClock = {
  readonly rule: Rule;
  readonly trigger: CaseEvent;
  readonly due: Day;
  readonly owedBy: Owner;
  readonly state: 'running' | 'late' | 'excused' | 'met' | 'met-late' | 'stopped' | 'mark' | 'expected';
  readonly metOn: Day | null;
};

/** Clocks that say the same day of the same matter twice: the second is only another name for the first while the first is open. */
const TWINS: Readonly<Record<string, string>> = {
  'eng.review.amendmentNotice': 'eng.review.decision',
  'eng.review.noAmend': 'eng.review.amendedFinal',
};

/**
 * The clocks of one case to keep: every clock with a date, those that will start with a meeting that is already booked (`expected`), and
 * without twins. A mark, which nobody can owe, keeps its own state so that no list takes it for a duty.
 */
export const clocksToKeep = (events: readonly CaseEvent[], setting: ClockSetting): KeptClock[] => {
  const kept = [...clocksFor(events, setting), ...expectedFromBookings(events, setting)].flatMap((clock) => keep(clock) ?? []);
  return kept.filter((clock) => !isAnswered(clock, events) && !kept.some((other) => isTwin(clock, other)));
};

/** The wish for a date is answered when a meeting is booked, though the booking stands in the case on the day of the meeting itself. */
const isAnswered = ({ rule, trigger }: KeptClock, events: readonly CaseEvent[]): boolean =>
  rule.id === 'school.review.date' && events.some(({ kind, on }) => kind === 'review-meeting-booked' && on >= trigger.on);

const isTwin = (clock: KeptClock, other: KeptClock): boolean =>
  TWINS[clock.rule.id] === other.rule.id && other.trigger === clock.trigger && other.state !== 'stopped' && other.state !== 'met';

const keep = (clock: Clock & { expected?: true }): KeptClock[] | undefined => {
  if (clock.state === 'not-started') return undefined;
  const { rule, trigger, due, owedBy } = clock;
  const metOn = 'metOn' in clock && clock.metOn ? clock.metOn : null;
  return [{ rule, trigger, due, owedBy, state: clock.expected ? 'expected' : rule.nature === 'mark' ? 'mark' : clock.state, metOn }];
};

/** What a booked review will start when it is held on its day: the report, the decision. */
const expectedFromBookings = (events: readonly CaseEvent[], setting: ClockSetting): (Clock & { expected?: true })[] => {
  const ordered = inOrder(events);
  const booking = ordered.findLast(({ kind, on }) => kind === 'review-meeting-booked' && on > setting.today);
  if (!booking || ordered.some(({ kind, on }) => kind === 'review-meeting-held' && on >= booking.on)) return [];
  const held: CaseEvent = { ...booking, kind: 'review-meeting-held' };
  const after = [...ordered, held];
  return setting.rules.rules
    .filter((rule) => rule.chain === 'eng.chain.review' && rule.from.some(({ kind }) => kind === held.kind))
    .map((rule) => ({ ...clockOf(rule, held, { events: after, calendars: setting.calendars }, setting), expected: true as const }));
};

/** The one clock of a rule and a trigger, open or not, also one that a booked review will start; undefined where the case has no such clock. */
export const clockNamed = (events: readonly CaseEvent[], setting: ClockSetting, rule: string, trigger: string): Clock | undefined =>
  [...clocksFor(events, setting), ...expectedFromBookings(events, setting)].find(
    (clock) => clock.rule.id === rule && clock.trigger?.id === trigger,
  );
