import type { Fields } from '#domain/plans/block.ts';
import type { TrackedProvision } from '#domain/plans/contribution-workbook.ts';
import type { FileSource } from '#domain/plans/source.ts';

/** A heading and what stands under it. */
export type AdviceSection = { readonly heading: string; readonly paragraphs: readonly string[] };

/** A report from outside, as it was read: its headings and paragraphs, in its own words. */
export type StoredAdvice = {
  readonly kind: 'advice';
  readonly file: FileSource;
  readonly by: string;
  readonly sections: readonly AdviceSection[];
};

/** What somebody who was asked sent in: questions and answers, or headings and paragraphs. */
export type StoredContribution = {
  readonly kind: 'contribution';
  readonly file: FileSource;
  readonly by: string;
  readonly role: 'pupil' | 'parent' | 'teacher' | 'specialist';
  readonly sections: readonly AdviceSection[];
};

/** The last plan: the text of each control as it was issued, and as it stands in the file now. */
export type StoredPlan = { readonly kind: 'last-plan'; readonly file: FileSource; readonly issued: Fields; readonly now: Fields };

/** What a tracker in the folder counts of the provision that was given. */
export type StoredTracker = { readonly kind: 'tracker'; readonly file: FileSource; readonly tracked: readonly TrackedProvision[] };

/** What lies in the pupil's folder and was read through Graph. */
export type StoredDocument = StoredAdvice | StoredContribution | StoredPlan | StoredTracker;

/** Headings under which a professional recommends. A title such as *Speech and language advice* only names the report. */
const recommends =
  /\brecommend|^(our |my )?advice(?= for\b| to\b|:?$)|\bstrateg|^next steps\b|\bwhat (will |would )?helps?\b|^how to help\b/i;
/** What the writer will do, or when they can be had: true, but nothing that anybody is advised to do. */
const ofTheWriter = /^(I|we)( (will|shall|can|could|am|are|have|would be)|’ll|'ll)\b/i;
const aParticular = /^(case|pupil|child|name|date|date of birth|d\.?o\.?b\.?|upn|nhs (number|no\.?)|re)\b[\s:][^.]{0,60}$/i;
const speaks = /\b(view|say|said|tell us|like|feel|think|hope|worr|important)/i;

const passagesUnder = (sections: readonly AdviceSection[], heading: RegExp): readonly string[] =>
  sections.filter((section) => heading.test(section.heading)).flatMap((section) => section.paragraphs);

/**
 * What a professional recommends: the paragraphs under headings such as *Recommendations* or *Strategies*, unaltered. The lines that
 * say whose case it is, and what the writer themselves will do next, are no recommendation and stay in the report.
 */
export const recommendationsIn = (advice: StoredAdvice | StoredContribution): readonly string[] =>
  passagesUnder(advice.sections, recommends).filter((words) => !ofTheWriter.test(words) && !aParticular.test(words));

/** The view that a contribution holds, in its author's words; a letter without such a heading is taken whole. */
export function viewIn(contribution: StoredContribution): string | null {
  const said = passagesUnder(contribution.sections, speaks);
  const words = (said.length > 0 ? said : contribution.sections.flatMap((section) => section.paragraphs)).join('\n').trim();
  return words === '' ? null : words;
}
