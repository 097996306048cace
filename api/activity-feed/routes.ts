import { feedRequest } from '#contract/activity-feed.ts';
import { to } from '../http/route.ts';

/** The reader's own notices in Teams' activity feed. */
export const activityFeedRoutes = {
  activityFeed: to({}, (casework, actor) => casework.openActivityFeed(actor)),
  chooseNotices: to({ body: feedRequest }, (casework, actor, ask) => casework.chooseNotices(actor, ask)),
};
