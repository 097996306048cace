import type { Instant } from '../calendar/day.ts';

/** An event as Outlook has it now; `null` where it is there no more. */
export type EventNow = {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly cancelled: boolean;
  /** Replies by address, in lower case. */
  readonly replies: Readonly<Record<string, 'yes' | 'no' | 'tentative'>>;
} | null;

/** A booked meeting as the record has it. */
export type KeptMeeting = {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly people: readonly { readonly id: string; readonly email: string | null; readonly reply: string | null }[];
};

/** What of a meeting is otherwise in Outlook than in the record. */
export type OutlookChange =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'moved'; readonly startsAt: Instant; readonly endsAt: Instant }
  | { readonly kind: 'replied'; readonly replies: readonly { readonly person: string; readonly reply: 'yes' | 'no' | 'tentative' }[] };

const sameMoment = (one: Instant, other: Instant): boolean => one.slice(0, 16) === other.slice(0, 16);

/**
 * What Outlook changed about a booked meeting. Who cancels or moves the event there means the meeting, since those invited were told by
 * Outlook; a reply is the answer that the record waits for. A reply that was taken back stays as it was last given.
 */
export const changesIn = (kept: KeptMeeting, now: EventNow): readonly OutlookChange[] => {
  if (now === null || now.cancelled) return [{ kind: 'cancelled' }];
  const { startsAt, endsAt } = now;
  const moved =
    sameMoment(kept.startsAt, startsAt) && sameMoment(kept.endsAt, endsAt) ? [] : [{ kind: 'moved' as const, startsAt, endsAt }];
  const replies = kept.people.flatMap(({ id: person, email, reply: before }) => {
    const reply = now.replies[email?.toLowerCase() ?? ''];
    return reply && reply !== before ? [{ person, reply }] : [];
  });
  return [...moved, ...(replies.length > 0 ? [{ kind: 'replied' as const, replies }] : [])];
};
