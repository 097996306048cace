import { addDays, type Day, type Instant } from '#domain/calendar/day.ts';

/** What a link is for. It does that and nothing else. */
export type LinkPurpose = 'time' | 'view' | 'answer' | 'advice' | 'read' | 'contribution';

/** How a link reaches somebody: by e-mail, or on paper, where there is no address. */
export type LinkWay = 'email' | 'letter';

/** Limits of a link for somebody without an account. A code of six figures lives so short and so few tries that guessing it is hopeless. */
export const LINK_LIMITS = {
  codeMinutes: 10,
  triesPerCode: 5,
  codesPerHour: 3,
  /** Of all links to one e-mail address together, so that nobody’s post can be filled by whoever holds several. */
  codesPerAddressPerHour: 8,
  /** Wrong codes after which the link closes by itself. */
  triesPerLink: 15,
  visitMinutes: 60,
  /** The longest a link may live, in days. */
  longestDays: 60,
} as const;

/** What decides whether a link still opens. */
export type LinkFacts = {
  readonly way: LinkWay;
  readonly sentAt: Instant | null;
  readonly endsOn: Day;
  readonly answeredAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly lockedAt: Instant | null;
  /** Set where the person must not be reached any more, or has left. */
  readonly blocked: boolean;
};

export type LinkState = 'being-sent' | 'to-print' | 'open' | 'answered' | 'ended' | 'withdrawn' | 'locked';

/** Where a link stands. An answered one still opens until its last day, so that an answer can be changed. */
export const linkState = (link: LinkFacts, today: Day): LinkState => {
  if (link.withdrawnAt !== null || link.blocked) return 'withdrawn';
  if (link.lockedAt !== null) return 'locked';
  if (link.endsOn < today) return 'ended';
  if (link.sentAt === null) return link.way === 'letter' ? 'to-print' : 'being-sent';
  return link.answeredAt === null ? 'open' : 'answered';
};

/** Whether somebody who holds the link may go on. */
export const opens = (state: LinkState): boolean => state === 'open' || state === 'answered';

/** Last day of a link when nobody says otherwise: four weeks, or the day after which it makes no sense. */
export const usualEnd = (today: Day, latest: Day | null = null): Day => {
  const usual = addDays(today, 28);
  return latest !== null && latest < usual ? latest : usual;
};

/** `s…@family.example`: enough to know one's own address by, too little to learn somebody else's. */
export const masked = (email: string): string => email.replace(/^(.)[^@]*/u, '$1…');
