import { atLeastWeeksBefore, laterOf } from '#domain/calendar/counting.ts';
import type { Day } from '#domain/calendar/day.ts';
import { type Purpose, purposeFacts } from '#domain/meetings/purpose.ts';
import type { Paper } from '#domain/meetings/readiness.ts';

/** Something to be done before a meeting, counted back from its day; never before today. */
export type Step = { readonly words: string; readonly due: Day };

const WEEKS = { views: 8, advice: 6 } as const;

/**
 * What is still to be done before a meeting: views asked for eight weeks ahead, advice six, the papers sent with the invitations. What has
 * come in already is left out; what should have been done earlier is due today.
 */
export function stepsBefore(purpose: Purpose, meetingOn: Day, papers: readonly Paper[], today: Day): readonly Step[] {
  const { noticeWeeks } = purposeFacts(purpose);
  if (noticeWeeks === 0) return [];
  const by = (weeks: number): Day => laterOf(atLeastWeeksBefore(meetingOn, weeks), today) ?? today;
  const received = (kind: Paper['kind']): boolean => papers.some((paper) => paper.kind === kind && paper.receivedOn);
  const missing = papers.filter((paper) => paper.kind === 'advice' && !paper.receivedOn);
  return [
    ...(received('pupil-view') ? [] : [{ words: 'Ask for the pupil’s view', due: by(WEEKS.views) }]),
    ...(received('parent-view') ? [] : [{ words: 'Ask for the parents’ view', due: by(WEEKS.views) }]),
    ...missing.map((paper) => ({ words: `Chase the advice of ${paper.askedOf}`, due: by(WEEKS.advice) })),
    { words: 'Send the papers to everyone invited', due: by(noticeWeeks) },
  ];
}
