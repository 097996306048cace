import type { Day } from '#domain/calendar/day.ts';
import { type CaseEvent, inOrder, sameMatter } from '#domain/timelines/case-event.ts';
import { type Clock, compareClocks } from '#domain/timelines/clock.ts';
import { considerException } from '#domain/timelines/exceptions.ts';
import { reckon } from '#domain/timelines/reckon.ts';
import type { Calendars, ReckonContext } from '#domain/timelines/reckoned.ts';
import { type EventMatch, isOneOf, type Owner, type Rule, type RuleSet } from '#domain/timelines/rule.ts';

/** What clocks are computed with: a nation's rules, the calendars, and the day it is. */
export type ClockSetting = { readonly rules: RuleSet; readonly calendars: Calendars; readonly today: Day };

const NONE: readonly Rule[] = [];

/**
 * Every clock of one case: each rule once for each event that starts it, and the clocks that are to be expected next. Events may come in
 * any order; one dated after today neither meets nor ends anything, but a meeting or a transfer set for a later day does start its clocks.
 */
export function clocksFor(events: readonly CaseEvent[], setting: ClockSetting): Clock[] {
  const ordered = inOrder(events);
  const context: ReckonContext = { events: ordered, calendars: setting.calendars };
  const { starts, expects } = rulesByKind(setting.rules);
  const clocks: Clock[] = [];
  for (const trigger of ordered) {
    for (const rule of starts.get(trigger.kind) ?? NONE) {
      if (isOneOf(trigger, rule.from) && isInForce(rule, trigger.on)) clocks.push(clockOf(rule, trigger, context, setting));
    }
    for (const rule of expects.get(trigger.kind) ?? NONE) {
      if (!rule.proposed && isOneOf(trigger, rule.expectedAfter ?? []) && !hasStarted(rule, trigger, ordered))
        clocks.push(expected(rule, trigger));
    }
  }
  return clocks.sort(compareClocks);
}

/** The clock of one rule from one trigger. */
export function clockOf(rule: Rule, trigger: CaseEvent, context: ReckonContext, setting: ClockSetting): Clock {
  const owedBy = ownerFor(rule, trigger);
  const reckoned = reckon(rule.due, trigger, context);
  if (reckoned.due === undefined) return { rule, owedBy, trigger, state: 'not-started', waitsFor: reckoned.waitsFor };
  const { due } = reckoned;
  const { metBy, stoppedBy, done } = endingOf(rule, trigger, due, context.events, setting.today);
  if (stoppedBy && !(metBy && metBy.on <= stoppedBy.on)) {
    return { rule, owedBy, trigger, due, reckoned, state: 'stopped', stoppedOn: stoppedBy.on, stoppedBy };
  }
  if (metBy && metBy.on <= due) return { rule, owedBy, trigger, due, reckoned, state: 'met', metOn: metBy.on, metBy };
  if (!metBy && setting.today <= due) return { rule, owedBy, trigger, due, reckoned, state: 'running', done };
  if (!metBy && rule.nature) return { rule, owedBy, trigger, due, reckoned, state: 'stopped', stoppedOn: due };
  const claim = provenClaim(rule, trigger, due, context, setting);
  if (claim) return { rule, owedBy, trigger, due, reckoned, state: 'excused', claim, ...(metBy ? { metOn: metBy.on } : {}) };
  if (metBy) return { rule, owedBy, trigger, due, reckoned, state: 'met-late', metOn: metBy.on, metBy };
  return { rule, owedBy, trigger, due, reckoned, state: 'late', done };
}

type Ending = { readonly metBy: CaseEvent | undefined; readonly stoppedBy: CaseEvent | undefined; readonly done: number };

/**
 * What met or stopped a clock: looked for from its trigger (for a limit that lies before its event, from the previous such event) up to
 * today and up to the next trigger of the same rule and matter. Two records of one event on one day never meet each other.
 */
function endingOf(rule: Rule, trigger: CaseEvent, due: Day, events: readonly CaseEvent[], today: Day): Ending {
  const from = due < trigger.on ? previousTrigger(rule, trigger, events)?.on : trigger.on;
  const needed = rule.times ?? 1;
  let until = today;
  let done = 0;
  let metBy: CaseEvent | undefined;
  let stoppedBy: CaseEvent | undefined;
  for (const event of events) {
    if (event.on > until) break;
    if (event === trigger || (from !== undefined && event.on < from) || !sameMatter(event, trigger)) continue;
    if (event.on > trigger.on && isOneOf(event, rule.from)) until = event.on;
    if (!metBy && isOneOf(event, rule.metBy) && !(event.kind === trigger.kind && event.on === trigger.on)) {
      done += 1;
      if (done === needed) metBy = event;
    }
    if (!stoppedBy && rule.endedBy && isOneOf(event, rule.endedBy)) stoppedBy = event;
  }
  return { metBy, stoppedBy, done };
}

function previousTrigger(rule: Rule, trigger: CaseEvent, events: readonly CaseEvent[]): CaseEvent | undefined {
  return events.findLast((event) => event.on < trigger.on && isOneOf(event, rule.from) && sameMatter(event, trigger));
}

/** A claim to an exception of the rule that the facts bear out. */
function provenClaim(rule: Rule, trigger: CaseEvent, due: Day, context: ReckonContext, setting: ClockSetting): CaseEvent | undefined {
  return context.events.find((event) => {
    if (event.kind !== 'exception-claimed' || event.on < trigger.on || !rule.unless.includes(event.exception ?? '')) return false;
    const exception = setting.rules.exceptions.find(({ id }) => id === event.exception);
    return exception && considerException(exception, { trigger, due }, context, setting.today).applies;
  });
}

function ownerFor(rule: Rule, trigger: CaseEvent): Owner {
  return rule.owedByWho?.[trigger.who ?? ''] ?? rule.owedBy;
}

function isInForce(rule: Rule, day: Day): boolean {
  if (rule.proposed) return false;
  return (rule.effectiveFrom === undefined || day >= rule.effectiveFrom) && (rule.effectiveTo === undefined || day <= rule.effectiveTo);
}

function hasStarted(rule: Rule, after: CaseEvent, events: readonly CaseEvent[]): boolean {
  return events.some((event) => event.on >= after.on && event !== after && isOneOf(event, rule.from) && sameMatter(event, after));
}

function expected(rule: Rule, trigger: CaseEvent): Clock {
  return { rule, owedBy: ownerFor(rule, trigger), state: 'not-started', waitsFor: rule.from[0]?.kind ?? '', trigger };
}

type RulesByKind = { readonly starts: ReadonlyMap<string, readonly Rule[]>; readonly expects: ReadonlyMap<string, readonly Rule[]> };

/** Rules by the kind of event that concerns them, worked out once a rule set: most events concern a handful of rules. */
const indexes = new WeakMap<RuleSet, RulesByKind>();

function rulesByKind(set: RuleSet): RulesByKind {
  const known = indexes.get(set);
  if (known) return known;
  const index = { starts: byKind(set, (rule) => rule.from), expects: byKind(set, (rule) => rule.expectedAfter ?? []) };
  indexes.set(set, index);
  return index;
}

function byKind(set: RuleSet, matchesOf: (rule: Rule) => readonly EventMatch[]): Map<string, Rule[]> {
  const index = new Map<string, Rule[]>();
  for (const rule of set.rules) {
    for (const kind of new Set(matchesOf(rule).map((match) => match.kind))) index.set(kind, [...(index.get(kind) ?? []), rule]);
  }
  return index;
}
