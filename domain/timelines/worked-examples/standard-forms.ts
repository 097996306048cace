import type { CaseEvent } from '#domain/timelines/case-event.ts';
import { kindsIn } from '#domain/timelines/reckoning.ts';
import type { EventMatch, Rule, RuleSet, Step } from '#domain/timelines/rule.ts';
import { stepsFor } from '#domain/timelines/step.ts';
import { AT_THE_END, aboutDue, type CaseForm, clockOf, event } from '#domain/timelines/worked-examples/case-form.ts';
import { type Given, NotAnExample } from '#domain/timelines/worked-examples/given.ts';

/** The field that gives an event of a kind: `reviewMeetingHeld` for `review-meeting-held`. */
export const fieldOf = (kind: string): string => kind.replace(/-([a-z0-9])/g, (_, sign: string) => sign.toUpperCase());

/**
 * How examples of a rule or step are read that has no form of its own: each kind of event it knows is a field with a day, or with a list of
 * days. An outcome on which it hangs is taken to be the one it names first. Undefined where the set has neither.
 */
export function standardForm(id: string, set: RuleSet): CaseForm | undefined {
  const rule = set.rules.find((one) => one.id === id);
  if (rule) return ruleForm(rule);
  const step = set.steps?.find((one) => one.id === id);
  return step && stepForm(step);
}

function ruleForm(rule: Rule): CaseForm {
  const anchors = kindsIn(rule.due).map((kind) => ({ kind }));
  const endings = fieldsOf([...rule.metBy, ...(rule.endedBy ?? [])]);
  const matches = onceEach([...rule.from, ...rule.metBy, ...(rule.endedBy ?? []), ...anchors]);
  return {
    reads: fieldsOf(matches),
    answers: (given, setting) => {
      given.oneOf(fieldsOf(rule.from));
      const clock = clockOf(rule.id, eventsIn(given, matches), setting);
      const isTold = endings.some((field) => given.days(field).length > 0);
      return {
        ...aboutDue(clock.due, setting),
        ...(isTold ? { state: clock.state, metOn: ('metOn' in clock && clock.metOn) || null } : {}),
      };
    },
  };
}

function stepForm(step: Step): CaseForm {
  const matches = onceEach([...step.when, ...step.takenBy]);
  return {
    reads: fieldsOf(matches),
    answers: (given, { rules }) => {
      given.oneOf(fieldsOf(step.when));
      const found = stepsFor(eventsIn(given, matches), rules, AT_THE_END).findLast((one) => one.step.id === step.id);
      if (!found) throw new NotAnExample(`What is given does not call for ${step.id}.`);
      return { state: found.state, takenOn: found.state === 'taken' ? found.takenOn : null };
    },
  };
}

const fieldsOf = (matches: readonly EventMatch[]): string[] => onceEach(matches).map(({ kind }) => fieldOf(kind));

function onceEach(matches: readonly EventMatch[]): EventMatch[] {
  return matches.filter(({ kind }, index) => matches.findIndex((other) => other.kind === kind) === index);
}

function eventsIn(given: Given, matches: readonly EventMatch[]): CaseEvent[] {
  return matches.flatMap(({ kind, outcome }) =>
    given.days(fieldOf(kind)).flatMap((on) => event(kind, on, outcome === undefined ? {} : { outcome })),
  );
}
