import type { Day } from '#domain/calendar/day.ts';
import { type CaseEvent, inOrder, sameMatter } from '#domain/timelines/case-event.ts';
import { isOneOf, type RuleSet, type Step } from '#domain/timelines/rule.ts';

/** A step that the law asks for without a number of days, in one case: what called for it, and whether it was taken. */
export type CaseStep = { readonly step: Step; readonly trigger: CaseEvent } & (
  | { readonly state: 'open' }
  | { readonly state: 'taken'; readonly takenOn: Day; readonly takenBy: CaseEvent }
);

/**
 * The steps that a case's events call for. They have no last day: the law says “at once”, “promptly” or “a reasonable time before”, and a
 * made-up number would look like law. A step that comes before its event (consent before an evaluation) is taken by what came before it.
 */
export function stepsFor(events: readonly CaseEvent[], rules: RuleSet, today: Day): CaseStep[] {
  const happened = inOrder(events).filter((event) => event.on <= today);
  return (rules.steps ?? []).flatMap((step) =>
    happened.filter((event) => isOneOf(event, step.when)).map((trigger) => caseStep(step, trigger, happened)),
  );
}

function caseStep(step: Step, trigger: CaseEvent, happened: readonly CaseEvent[]): CaseStep {
  const takenBy = happened.find(
    (event) =>
      event !== trigger &&
      isOneOf(event, step.takenBy) &&
      sameMatter(event, trigger) &&
      (step.before ? event.on <= trigger.on : event.on >= trigger.on),
  );
  return takenBy ? { step, trigger, state: 'taken', takenOn: takenBy.on, takenBy } : { step, trigger, state: 'open' };
}
