import { z } from 'zod';

/** What a notice in Teams' activity feed is about: a contribution asked, an action given, dates due or late, a review booked. */
export const FEED_KINDS = ['asked', 'given', 'dates', 'booked'] as const;
export const feedKind = z.enum(FEED_KINDS);
export type FeedKind = z.infer<typeof feedKind>;

/** GET /api/activity-feed : which notices come to the reader. */
export const activityFeed = z.strictObject({
  notices: z.array(z.strictObject({ kind: feedKind, words: z.string(), on: z.boolean() })),
});
export type ActivityFeed = z.infer<typeof activityFeed>;

/** PUT /api/activity-feed : the kinds that are to come; all others do not. */
export const feedRequest = z.strictObject({ on: z.array(feedKind).max(FEED_KINDS.length) });
export type FeedRequest = z.infer<typeof feedRequest>;
