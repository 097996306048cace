import type { Day } from '#domain/calendar/day.ts';

/** Where a fact comes from: a document or an entry of the record, with the words its link shows (`letter`). */
export type EventSource = { readonly kind: 'document' | 'record'; readonly id: string; readonly words: string };

/**
 * Something that happened, or is set to happen, in a case. `kind` is a word of the nation's own list (`request-received`); `on` the day it
 * happened, or for a meeting or a transfer that is planned the day it is to be.
 */
export type CaseEvent = {
  readonly kind: string;
  readonly on: Day;
  readonly id?: string;
  /** The meeting, request or placement that it belongs to, where a case has several of a kind. */
  readonly about?: string;
  /** What was decided: `assess`, `refuse`, `amend`, `keep`, `cease`. */
  readonly outcome?: string;
  /** Last day, for what lasts: an absence, a removal. */
  readonly until?: Day;
  /** Number of days, where only the number is known: school days absent as the register has them. */
  readonly days?: number;
  /** A day that people agreed on, such as the new date when a child moves in the middle of an evaluation. */
  readonly agreed?: Day;
  /** Of whom: `child`, `parent`, `school`, `health`, `social-care`. */
  readonly who?: string;
  /** The exception that is claimed, by its id (`E3`), and the ground in words. */
  readonly exception?: string;
  readonly because?: string;
  readonly source?: EventSource;
};

/** Events in the order in which they happened; those of one day keep the order in which they came. */
export function inOrder(events: readonly CaseEvent[]): readonly CaseEvent[] {
  for (let index = 1; index < events.length; index += 1) {
    if (events[index]!.on < events[index - 1]!.on) return [...events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  }
  return events;
}

/** The latest event on or before a day that is meant and belongs to the same matter. Events must be in order. */
export function lastBefore(events: readonly CaseEvent[], kinds: readonly string[], trigger: CaseEvent): CaseEvent | undefined {
  return events.findLast(
    (event) => event.on <= trigger.on && event !== trigger && kinds.includes(event.kind) && sameMatter(event, trigger),
  );
}

/** The first event on or after a day that is meant and belongs to the same matter. Events must be in order. */
export function firstAfter(events: readonly CaseEvent[], kinds: readonly string[], trigger: CaseEvent): CaseEvent | undefined {
  return events.find((event) => event.on >= trigger.on && event !== trigger && kinds.includes(event.kind) && sameMatter(event, trigger));
}

/** Whether two events may belong together: they name the same matter and the same body, or one of them names none. */
export function sameMatter(a: CaseEvent, b: CaseEvent): boolean {
  return agrees(a.about, b.about) && agrees(a.who, b.who);
}

function agrees(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}
