import { z } from 'zod';
import { day, instant } from './fields.ts';

/** Every date of both sides, or those that are the reader's own to act on. */
export const whose = z.enum(['all', 'mine']);
export type Whose = z.infer<typeof whose>;

/** GET /api/following : how the reader follows dates in a calendar of their own. */
export const following = z.strictObject({
  dates: z.strictObject({ all: z.number().int(), mine: z.number().int() }),
  feed: z.strictObject({ whose, madeAt: instant, readAt: instant.nullable() }).nullable(),
  /** The address to subscribe to; only in the answer that made it, for only its digest is kept. */
  address: z.string().nullable(),
  outlook: z
    .strictObject({
      whose,
      since: instant,
      entries: z.number().int(),
      next: day.nullable(),
      placedAt: instant.nullable(),
      trouble: z.string().nullable(),
    })
    .nullable(),
});
export type Following = z.infer<typeof following>;

/** POST /api/following/feed, POST /api/following/outlook : begins to follow; a new feed takes the place of the old one. */
export const followRequest = z.strictObject({ whose });
export type FollowRequest = z.infer<typeof followRequest>;
