import { askedWords } from '#domain/plans/compose-view.ts';
import type { Outcome } from '#domain/plans/gap.ts';
import type { PlanRecord, View } from '#domain/plans/plan.ts';

const hasWords = (view: View): boolean => view.words !== null && view.words.trim() !== '';

/** The family and the pupil have been heard, not only asked. */
export function viewOutcomes(record: PlanRecord): readonly Outcome[] {
  const us = record.jurisdiction === 'us';
  const parents = record.parentViews.map(
    (view): Outcome =>
      hasWords(view)
        ? null
        : {
            rule: 'view.parent',
            title: record.parentViews.length === 1 ? 'Parent’s view not received' : `${view.from}’s view not received`,
            detail: askedWords(view, record),
            citation: us ? '34 CFR 300.324(a)(1)(ii) · Not verified: the paragraph' : 'SEND Code of Practice 2015, 6.65',
            severity: 'stops',
            tag: 'parent.view',
          },
  );
  const pupil: Outcome = hasWords(record.pupilView)
    ? null
    : {
        rule: 'view.pupil',
        title: 'Pupil’s view not received',
        detail: askedWords(record.pupilView, record),
        citation: us
          ? '34 CFR 300.321(a)(7) · Not verified: the paragraph'
          : 'Children and Families Act 2014, s.19 · Not verified: the text of the section',
        severity: us ? 'think' : 'stops',
        tag: 'pupil.view',
      };
  return [...parents, pupil];
}
