import type { Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';

/** A line of the report: when, who, what and why. */
export type ReportLine = {
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly why: string;
  readonly kind: 'seen' | 'changed' | 'sent';
  readonly outside: boolean;
};

/** The report for a family who asks who has seen or been sent the record. */
export type DisclosureReport = {
  readonly title: string;
  readonly sentence: string;
  readonly parts: readonly { readonly heading: string; readonly none: string; readonly lines: readonly ReportLine[] }[];
  readonly notes: readonly string[];
};

type About = {
  readonly pupil: string;
  readonly school: string;
  readonly today: Day;
  readonly since: Day | null;
  readonly restrictedNotes: number;
  /** How often lists of many pupils were opened in that time; the trail keeps of them who and when, not which pupils one by one. */
  readonly lists: number;
};

/**
 * Sorts what the trail and the outbox hold into the parts a family asks about: what went out or was seen by others, and what staff of the
 * school saw. Says what is left out. The law behind it: 34 CFR 300.614 (a record of those who obtained access, with date and purpose)
 * and 99.32; in England the pupil's right of access to who the data were disclosed to.
 */
export const disclosureReport = (lines: readonly ReportLine[], about: About): DisclosureReport => ({
  title: `Who has seen or been sent the record of ${about.pupil}`,
  sentence: `${about.school}, ${dayWordsWithYear(about.today)}. ${about.since ? `The record of access begins on ${dayWordsWithYear(about.since)}.` : 'Nobody has opened the record yet.'}`,
  parts: [
    {
      heading: 'Sent out, and seen by others than staff',
      none: 'Nothing was sent out, and nobody from outside has seen the record.',
      lines: lines.filter((line) => line.outside || line.kind === 'sent'),
    },
    {
      heading: 'Seen or changed by staff of the school',
      none: 'No member of staff has opened the record.',
      lines: lines.filter((line) => !line.outside && line.kind !== 'sent'),
    },
  ],
  notes: [
    ...(about.restrictedNotes > 0
      ? [
          'Something is left out here: notes to which access is restricted by law or for the safety of a child. You may ask the coordinator why.',
        ]
      : []),
    ...(about.lists > 0
      ? [
          `Lists of several pupils (the caseload, Today, meetings) were opened ${about.lists} times in that time by staff who may see this pupil. A list shows name, class, stage, main need and next date.`,
        ]
      : []),
    'Each line is kept as it was written and cannot be changed afterwards.',
  ],
});
