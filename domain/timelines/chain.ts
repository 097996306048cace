import type { CaseEvent } from '#domain/timelines/case-event.ts';
import { type Clock, compareClocks, isOpen } from '#domain/timelines/clock.ts';

/** One limit on the way, with the open clocks that must be settled before it can be. */
export type ChainLink = { readonly clock: Clock; readonly waitsFor: readonly Clock[] };

/** The whole way of one matter: what began it, and each limit from there to the end, in the order of their dates. */
export type Chain = { readonly id: string; readonly began: CaseEvent; readonly links: readonly ChainLink[] };

/**
 * The ways that a case is on, the newest first: request, six weeks, sixteen, twenty; meeting, report, decision, amended plan. A limit that a
 * later event of the same matter starts (the notice after a review) belongs to the way that the earlier one began; the same kind of event
 * again begins a way of its own.
 */
export function chainsOf(clocks: readonly Clock[]): Chain[] {
  const started = clocks.filter((clock) => clock.rule.chain !== undefined && clock.trigger !== undefined);
  const ways: { id: string; began: CaseEvent; clocks: Clock[] }[] = [];
  for (const clock of [...started].sort(byTrigger)) {
    const trigger = clock.trigger!;
    const way = ways.findLast(
      ({ id, began }) => id === clock.rule.chain && (began === trigger || (began.kind !== trigger.kind && began.on <= trigger.on)),
    );
    if (way) way.clocks.push(clock);
    else ways.push({ id: clock.rule.chain!, began: trigger, clocks: [clock] });
  }
  return ways
    .map(({ id, began, clocks: own }) => ({
      id,
      began,
      links: own.sort(compareClocks).map((clock) => ({ clock, waitsFor: waitedFor(clock, began, clocks) })),
    }))
    .reverse();
}

const byTrigger = (a: Clock, b: Clock): number => (a.trigger!.on < b.trigger!.on ? -1 : a.trigger!.on > b.trigger!.on ? 1 : 0);

/** Open clocks of the same way that this one waits for; a clock that is settled itself waits for nothing. */
function waitedFor(clock: Clock, began: CaseEvent, all: readonly Clock[]): readonly Clock[] {
  if (!isOpen(clock)) return [];
  const rules = clock.rule.waitsFor ?? [];
  return all.filter((other) => rules.includes(other.rule.id) && isOpen(other) && other.trigger.on >= began.on && other !== clock);
}

/** Whether a way has come to its end: nobody has to act on any of its limits. */
export function isWalked({ links }: Chain): boolean {
  return links.every(({ clock }) => !isOpen(clock) && clock.state !== 'not-started');
}
