/** The parts of Microsoft 365 that work can wait for, as a coordinator would name them. */
export const OUTSIDE_PARTS = {
  calendar: { title: 'Outlook calendar', plain: 'Outlook', waits: 'dates, bookings and invitations' },
  mail: { title: 'Outlook mail', plain: 'Outlook mail', waits: 'letters, links and reminders by e-mail' },
  documents: { title: 'Documents in SharePoint', plain: 'SharePoint', waits: 'drafting, reading and filing documents' },
  people: { title: 'People and classes', plain: 'The directory of Microsoft 365', waits: 'the nightly reading of people and classes' },
  teams: { title: 'Teams', plain: 'Teams', waits: 'notices in the activity feed' },
} as const;
export type OutsidePart = keyof typeof OUTSIDE_PARTS;

export const outsideParts = Object.keys(OUTSIDE_PARTS) as readonly OutsidePart[];

/** How one call to Microsoft 365 ended. An answer that says "not found" or "changed meanwhile" is an answer: `ok`. */
export const OUTCOMES = ['ok', 'refused', 'throttled', 'unwell', 'silent'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What was heard from a part in the last quarter of an hour. */
export type Heard = {
  readonly part: OutsidePart;
  readonly calls: Readonly<Record<Outcome, number>>;
  /** Milliseconds that an answered call took on average; null where none was answered. */
  readonly took: number | null;
  /** How the last call ended; null where there was none. */
  readonly ended: 'well' | 'badly' | null;
};

/** How a part is doing. `unknown`: nothing was asked of it lately, which is usual at night. */
export type Standing = 'well' | 'slow' | 'throttled' | 'refused' | 'away' | 'unknown';

/** An answer that takes longer than this keeps a person waiting; usual are a few hundred milliseconds. */
const SLOW_MS = 3_000;

const asked = ({ calls }: Heard): number => OUTCOMES.reduce((sum, outcome) => sum + calls[outcome], 0);

/**
 * Judges a part by what was heard from it. What went wrong and has gone well since counts for nothing, save that being asked to slow down
 * stands for as long as it was heard: Microsoft 365 answers some calls in between.
 */
export const standingOf = (heard: Heard): Standing => {
  if (asked(heard) === 0) return 'unknown';
  const { calls } = heard;
  if (calls.throttled > 0 && (heard.ended === 'badly' || calls.throttled * 4 >= asked(heard))) return 'throttled';
  if (heard.ended === 'badly') return calls.refused > calls.unwell + calls.silent ? 'refused' : 'away';
  return heard.took !== null && heard.took > SLOW_MS ? 'slow' : 'well';
};
