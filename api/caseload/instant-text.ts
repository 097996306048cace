import type { Instant } from '#domain/calendar/day.ts';
import { asInstant } from '#domain/calendar/wall-clock.ts';

/** A moment as PostgreSQL writes it inside JSON (`2026-11-23T06:02:00+00:00`), as an instant; null stays null. */
export const instantText = (stored: string | null): Instant | null => (stored === null ? null : asInstant(stored));
