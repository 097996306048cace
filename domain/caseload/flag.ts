import type { Day } from '#domain/calendar/day.ts';
import { dateOf } from '#domain/calendar/day-number.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { monthName } from '#domain/calendar/wording.ts';
import type { CaseFacts } from './case-facts.ts';
import type { Urgency } from './urgency.ts';

/** A reason to look at a pupil, in words; it ends by itself when the fact ends. */
export type Flag = { readonly kind: string; readonly urgency: Urgency; readonly words: string };

/** What a flag is judged against: the day, and the school's calendar for what counts in school days. */
export type FlagSetting = { readonly today: Day; readonly calendar: SchoolCalendar };

/** One reason: the flag, or nothing. A rule may find several (each late clock is one). */
export type FlagRule = (facts: CaseFacts, setting: FlagSetting) => readonly Flag[];

/** `9 Nov`: a day in the middle of a reason, short. */
export const shortDay = (day: Day): string => `${dateOf(day)} ${monthName(day).slice(0, 3)}`;

export const flag = (kind: string, urgency: Urgency, words: string): readonly Flag[] => [{ kind, urgency, words }];
export const none: readonly Flag[] = [];

/** Whether a reason asks somebody to act; facts and good news do not. */
export const needsALook = (flags: readonly Flag[]): boolean => flags.some(({ urgency }) => urgency === 'late' || urgency === 'near');
