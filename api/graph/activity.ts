import type { FeedKind } from '#contract/activity-feed.ts';
import type { Clients } from './clients.ts';
import type { Gateway } from './gateway.ts';
import { statusOf, troubleOf } from './troubles.ts';

/** The activity types of the manifest (manifest/source.ts) by what they are about. */
const TYPES: Readonly<Record<FeedKind, string>> = {
  asked: 'contributionAsked',
  given: 'actionGiven',
  dates: 'datesDue',
  booked: 'reviewBooked',
};

/** Notices in Teams' activity feed, sent by the application to people for whom the app is installed (TeamsActivity.Send.User). */
export const activity = (clients: Clients): Gateway['activity'] => ({
  notify: async (person, { kind, about, preview, link, chain }) => {
    const application = await clients.asApplication(null);
    try {
      await application.api(`/users/${encodeURIComponent(person)}/teamwork/sendActivityNotification`).post({
        topic: { source: 'text', value: about, webUrl: link },
        activityType: TYPES[kind],
        chainId: chain,
        previewText: { content: preview },
        templateParameters: [{ name: 'case', value: about }],
      });
      return 'sent';
    } catch (fault) {
      if ([403, 404].includes(statusOf(fault))) return 'refused';
      throw troubleOf(fault, 'put a notice into the activity feed');
    }
  },
});
