import type { OutsidePart } from './outside.ts';

/** One kind of work that the queue does: what a coordinator calls it, what it needs, and what is to be done by hand if it is given up. */
export type JobKind = {
  readonly one: string;
  readonly many: string;
  /** The part of Microsoft 365 it waits for; null where it needs the record alone. */
  readonly needs: OutsidePart | null;
  readonly byHand: string;
};

const AGAIN_BY_ITSELF = 'Nothing: it runs again by itself at its next time.';

/** Every task of the queue; a test holds this list to the tasks there are. */
export const JOB_KINDS = {
  'seal-audit': { one: 'seal of the audit trail', many: 'seals of the audit trail', needs: null, byHand: AGAIN_BY_ITSELF },
  'activity-notice': {
    one: 'notice in Teams',
    many: 'notices in Teams',
    needs: 'teams',
    byHand: 'Tell the person; it stands on their Today as well.',
  },
  'recount-clocks': { one: 'count of dates', many: 'counts of dates', needs: null, byHand: AGAIN_BY_ITSELF },
  'remind-of-dates': { one: 'round of reminders', many: 'rounds of reminders', needs: null, byHand: AGAIN_BY_ITSELF },
  'send-chaser': {
    one: 'e-mail that chases a date',
    many: 'e-mails that chase a date',
    needs: 'mail',
    byHand: 'Send it yourself: its words stand on the pupil’s timeline.',
  },
  'place-dates': {
    one: 'reading of dates into Outlook',
    many: 'readings of dates into Outlook',
    needs: 'calendar',
    byHand: AGAIN_BY_ITSELF,
  },
  'keep-watch': {
    one: 'look after the subscriptions',
    many: 'looks after the subscriptions',
    needs: 'documents',
    byHand: AGAIN_BY_ITSELF,
  },
  'follow-library': { one: 'look into the library', many: 'looks into the library', needs: 'documents', byHand: AGAIN_BY_ITSELF },
  'follow-calendar': { one: 'look into Outlook', many: 'looks into Outlook', needs: 'calendar', byHand: AGAIN_BY_ITSELF },
  'compare-file': {
    one: 'comparison of a plan edited in Word',
    many: 'comparisons of plans edited in Word',
    needs: 'documents',
    byHand: 'Open the plan in Word and save it back from the pane.',
  },
  'sync-people': { one: 'reading of people', many: 'readings of people', needs: 'people', byHand: AGAIN_BY_ITSELF },
  'book-review': {
    one: 'booking',
    many: 'bookings',
    needs: 'calendar',
    byHand: 'Book the review again from the pupil’s page, or in Outlook.',
  },
  'invite-family': {
    one: 'invitation',
    many: 'invitations',
    needs: 'mail',
    byHand: 'Tell the family yourself: the meeting’s page names date and place.',
  },
  'remind-of-papers': {
    one: 'reminder of papers',
    many: 'reminders of papers',
    needs: 'mail',
    byHand: 'Remind those whose papers are missing; the meeting’s page names them.',
  },
  'file-minutes': {
    one: 'filing of minutes',
    many: 'filings of minutes',
    needs: 'documents',
    byHand: 'Open the meeting and finish it once more.',
  },
  'file-existing-plan': {
    one: 'filing of a plan',
    many: 'filings of plans',
    needs: 'documents',
    byHand: 'Put the file into the case folder yourself.',
  },
  'send-minutes': {
    one: 'sending of minutes',
    many: 'sendings of minutes',
    needs: 'mail',
    byHand: 'Send the minutes yourself: they lie in the case folder.',
  },
  'send-link': { one: 'link by e-mail', many: 'links by e-mail', needs: 'mail', byHand: 'Send a new link, or print it as a letter.' },
  'chase-contributions': {
    one: 'reminder of a contribution',
    many: 'reminders of contributions',
    needs: null,
    byHand: 'Remind those who have not answered from the pupil’s page.',
  },
  'send-link-code': { one: 'code for a link', many: 'codes for links', needs: 'mail', byHand: 'Whoever has the link asks for a new code.' },
  'gather-records': {
    one: 'gathering of a record',
    many: 'gatherings of records',
    needs: 'documents',
    byHand: 'Write the request down once more, under Privacy.',
  },
  'build-records': {
    one: 'archive of a record',
    many: 'archives of records',
    needs: 'documents',
    byHand: 'Press Build once more, under Privacy.',
  },
  'expire-archives': { one: 'clearing of old archives', many: 'clearings of old archives', needs: null, byHand: AGAIN_BY_ITSELF },
  'erase-record': {
    one: 'erasure',
    many: 'erasures',
    needs: 'documents',
    byHand: 'Open the erasure under Privacy: it says which copies are left.',
  },
  'retire-cards': { one: 'round of taking back cards', many: 'rounds of taking back cards', needs: 'teams', byHand: AGAIN_BY_ITSELF },
  'set-mornings': { one: 'setting of morning cards', many: 'settings of morning cards', needs: null, byHand: AGAIN_BY_ITSELF },
  'send-own-card': { one: 'morning card', many: 'morning cards', needs: 'teams', byHand: 'Nothing: Today shows the same.' },
  'bot-message': {
    one: 'message of the bot',
    many: 'messages of the bot',
    needs: 'teams',
    byHand: 'Tell the person yourself; what it is about stands on their Today.',
  },
} as const satisfies Record<string, JobKind>;

/** The kind of a task; a task of a newer version that this process does not know is called work. */
export const jobKindOf = (task: string): JobKind =>
  (JOB_KINDS as Readonly<Record<string, JobKind>>)[task] ?? {
    one: 'piece of work',
    many: 'pieces of work',
    needs: null,
    byHand: 'Ask whoever runs Waymark: this work is of a newer version.',
  };
