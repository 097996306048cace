import type { Day, Instant } from '#domain/calendar/day.ts';
import { localTimeOf, type Zone } from '#domain/calendar/wall-clock.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';

export type MinutedPerson = {
  readonly name: string;
  readonly words: string;
  readonly required: boolean;
  readonly attended: 'present' | 'online' | 'absent' | 'left-early' | null;
};

export type MinutedEntry = {
  readonly item: number | null;
  readonly kind: 'decision' | 'action' | 'view' | 'disagreement' | 'off-record' | 'note';
  readonly words: string;
  readonly saidBy: string | null;
  readonly owner: string | null;
  readonly due: Day | null;
  readonly at: Instant;
  readonly until: Instant | null;
};

/** A held meeting as the record has it. */
export type HeldMeeting = {
  readonly title: string;
  readonly caseRef: string;
  readonly pupil: string;
  readonly school: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  readonly zone: Zone;
  readonly place: string;
  readonly agenda: readonly string[];
  readonly people: readonly MinutedPerson[];
  readonly entries: readonly MinutedEntry[];
  /** What follows: `Report by Tue 22 Dec 2026`. */
  readonly next: readonly string[];
};

export type MinutesLine = {
  readonly kind: 'Decision' | 'Action' | 'View' | 'Disagreement' | 'Off the record' | 'Note';
  readonly words: string;
  readonly who: string | null;
};

/** The minutes as plain structure; the composer of the .docx gives it its looks and nothing else. */
export type Minutes = {
  readonly title: string;
  readonly caseRef: string;
  readonly pupil: string;
  readonly school: string;
  readonly day: Day;
  readonly when: string;
  readonly place: string;
  readonly present: readonly string[];
  readonly absent: readonly string[];
  readonly items: readonly { readonly title: string; readonly lines: readonly MinutesLine[] }[];
  readonly actions: readonly { readonly words: string; readonly owner: string; readonly due: Day }[];
  readonly next: readonly string[];
};

const HEADINGS = {
  decision: 'Decision',
  action: 'Action',
  view: 'View',
  disagreement: 'Disagreement',
  'off-record': 'Off the record',
  note: 'Note',
} as const;

/**
 * The minutes of a held meeting: who came, and under each item of the agenda what was decided, said and left open, in order. Dissent is
 * kept in its own words. What was off the record keeps its times and nothing else.
 */
export function minutesOf(meeting: HeldMeeting): Minutes {
  const { startedAt, finishedAt, zone } = meeting;
  const [began, ended] = [localTimeOf(startedAt, zone), localTimeOf(finishedAt, zone)];
  const here = (one: MinutedPerson): boolean => one.attended !== null && one.attended !== 'absent';
  const titled = meeting.agenda.map((title, item) => ({ title, lines: linesOf(meeting, item) }));
  const loose = meeting.entries.filter((entry) => entry.item === null || entry.item >= meeting.agenda.length);
  const other = loose.length > 0 ? [{ title: 'Other', lines: loose.map((entry) => line(entry, zone)) }] : [];
  return {
    title: meeting.title,
    caseRef: meeting.caseRef,
    pupil: meeting.pupil,
    school: meeting.school,
    day: began.day,
    when: `${dayWordsWithYear(began.day)}, ${began.time} to ${ended.time}`,
    place: meeting.place,
    present: meeting.people.filter(here).map(attendance),
    absent: meeting.people.filter((one) => !here(one) && (one.required || one.attended === 'absent')).map(attendance),
    items: [...titled, ...other],
    actions: meeting.entries.flatMap(({ kind, words, owner, due }) => (kind === 'action' && owner && due ? [{ words, owner, due }] : [])),
    next: meeting.next,
  };
}

const linesOf = (meeting: HeldMeeting, item: number): readonly MinutesLine[] =>
  meeting.entries.filter((entry) => entry.item === item).map((entry) => line(entry, meeting.zone));

function line(entry: MinutedEntry, zone: Zone): MinutesLine {
  if (entry.kind === 'off-record') return { kind: 'Off the record', words: offRecordWords(entry, zone), who: null };
  const who = entry.kind === 'action' ? [entry.owner, entry.due && dayWordsWithYear(entry.due)].filter(Boolean).join(', ') : entry.saidBy;
  const quoted = entry.kind === 'view' ? `“${entry.words}”` : entry.words;
  return { kind: HEADINGS[entry.kind], words: quoted, who: who || null };
}

function offRecordWords({ at, until }: MinutedEntry, zone: Zone): string {
  const from = localTimeOf(at, zone).time;
  return until
    ? `From ${from} to ${localTimeOf(until, zone).time} the meeting was off the record.`
    : `From ${from} the meeting was off the record.`;
}

function attendance({ name, words, attended }: MinutedPerson): string {
  const how = { online: 'online', 'left-early': 'left early' } as Readonly<Record<string, string>>;
  const note = how[attended ?? ''];
  return [name, words, note].filter(Boolean).join(', ');
}

/** `WM-0398 minutes 2026-12-08.docx`: the case and the day it was held, never a name. Made twice it is the same file. */
export const minutesFileName = (caseRef: string, heldOn: Day): string => `${caseRef} minutes ${heldOn}.docx`;
