import type { Day, Instant } from '#domain/calendar/day.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';

/** Something that was seen, changed or sent, as the trail keeps it. */
export type DisclosedLine = {
  readonly at: Instant;
  readonly who: string;
  readonly what: string;
  readonly why: string;
  readonly kind: 'seen' | 'changed' | 'sent';
  readonly outside: boolean;
};

/** A line of the report. */
export type ReportLine = { readonly when: string; readonly who: string; readonly what: string; readonly why: string };

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
  readonly zone: string;
  readonly since: Day | null;
  readonly restrictedNotes: number;
  /** How often lists of many pupils were opened in that time; the trail keeps of them who and when, not which pupils one by one. */
  readonly lists: number;
};

/**
 * Sorts what the trail and the outbox hold into the parts a family asks about: what went out or was seen by others, and what staff of the
 * school saw. Says what is left out. The law behind it: 34 CFR 300.614 (a record of those who obtained access, with date and purpose)
 * and 99.32; in England the pupil's right of access to who the data were disclosed to. What one person did on a day is one line, or, for a
 * table, a line for `each`.
 */
export const disclosureReport = (lines: readonly DisclosedLine[], about: About, each = false): DisclosureReport => ({
  title: `Who has seen or been sent the record of ${about.pupil}`,
  sentence: `${about.school}, ${dayWordsWithYear(about.today)}. ${about.since ? `The record of access begins on ${dayWordsWithYear(about.since)}.` : 'Nobody has opened the record yet.'}`,
  parts: [
    {
      heading: 'Sent out, and seen by others than staff',
      none: 'Nothing was sent out, and nobody from outside has seen the record.',
      lines: linesOf(
        lines.filter((line) => line.outside || line.kind === 'sent'),
        about,
        each,
      ),
    },
    {
      heading: 'Seen or changed by staff of the school',
      none: 'No member of staff has opened the record.',
      lines: linesOf(
        lines.filter((line) => !line.outside && line.kind !== 'sent'),
        about,
        each,
      ),
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
    ...(each
      ? []
      : [
          'What one person did on one day stands in one line, from the first time to the last. The same report as a table has a line for each.',
        ]),
    'What the lines are made from is kept as it was written and cannot be changed afterwards.',
  ],
});

const linesOf = (lines: readonly DisclosedLine[], { zone }: About, each: boolean): ReportLine[] => {
  const gathered = new Map<string, DisclosedLine[]>();
  for (const [index, line] of lines.entries()) {
    const { day } = localTimeOf(line.at, zone);
    const key = each || line.kind === 'sent' ? String(index) : JSON.stringify([day, line.who, line.why]);
    const together = gathered.get(key);
    if (together) together.push(line);
    else gathered.set(key, [line]);
  }
  return [...gathered.values()].map((together) => reportLine(together, zone));
};

const DONE_WITH = /^(Opened|Added to|Changed) (.+)$/;

/** `Opened the record, contacts; changed needs`: in the order in which each was first done, and each said once. */
const deedWords = (deeds: Iterable<string>): string => {
  const gathered = new Map<string, string[]>();
  for (const words of new Set(deeds)) {
    const [, done = words, what] = DONE_WITH.exec(words) ?? [];
    const before = gathered.get(done) ?? [];
    gathered.set(done, what === undefined ? before : [...before, what]);
  }
  const said = [...gathered].map(([done, what]) => [done, what.join(', ')].filter(Boolean).join(' '));
  return said.map((words, at) => (at === 0 ? words : `${words[0]?.toLowerCase() ?? ''}${words.slice(1)}`)).join('; ');
};

/** What one person did on one day, from the first to the last. */
const reportLine = (together: readonly DisclosedLine[], zone: string): ReportLine => {
  const inOrder = [...together].sort((one, other) => (one.at < other.at ? -1 : 1));
  const { day, time: first } = localTimeOf(inOrder[0]!.at, zone);
  const { time: last } = localTimeOf(inOrder.at(-1)!.at, zone);
  const { who, why } = inOrder[0]!;
  return {
    when: `${dayWordsWithYear(day)}, ${first === last ? first : `${first} to ${last}`}`,
    who,
    what: deedWords(inOrder.map((line) => line.what)),
    why,
  };
};
