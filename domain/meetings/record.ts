import type { Day, Instant } from '#domain/calendar/day.ts';

/**
 * A meeting as far as its state decides what can be done. Only a running one takes entries; only a held one has minutes; what is being
 * booked already has its time and the transaction id that makes a second booking impossible.
 */
export type MeetingRecord =
  | { readonly state: 'proposed' }
  | { readonly state: 'being-booked'; readonly startsAt: Instant; readonly transaction: string }
  | { readonly state: 'booked'; readonly startsAt: Instant }
  | Running
  | { readonly state: 'held'; readonly startedAt: Instant; readonly finishedAt: Instant; readonly minutes: string | null }
  | { readonly state: 'reported'; readonly startedAt: Instant; readonly finishedAt: Instant; readonly minutes: string }
  | { readonly state: 'cancelled' };

export type Running = {
  readonly state: 'running';
  readonly startedAt: Instant;
  readonly items: number;
  readonly currentItem: number;
  readonly offRecordSince: Instant | null;
};

/** A change of state, or why it cannot be made, in words fit to show. */
export type Outcome<T> = { readonly done: T } | { readonly not: string };

const never = (state: never): never => {
  throw new RangeError(`A meeting cannot be “${String(state)}”.`);
};

/** Opens the record. Starting a running meeting again changes nothing. */
export function start(meeting: MeetingRecord, items: number, now: Instant): Outcome<Running> {
  switch (meeting.state) {
    case 'booked':
      return { done: { state: 'running', startedAt: now, items, currentItem: 0, offRecordSince: null } };
    case 'running':
      return { done: meeting };
    case 'proposed':
      return { not: 'This meeting has no date yet. Choose one first.' };
    case 'being-booked':
      return { not: 'This meeting is still being booked. Try again in a minute.' };
    case 'held':
    case 'reported':
      return { not: 'This meeting has been held; its minutes are in the case folder.' };
    case 'cancelled':
      return { not: 'This meeting was cancelled.' };
    default:
      return never(meeting);
  }
}

/** The running meeting, or why nothing can be recorded. */
export function running(meeting: MeetingRecord): Outcome<Running> {
  if (meeting.state === 'running') return { done: meeting };
  if (meeting.state === 'held' || meeting.state === 'reported') return { not: 'This meeting is finished. What was recorded stands.' };
  return { not: 'This meeting has not been started.' };
}

/** Whether words can be written down now. Off the record nothing is, whoever asks. */
export function takesEntries(meeting: MeetingRecord): Outcome<Running> {
  const open = running(meeting);
  if ('not' in open || open.done.offRecordSince === null) return open;
  return { not: 'The meeting is off the record. Nothing is written down until it is back on.' };
}

/** Moves to an item, or to the next one; the last item stays the last. */
export function moveTo(meeting: Running, item?: number): Running {
  return { ...meeting, currentItem: Math.min(item ?? meeting.currentItem + 1, Math.max(0, meeting.items - 1)) };
}

/** Off the record and back: only the times are kept. Asked for twice, it stays as it is. */
export function offTheRecord(meeting: Running, off: boolean, now: Instant): Running {
  if (off === (meeting.offRecordSince !== null)) return meeting;
  return { ...meeting, offRecordSince: off ? now : null };
}

export type ActionSettled = { readonly words: string; readonly owner: string | null; readonly due: Day | null };

/** Why *Finish* waits: each action has one owner and a date, or it is not an action. Empty when nothing does. */
export function blockersOf(actions: readonly ActionSettled[]): readonly string[] {
  return actions.flatMap(({ words, owner, due }) => {
    if (owner && due) return [];
    const lacks = !owner && !due ? 'an owner and a date' : owner ? 'a date' : 'an owner';
    return [`“${words}” needs ${lacks}.`];
  });
}
