/** Why people meet about one pupil. */
export type Purpose = 'annual-review' | 'support-review' | 'parent-meeting';

/** What a kind of meeting is called, how long it takes unless people say otherwise, and how far ahead its invitations and papers go. */
export type PurposeFacts = {
  readonly title: string;
  /** `the annual review`, in the middle of a sentence. */
  readonly named: string;
  readonly minutes: number;
  /** Weeks between invitations (and papers) and the meeting. */
  readonly noticeWeeks: number;
  /** What that notice rests on, in words for *why this window*. */
  readonly notice: string;
};

const facts: Readonly<Record<Purpose, PurposeFacts>> = {
  'annual-review': {
    title: 'Annual review',
    named: 'the annual review',
    minutes: 60,
    noticeWeeks: 2,
    notice: 'Invitations and papers go out at least 2 weeks before (SEND Regulations 2014, reg 20(3) and (4)).',
  },
  'support-review': {
    title: 'SEN Support review',
    named: 'the SEN Support review',
    minutes: 45,
    noticeWeeks: 1,
    notice: 'A week’s notice is this school’s practice; no law sets one for SEN Support.',
  },
  'parent-meeting': {
    title: 'Parent meeting',
    named: 'the parent meeting',
    minutes: 45,
    noticeWeeks: 0,
    notice: 'No law sets a notice; parents are met at least three times a year (Code of Practice 6.65).',
  },
};

/** The facts of a kind of meeting. */
export const purposeFacts = (purpose: Purpose): PurposeFacts => facts[purpose];

/** Annual review for a pupil with a plan, else a SEN Support review: what *review* means when nobody says which. */
export const usualPurpose = (stage: string): Purpose => (stage === 'plan' ? 'annual-review' : 'support-review');
