import type { Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';

/** `Phone, after 15:00 · reads English`: how a contact is best reached. */
export const contactDetail = (contact: {
  prefers: string | null;
  phone: string | null;
  language: string | null;
  needsInterpreter: boolean;
}): string =>
  [
    contact.prefers,
    contact.phone,
    contact.language && (contact.needsInterpreter ? `needs ${contact.language} interpreter` : `reads ${contact.language}`),
  ]
    .filter(Boolean)
    .join(' · ');

/** Why a contact must not be reached: the ground, who saw it and when. Null where nothing stands in the way. */
export const restrictionWords = (restriction: string | null, on: Day | null): string | null =>
  restriction === null ? null : on ? `${restriction}, ${dayWordsWithYear(on)}` : restriction;
