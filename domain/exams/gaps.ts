import type { Day } from '#domain/calendar/day.ts';
import { countWords, dayWordsWithYear } from '#domain/calendar/wording.ts';
import { arrangementWords, ruleOf, SUBJECTS_NEEDED } from './arrangement-rules.ts';
import { type Arrangement, type ExamCase, standing, subjectsWith } from './exam-case.ts';

/** What can be missing, in the order in which it is put right. */
export const GAP_SORTS = ['nothing', 'need', 'evidence', 'score', 'notice', 'application', 'expiry'] as const;
export type GapSort = (typeof GAP_SORTS)[number];

export const GAP_WORDS: Readonly<Record<GapSort, string>> = {
  nothing: 'Nothing looked at yet',
  need: 'No need named',
  evidence: 'Evidence from subjects',
  score: 'Assessor’s score',
  notice: 'Data-protection notice',
  application: 'Application',
  expiry: 'Runs out before the season',
};

/** One thing that is missing and stands in the way on exam day. */
export type Gap = { readonly sort: GapSort; readonly words: string };

/**
 * What is missing for one pupil before a season's first papers: a named need, evidence of the normal way of working, an assessor's score
 * where the arrangement rests on one, a signed notice, an application. What already holds until then has no gap left but its expiry.
 */
export const gapsOf = (one: ExamCase, firstPaper: Day): readonly Gap[] => {
  const here = standing(one);
  if (here.length === 0)
    return one.arrangements.length > 0 ? [] : [{ sort: 'nothing', words: 'On the register, and no arrangement has been looked at' }];
  const gaps = here.flatMap((arrangement) => gapsWith(one, arrangement, firstPaper));
  const asks = here.some(({ arrangement, state }) => ruleOf(arrangement).applied && ['considered', 'trial', 'applied'].includes(state));
  return asks && !one.noticeSignedOn ? [...gaps, noticeGap(one)] : gaps;
};

const noticeGap = ({ noticeSignedOn }: ExamCase): Gap => ({
  sort: 'notice',
  words: noticeSignedOn === null ? 'Data-protection notice given, not signed' : 'Data-protection notice not given',
});

const gapsWith = (one: ExamCase, arrangement: Arrangement, firstPaper: Day): readonly Gap[] => {
  const called = arrangementWords(arrangement.arrangement);
  const rule = ruleOf(arrangement.arrangement);
  if (arrangement.expiresOn !== null && arrangement.expiresOn < firstPaper)
    return [{ sort: 'expiry', words: `${called}: runs out ${dayWordsWithYear(arrangement.expiresOn)}, before the first papers` }];
  if (arrangement.state === 'approved') return [];
  const subjects = subjectsWith(one, arrangement.arrangement).length;
  const gaps: Gap[] = [];
  if (arrangement.need === null) gaps.push({ sort: 'need', words: `${called}: no need is named` });
  if (subjects < SUBJECTS_NEEDED)
    gaps.push({ sort: 'evidence', words: `${called}: evidence from ${countWords(subjects, 'subject')}, ${SUBJECTS_NEEDED} needed` });
  if (arrangement.state === 'centre') return gaps;
  if (rule.score && one.scores.length === 0) gaps.push({ sort: 'score', words: `${called}: no assessor’s score` });
  if (rule.applied && arrangement.state !== 'applied') gaps.push({ sort: 'application', words: `${called}: not applied for` });
  return gaps;
};
