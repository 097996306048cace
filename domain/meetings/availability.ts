import type { Instant } from '#domain/calendar/day.ts';
import type { Invitee } from '#domain/meetings/invitees.ts';

/** Whether someone can come, in the words of the table *Who can come*. */
export type Answer = {
  readonly can: 'yes' | 'no' | 'maybe' | 'will-be-asked' | 'not-known';
  readonly words: string;
  /** The class that needs cover for this person to come: a cost, not an obstacle. */
  readonly cover: string | null;
};

export type Stretch = { readonly from: Instant; readonly to: Instant };
export type Busy = Stretch & { readonly how: 'busy' | 'tentative' | 'oof' | 'workingElsewhere'; readonly subject?: string | undefined };

/** What a person told us about a time: kept until it is past, and stronger than a calendar. */
export type Told = Stretch & { readonly can: 'yes' | 'no' | 'maybe'; readonly words: string | null };

/** A lesson of the timetable on a day. */
export type Lesson = Stretch & { readonly name: string };

/** All we know of one person's time. `calendar` is null where we cannot see one. */
export type Diary = {
  readonly calendar: readonly Busy[] | null;
  readonly told: readonly Told[];
  /** Lessons this person has, by the timetable: `9 B Maths`. A calendar shows that a time is taken, and often not with what. */
  readonly lessons: readonly Lesson[];
  /** Other reviews of ours that this person is asked to: held by the record, whatever a calendar shows or the person replied before. */
  readonly reviews: readonly Stretch[];
};

export const emptyDiary: Diary = { calendar: null, told: [], lessons: [], reviews: [] };

const answer = (can: Answer['can'], words: string, cover: string | null = null): Answer => ({ can, words, cover });

const meets = (one: Stretch, other: Stretch): boolean => one.from < other.to && other.from < one.to;
const covers = (one: Stretch, other: Stretch): boolean => one.from <= other.from && other.to <= one.to;

/**
 * Whether one person can come at a time, and how we know. A person's own word stands above a calendar; “Free” is only said of a calendar
 * that was read, “Replied yes” only of a person who did; the family is asked, never assumed.
 */
export function answerFor(invitee: Invitee, diary: Diary, slot: Stretch, duringSchool: boolean): Answer {
  if (inAnotherReview(diary, slot)) return answer('no', 'Cannot: another review');
  const told = whatWasTold(diary.told, slot);
  if (told) return told;
  if (invitee.part === 'pupil') return duringSchool ? answer('yes', 'Free') : answer('maybe', 'After school');
  if (invitee.part === 'family') return answer('will-be-asked', 'Will be asked');
  if (!invitee.person) return answer('not-known', invitee.part === 'interpreter' ? 'Not asked' : 'Nobody named');
  if (diary.calendar) return inCalendar(diary, diary.calendar, slot);
  const lessons = diary.lessons.filter((lesson) => meets(lesson, slot));
  return lessons.length > 0 ? teaches(lessons) : answer('not-known', 'Not known');
}

/** Whether the record has already taken this person for another review at that time. */
export const inAnotherReview = (diary: Diary, slot: Stretch): boolean => diary.reviews.some((review) => meets(review, slot));

function whatWasTold(told: readonly Told[], slot: Stretch): Answer | null {
  const no = told.find((one) => one.can === 'no' && meets(one, slot));
  if (no) return answer('no', no.words ? `Cannot: ${no.words}` : 'Cannot');
  const maybe = told.find((one) => one.can === 'maybe' && meets(one, slot));
  if (maybe) return answer('maybe', maybe.words ?? 'Tentative');
  const yes = told.find((one) => one.can === 'yes' && covers(one, slot));
  return yes ? answer('yes', yes.words ?? 'Replied yes') : null;
}

/** Lessons are taken from the timetable, everything else from the calendar; a lesson can be covered, the rest cannot. */
function inCalendar(diary: Diary, calendar: readonly Busy[], slot: Stretch): Answer {
  const taken = calendar.filter((busy) => busy.how !== 'workingElsewhere' && meets(busy, slot));
  const lessons = diary.lessons.filter((lesson) => meets(lesson, slot));
  const other = taken.filter((busy) => !(busy.how === 'busy' && lessons.some((lesson) => covers(lesson, busy))));
  if (other.some((busy) => busy.how === 'oof')) return answer('no', 'Cannot: away');
  const busy = other.find((one) => one.how === 'busy');
  if (busy) return answer('no', `Cannot: ${occasionOf(busy)}`);
  if (other.length > 0) return answer('maybe', 'Tentative');
  return lessons.length > 0 ? teaches(lessons) : answer('yes', 'Free');
}

function teaches(lessons: readonly Lesson[]): Answer {
  const cover = [...new Set(lessons.map(({ name }) => name))].join(' and ');
  return answer('maybe', `Teaches ${cover}: cover`, cover);
}

/** Plain words for which a title may be given away. Any other title stays unsaid: it may name somebody else's child. */
const OCCASIONS = /\b(clinic|court|tribunal|training|exam duty|assembly|leave)\b/i;

const occasionOf = (busy: Busy): string => OCCASIONS.exec(busy.subject ?? '')?.[1]?.toLowerCase() ?? 'busy';
