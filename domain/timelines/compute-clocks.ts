import type { Day } from '#domain/calendar/day.ts';
import { type CaseEvent, inOrder, sameMatter } from '#domain/timelines/case-event.ts';
import { type Clock, compareClocks } from '#domain/timelines/clock.ts';
import { considerException } from '#domain/timelines/exceptions.ts';
import { reckon } from '#domain/timelines/reckon.ts';
import type { Calendars, ReckonContext, Reckoned } from '#domain/timelines/reckoned.ts';
import { type EventMatch, isOneOf, type Owner, type Rule, type RuleSet } from '#domain/timelines/rule.ts';

/** What clocks are computed with: a nation's rules, the calendars, and the day it is. */
export type ClockSetting = { readonly rules: RuleSet; readonly calendars: Calendars; readonly today: Day };

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
    for (const rule of starts.get(trigger.kind) ?? []) {
      if (isOneOf(trigger, rule.from) && isInForce(rule, trigger.on)) clocks.push(clockOf(rule, trigger, context, setting));
    }
    for (const rule of expects.get(trigger.kind) ?? []) {
      if (isOneOf(trigger, rule.expectedAfter ?? []) && !hasStarted(rule, trigger, ordered)) clocks.push(expected(rule, trigger));
    }
  }
  return clocks.sort(compareClocks);
}

/** The clock of one rule from one trigger. */
export function clockOf(rule: Rule, trigger: CaseEvent, context: ReckonContext, setting: ClockSetting): Clock {
  const reckoned = reckon(rule.due, trigger, context);
  const clock = { rule, owedBy: ownerFor(rule, trigger), trigger };
  if (reckoned.due === undefined) return { ...clock, state: 'not-started', waitsFor: reckoned.waitsFor };
  const dated = { ...clock, due: reckoned.due, reckoned };
  const stretch = stretchOf(rule, trigger, reckoned, context.events, setting.today);
  const { last: metBy, found } = endIn(stretch, rule.metBy, trigger, rule.times ?? 1);
  const { last: stoppedBy } = endIn(stretch, rule.endedBy ?? [], trigger, 1);
  if (stoppedBy && !(metBy && metBy.on <= stoppedBy.on)) return { ...dated, state: 'stopped', stoppedOn: stoppedBy.on, stoppedBy };
  if (metBy && metBy.on <= reckoned.due) return { ...dated, state: 'met', metOn: metBy.on, metBy };
  if (!metBy && setting.today <= reckoned.due) return { ...dated, state: 'running', done: found };
  if (!metBy && rule.nature) return { ...dated, state: 'stopped', stoppedOn: reckoned.due };
  const claim = provenClaim(rule, trigger, reckoned, context, setting);
  if (claim) return { ...dated, state: 'excused', claim, ...(metBy ? { metOn: metBy.on } : {}) };
  return metBy ? { ...dated, state: 'met-late', metOn: metBy.on, metBy } : { ...dated, state: 'late', done: found };
}

/** The events among which the end of a clock is looked for: up to today, and up to the next trigger of the same rule and matter. */
function stretchOf(rule: Rule, trigger: CaseEvent, reckoned: Reckoned, events: readonly CaseEvent[], today: Day): readonly CaseEvent[] {
  const isRival = (event: CaseEvent) => event !== trigger && isOneOf(event, rule.from) && sameMatter(event, trigger);
  const countsBack = reckoned.due < trigger.on;
  const previous = countsBack ? events.findLast((event) => event.on < trigger.on && isRival(event)) : undefined;
  const next = events.find((event) => event.on > trigger.on && isRival(event));
  const from = countsBack ? previous?.on : trigger.on;
  return events.filter((event) => event !== trigger && event.on <= today && (!from || event.on >= from) && (!next || event.on <= next.on));
}

/** The event that completes the number needed, and how many have come. */
function endIn(stretch: readonly CaseEvent[], matches: readonly EventMatch[], trigger: CaseEvent, times: number) {
  if (matches.length === 0) return { last: undefined, found: 0 };
  const ends = stretch.filter((event) => isOneOf(event, matches) && sameMatter(event, trigger));
  return { last: ends[times - 1], found: ends.length };
}

/** A claim to an exception of the rule that the facts bear out. */
function provenClaim(
  rule: Rule,
  trigger: CaseEvent,
  reckoned: Reckoned,
  context: ReckonContext,
  setting: ClockSetting,
): CaseEvent | undefined {
  return context.events.find((event) => {
    if (event.kind !== 'exception-claimed' || event.on < trigger.on || !rule.unless.includes(event.exception ?? '')) return false;
    const exception = setting.rules.exceptions.find(({ id }) => id === event.exception);
    return exception && considerException(exception, { trigger, due: reckoned.due }, context, setting.today).applies;
  });
}

function ownerFor(rule: Rule, trigger: CaseEvent): Owner {
  return rule.owedByWho?.[trigger.who ?? ''] ?? rule.owedBy;
}

function isInForce(rule: Rule, day: Day): boolean {
  return rule.effectiveFrom === undefined || day >= rule.effectiveFrom;
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
