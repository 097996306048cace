import { z } from 'zod';
import type { Day, Instant } from '#domain/calendar/day.ts';

/** A real calendar day as `2026-03-27`; 31 June is refused. */
export const day = z.iso.date() as unknown as z.ZodType<Day, Day>;

/** A moment in UTC, `2026-03-27T09:00:00.000Z`. */
export const instant = z.iso.datetime() as unknown as z.ZodType<Instant, Instant>;

/** Ids are opaque UUIDs. */
export const id = z.guid();

/** `WM-0412`: the one name a case has in folders, files, events and addresses. */
export const caseRef = z.string().regex(/^[A-Z]{2,4}-\d{4,6}$/, 'a case reference looks like WM-0412');

/** One line of text a person typed: trimmed, not empty, at most 500 characters. */
export const line = z.string().trim().min(1).max(500);

/** Longer text a person typed: at most 4,000 characters. */
export const passage = z.string().trim().min(1).max(4000);

/** A wall-clock time at the school, `14:00`. */
export const wallClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time looks like 14:00');

/** How urgent a date is: text and icon say it, colour only helps (screens.md, levels of urgency). */
export const urgency = z.enum(['late', 'near', 'soon', 'later', 'good', 'info']);
export type Urgency = z.infer<typeof urgency>;
