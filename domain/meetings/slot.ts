import type { Day, Instant } from '#domain/calendar/day.ts';
import type { WallClock, Zone } from '#domain/calendar/wall-clock.ts';
import type { Answer, Diary, Stretch } from '#domain/meetings/availability.ts';
import type { Invitee } from '#domain/meetings/invitees.ts';

/** How a school's day bears on meetings. */
export type MeetingDay = {
  /** When a meeting can begin, school time. */
  readonly starts: readonly WallClock[];
  /** When lessons end; a later meeting is "after school". */
  readonly schoolEnds: WallClock;
  /** Rooms a meeting can be in. `busy` is what their calendars hold, null where one cannot be seen; `taken` what our record holds. */
  readonly rooms: readonly { readonly name: string; readonly busy: readonly Stretch[] | null; readonly taken: readonly Stretch[] }[];
  /** What the whole school is taken up with: `parents’ evening`. */
  readonly events: readonly (Stretch & { readonly words: string })[];
};

export type SlotSearch = {
  readonly days: readonly Day[];
  readonly minutes: number;
  readonly zone: Zone;
  readonly school: MeetingDay;
  readonly invited: readonly Invitee[];
  /** Diaries by the key of the invitee. */
  readonly diaries: ReadonlyMap<string, Diary>;
  /** The one without whom there is no meeting. */
  readonly arranger: string;
};

/** One time that was looked at. `answers` stand in the order of those invited. */
export type Candidate = {
  readonly id: string;
  readonly day: Day;
  readonly from: WallClock;
  readonly to: WallClock;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly room: string | null;
  readonly answers: readonly Answer[];
  /** Set where the time cannot be offered at all, whoever is free. */
  readonly obstacle: string | null;
  readonly cost: number;
};

export type OfferedSlot = Omit<Candidate, 'obstacle' | 'cost'> & {
  readonly best: boolean;
  readonly verdict: string;
  readonly urgency: 'good' | 'near' | 'info';
  readonly reason: string;
};

/** The three best, and in words why not another day. */
export type Offer = { readonly slots: readonly OfferedSlot[]; readonly others: string };
