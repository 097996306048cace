import type { Day } from '#domain/calendar/day.ts';
import { addMinutes, instantOf, localTimeOf, type WallClock } from '#domain/calendar/wall-clock.ts';
import { type Answer, answerFor, emptyDiary, inAnotherReview, type Stretch } from '#domain/meetings/availability.ts';
import type { Invitee } from '#domain/meetings/invitees.ts';
import type { Candidate, MeetingDay, Offer, OfferedSlot, SlotSearch } from '#domain/meetings/slot.ts';
import { givesAdvice, reasonOf, verdictOf, whyNotOthers } from '#domain/meetings/slot-words.ts';

const OFFERED = 3;

/** What stands against a time, in points: the missing of one who must come outweighs any number of smaller things. */
const COSTS = { mustBeThere: 100, canWrite: 70, team: 40, unsureMust: 15, unsureTeam: 8, cover: 10, notKnown: 3, laterEachDay: 1 } as const;

/**
 * Looks at every start on every day of the window and offers the three best on different days, in the order of the days. Where no time
 * suits all, the best three are offered with who is missing. Lessons cost cover; a full house, no room, the arranger away, or another review of
 * ours for one who must be there rule a time out: booking would refuse it.
 */
export function offerSlots(search: SlotSearch): Offer {
  const looked = search.days.flatMap((day, index) => search.school.starts.map((from) => candidate(search, day, from, index)));
  const possible = looked.filter((one) => one.obstacle === null).sort((a, b) => a.cost - b.cost || (a.id < b.id ? -1 : 1));
  const chosen: Candidate[] = [];
  for (const one of possible) {
    if (chosen.length < OFFERED && !chosen.some((other) => other.day === one.day)) chosen.push(one);
  }
  const best = chosen[0];
  const slots = chosen.sort((a, b) => (a.id < b.id ? -1 : 1)).map((one) => offered(one, search.invited, one === best));
  return {
    slots,
    others: whyNotOthers(
      looked.filter((one) => !chosen.includes(one)),
      search.invited,
    ),
  };
}

function offered({ obstacle: _, cost: __, ...slot }: Candidate, invited: readonly Invitee[], best: boolean): OfferedSlot {
  return { ...slot, best, ...verdictOf(invited, slot.answers), reason: reasonOf(invited, slot.answers) };
}

function candidate(search: SlotSearch, day: Day, from: WallClock, place: number): Candidate {
  const startsAt = instantOf(day, from, search.zone);
  const endsAt = addMinutes(startsAt, search.minutes);
  const slot = { from: startsAt, to: endsAt };
  const to = localTimeOf(endsAt, search.zone).time;
  const answers = search.invited.map((one) =>
    answerFor(one, search.diaries.get(one.key) ?? emptyDiary, slot, to <= search.school.schoolEnds),
  );
  const room = freeRoom(search.school, slot);
  const cost = place * COSTS.laterEachDay + answers.reduce((sum, one, index) => sum + costOf(one, search.invited[index]!), 0);
  return { id: `${day}T${from}`, day, from, to, startsAt, endsAt, room, answers, obstacle: obstacleTo(search, slot, room, answers), cost };
}

function costOf(answer: Answer, invitee: Invitee): number {
  if (answer.cover) return COSTS.cover;
  if (answer.can === 'no') return !invitee.required ? COSTS.team : givesAdvice(invitee) ? COSTS.canWrite : COSTS.mustBeThere;
  if (answer.can === 'maybe') return invitee.required ? COSTS.unsureMust : COSTS.unsureTeam;
  return answer.can === 'not-known' && invitee.person ? COSTS.notKnown : 0;
}

function obstacleTo(
  { school, invited, arranger, diaries }: SlotSearch,
  slot: Stretch,
  room: string | null,
  answers: readonly Answer[],
): string | null {
  const event = school.events.find((one) => one.from < slot.to && slot.from < one.to);
  if (event) return event.words;
  if (room === null && school.rooms.length > 0) return 'no room';
  const elsewhere = invited.find(({ key, required }) => required && inAnotherReview(diaries.get(key) ?? emptyDiary, slot));
  if (elsewhere) return elsewhere.name;
  const place = invited.findIndex((one) => one.key === arranger);
  return answers[place]?.can === 'no' ? (invited[place]?.name ?? null) : null;
}

/** The first room known to be free, else one whose calendar we cannot see. */
function freeRoom({ rooms }: MeetingDay, slot: Stretch): string | null {
  const clear = (held: readonly Stretch[]): boolean => !held.some((one) => one.from < slot.to && slot.from < one.to);
  const ours = rooms.filter((room) => clear(room.taken));
  const free = ours.find((room) => room.busy && clear(room.busy));
  return (free ?? ours.find((room) => room.busy === null))?.name ?? null;
}

/** Twice in the morning, after lunch and after lessons: the usual starts, where a school has set none. */
export const USUAL_STARTS = ['09:15', '11:00', '14:00', '15:30'] as readonly string[] as readonly WallClock[];

/** The range for which calendars are asked in one go: from the first day of the window to its last. */
export function daysToRead(days: readonly Day[]): { readonly from: Day; readonly to: Day } | null {
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? { from: first, to: last } : null;
}
