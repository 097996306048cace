import { startsWithDeed } from '#domain/plans/goal-deeds.ts';
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

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const holdsAll = (text: string, words: readonly string[]): boolean => {
  const said = new Set(wordsOf(text));
  return words.every((word) => said.has(word));
};

/** "Write 60 words" follows "Callum will" as "write 60 words"; a name or "EHC" keeps its capital. */
const lowered = (text: string): string => (/^\p{Lu}\p{Ll}|^A /u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/** "By Fri 26 Mar 2027 Callum will write 60 words": what is noted as an order is said of the pupil, anything else stands as it is. */
function opening(goal: PlanGoal, record: PlanRecord): string {
  const by = goal.by ? `By ${writtenDay(goal.by, record.jurisdiction)}` : '';
  const statement = unstopped(goal.statement);
  const name = record.pupil.givenName;
  if (startsWithDeed(statement)) return `${by === '' ? '' : `${by} `}${name} will ${lowered(statement)}`;
  return by === '' ? statement : `${by}${statement.startsWith(name) ? ' ' : ': '}${statement}`;
}

/** How much is enough, where the goal's own words do not say it already. */
function enough(goal: PlanGoal): string {
  const criterion = goal.criterion && unstopped(goal.criterion);
  const figures = criterion?.match(/\d+/g) ?? [];
  return criterion && !holdsAll(goal.statement, figures.length > 0 ? figures : wordsOf(criterion))
    ? `, reaching ${lowered(criterion)}`
    : '';
}

/** Says how it is taken ("counted weekly"), and so can follow the goal after a comma. */
const tellsHow = (measure: string): boolean => /^(\p{L}+ed|taken|seen|shown|by|from|in|on|over|using|with|as)\b/iu.test(measure);

function sentence(goal: PlanGoal, record: PlanRecord): string {
  const measure = goal.measure && !holdsAll(goal.statement, wordsOf(goal.measure)) ? unstopped(goal.measure) : '';
  const how = measure !== '' && tellsHow(measure) ? `, ${lowered(measure)}` : '';
  const counted = measure !== '' && how === '' ? measure : '';
  const inBrackets = [counted, goalReadings(goal, record)].filter(Boolean).join(': ');
  return `${opening(goal, record)}${enough(goal)}${how}${inBrackets === '' ? '' : ` (${inBrackets})`}.`;
}

/**
 * The goal as one sentence with its date, measure, baseline and last reading; nothing that its own words say already is said again. A goal that lacks one of the four is printed as it
 * was written, and the gap stands behind it: nothing is smoothed over.
 */
export function composeGoal(goal: PlanGoal, label: string, record: PlanRecord): Passage {
  const gap = goalGap(goal);
  if (gap) return { label, kind: 'text', text: goal.statement, gap, sources: [goal.source], composed: false };
  return { label, kind: 'text', text: sentence(goal, record), sources: [goal.source], composed: true };
}
