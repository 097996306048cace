import type { Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { type Part, partOf } from '#domain/meetings/invitees.ts';

/** A place at a meeting that the law wants filled. */
export type Seat =
  | 'family'
  | 'head'
  | 'authority'
  | 'health'
  | 'social-care'
  | 'general-teacher'
  | 'special-teacher'
  | 'representative'
  | 'evaluation'
  | 'learner';

/** Somebody who stays away with the parent’s word in writing: for which area, in which form, and when the written input came. */
export type Excusal = {
  readonly area: string;
  /** Whether the area is discussed at this meeting: then agreement is not enough. */
  readonly discussed: boolean;
  /** When the parent agreed (area not discussed) or consented (area discussed), in writing. */
  readonly agreedOn: Day | null;
  /** When written input was with parent and team. */
  readonly inputOn: Day | null;
};

/** Somebody who was asked, as far as places are judged. */
export type Member = {
  readonly name: string;
  readonly words: string;
  readonly part: Part;
  /** False for a place that nobody is named for yet. */
  readonly named: boolean;
  readonly seats: readonly Seat[] | null;
  readonly reply: string | null;
  readonly attended: 'present' | 'online' | 'absent' | 'left-early' | null;
  readonly excusal: Excusal | null;
};

/** The meeting whose places are judged. */
export type Team = {
  readonly members: readonly Member[];
  readonly on: Day | null;
  /** The learner turns 16 while the plan made there is in effect, or is older: transition is discussed. */
  readonly transition: boolean;
};

const SIGNS: readonly (readonly [Seat, RegExp])[] = [
  ['evaluation', /psycholog|diagnostic|evaluat/i],
  ['representative', /co-?ordinator|principal|director|administrator|\bhead\b/i],
  ['special-teacher', /special|resource teacher|case manager|speech|therap/i],
  ['general-teacher', /teacher|tutor|teaches/i],
];

/** The places somebody fills: as a person said, else as part and work suggest. One person may fill several. */
export const seatsOf = ({ seats, part: noted, words }: Pick<Member, 'seats' | 'part' | 'words'>): readonly Seat[] => {
  if (seats) return seats;
  // somebody from outside who was put down without a part has the one that their work names
  const part = noted === 'agency' ? partOf({ employer: words, jobTitle: null, roleWords: words }) : noted;
  if (part === 'family' || part === 'authority' || part === 'health' || part === 'social-care') return [part];
  if (part === 'pupil') return ['learner'];
  const [seat] = SIGNS.find(([, sign]) => sign.test(words)) ?? [];
  if (part !== 'school' || !seat) return seat === 'evaluation' ? [seat] : [];
  // whoever represents the agency may also say what the evaluation means
  return seat === 'representative' ? ['representative', 'head', 'evaluation'] : [seat];
};

const isAway = ({ reply, attended }: Member): boolean => attended === 'absent' || (attended === null && reply === 'no');

/** What is wrong with an excusal on the day of a meeting: each in a sentence; none where it holds (34 CFR 300.321(e)). */
export const excusalFaults = ({ name, excusal }: Pick<Member, 'name' | 'excusal'>, on: Day | null): readonly string[] => {
  if (!excusal) return [];
  const { area, discussed, agreedOn, inputOn } = excusal;
  const form = discussed ? 'consent' : 'agreement';
  const late = (day: Day | null) => day !== null && on !== null && day > on;
  return [
    ...(agreedOn === null ? [`${name} is excused without the parent’s ${form} in writing (${area}).`] : []),
    ...(late(agreedOn) ? [`The parent’s ${form} to excuse ${name} is from ${dayWordsWithYear(agreedOn!)}, after the meeting.`] : []),
    ...(discussed && inputOn === null ? [`${area} is discussed: ${name} gives written input to parent and team before the meeting.`] : []),
    ...(discussed && inputOn !== null && late(inputOn)
      ? [`The written input of ${name} is from ${dayWordsWithYear(inputOn)}, after the meeting.`]
      : []),
  ];
};

/** How far a place is filled: by whom, and what is wrong in a sentence; `fault` is null where the law has nothing to say. */
export type SeatState = { readonly by: readonly string[]; readonly fault: string | null };

/** A place at a meeting: filled where somebody comes or came, or is excused in the right form; open where nobody is named or all stay away. */
export const seatState = (seat: Seat, excusable: boolean, { members, on }: Team): SeatState => {
  const holders = members.filter((member) => member.named && seatsOf(member).includes(seat));
  const by = holders.map(({ name }) => name);
  if (holders.length === 0) return { by, fault: 'Nobody is named for this place yet.' };
  if (holders.some((member) => !isAway(member) && !member.excusal)) return { by, fault: null };
  if (!excusable) return { by, fault: null };
  const excused = holders.find((member) => member.excusal && excusalFaults(member, on).length === 0);
  if (excused) return { by, fault: null };
  const [faulty] = holders.flatMap((member) => excusalFaults(member, on));
  return { by, fault: faulty ?? `${by.join(' and ')} cannot come and is not excused in writing.` };
};

/** How somebody was excused, for the minutes: `excused with the parent’s consent of Tue 1 Dec 2026; written input Fri 4 Dec 2026`. */
export const excusalWords = ({ area, discussed, agreedOn, inputOn }: Excusal): string =>
  [
    `excused (${area}${discussed ? ', discussed' : ', not discussed'})`,
    agreedOn ? `parent’s ${discussed ? 'consent' : 'agreement'} of ${dayWordsWithYear(agreedOn)}` : 'without the parent’s word in writing',
    ...(discussed ? [inputOn ? `written input ${dayWordsWithYear(inputOn)}` : 'no written input'] : []),
  ].join('; ');
