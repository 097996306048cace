import type { Day } from '#domain/calendar/day.ts';
import { yearOf } from '#domain/calendar/day-number.ts';
import { monthName } from '#domain/calendar/wording.ts';

export type Stage = 'none' | 'monitoring' | 'support' | 'assessment' | 'plan';

/** `SEN Support since Jan 2024 · EHC assessment under way`: where a pupil stands, and since when. */
export const stageWords = (stage: Stage, since: Day | null): string => {
  const from = since ? ` since ${monthName(since).slice(0, 3)} ${yearOf(since)}` : '';
  switch (stage) {
    case 'none':
      return 'Not on the support register';
    case 'monitoring':
      return `Watched${from}`;
    case 'support':
      return `SEN Support${from}`;
    case 'assessment':
      return `SEN Support${from} · EHC assessment under way`;
    case 'plan':
      return `EHC plan${from}`;
    default:
      return stage satisfies never;
  }
};
