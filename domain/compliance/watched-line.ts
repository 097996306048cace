import { type Day, daysBetween } from '#domain/calendar/day.ts';
import { countWords, daysLeftWords, nearDayWords } from '#domain/calendar/wording.ts';
import type { ClockFact } from '#domain/caseload/case-facts.ts';
import { clockTask, clockWhy } from '#domain/caseload/clock-words.ts';
import { isMine, type OwnerShown, ownerShown, type Reader } from '#domain/caseload/owner-words.ts';
import { type Leads, type Step, stepFor } from '#domain/caseload/step.ts';
import { type Urgency, urgencyOf } from '#domain/caseload/urgency.ts';
import { type Side, sideOf } from '#domain/compliance/side.ts';
import { daysLate, type KeptState, type Mark, markOf } from '#domain/compliance/watched-clock.ts';

/** A clock with all that its line says. */
export type WatchedFacts = {
  readonly clock: Omit<ClockFact, 'state'> & { readonly state: KeptState };
  readonly ruleTitle: string;
  readonly metOn: Day | null;
  readonly pupil: string;
  readonly leads: Leads;
  readonly chasedOn: Day | null;
  readonly spokenOn: Day | null;
};

export type WatchedLine = {
  readonly clock: string;
  readonly side: Side;
  readonly mark: Mark;
  readonly due: Day;
  readonly daysLeft: number;
  readonly daysWords: string;
  readonly urgency: Urgency;
  readonly metOn: Day | null;
  readonly rule: string;
  readonly ruleTitle: string;
  readonly title: string;
  readonly owner: OwnerShown;
  readonly mine: boolean;
  readonly why: string;
  readonly lastStep: string;
  /** Whoever owes it says that it may be late; it stays late. */
  readonly claimed: boolean;
  readonly step: Step;
};

/** `Met 2 days late`, `Met on time`, else the days left. */
const standingWords = (mark: Mark, late: number, due: Day, today: Day): string => {
  if (mark === 'met') return 'Met on time';
  return mark === 'met-late' ? `Met ${countWords(late, 'day')} late` : daysLeftWords(due, today);
};

const urgencyOfMark = (mark: Mark, due: Day, today: Day): Urgency => {
  if (mark === 'met') return 'good';
  return mark === 'met-late' || mark === 'forecast' ? 'info' : urgencyOf(due, today);
};

const lastStepWords = ({ chasedOn, spokenOn, metOn }: WatchedFacts, today: Day): string => {
  if (metOn) return `Done ${nearDayWords(metOn, today)}`;
  if (chasedOn) return `Chased ${nearDayWords(chasedOn, today)}`;
  return spokenOn ? `Spoken ${nearDayWords(spokenOn, today)}` : '';
};

/** A clock as one line of the compliance page, as this reader sees it; null for one that counts for nothing there. */
export const watchedLine = (facts: WatchedFacts, today: Day, reader: Reader): WatchedLine | null => {
  const { clock, metOn, ruleTitle } = facts;
  const watched = { owedBy: clock.owedBy, state: clock.state, due: clock.due, metOn };
  const mark = markOf(watched, today);
  if (!mark) return null;
  const fact: ClockFact = { ...clock, state: mark === 'forecast' ? 'expected' : mark === 'late' ? 'late' : 'running' };
  const over = mark === 'met' || mark === 'met-late';
  return {
    clock: clock.clock,
    side: sideOf(clock.owedBy),
    mark,
    due: clock.due,
    daysLeft: daysBetween(today, clock.due),
    daysWords: standingWords(mark, daysLate(watched, today), clock.due, today),
    urgency: urgencyOfMark(mark, clock.due, today),
    metOn,
    rule: clock.rule,
    ruleTitle,
    title: clockTask(fact, ruleTitle),
    owner: ownerShown(fact, reader, 'long'),
    mine: isMine(fact, reader),
    why: clockWhy(fact, today),
    lastStep: lastStepWords(facts, today),
    claimed: clock.state === 'excused',
    step: over ? { words: 'Explain', deed: 'explain', target: clock.clock } : stepFor(fact, facts.pupil, facts.leads),
  };
};
