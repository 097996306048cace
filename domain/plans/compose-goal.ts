import type { Passage } from '#domain/plans/passage.ts';
import { gapWords } from '#domain/plans/passage.ts';
import type { PlanGoal, PlanRecord, Reading } from '#domain/plans/plan.ts';
import { shortDay, writtenDay } from '#domain/plans/written-day.ts';

export type GoalPart = 'measure' | 'baseline' | 'criterion' | 'date';

/** What a goal still lacks before anyone can tell whether it was met, in the order in which it is asked for. */
export function goalLacks(goal: PlanGoal): readonly GoalPart[] {
  const lacks: GoalPart[] = [];
  if (!goal.measure) lacks.push('measure');
  if (!goal.baseline) lacks.push('baseline');
  if (!goal.criterion) lacks.push('criterion');
  if (!goal.by) lacks.push('date');
  return lacks;
}

const questions: Record<GoalPart, string> = {
  measure: 'how often, out of how many',
  baseline: 'from what starting point',
  criterion: 'how much will be enough',
  date: 'by when',
};

/** The question that stands behind an unfinished goal: "Gap: how often, out of how many, by when?" */
export function goalGap(goal: PlanGoal): string | null {
  const lacks = goalLacks(goal);
  return lacks.length === 0 ? null : gapWords(`${lacks.map((part) => questions[part]).join(', ')}?`);
}

/** The reading that was taken last. */
export const latest = (readings: readonly Reading[]): Reading | null =>
  readings.reduce<Reading | null>((last, reading) => (last === null || reading.on >= last.on ? reading : last), null);

const unstopped = (text: string): string => text.trim().replace(/\.$/, '');

/** Baseline and last reading as a goal carries them: "baseline 22, Tue 8 Sep; now 41, Tue 17 Nov". */
export function goalReadings(goal: PlanGoal, record: PlanRecord): string {
  const said = (name: string, reading: Reading): string =>
    `${name} ${reading.words}, ${shortDay(reading.on, record.dated, record.jurisdiction)}`;
  const now = latest(goal.measurements);
  return [goal.baseline && said('baseline', goal.baseline), now && said('now', now)].filter(Boolean).join('; ');
}

function sentence(goal: PlanGoal, record: PlanRecord): string {
  const by = goal.by ? `By ${writtenDay(goal.by, record.jurisdiction)}` : '';
  const statement = unstopped(goal.statement);
  const opening = by === '' ? statement : `${by}${statement.startsWith(record.pupil.givenName) ? ' ' : ': '}${statement}`;
  const measure = goal.measure && !statement.includes(goal.measure) ? `, ${unstopped(goal.measure)}` : '';
  const readings = goalReadings(goal, record);
  return `${opening}${measure}${readings === '' ? '' : ` (${readings})`}.`;
}

/**
 * The goal as one sentence with its date, measure, baseline and last reading. A goal that lacks one of the four is printed as it
 * was written, and the gap stands behind it: nothing is smoothed over.
 */
export function composeGoal(goal: PlanGoal, label: string, record: PlanRecord): Passage {
  const gap = goalGap(goal);
  if (gap) return { label, kind: 'text', text: goal.statement, gap, sources: [goal.source], composed: false };
  return { label, kind: 'text', text: sentence(goal, record), sources: [goal.source], composed: true };
}
