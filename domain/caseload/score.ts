import type { Day } from '#domain/calendar/day.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import type { GoalFact } from './case-facts.ts';
import { againstAimline } from './goal-words.ts';
import type { Urgency } from './urgency.ts';
import { progressOf } from './work-flags.ts';

export type GoalToScore = Omit<GoalFact, 'area'> & { readonly unit: string | null };

/** The highest score a measure can have, where its unit says so: `of 10`, `lessons of 5`. */
export const scaleOf = (unit: string | null): number | null => {
  const top = unit?.match(/\bof (\d+)\b/)?.[1];
  return top === undefined ? null : Number(top);
};

/** Why a score cannot be taken as it is; null where it can. */
export const scoreProblem = (
  goal: GoalToScore,
  on: Day,
  value: number,
  today: Day,
): { readonly field: 'on' | 'value'; readonly reason: string } | null => {
  const scale = scaleOf(goal.unit);
  if (goal.state !== 'open') return { field: 'value', reason: `This goal is ${goal.state}; it takes no more scores.` };
  if (on > today) return { field: 'on', reason: 'That day has not come yet.' };
  if (goal.baselineOn && on < goal.baselineOn)
    return { field: 'on', reason: `The goal began on ${dayWords(goal.baselineOn, today)}; a score cannot be older.` };
  if (scale !== null && (value < 0 || value > scale))
    return { field: 'value', reason: `The scale goes from 0 to ${scale}. Is ${value} right?` };
  return null;
};

/** What is said after a score was kept: where it stands to the aimline, and what the four-point rule makes of it. */
export const scoreWords = (goal: GoalToScore, on: Day, value: number): { readonly words: string; readonly urgency: Urgency } => {
  const stands = againstAimline(goal, on, value);
  const points = [...goal.points.filter(([day]) => day !== on), [on, value] as const].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const state = progressOf({ ...goal, points })?.state;
  const rule =
    state === 'needs-a-decision'
      ? '; four in a row below the aimline: decide what to change'
      : state === 'met'
        ? '; reached twice running'
        : '';
  const words = `Recorded: ${value}${goal.unit ? ` ${goal.unit}` : ''}${stands ? `, ${stands}` : ''}${rule}`;
  return { words, urgency: state === 'needs-a-decision' ? 'near' : state === 'met' ? 'good' : 'info' };
};
