/** One thing of Microsoft 365 whose changes Waymark asks to be told of, because a deed needs to hear of them the same hour. */
export type Watched = {
  readonly what: 'library' | 'calendar';
  /** Changes that Graph is asked to tell of. */
  readonly changes: string;
  /** Life of a subscription in minutes; Graph allows 42,300 for a drive and 10,080 for events. */
  readonly minutes: number;
  /** The deed that needs it. */
  readonly forWhat: string;
  /** What catches a change that no notification told of. */
  readonly without: string;
  /** The permission under which it is asked for, as the application. */
  readonly permission: string;
};

/**
 * Everything that Waymark subscribes to. The library is watched at its root, because SharePoint allows no subscription below it, and its
 * notifications name no file: a delta query tells which. Nothing in a notification is believed but the id of its subscription.
 */
export const watched: readonly Watched[] = [
  {
    what: 'library',
    changes: 'updated',
    minutes: 20_160,
    forWhat: 'Comparing a plan that somebody edited in Word without the pane (compare-document)',
    without: 'the edits are found the same night',
    permission: 'Sites.Selected',
  },
  {
    what: 'calendar',
    changes: 'updated,deleted',
    minutes: 10_000,
    forWhat: 'Keeping a booked review where Outlook has it: moved, cancelled, answered (schedule-review)',
    without: 'the change is found the same night',
    permission: 'Calendars.ReadWrite',
  },
];

/** Minutes after which a subscription is renewed: half its life, so that a renewal that fails has as long again to be tried. */
export const renewAfter = ({ minutes }: Watched): number => Math.floor(minutes / 2);

/** What is to be done about a subscription now; `null` where it stands well. */
export const careFor = (
  one: Watched,
  kept: { readonly minutesLeft: number } | null,
  asked: 'renew' | null = null,
): 'open' | 'renew' | null => {
  if (!kept || kept.minutesLeft <= 0) return 'open';
  return asked === 'renew' || kept.minutesLeft <= one.minutes - renewAfter(one) ? 'renew' : null;
};

/** What Graph's lifecycle notifications ask for. */
export const lifecycleEvents = ['reauthorizationRequired', 'subscriptionRemoved', 'missed'] as const;
export type LifecycleEvent = (typeof lifecycleEvents)[number];

/** Minutes for which a file must have been left alone before it is compared: people save while they write. */
export const STILL_FOR = 5;
