import type { Goal } from '#contract/pupils.ts';
import { aimAt, weeksFrom } from '#domain/progress/aimline.ts';
import type { Aim } from './goal-aim.ts';

type Point = Goal['points'][number];

const FOUR = 4;

/** Whether a score stands on the wrong side of the aimline; on the line is on neither. */
const isBehind = ({ on, value }: Point, aim: Aim): boolean => {
  const line = { baseline: aim.baseline, goal: aim.target, weeks: weeksFrom(aim.from, aim.to) };
  const apart = value - aimAt(line, weeksFrom(aim.from, on));
  return aim.target < aim.baseline ? apart > 0 : apart < 0;
};

/** The last run of four or more points behind the aimline within one phase, at which the four-point rule asks for a decision; else null. */
export const fourBehind = (runs: readonly (readonly Point[])[], aim: Aim): readonly Point[] | null => {
  for (const run of [...runs].reverse()) {
    let behind: Point[] = [];
    let last: readonly Point[] | null = null;
    for (const point of run) {
      behind = isBehind(point, aim) ? [...behind, point] : [];
      if (behind.length >= FOUR) last = behind;
    }
    if (last) return last;
  }
  return null;
};
