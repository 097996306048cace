import type { Day } from '#domain/calendar/day.ts';
import { countWords, dayWords } from '#domain/calendar/wording.ts';
import { standsTo, weeksFrom } from '#domain/progress/aimline.ts';
import type { GoalFact } from './case-facts.ts';
import { progressOf } from './work-flags.ts';

export type GoalStanding = {
  readonly state: 'on-track' | 'needs-a-decision' | 'not-enough-data' | 'met' | 'stopped';
  readonly words: string;
};

/**
 * Where a goal stands, in words that say how we know: `41 now, from 22 · by Fri 26 Mar`, `3 points, 6 needed · none since Thu 12 Nov`. Under
 * six points it has no state.
 */
export const goalStanding = (goal: GoalFact, today: Day): GoalStanding => {
  const last = goal.points.at(-1);
  const by = goal.targetOn ? ` · by ${dayWords(goal.targetOn, today)}` : '';
  if (goal.state === 'stopped') return { state: 'stopped', words: 'Stopped' };
  if (goal.state === 'met') return { state: 'met', words: `Met${goal.metOn ? ` ${dayWords(goal.metOn, today)}` : ''}` };
  const progress = progressOf(goal);
  if (!progress) return { state: 'not-enough-data', words: `Not ready: ${goalGaps(goal).join(', ')}` };
  const from = last ? `${last[1]} now, from ${goal.baseline}` : `from ${goal.baseline}`;
  switch (progress.state) {
    case 'met':
      return { state: 'met', words: `Reached twice running · ${from}` };
    case 'on-track':
      return { state: 'on-track', words: `${from}${by}` };
    case 'needs-a-decision':
      return { state: 'needs-a-decision', words: `${last?.[1] ?? 0} now, last four below the aimline` };
    case 'not-enough-data': {
      const since = last ? ` · none since ${dayWords(last[0], today)}` : '';
      return {
        state: 'not-enough-data',
        words: `Not enough data: ${countWords(progress.points, 'point')}, ${progress.pointsNeeded} needed${since}`,
      };
    }
    default:
      return progress.state satisfies never;
  }
};

/** What keeps a goal from having an aimline: a baseline, a figure to reach and a day are needed. */
export const goalGaps = (goal: { baseline: number | null; target: number | null; targetOn: Day | null }): string[] =>
  [goal.baseline === null && 'no baseline', goal.target === null && 'no figure to reach', goal.targetOn === null && 'no date'].filter(
    (gap): gap is string => gap !== false,
  );

/** How a new score stands to the aimline: `7 above the aimline (37)`, `just below the aimline`; null where there is no line to hold it to. */
export const againstAimline = (
  goal: Pick<GoalFact, 'baseline' | 'baselineOn' | 'target' | 'targetOn'>,
  on: Day,
  value: number,
): string | null => {
  const { baseline, baselineOn, target, targetOn } = goal;
  if (baseline === null || target === null || !baselineOn || !targetOn || targetOn <= baselineOn) return null;
  const line = { baseline, goal: target, weeks: weeksFrom(baselineOn, targetOn) };
  const { aim, apart, side } = standsTo(line, weeksFrom(baselineOn, on), value);
  if (side === 'on') return `on the aimline (${aim})`;
  return apart === 0 ? `just ${side} the aimline` : `${apart} ${side} the aimline (${aim})`;
};

/** What is missing in a line of provision before anyone can be held to it. */
export const provisionGaps = (line: { who: string | null; minutes: number | null; timesAWeek: number | null; to: Day | null }): string[] =>
  [
    line.who === null && 'who',
    line.minutes === null && 'how long',
    line.timesAWeek === null && 'times a week',
    line.to === null && 'until when',
  ].filter((gap): gap is string => gap !== false);
