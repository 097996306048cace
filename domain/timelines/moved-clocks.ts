import type { Day } from '#domain/calendar/day.ts';
import type { Clock } from '#domain/timelines/clock.ts';

/** A clock whose date is another than before: after a closure, a corrected trigger, an agreement. Both dates are kept and shown. */
export type MovedClock = { readonly before: Clock; readonly after: Clock; readonly wasDue?: Day; readonly nowDue?: Day };

/**
 * The clocks that moved between two countings of one case: the same rule from the same matter, with another date. A clock that is there
 * only once is not a move; a trigger that was corrected to another day is found by the event's id.
 */
export function movedClocks(before: readonly Clock[], after: readonly Clock[]): MovedClock[] {
  const earlier = new Map(before.map((clock) => [identityOf(clock), clock]));
  return after.flatMap((now) => {
    const was = earlier.get(identityOf(now));
    if (!was || was.due === now.due) return [];
    return [{ before: was, after: now, ...(was.due ? { wasDue: was.due } : {}), ...(now.due ? { nowDue: now.due } : {}) }];
  });
}

/** What makes two countings of a clock the same: its rule and the event that started it, by id where it has one. */
export function identityOf({ rule, trigger }: Clock): string {
  return `${rule.id} ${trigger?.id ?? `${trigger?.kind} ${trigger?.on} ${trigger?.about ?? ''}`}`;
}
