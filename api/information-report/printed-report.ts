import type { Day } from '#domain/calendar/day.ts';
import type { PrintedItem } from './report-records.ts';

/** A report as it is printed: whose, of which school year, when it was last updated, and its items in order. */
export type PrintedReport = {
  readonly school: string;
  readonly year: string;
  readonly updated: Day;
  /** A draft is not published yet and says so on its first line. */
  readonly draft: boolean;
  readonly items: readonly PrintedItem[];
};

export const titleOf = ({ year }: PrintedReport): string => `SEN information report ${year}`;

/** What stands under the title of every report. */
export const INTRODUCTION =
  'This report says how our school helps children and young people who have special educational needs (SEN) or a disability.';

export const DRAFT_WORDS = 'Draft: not published yet.';
