import type { SeatRule } from '#domain/meetings/team-rules.ts';

/** Where a gap is mended: a part of the Pupil page, the letters, or another page. */
export type ContentMend =
  | 'needs'
  | 'plan'
  | 'provision'
  | 'contacts'
  | 'meetings'
  | 'find-a-date'
  | 'letters'
  | 'bring-in-plans'
  | 'overview';

/** The kinds of plan that a nation’s rules are about. */
export type ContentKind = 'ehcp' | 'senSupport' | 'iep';

/**
 * How a rule asks. Each is a question that `checks.ts` knows how to put to the facts; a rule of another nation chooses among them and needs no
 * code.
 */
export type ContentCheck =
  | { readonly asks: 'section'; readonly section: string; readonly from?: { readonly year: number } }
  | { readonly asks: 'any-need' }
  | { readonly asks: 'any-goal' }
  | { readonly asks: 'any-provision' }
  | { readonly asks: 'each-need-provided' }
  | { readonly asks: 'each-line-specified'; readonly of: readonly LinePart[] }
  | { readonly asks: 'no-vague-line' }
  | { readonly asks: 'each-goal-whole' }
  | { readonly asks: 'view'; readonly of: 'family' | 'pupil' }
  | { readonly asks: 'review-booked' }
  | { readonly asks: 'seat'; readonly rule: SeatRule }
  | { readonly asks: 'excusals' }
  | { readonly asks: 'parent-meetings'; readonly aYear: number }
  | { readonly asks: 'notice'; readonly letter: string; readonly since: 'support' | 'school-year' }
  | { readonly asks: 'notice-before-age'; readonly letter: string; readonly age: number }
  | { readonly asks: 'section-at-age'; readonly section: string; readonly age: number };

export type LinePart = 'who' | 'minutes' | 'timesAWeek' | 'groupSize' | 'place' | 'from' | 'to';

/** One thing a plan must hold: what is asked, what it rests on, where it is mended. The law as data. */
export type ContentRule = {
  readonly id: string;
  readonly of: ContentKind;
  /** `Section F: special educational provision`. */
  readonly title: string;
  readonly check: ContentCheck;
  readonly citation: string;
  /** `must`: the law asks for it; `think`: good practice, or open to a reason. */
  readonly weight: 'must' | 'think';
  readonly mend: ContentMend;
};

/** Something a plan lacks. */
export type ContentGap = {
  readonly rule: string;
  readonly title: string;
  readonly words: string;
  readonly citation: string;
  readonly weight: 'must' | 'think';
  readonly mend: ContentMend;
};
