import { daysBetween } from '#domain/calendar/day.ts';
import { schoolDaysIn } from '#domain/calendar/school-calendar.ts';
import { goalProgress } from '#domain/progress/goal-state.ts';
import type { GoalFact, ProvisionFact } from './case-facts.ts';
import { type FlagRule, type FlagSetting, flag, none, shortDay } from './flag.ts';

/** How the points of a goal stand to its aimline; nothing where baseline, target or date is missing. */
export const progressOf = ({ baseline, baselineOn, target, targetOn, points }: Omit<GoalFact, 'state' | 'metOn' | 'words' | 'area'>) =>
  baseline === null || baselineOn === null || target === null || targetOn === null
    ? null
    : goalProgress({
        baseline: { on: baselineOn, value: baseline },
        target: { by: targetOn, value: target },
        readings: points.map(([on, value]) => ({ on, value })),
      });

/** The last four points all on the wrong side of the aimline: the four-point rule asks for a change of teaching. */
export const goalOffTrack: FlagRule = ({ goals }) =>
  goals
    .filter((goal) => goal.state === 'open' && progressOf(goal)?.state === 'needs-a-decision')
    .map((goal) => ({ kind: 'goal-off-track', urgency: 'near', words: `${goal.area ?? goal.words} off track` }));

/** A goal that was met within the last four weeks: good news, and time for the next one. */
export const goalMet: FlagRule = ({ goals }, { today }) =>
  goals
    .filter(({ state, metOn }) => state === 'met' && metOn !== null && daysBetween(metOn, today) <= 28)
    .map((goal) => ({ kind: 'goal-met', urgency: 'good', words: `Goal met: ${(goal.area ?? goal.words).toLocaleLowerCase('en-GB')}` }));

/** Weekly provision of which two school weeks have gone by without a session in the log. Holidays do not count. */
export const noSession: FlagRule = ({ provision }, setting) => {
  const silent = provision.filter((line) => isRunning(line, setting) && schoolDaysSilent(line, setting) >= 10);
  const since = silent.map(({ lastSession }) => lastSession).sort()[0];
  return since ? flag('no-session', 'near', `No session logged since ${shortDay(since)}`) : none;
};

const isRunning = ({ timesAWeek, from, to }: ProvisionFact, { today }: FlagSetting): boolean =>
  (timesAWeek ?? 0) >= 1 && (!from || from <= today) && (!to || to >= today);

const schoolDaysSilent = ({ lastSession }: ProvisionFact, { today, calendar }: FlagSetting): number =>
  lastSession ? schoolDaysIn({ from: lastSession, to: today }, calendar) - 1 : 0;

/** In four groups or more, and lessons are missed for them: `In 4 groups; misses science`. */
export const manyGroups: FlagRule = ({ provision }, setting) => {
  const groups = provision.filter((line) => isRunning(line, setting) && (line.groupSize ?? 1) > 1);
  const missed = [...new Set(groups.flatMap(({ misses }) => misses ?? []))];
  return groups.length >= 4 && missed.length > 0
    ? flag('many-groups', 'near', `In ${groups.length} groups; misses ${missed.join(' and ')}`)
    : none;
};
