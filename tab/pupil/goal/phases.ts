import type { Goal, PupilPage as Pupil } from '#contract/pupils.ts';
import type { Entry } from '#contract/record.ts';
import type { Day } from '#domain/calendar/day.ts';
import { textIn } from '#domain/record/kind.ts';
import type { Aim } from './goal-aim.ts';

/** A day on which the teaching or the plan changed, with what changed. */
export type Phase = { readonly on: Day; readonly words: string };

type Point = Goal['points'][number];

const begins = (entries: readonly Entry[], goal: string, nameKey: string): Phase[] =>
  entries
    .filter(({ values }) => textIn(values, 'goal') === goal && textIn(values, 'from') !== '')
    .map(({ values }) => ({ on: textIn(values, 'from') as Day, words: `${textIn(values, nameKey)} begins` }));

/**
 * The changes that divide a goal's points into phases: what was begun for this goal, and versions of the plan that came into force. What
 * stood before the baseline or lies behind the target divides nothing.
 */
export const phasesOf = (
  goal: Goal,
  aim: Aim,
  pupil: Pupil,
  provision: readonly Entry[],
  interventions: readonly Entry[],
): readonly Phase[] => {
  const plans = pupil.plans
    .filter(({ state }) => state === 'in-force' || state === 'superseded')
    .map(({ madeOn, title, version }) => ({ on: madeOn, words: `${title}, version ${version}` }));
  const found = [...begins(provision, goal.id, 'what'), ...begins(interventions, goal.id, 'name'), ...plans]
    .filter(({ on }) => on > aim.from && on < aim.to)
    .sort((one, other) => one.on.localeCompare(other.on));
  const days = [...new Set(found.map(({ on }) => on))];
  return days.map((on) => ({
    on,
    words: found
      .filter((phase) => phase.on === on)
      .map(({ words }) => words)
      .join('; '),
  }));
};

/** Points in runs that lie within one phase: a line across a change would say that nothing changed. */
export const runsOf = (points: readonly Point[], phases: readonly Phase[]): readonly (readonly Point[])[] => {
  const phaseOf = (on: Day) => phases.filter((phase) => phase.on <= on).length;
  return Array.from({ length: phases.length + 1 }, (_, phase) => points.filter(({ on }) => phaseOf(on) === phase)).filter(
    (run) => run.length,
  );
};
