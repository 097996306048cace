import type { HolidayCalendar } from '#domain/calendar/bank-holidays.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { CaseEvent } from '#domain/timelines/case-event.ts';
import type { EventAsks, EventGroup } from '#domain/timelines/event-form.ts';
import type { Reckoning } from '#domain/timelines/reckoning.ts';

/** Who must act by a date. */
export type Owner =
  | 'school'
  | 'local-authority'
  | 'agency'
  | 'family'
  | 'tribunal'
  | 'health-commissioner'
  | 'mediation-adviser'
  | 'district'
  | 'state';

/** Events of a kind; where an outcome or a person is named, only those with it. */
export type EventMatch = { readonly kind: string; readonly outcome?: string; readonly who?: string };

/** A match for events of a kind, with an outcome or without. */
export function on(kind: string, outcome?: string): EventMatch {
  return outcome === undefined ? { kind } : { kind, outcome };
}

/** Whether an event is one of those meant. */
export function isOneOf(event: CaseEvent, matches: readonly EventMatch[]): boolean {
  for (const { kind, outcome, who } of matches) {
    if (kind === event.kind && (outcome === undefined || outcome === event.outcome) && (who === undefined || who === event.who))
      return true;
  }
  return false;
}

/**
 * One limit of the law or of practice, as data: what starts it, how it is counted, who owes it, what excuses and what meets it, and where
 * it is written. The clocks, their explanations, letters and the check of worked examples all read this and nothing else.
 */
export type Rule = {
  readonly id: string;
  /** The clock's name on a screen: `Final EHC plan`. */
  readonly title: string;
  /** Events that start it, each on its own. */
  readonly from: readonly EventMatch[];
  readonly due: Reckoning;
  readonly owedBy: Owner;
  /** Who owes it where the event says whom it concerns: a school that is asked for advice owes the answer itself. */
  readonly owedByWho?: Readonly<Record<string, Owner>>;
  /** Ids of the nation's exceptions that excuse a late act; they never move the date. */
  readonly unless: readonly string[];
  /** A right lapses when its time runs out, a mark only names a day; neither is ever late. Without a word it is a duty. */
  readonly nature?: 'right' | 'mark';
  /** How many such events it needs, where one is not enough: three meetings a year. */
  readonly times?: number;
  /** What meets it; empty for a mark. */
  readonly metBy: readonly EventMatch[];
  /** What makes it fall away without being met: a withdrawn request, a decision that leaves nothing to do. */
  readonly endedBy?: readonly EventMatch[];
  /** Events after which it is to be expected although its own trigger has not come yet. */
  readonly expectedAfter?: readonly EventMatch[];
  /** Limits that run from one trigger share a chain and are shown as each other's milestones. */
  readonly chain?: string;
  /** The rule in a few plain sentences. */
  readonly words: string;
  /** Limits of the same case that must be settled before this one can be: shown as what it waits for. */
  readonly waitsFor?: readonly string[];
  /** What it asks in a milestone line: `6 weeks: will it assess?`; of several ways that are weighed, without the length. */
  readonly milestone?: string;
  /** What the school itself must do about it, where it owes nothing itself but something follows. */
  readonly schoolDoes?: string;
  /** Where the words bear a second reading, one day earlier: why both are shown. */
  readonly strictly?: string;
  readonly consequence?: string;
  readonly source: string;
  readonly sourceLink?: string;
  /** What in this rule has not been read in the law itself; shown to people as such. */
  readonly unverified?: string;
  /** Expected by guidance, not commanded by law. */
  readonly guidance?: true;
  /** First and last day on which an event starts it: a case keeps the version of the rule that held on the day of its trigger. */
  readonly effectiveFrom?: Day;
  readonly effectiveTo?: Day;
  /** Announced and not law: it starts no clock, whatever its days. */
  readonly proposed?: true;
};

/** A reason for which a limit need not be met. */
export type ExceptionRule = {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** Not shown unless this body was asked: most cases have no early years provider. */
  readonly onlyIfAsked?: string;
} & (
  | {
      readonly test: 'closure';
      readonly leastDays: number;
      readonly windowDays: number;
      readonly askedOf: readonly string[];
      readonly advice: string;
    }
  | { readonly test: 'absence'; readonly leastDays: number }
  | { readonly test: 'claim' }
);

/** Something that the law asks for without a number of days: at once, promptly, a reasonable time before. It has no clock. */
export type Step = {
  readonly id: string;
  readonly title: string;
  /** Events that call for it. */
  readonly when: readonly EventMatch[];
  /** It must come before the event that calls for it, as consent before an evaluation. */
  readonly before?: true;
  readonly owedBy: Owner;
  /** Events that show it was taken. */
  readonly takenBy: readonly EventMatch[];
  /** What is asked, and when in the law's own words. */
  readonly words: string;
  readonly source: string;
  readonly sourceLink?: string;
  readonly unverified?: string;
};

/** What looks as if it called for something and calls for nothing: once recorded it starts no clock and asks for no step. */
export type NonTrigger = {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly words: string;
  readonly source: string;
  readonly sourceLink?: string;
  readonly unverified?: string;
};

/** Everything that is one nation's or State's own: its words for events, its limits, its exceptions, its public holidays. */
export type RuleSet = {
  readonly jurisdiction: string;
  readonly name: string;
  readonly zone: string;
  readonly holidays: HolidayCalendar;
  /** The day the texts behind the rules were read. */
  readonly textRead: Day;
  /** Kinds of event, each in words for a line of the count: `Council received the request`. */
  readonly events: Readonly<Record<string, string>>;
  /** Kinds that people record by hand, in the order of a case; without groups all kinds are offered in one. */
  readonly groups?: readonly EventGroup[];
  /** What is asked beside the day, by kind. */
  readonly asks?: Readonly<Record<string, EventAsks>>;
  readonly rules: readonly Rule[];
  readonly exceptions: readonly ExceptionRule[];
  /** What the law asks for without a number of days. */
  readonly steps?: readonly Step[];
  readonly nonTriggers?: readonly NonTrigger[];
};

/** The rule with this id. Throws a RangeError naming the id where the set has none. */
export function ruleOf(set: RuleSet, id: string): Rule {
  const rule = set.rules.find((candidate) => candidate.id === id);
  if (!rule) throw new RangeError(`There is no rule “${id}” for ${set.name}.`);
  return rule;
}
