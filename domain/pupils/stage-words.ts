import type { Day } from '#domain/calendar/day.ts';
import { yearOf } from '#domain/calendar/day-number.ts';
import { monthName } from '#domain/calendar/wording.ts';
import type { Nation } from './nation.ts';

export type Stage = 'none' | 'monitoring' | 'support' | 'assessment' | 'plan';

const WORDS = {
  england: { support: 'SEN Support', assessment: 'SEN Support', underWay: 'EHC assessment under way', plan: 'EHC plan' },
  idea: { support: 'Intervention', assessment: 'Referred', underWay: 'initial evaluation under way', plan: 'IEP' },
} as const;

/** `SEN Support since Jan 2024 · EHC assessment under way`, `IEP since Sep 2026`: where a pupil stands, and since when. */
export const stageWords = (stage: Stage, since: Day | null, nation: Nation): string => {
  const words = WORDS[nation];
  const from = since ? ` since ${monthName(since).slice(0, 3)} ${yearOf(since)}` : '';
  switch (stage) {
    case 'none':
      return 'Not on the support register';
    case 'monitoring':
      return `Watched${from}`;
    case 'support':
      return `${words.support}${from}`;
    case 'assessment':
      return `${words.assessment}${from} · ${words.underWay}`;
    case 'plan':
      return `${words.plan}${from}`;
    default:
      return stage satisfies never;
  }
};

const NAMES: Readonly<Record<Nation, Readonly<Record<string, string>>>> = {
  england: { monitoring: 'Monitoring', support: 'SEN Support', assessment: 'EHC needs assessment', plan: 'EHC plan' },
  idea: { monitoring: 'Monitoring', support: 'Intervention', assessment: 'Initial evaluation', plan: 'IEP' },
};

/** A stage as papers name it: `SEN Support`, `IEP`; undefined for a pupil who is on no register. */
export const stageName = (stage: string, nation: Nation): string | undefined => NAMES[nation][stage];
