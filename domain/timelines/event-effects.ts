import type { Day } from '#domain/calendar/day.ts';
import type { CaseEvent } from '#domain/timelines/case-event.ts';
import type { Owner, Rule } from '#domain/timelines/rule.ts';

/** A clock as two countings of a case are held against each other. */
export type CountedClock = {
  readonly rule: Rule;
  readonly trigger: CaseEvent;
  readonly due: Day;
  readonly owedBy: Owner;
  readonly state: string;
  readonly metOn: Day | null;
};

/** What an event does to a clock: starts, moves, meets or stops it, excuses its lateness, opens it again, or takes it away altogether. */
export type EffectKind = 'starts' | 'moves' | 'meets' | 'stops' | 'excuses' | 'reopens' | 'goes';

export type EventEffect = { readonly kind: EffectKind; readonly was: CountedClock | null; readonly now: CountedClock | null };

/**
 * What changes in a case's clocks when its events do, clock by clock in the order of their dates. The due date of a clock that is excused
 * stands as it was: an exception never moves or deletes it (SEND Regs 2014 regs 5(4), 10(4), 13(3)).
 */
export function effectsBetween(before: readonly CountedClock[], after: readonly CountedClock[]): EventEffect[] {
  const [earlier, later] = [byName(before), byName(after)];
  const names = [...new Set([...earlier.keys(), ...later.keys()])];
  return names
    .flatMap((name): EventEffect[] => {
      const [was, now] = [earlier.get(name) ?? null, later.get(name) ?? null];
      const kind = kindOf(was, now);
      return kind ? [{ kind, was, now }] : [];
    })
    .sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0));
}

/** The name of a clock in one case: its rule and the event that started it. */
export const clockName = ({ rule, trigger }: Pick<CountedClock, 'rule' | 'trigger'>): string => `${rule.id}~${trigger.id ?? trigger.on}`;

const byName = (clocks: readonly CountedClock[]) => new Map(clocks.map((clock) => [clockName(clock), clock]));

const dueOf = ({ was, now }: EventEffect): Day => (now ?? was)!.due;

const isSettled = ({ state, metOn }: CountedClock): boolean =>
  metOn !== null || state === 'met' || state === 'met-late' || state === 'stopped';

function kindOf(was: CountedClock | null, now: CountedClock | null): EffectKind | undefined {
  if (!was) return 'starts';
  if (!now) return 'goes';
  if (was.due !== now.due) return 'moves';
  if (was.state === now.state && was.metOn === now.metOn) return undefined;
  if (now.state === 'excused' && was.state !== 'excused') return 'excuses';
  if (now.state === 'stopped') return 'stops';
  if (isSettled(now)) return 'meets';
  return isSettled(was) || was.state === 'excused' ? 'reopens' : undefined;
}
