import type { ExistingPlanSummary, PlanLine } from '#contract/existing-plans.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { counted } from '../kit/stage-words.ts';

/** What each kind of plan is called. */
export const kindNames = { ehcp: 'EHC plan', iep: 'IEP', senSupport: 'SEN support plan' } as const;

export const lineNames = { need: 'Need', goal: 'Outcome', provision: 'Provision' } as const;

/** `Freya Lindqvist, EHC plan of Thu 4 Dec 2025`; the file's name where neither is known. */
export const planTitle = ({ pupil, nameInPlan, kind, dated, name }: ExistingPlanSummary): string => {
  const plan = kind ? `${kindNames[kind]}${dated ? ` of ${dayWordsWithYear(dated)}` : ''}` : name;
  const whose = pupil?.name ?? nameInPlan;
  return whose ? `${whose}, ${plan}` : plan;
};

/** `19 lines found · 14 confirmed, 1 left out, 4 to do`. */
export const countsWords = ({ counts }: ExistingPlanSummary): string =>
  `${counted(counts.found, 'line')} found · ${counts.confirmed} confirmed, ${counts.leftOut} left out, ${counts.toDo} to do`;

/** How far a plan has come, in a few words of a list. */
export const standingWords = (plan: ExistingPlanSummary): string => {
  if (plan.state === 'in-force') return 'In force';
  if (!plan.pupil) return 'Whose plan is it?';
  if (plan.counts.found === 0) return 'No line found';
  return plan.counts.toDo === 0 ? 'Ready to come into force' : `${plan.counts.toDo} to do`;
};

/** What a line says beside its words. */
export const lineDetail = (line: PlanLine, codes: ReadonlyMap<string, string>): string => {
  if (line.kind === 'need') return [line.values.code && codes.get(line.values.code), line.values.area].filter(Boolean).join(' · ');
  if (line.kind === 'goal') {
    const { by, baseline, criterion, measure } = line.values;
    return [by && `By ${dayWordsWithYear(by)}`, baseline && `from ${baseline}`, criterion && `enough: ${criterion}`, measure]
      .filter(Boolean)
      .join(' · ');
  }
  const { who, minutes, timesAWeek, groupSize, place } = line.values;
  const group = groupSize === 1 ? 'one to one' : groupSize && `group of ${groupSize}`;
  return [who, minutes && `${minutes} min`, timesAWeek && `${timesAWeek} a week`, group, place].filter(Boolean).join(' · ');
};
