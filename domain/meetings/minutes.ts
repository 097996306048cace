import type { Day, Instant } from '#domain/calendar/day.ts';
import { localTimeOf, type Zone } from '#domain/calendar/wall-clock.ts';
import { type Excusal, excusalWords } from '#domain/meetings/team.ts';
import type { MeetingRecord as MinutesRecord } from '#domain/plans/minutes.ts';

export type MinutedPerson = {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  readonly required: boolean;
  readonly reply: string | null;
  readonly attended: 'present' | 'online' | 'absent' | 'left-early' | null;
  readonly excusal?: Excusal | null;
};

export type MinutedEntry = {
  readonly id: string;
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
  readonly id: string;
  readonly title: string;
  readonly caseRef: string;
  readonly school: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  readonly zone: Zone;
  readonly jurisdiction: 'england' | 'us';
  readonly place: string;
  readonly recorder: string;
  readonly agenda: readonly string[];
  readonly people: readonly MinutedPerson[];
  readonly entries: readonly MinutedEntry[];
};

/**
 * What the minutes of a held meeting say: who came, what was decided and who will do what, each view and each disagreement in its own
 * words, and item by item what was noted when. Of what was off the record they keep the times and nothing else.
 */
export function minutesOf(meeting: HeldMeeting): MinutesRecord {
  const { entries, zone } = meeting;
  const [began, ended] = [localTimeOf(meeting.startedAt, zone), localTimeOf(meeting.finishedAt, zone)];
  const of = (kind: MinutedEntry['kind']) => entries.filter((entry) => entry.kind === kind);
  const itemOf = ({ item }: MinutedEntry): string | null => (item === null ? null : (meeting.agenda[item] ?? null));
  const role = (name: string): string => meeting.people.find((person) => person.name === name)?.words ?? 'at the meeting';
  const time = (at: Instant): string => localTimeOf(at, zone).time;
  return {
    meetingId: meeting.id,
    version: 1,
    jurisdiction: meeting.jurisdiction,
    caseRef: meeting.caseRef,
    school: meeting.school,
    purpose: meeting.title,
    on: began.day,
    from: began.time,
    until: ended.time,
    place: meeting.place,
    chair: meeting.recorder,
    recorder: meeting.recorder,
    people: meeting.people.flatMap(personOf),
    items: meeting.agenda.map((title, item) => ({ id: String(item + 1), title, notes: notesUnder(meeting, item, time) })),
    decisions: of('decision').map((entry) => ({ id: entry.id, text: entry.words, item: itemOf(entry) })),
    actions: of('action').map(({ id, words, owner, due }) => ({ id, text: words, owner, due })),
    views: of('view').map(({ id, words, saidBy }) => ({ id, from: saidBy ?? 'Not named', role: role(saidBy ?? ''), words })),
    disagreements: of('disagreement').map(({ id, words, saidBy }) => ({ id, from: saidBy ?? 'Not named', words })),
    offRecord: of('off-record').map(({ at, until }) => ({ from: time(at), until: until && time(until) })),
  };
}

/** Who came, and who had to and did not; others who were asked and did not come are not listed as if they owed it. */
function personOf({ id, name, words, required, reply, attended, excusal }: MinutedPerson): MinutesRecord['people'] {
  if (attended === 'present' || attended === 'online')
    return [{ id, name, role: words, attendance: attended === 'online' ? 'online' : 'came' }];
  if (attended === 'left-early') return [{ id, name, role: `${words}, left early`, attendance: 'came' }];
  if (excusal) return [{ id, name, role: `${words}; ${excusalWords(excusal)}`, attendance: 'apologies' }];
  if (!required && attended === null) return [];
  return [{ id, name, role: words, attendance: reply === 'no' ? 'apologies' : 'absent' }];
}

const HEADINGS = { decision: 'Decision', action: 'Action', view: 'View', disagreement: 'Disagreement' } as const;

/** What was written under an item, in order: notes in full, the rest by its number or name, because it stands in full above. */
function notesUnder({ entries }: HeldMeeting, item: number, time: (at: Instant) => string): readonly string[] {
  const numberOf = (entry: MinutedEntry): number => entries.filter(({ kind }) => kind === entry.kind).indexOf(entry) + 1;
  const said = ({ kind, words }: MinutedEntry) => kind !== 'note' || words.trim() !== '';
  const under = entries.filter((entry) => entry.item === item && said(entry));
  if (under.length === 0) return ['Nothing was noted.'];
  return under.map((entry) => {
    if (entry.kind === 'note') return entry.words;
    if (entry.kind === 'off-record')
      return `Off the record ${entry.until ? `${time(entry.at)} to ${time(entry.until)}` : `from ${time(entry.at)}`}.`;
    if (entry.kind === 'view' || entry.kind === 'disagreement') return `${HEADINGS[entry.kind]}${entry.saidBy ? `, ${entry.saidBy}` : ''}.`;
    return `${HEADINGS[entry.kind]} ${numberOf(entry)}.`;
  });
}

/** `WM-0398 minutes 2026-12-08.docx`: the case and the day it was held, never a name. Made twice it is the same file. */
export const minutesFileName = (caseRef: string, heldOn: Day): string => `${caseRef} minutes ${heldOn}.docx`;
