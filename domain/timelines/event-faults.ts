import { addYears, type Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import type { RuleSet } from '#domain/timelines/rule.ts';

/** What a person says of an event: its kind and day, and what is asked beside them. */
export type EventSaid = {
  readonly kind: string;
  readonly on: Day;
  readonly outcome?: string | undefined;
  readonly who?: string | undefined;
  readonly about?: string | undefined;
  readonly until?: Day | undefined;
  readonly days?: number | undefined;
  readonly agreed?: Day | undefined;
  readonly owner?: string | undefined;
  readonly exception?: string | undefined;
  readonly because?: string | undefined;
  /** The paper it rests on, in words: `Letter of 3 September`. */
  readonly evidence?: string | undefined;
};

/** Why an event cannot be recorded so, field by field, each to follow the field's name: `is missing`. */
export type EventFault = { readonly field: keyof EventSaid; readonly reason: string };

/** A life in school is over long before: what lies further back is a slip of the pen. */
const OLDEST_YEARS = 26;
/** Nothing in a case is planned further ahead. */
const FURTHEST_YEARS = 3;

/** The kinds that a nation's people record by hand: those of its groups, or all where it has none. */
export const recordableKinds = ({ groups, events }: Pick<RuleSet, 'groups' | 'events'>): readonly string[] =>
  groups ? groups.flatMap(({ kinds }) => kinds) : Object.keys(events);

/** What is wrong or missing in what was said of an event; nothing where it can be recorded. */
export function eventFaults(said: EventSaid, rules: RuleSet, today: Day): readonly EventFault[] {
  if (!recordableKinds(rules).includes(said.kind)) return [{ field: 'kind', reason: 'is not an event that is recorded here' }];
  return [...dayFaults(said, rules, today), ...answerFaults(said, rules), ...exceptionFaults(said, rules)];
}

function dayFaults({ kind, on, until, agreed }: EventSaid, { asks }: RuleSet, today: Day): EventFault[] {
  const faults: EventFault[] = [];
  const latest = asks?.[kind]?.ahead ? addYears(today, FURTHEST_YEARS) : today;
  if (on > latest) {
    const reason = latest === today ? 'lies ahead; only what has happened is recorded' : `is after ${dayWordsWithYear(latest)}`;
    faults.push({ field: 'on', reason });
  }
  if (on < addYears(today, -OLDEST_YEARS)) faults.push({ field: 'on', reason: 'lies too far back' });
  if (until && until < on) faults.push({ field: 'until', reason: 'is before the first day' });
  if (agreed && agreed < on) faults.push({ field: 'agreed', reason: 'is before the day on which it was agreed' });
  return faults;
}

function answerFaults({ kind, outcome, who }: EventSaid, { asks }: RuleSet): EventFault[] {
  const { outcomes = [], outcomeNeeded, of = [] } = asks?.[kind] ?? {};
  const faults: EventFault[] = [];
  if (outcomeNeeded && !outcome) faults.push({ field: 'outcome', reason: 'is missing: limits hang on it' });
  if (outcome && !outcomes.some(({ value }) => value === outcome)) faults.push({ field: 'outcome', reason: 'is not one of the choices' });
  if (who && !of.some(({ value }) => value === who)) faults.push({ field: 'who', reason: 'is not one of the choices' });
  return faults;
}

/** An exception is claimed with its ground and its evidence, or it is only an excuse. */
function exceptionFaults({ kind, exception, because, evidence }: EventSaid, { asks, exceptions }: RuleSet): EventFault[] {
  if (!asks?.[kind]?.exception) return [];
  const faults: EventFault[] = [];
  if (!exceptions.some(({ id }) => id === exception)) faults.push({ field: 'exception', reason: 'is missing' });
  if (!because) faults.push({ field: 'because', reason: 'is missing' });
  if (!evidence) faults.push({ field: 'evidence', reason: 'is missing: the paper on which the claim rests' });
  return faults;
}
